"""The studio of this machine's user: their bank, their loop, the clock."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

from starproof.api.banking import data_folder
from starproof.api.drafts import Drafts
from starproof.api.practising.shapes import Planned
from starproof.api.practising.studio import Studio
from starproof.moments import written

ZONES = Path("/etc/localtime")
"""What a system without ``TZ`` says of its zone."""

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
        planned=planned or LoopFile(home, bank, reviewer, tells),
        drafts=Drafts.beside(home, bank.where),
        zone=zone,
    )


@dataclass(slots=True)
class LoopFile:
    """The loop of a folder with its plan, worked out anew only when the loop, a story or the day has changed."""

    folder: Path
    bank: Bank
    reviewer: Reviewer
    now: Callable[[], str]
    last: tuple[tuple[object, ...], Planned] | None = None

    def __call__(self) -> Planned | None:
        """``None`` where the folder has no loop."""
        from starproof.api.loops import own_loop
        from starproof.api.planning import plan_loop

        guide, today = self.reviewer.guide, self.now()[:10]
        loop = own_loop(self.folder, guide=guide)
        if loop is None:
            return None
        stories = self.bank.banked()  # the very same until anything in the bank changes
        last = self.last
        if last is None or last[0][0] is not stories or last[0][1:] != (loop, today):
            last = (stories, loop, today), Planned(loop, plan_loop(loop, stories, guide=guide, today=today))
            self.last = last
        return last[1]


def moment() -> str:
    """Now, in UTC, to the millisecond."""
    return written(datetime.now(UTC))


def new_id() -> str:
    """An id that no other session has."""
    return uuid4().hex[:12]


def local_zone() -> str:
    """This machine's time zone by name where it has one, else as its offset of today."""
    named = os.environ.get("TZ", "").lstrip(":") or str(ZONES.resolve()).partition("zoneinfo/")[2]
    try:
        ZoneInfo(named)
    except (ValueError, OSError, LookupError):
        return _offset()
    return named


def _offset() -> str:
    try:
        return f"{datetime.now().astimezone():%z}"
    except (ValueError, OverflowError, OSError):  # a TZ that is a day or more away
        return "UTC"
