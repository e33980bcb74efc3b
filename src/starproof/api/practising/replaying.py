"""Every session of a bank as it stands, replayed again only where steps were taken since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from starproof.core.practice import Session, Step
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
        """Every session, in the order begun."""
        listed = practice.list()
        stale = [one for one in listed if not self._knows(one)]
        found = practice.all() if len(stale) > FEW else [practice.open(one.setup.id) for one in stale]
        fresh = {setup.id: replay(setup, _bare(steps)) for setup, steps in found}
        now = {one.setup.id: fresh.get(one.setup.id) or self.known[one.setup.id] for one in reversed(listed)}
        for gone in set(self.known).difference(now):
            self.known.pop(gone, None)
        self.known.update(fresh)
        return list(now.values())

    def _knows(self, one: Practised) -> bool:
        known = self.known.get(one.setup.id)
        return known is not None and known.steps == one.steps and known.setup == one.setup


def _bare(steps: Iterable[Step]) -> Iterable[Step]:
    return (step if step.transcript is None else replace(step, transcript=None) for step in steps)
