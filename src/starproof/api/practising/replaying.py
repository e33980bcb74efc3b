"""Every session of a bank as it stands, replayed again only where steps were taken since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from starproof.core.practice import Session, Step
from starproof.errors import BankError, PracticeError
from starproof.practice.session import replay

if TYPE_CHECKING:
    from starproof.bank.practising import Practice
    from starproof.bank.store.practising import Practised

FEW = 8
"""So many sessions are read one by one; more are read all at once."""


@dataclass(frozen=True, slots=True)
class Replays:
    """Sessions without their transcripts, as logs and schedules need them. Threads may share it."""

    known: dict[str, Session] = field(default_factory=dict)

    def of(self, practice: Practice) -> list[Session]:
        """Every session, in the order begun.

        Raises:
            BankError: when what the bank holds of one is damaged; it is named.
        """
        listed, damaged = practice.listed()
        for id_ in damaged:
            standing(practice, id_)  # raises, with its name: a schedule without it would be wrong
        stale = [one for one in listed if not self._knows(one)]
        fresh = _all(practice) if len(stale) > FEW else None
        if fresh is None:
            fresh = {one.setup.id: standing(practice, one.setup.id, bare=True) for one in stale}
        now = {one.setup.id: fresh.get(one.setup.id) or self.known[one.setup.id] for one in reversed(listed)}
        for gone in set(self.known).difference(now):
            self.known.pop(gone, None)
        self.known.update(fresh)
        return list(now.values())

    def _knows(self, one: Practised) -> bool:
        known = self.known.get(one.setup.id)
        return known is not None and known.steps == one.steps and known.setup == one.setup


UNREADABLE = (ValueError, TypeError, AttributeError, LookupError)
"""What comes of reading a row that something else wrote into."""


def standing(practice: Practice, id_: str, *, bare: bool = False) -> Session:
    """A session as it stands, without its transcripts where it is ``bare``.

    Raises:
        BankError: when it is not there, or what the bank holds of it is damaged.
    """
    try:
        setup, steps = practice.open(id_)
        return replay(setup, _bare(steps) if bare else steps)
    except (PracticeError, *UNREADABLE) as error:
        what = f"The practice session {id_!r} in the bank is damaged: {str(error) or type(error).__name__}"
        hint = f"Delete it with `starproof practice drop {id_}`, or bring a backup back with `starproof bank restore`."
        raise BankError("E-BNK-018", what.rstrip(".") + ".", hint) from error


def _all(practice: Practice) -> dict[str, Session] | None:
    """Every session, read at once; ``None`` where one of them is damaged, so that it can be named."""
    try:
        return {setup.id: replay(setup, _bare(steps)) for setup, steps in practice.all()}
    except (PracticeError, *UNREADABLE):
        return None


def _bare(steps: Iterable[Step]) -> Iterable[Step]:
    return (step if step.transcript is None else replace(step, transcript=None) for step in steps)
