"""Pages that rest on every story wait until all are read, and say how far that is, where it takes a while.

After an import from the command line, or with a new starproof, no story of a bank has a review of today; to read some
hundreds takes a minute, and a page that is white for a minute looks broken.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from starproof.web.desk import OnDesk

MANY = 12
"""Stories to be read from which a page says so; fewer are read before anybody wonders."""


class StillReading(Exception):
    """So many stories are to be read before the page at this address has anything to say."""

    def __init__(self, unread: int, address: str) -> None:
        self.unread, self.address = unread, address


def all_read(desk: OnDesk, request: Request, unread: str = "") -> None:
    """Let a page be made, unless many stories are to be read first.

    ``unread`` is in the address where some cannot be read at all: nobody waits for those.
    """
    waiting = 0 if unread else len(desk.bank.working.unreviewed())
    if waiting > MANY:
        raise StillReading(waiting, request.url.path)


AllRead = Annotated[None, Depends(all_read)]
"""A parameter of this type has a page wait until the stories are read."""
