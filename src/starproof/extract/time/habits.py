"""What somebody does to this day as a habit: "we do that for every rollout", "now one of us walks round every Friday".

A present that holds for every one of something is told of no one occasion, whatever words it is told in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.extract.text.presents import NO_DEED, NO_HABIT
from starproof.extract.text.wording import may_be_past
from starproof.parse.evened import evened

_TURN = r"(?:(?:mon|tues|wednes|thurs|fri)?day|week|month|quarter|year|morning|evening|spring|autumn|winter|summer)"
_WORDS = r"(?:[\w’'-]+ )"
_ALL = r"(?:every|each) (?!time\b|of\b|other\b|one of\b|single\b|once\b|bit\b)"
_HABIT = Seldom(
    rf"\b(?P<who>i|we|they)(?: now| always| still| also| then)? (?P<does>[a-z]{{2,12}}) {_WORDS}{{0,6}}?"
    rf"(?:(?:for|on|in|at|before|after|with|from|to) {_ALL}[a-z]+|{_ALL}{_TURN}\b)|"
    rf"\b(?:now|since then),? (?!(?:and|but|that)\b){_WORDS}{{1,5}}?(?P<they>[a-z]{{3,12}}s) {_WORDS}{{0,8}}?"
    rf"{_ALL}{_TURN}\b|"
    rf"\bnow (?P<now>[a-z]{{3,12}}s) {_WORDS}{{0,8}}?{_ALL}{_TURN}\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:if|unless|until|would|could|should|did|do|whether|might|will|why|how|when|as)\s$", re.IGNORECASE
)


def habit(words: str) -> tuple[int, int] | None:
    """Where in a sentence a standing habit is told, the first; ``None`` where none is."""
    return next(iter(_habits(words)), None)


@kept
def _habits(words: str) -> tuple[tuple[int, int], ...]:
    low = words.lower()
    if "every" not in low and "each" not in low:
        return ()
    even = evened(words)
    return tuple([even.back(*found.span()) for found in _standing(even.text)])


def _standing(words: str) -> Iterator[re.Match[str]]:
    for found in _HABIT.finditer(words):
        verb = (found["does"] or found["they"] or found["now"]).lower()
        bare = found["does"] is None or not (may_be_past(verb) or verb.endswith(("ing", "s")))
        told = bare and verb not in NO_DEED and NO_HABIT.isdisjoint(found.group().lower().split())
        if told and _BEFORE.search(words, 0, found.start()) is None:
            yield found
