"""English as many people speak it who learned it late: without articles and endings, with slips of tense."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from starproof.scoring.fairness.edits import Edit, Rewrite, Telling, like
from starproof.scoring.fairness.tables import alternatives, table

_ARTICLE = re.compile(r"\b(the|a|an) ([A-Za-z'’-]+)", re.IGNORECASE)


def articles(share: float) -> Rewrite:
    """Drop this share of the articles, but none that tells how many or how often."""

    def rewrite(telling: Telling, rng: random.Random) -> Iterator[Edit]:
        kept = set(table("grammar")["needs_article"])
        for found in _ARTICLE.finditer(telling.text):
            if found.group(2).lower() in kept or rng.random() > share:
                continue
            yield Edit(found.start(), found.end(), like(found.group(2), found.group(1)))

    return rewrite


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


def endings(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Drop every third ending of a regular past, and of a third person in the present.

    A sentence that says what holds today keeps its pasts, as in ``tenses``.
    """
    plain = _without_ending()
    people = "|".join([*table("grammar")["subjects"], "team", "and", "then"])
    pattern = re.compile(rf"\b(?:{people}) ({alternatives(plain)})\b", re.IGNORECASE)
    today = re.compile(rf"\b(?:{alternatives(table('grammar')['today'])})\b", re.IGNORECASE)
    for start, end in telling.sentences:
        for found in pattern.finditer(telling.text, start, end):
            word = found.group(1)
            slips = rng.random() < 1 / 3
            if slips and (word.endswith("s") or not today.search(telling.text, start, end)):
                yield Edit(found.start(1), found.end(1), plain[word.lower()])


def _without_ending() -> dict[str, str]:
    """Each regular verb's past and third person with its plain form."""
    doubled = table("grammar")["doubled"]
    forms: dict[str, str] = {}
    for verb in table("grammar")["regular"]:
        bare = verb[:-1] + "i" if verb.endswith("y") and verb[-2] not in "aeo" else verb
        past = verb + verb[-1] if verb in doubled else bare
        forms[past + ("d" if past.endswith("e") else "ed")] = verb
        forms[bare + ("es" if bare.endswith(("s", "sh", "ch", "x", "i")) else "s")] = verb
    return forms


def plurals(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Drop the ending of nouns in the plural after a word that tells that there are several."""
    kept = set(table("grammar")["no_plural"])
    pattern = re.compile(rf"\b(?:{alternatives(table('grammar')['several'])}) ([a-z]{{3,}}[^\Wsu]s)\b", re.IGNORECASE)
    for found in pattern.finditer(telling.text):
        noun = found.group(1)
        if noun.lower() not in kept:
            yield Edit(found.start(1), found.end(1), noun[:-3] + "y" if noun.endswith("ies") else noun[:-1])


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
