"""What a story is called on a page."""

from __future__ import annotations

from starproof.bank.records import Entry
from starproof.report.safe import clipped

FIRST_WORDS = 70
"""Characters of a story's own words that stand for its title."""


def name_of(entry: Entry) -> str:
    """A story's title, or its first words."""
    digest = entry.digest
    title = entry.draft.title or (digest.title if digest else None)
    if title:
        return title
    opening = digest.opening if digest else ""
    return clipped(opening or entry.draft.text[: 4 * FIRST_WORDS], most=FIRST_WORDS) or entry.id
