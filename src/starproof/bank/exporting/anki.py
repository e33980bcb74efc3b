"""Stories as cards for Anki: the question in front; opening, figures and principle behind."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from starproof.bank.exporting.layout import blocks_of, title_of
from starproof.core.bank import Draft
from starproof.extract.quantities import quantities

HEADER = "#separator:Comma\n#html:false\n#columns:Front,Back,Tags\n#tags column:3\n"
_OPENING = 320
"""Characters of the story's beginning that stand on its card."""
_FIGURES = 8

Cards = Sequence[tuple[str, str]]


def as_anki(drafts: Iterable[tuple[Draft, Cards]]) -> str:
    """A CSV file that Anki imports as it is.

    Args:
        drafts: each story with further cards, front and back, such as those for defending its figures.
    """
    out = io.StringIO(newline="")
    out.write(HEADER)
    rows = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for draft, cards in drafts:
        tags = _tags(draft)
        for front, back in (_story_card(draft), *cards):
            rows.writerow((_shown(front), _shown(back), tags))
    return out.getvalue()


def _story_card(draft: Draft) -> tuple[str, str]:
    front = draft.question or f"Tell the story: {title_of(draft)}"
    parts = [title_of(draft)] if draft.question else []
    parts.append(_opening(draft.text))
    figures = list(dict.fromkeys(" ".join(one.text.split()) for one in quantities(draft.text)))
    if figures:
        parts.append("Figures: " + " · ".join(figures[:_FIGURES]))
    principles = dict.fromkeys(one for one in (draft.principle, *draft.principles) if one)
    if principles:
        parts.append("Shows: " + ", ".join(name.replace("-", " ") for name in principles))
    return front, "\n\n".join(parts)


def _opening(text: str) -> str:
    words = " ".join(" ".join(block.words.split()) for block in blocks_of(text)[:6] if block.kind != "heading")
    if len(words) <= _OPENING:
        return words
    cut = words[:_OPENING].rpartition(" ")[0] or words[:_OPENING]
    return cut + " …"


def _tags(draft: Draft) -> str:
    """Anki separates tags by spaces."""
    given = dict.fromkeys(("starproof", *(one for one in (draft.principle, *draft.principles) if one), *draft.tags))
    return " ".join("-".join(tag.split()) for tag in given if tag.strip())


def _shown(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
