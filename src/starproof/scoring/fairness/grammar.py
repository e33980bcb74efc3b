"""English as many people speak it who learned it late: without articles, with slips of tense."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from starproof.scoring.fairness.edits import Edit, Telling, like
from starproof.scoring.fairness.tables import alternatives, table

_ARTICLE = re.compile(r"\b(the|a|an) ([A-Za-z'’-]+)", re.IGNORECASE)


def articles(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Drop every other article, but none that tells how many or how often."""
    kept = set(table("grammar")["needs_article"])
    for found in _ARTICLE.finditer(telling.text):
        if found.group(2).lower() in kept or rng.random() > 0.5:
            continue
        yield Edit(found.start(), found.end(), like(found.group(2), found.group(1)))


def tenses(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Put every third plain past into the present, and drop some endings of the third person."""
    forms: dict[str, str] = table("grammar")["tenses"]
    people = "|".join(table("grammar")["subjects"])
    for found in re.finditer(rf"\b(?:{people}) ({alternatives(forms)})\b", telling.text, re.IGNORECASE):
        if rng.random() < 1 / 3:
            yield Edit(found.start(1), found.end(1), forms[found.group(1).lower()])
