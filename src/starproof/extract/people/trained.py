"""People of another kind who are trained for it: "we trained sixty field agents", "I taught the porters".

They work otherwise since. Those who build something may be the teller's own, as may all who are told to be led.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.kinds import of_another_trade
from starproof.extract.people.led_by import leads
from starproof.extract.text.around import clause_within
from starproof.extract.text.words import singular, words
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
_TRAINED = Seldom(
    r"\b(?:trained|taught|re-?trained)\s(?P<who>(?:all\s|each\sof\s|every\sone\sof\s|about\s|some\s|over\s)?"
    r"(?:the|their|[\d,]+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]\w+)?|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|hundreds\sof)\s(?:[\w-]+\s)?[\w-]+)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:never|not|nobody|had|have\sto|should|would|could|\w+n[’']t)\b[^,;:.]{0,20}$", re.IGNORECASE
)
"""Before it, nobody was trained in the story, or somebody else did it before."""
_MOST = 2
"""Words, from the last one back, among which those who are trained stand."""


def trained(context: StoryContext) -> Iterator[Span]:
    """The clauses in which people of another kind are trained for it, in text order."""
    for one in context.labels:
        if one.label in ("action", "result"):
            found = _trained(context.document.quote(one.span, most=LONGEST))
            if found is not None and not leads(context, found[1]):
                yield clause_within(context, one.span, found[0])


@kept
def _trained(sentence: str) -> tuple[tuple[int, int], str] | None:
    even = evened(sentence)
    for found in _TRAINED.finditer(even.text):
        if _NOT_YET.search(even.text[: found.start()]):
            continue
        for word in found["who"].lower().split()[-_MOST:]:
            if of_another_trade(word) or (singular(word) != word and singular(word) in words("otherwise", "places")):
                return even.back(*found.span()), word
    return None
