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
    """Put every third plain past into the present, and drop some endings of the third person.

    A sentence that says what holds today is left alone: there the present would state more than the past. So is "had"
    before what had been done, since "have done" tells that it is done still.
    """
    forms: dict[str, str] = table("grammar")["tenses"]
    people = "|".join(table("grammar")["subjects"])
    pattern = re.compile(rf"\b(?:{people}) ({alternatives(forms)})\b", re.IGNORECASE)
    today = re.compile(rf"\b(?:{alternatives(table('grammar')['today'])})\b", re.IGNORECASE)
    for start, end in telling.sentences:
        for found in pattern.finditer(telling.text, start, end):
            slips = rng.random() < 1 / 3
            if slips and not today.search(telling.text, start, end) and not _had_done(telling.text, found):
                yield Edit(found.start(1), found.end(1), forms[found.group(1).lower()])


def _had_done(text: str, found: re.Match[str]) -> bool:
    """Whether "had" here goes with what was done before: "they had never asked"."""
    if found.group(1).lower() != "had":
        return False
    following = re.match(
        r"(?: (?:not|never|already|just|also|only|once|even|all|long))? ([a-z]+)", text[found.end() :][:40]
    )
    return following is not None and (
        following.group(1).endswith(("ed", "en")) or following.group(1) in table("grammar")["participles"]
    )
