"""Whether a story is one of the guide's exemplars: by their words, or by their figures where the words were changed."""

from __future__ import annotations

import re
from functools import cache

from starproof.core.document import Document, Sentence
from starproof.core.guide import Exemplar
from starproof.core.text import Span
from starproof.extract.genres.copied import copied

_FIGURE = re.compile(r"(?<![\w.,])[$€£]?\d[\d,]*(?:\.\d+)?(?:[ ]?%|[ ]?[kmb](?![a-z]))?", re.IGNORECASE)
FEWEST = 5
"""Different figures of an exemplar from which they tell it apart."""
SHARE = 0.7
"""Share of them in a story from which it is that exemplar retold."""
TELLING = 3
"""Figures with a sign or of three digits that tell it apart alone, where a story has all of the exemplar's."""


def exemplar_of(text: str, exemplars: tuple[Exemplar, ...]) -> str | None:
    """The id of the exemplar whose words or figures the text mostly has; ``None`` for a story of its own."""
    if not exemplars:
        return None
    return _by_words(text, exemplars) or _by_figures(text, exemplars)


def _by_words(text: str, exemplars: tuple[Exemplar, ...]) -> str | None:
    whole = Span(0, len(text))
    reading = copied(Document(text, (Sentence(whole, 0),), (whole,), (), "written", 0), exemplars)
    if reading is None:
        return None
    return next((one.id for one in exemplars if f"exemplar {one.id}," in reading.because), None)


def _by_figures(text: str, exemplars: tuple[Exemplar, ...]) -> str | None:
    said = _figures(text)
    shared = [(len(said & figures) / len(figures), id, len(figures)) for id, figures in _told(exemplars)]
    share, id, count = max(shared, default=(0.0, "", 0))
    return id if share >= (SHARE if count >= FEWEST else 1) else None


@cache
def _told(exemplars: tuple[Exemplar, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The figures of each exemplar that has enough of them."""
    texts = ((one.id, " ".join((one.situation, one.task, *one.actions, *one.results))) for one in exemplars)
    found = ((id, _figures(text)) for id, text in texts)
    return tuple((id, figures) for id, figures in found if len(figures) >= FEWEST or _is_telling(figures))


def _is_telling(figures: frozenset[str]) -> bool:
    return sum(not figure.isdigit() or len(figure) > 2 for figure in figures) >= TELLING


def _figures(text: str) -> frozenset[str]:
    """Figures as they are compared: ``$2.3M`` and ``$2.3 m`` are one, ``2.3`` is another."""
    return frozenset(found.lower().replace(",", "").replace(" ", "") for found in _FIGURE.findall(text))
