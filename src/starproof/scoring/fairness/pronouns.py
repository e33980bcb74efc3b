"""She, he and they for the people of a story, with the verbs that go with them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from starproof.scoring.fairness.edits import Edit, Rewrite, Telling, like
from starproof.scoring.fairness.tables import table

_PRONOUN = re.compile(
    r"\b(?P<subject>she|he)\b(?P<short>['’](?:s|d|ll|re|ve)\b)?(?: (?P<next>[a-z]+(?:['’]t)?\b))?"
    r"|\b(?P<other>hers|her|his|him|herself|himself)\b",
    re.IGNORECASE,
)
_ROW = {
    "he": {"subject": "he", "object": "him", "of": "his", "own": "his", "self": "himself"},
    "she": {"subject": "she", "object": "her", "of": "her", "own": "hers", "self": "herself"},
    "they": {"subject": "they", "object": "them", "of": "their", "own": "theirs", "self": "themselves"},
}
_ROLES = {"him": "object", "hers": "own", "herself": "self", "himself": "self"}


def pronoun(name: str) -> Rewrite:
    """Tell a story with one pronoun for everybody who has one."""

    def rewrite(telling: Telling, rng: random.Random) -> Iterator[Edit]:
        for found in _PRONOUN.finditer(telling.text):
            if found["other"]:
                word = found["other"]
                yield Edit(found.start(), found.end(), like(_ROW[name][_role(telling.text, found)], word))
            else:
                yield from _subject(found, name)

    return rewrite


def _role(text: str, found: re.Match[str]) -> str:
    """Her and his stand for two cases each; the next word tells which."""
    word = found["other"].lower()
    if word in _ROLES:
        return _ROLES[word]
    following = re.match(r" ([a-z]+)", text[found.end() : found.end() + 30], re.IGNORECASE)
    alone = following is None or following.group(1).lower() in table("habits")["after_object"]
    return "of" if not alone else "object" if word == "her" else "own"


def _subject(found: re.Match[str], name: str) -> Iterator[Edit]:
    old = found["subject"]
    new = like(_ROW[name]["subject"], old)
    if name != "they":
        yield Edit(found.start("subject"), found.end("subject"), new)
        return
    short, word = (found["short"] or "").replace("’", "'"), (found["next"] or "").lower()
    end = found.end("short") if found["short"] else found.end("subject")
    if short == "'s":
        done = word.endswith("ed") or word in table("habits")["participles"]
        yield Edit(found.start("subject"), end, new + ("'ve" if done else "'re"))
        return
    yield Edit(found.start("subject"), found.end("subject"), new)
    plural = table("habits")["plural"].get(word.replace("’", "'"))
    if plural and not short:
        yield Edit(found.start("next"), found.end("next"), plural)
