"""What a revision that was just saved changed, in a few words: what went, what came, how it reads now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import Query

from starproof import api
from starproof.bank.records import Entry, Revision
from starproof.core.listing import listed
from starproof.core.results import Finding, Review
from starproof.errors import InputError
from starproof.report.changes import Comparison
from starproof.report.words import plain
from starproof.web.addresses import sheet_at
from starproof.web.desk import Desk
from starproof.web.lengths import check_length

Number = Annotated[int, Query(ge=1, le=2**31 - 1)]
MOST = 4
"""Findings that are named; a long list is on the page of revisions."""


def sheet_after(before: int, entry: Entry) -> str:
    """Where to go after saving: the sheet, which says what a new revision changed; nothing where nothing was new."""
    sheet = sheet_at(entry.id)
    return sheet if entry.revision == before else f"{sheet}?saved={entry.revision}"


def told_of(desk: Desk, entry: Entry, saved: int | None) -> str | None:
    """What the latest revision changed; ``None`` where another one was saved, or there is no earlier one."""
    if saved is None or saved != entry.revision or saved < 2:
        return None
    try:
        old, new = (review_of(desk, desk.bank.revision(entry.id, number)) for number in (saved - 1, saved))
    except InputError:
        return ""
    return " ".join(_words(api.compare(old, new), desk.names.reading(new.level.reads_as)))


def review_of(desk: Desk, one: Revision) -> Review:
    """The review of a wording as the engine of today sees it, so that only the words differ."""
    check_length(one.text)
    return desk.review(one.as_story())


def _words(change: Comparison, reads: str) -> Iterator[str]:
    if change.level is not None:
        yield "Its level is unclear now." if reads == "unclear" else f"It now reads {reads}."
    if change.went:
        yield f"Gone: {_named(change.went)}."
    if change.came:
        yield f"New: {_named(change.came)}."
    if not change.went and not change.came:
        yield "No finding went or came."


def _named(findings: Iterable[Finding]) -> str:
    kinds = list(dict.fromkeys(plain(finding.name) for finding in findings))
    more = len(kinds) - MOST
    return listed([*kinds[:MOST], f"{more} more"] if more > 0 else kinds)
