"""What every page works with: the bank, the reviewer, the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request

from starproof.report.words import Names, names_of

if TYPE_CHECKING:
    from starproof.api.drafts import Drafts
    from starproof.api.practising import Studio
    from starproof.bank import Bank
    from starproof.core.document import Story
    from starproof.core.guide import Guide
    from starproof.core.results import Review
    from starproof.engine import Reviewer

_KEPT = 64
"""Reviews that are kept in memory: of the stories looked at last."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The things on the desk. One for the whole app; everything on it may be shared between threads."""

    bank: Bank
    reviewer: Reviewer
    now: Callable[[], str]
    """The moment in UTC, such as ``2026-03-31T09:30:00Z``."""
    drafts: Drafts
    home: Path
    """The user's data folder: the loop and the settings lie there."""
    clock: Callable[[], str] | None = None
    """Tells the moment to the millisecond, for practice; default: this machine's clock."""
    zone: str = "UTC"
    """Whose days count in practice, as ``Europe/Berlin`` or ``+02:00``."""
    studio: Studio = field(init=False)
    """Where practice happens."""
    review: Callable[[Story], Review] = field(init=False)
    """Reviews a story; the same story again costs nothing."""

    def __post_init__(self) -> None:
        from starproof.api.practising import open_studio

        object.__setattr__(self, "review", lru_cache(maxsize=_KEPT)(self.reviewer.review))
        studio = open_studio(self.bank, self.reviewer, folder=self.home, now=self.clock, zone=self.zone)
        object.__setattr__(self, "studio", studio)

    @property
    def guide(self) -> Guide:
        """The guide that stories are judged by."""
        return self.reviewer.guide

    @property
    def names(self) -> Names:
        """What the guide calls things."""
        return names_of(self.guide, self.guide.id)

    @property
    def today(self) -> str:
        """The day, such as ``2026-03-31``."""
        return self.now()[:10]


def lay_desk(bank: str | None, guide: str | None) -> Desk:
    """The desk of this machine's user: their bank, settings and guide, or those named."""
    from starproof import api
    from starproof.api.drafts import Drafts
    from starproof.api.practising import local_zone
    from starproof.api.settings import own_reviewer

    home = api.data_folder()
    reviewer = own_reviewer(home) if guide is None else api.make_reviewer(guide=guide)
    opened = api.open_bank(bank, reviewer=reviewer)
    return Desk(opened, reviewer, api.moment, Drafts.beside(home, opened.where), home, zone=local_zone())


def _desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


OnDesk = Annotated[Desk, Depends(_desk)]
"""A parameter of this type receives the app's desk."""
