"""The studio of this machine's user: their bank, their loop, the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from starproof.api.banking import data_folder
from starproof.api.drafts import Drafts
from starproof.api.practising.studio import Planned, Studio

if TYPE_CHECKING:
    from starproof.bank import Bank
    from starproof.engine import Reviewer


def open_studio(
    bank: Bank,
    reviewer: Reviewer,
    *,
    folder: Path | None = None,
    now: Callable[[], str] | None = None,
    newid: Callable[[], str] | None = None,
    planned: Callable[[], Planned | None] | None = None,
    zone: str = "UTC",
) -> Studio:
    """A studio over a bank; one for a whole app, safe to share between threads.

    Args:
        bank: an open bank of stories.
        reviewer: reviews answers and listens to them.
        folder: the data folder, where the loop, unsaved words and recordings lie; default: the user's own.
        now: tells the moment in UTC with milliseconds.
        newid: makes the id of a new session.
        planned: the loop with its plan, or ``None`` where there is none; default: of the folder's loop file.
        zone: whose days count, as ``Europe/Berlin`` or ``+02:00``.
    """
    from starproof.api.recordings import Recordings

    home = folder or data_folder()
    tells = now or moment
    return Studio(
        bank=bank,
        reviewer=reviewer,
        recordings=Recordings.beside(home, bank.where),
        now=tells,
        newid=newid or new_id,
        planned=planned or (lambda: planned_in(home, bank, reviewer, today=tells()[:10])),
        drafts=Drafts.beside(home, bank.where),
        zone=zone,
    )


def planned_in(folder: Path, bank: Bank, reviewer: Reviewer, *, today: str) -> Planned | None:
    """The loop kept in this folder with its plan, or ``None`` where there is no loop."""
    from starproof.api.loops import own_loop
    from starproof.api.planning import plan_loop

    loop = own_loop(folder, guide=reviewer.guide)
    if loop is None:
        return None
    return Planned(loop, plan_loop(loop, bank.banked(), guide=reviewer.guide, today=today))


def moment() -> str:
    """Now, in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id() -> str:
    """An id that no other session has."""
    return uuid4().hex[:12]
