"""Advice that the teller goes on against: "my boss said leave it, but I decided to", "he said it would slow us down".

What somebody advises or foretells is no objection by itself: the teller may have asked for it, or done as it says. It
is one where the teller says that they did otherwise.
"""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.extract.decisions.somebody import SUBJECT
from starproof.parse.evened import evened, place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
SPOKEN, WRITTEN = 3, 1
"""Sentences behind advice in which the teller goes on against it; raw speech comes in short pieces."""
_NOTED = r"^(?:[-–•*]\s)?[a-z][\w-]{1,14}\s[a-z]{2,12}(?:ger|ner|ler|ter|tor|sor|ist|ead|ect)"
"""Somebody at the beginning of a note, where no article stands: "lead linguist"."""
_ADVICE = Seldom(
    rf"(?:{SUBJECT}|{_NOTED})\s(?:had\s)?(?:said|says|told\s(?:me|us)|warned(?:\s(?:me|us))?|argued|thought|feared)\s"
    r"(?:that\s|to\s)?(?:(?:just\s)?(?:leave|let)\s(?:it|that|this|him|her|them)\b|wait\b|"
    r"(?:do\snot|don[’']t|not\sto)\s\w+|"
    r"(?:[\w’'-]+\s){1,4}would\s(?:\w{2,10}\s)?(?:slow|lose|break|cost|kill|hurt|fail|leave|ruin|scare|delay|abandon|"
    r"quit|harm|drive|annoy|take\stoo)\b)",
    re.IGNORECASE,
)
_OVERRIDES = Seldom(
    r"^(?:[-–•*]\s)?(?:did\snot|didn[’']t)\s(?:listen|hear|wait)\b|"
    r"\b(?:I|we)\s(?:\w{2,10}\s)?(?:did\snot|didn[’']t)\s(?:listen|hear|wait|agree)\b|"
    r"\b(?:but|still|instead)\s(?:I|we)\s(?:then\s)?(?:decided|chose|went\sahead|did\sit)\b|"
    r"\b(?:I|we)\s(?:decided|chose|went\sahead|did\sit)\b[^.;:!?]{0,60}?\b(?:anyway|all\sthe\ssame|regardless)\b",
    re.IGNORECASE,
)


def overridden(context: StoryContext, place: int) -> tuple[int, int] | None:
    """Where in this sentence somebody gives advice that the teller goes on against; ``None`` where nobody does."""
    found = _advice(context.sentence(place, most=LONGEST))
    if found is None:
        return None
    steps = SPOKEN if context.document.register == "spoken" else WRITTEN
    onwards = (context.sentence(place + step, most=LONGEST) for step in range(steps + 1))
    return found if any(map(_overrides, onwards)) else None


@kept
def _advice(words: str) -> tuple[int, int] | None:
    return place_of(_ADVICE, words)


@kept
def _overrides(words: str) -> bool:
    return _OVERRIDES.search(evened(words).text) is not None
