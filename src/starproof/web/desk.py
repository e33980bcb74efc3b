"""What every page works with: the bank, the reviewer, the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request

if TYPE_CHECKING:
    from starproof.bank import Bank
    from starproof.core.guide import Guide
    from starproof.engine import Reviewer


@dataclass(frozen=True, slots=True)
class Desk:
    """The things on the desk. One for the whole app; everything on it may be shared between threads."""

    bank: Bank
    reviewer: Reviewer
    now: Callable[[], str]
    """The moment in UTC, such as ``2026-03-31T09:30:00Z``."""

    @property
    def guide(self) -> Guide:
        """The guide that stories are judged by."""
        return self.reviewer.guide

    @property
    def today(self) -> str:
        """The day, such as ``2026-03-31``."""
        return self.now()[:10]


def _desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


OnDesk = Annotated[Desk, Depends(_desk)]
"""A parameter of this type receives the app's desk."""
