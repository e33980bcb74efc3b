"""Makes the bank that later versions must open: ``python -m tests.bank.store.make_bank``, once for every release."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from starproof.bank import open_bank
from starproof.bank.migrations import NEWEST
from starproof.bank.moving import backup
from starproof.core.bank import Draft
from tests.bank.store.making import FULL, Clock, WordJudge
from tests.bank.store.practice_values import SETUP, STEPS

BANKS = Path(__file__).parent / "banks"


def make(folder: Path = BANKS) -> None:
    """Write ``VERSION.db`` and ``VERSION.jsonl``."""
    work = folder / "work.db"
    with closing(open_bank(work, now=Clock(), who="maker", judge=WordJudge())) as bank:
        bank.add(FULL)
        bank.edit(FULL.id or "", text="I halved the queue, and then I halved it again.")
        bank.add_all([Draft("They left.", id="left"), Draft("Nobody left.", id="stayed")])
        bank.archive("left")
        bank.undo(FULL.id)
        bank.refresh()
        bank.practice.begin(SETUP)
        bank.practice.take(SETUP.id, *STEPS, after=0, done=True)
        for ending in ("db", "jsonl"):
            backup(bank.store, folder / f"{NEWEST}.{ending}", replace=True)
    work.unlink()


if __name__ == "__main__":
    make()
