"""What a choice cost, told as what came of it: people who were angry, weeks that were lost, money that was spent.

``sides.prices`` hears a price that the teller names as one. Many only go on: "the other customer got it eight weeks
later, and they were angry". Such words are a price only soon after the choice; elsewhere they tell a trouble.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import clause_within
from starproof.parse.evened import place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_WRITTEN, _SPOKEN = 3, 6
"""Sentences from the choice on in which its price may be told; raw speech comes in short pieces."""
_LONGER = 2
"""So many times as far on it may be told who left."""
_SOME = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|few)"
_TIMES = r"(?:days?|weeks?|wks?|months?|quarters?|sprints?|years?|hours?)"
_BAD_MOOD = r"(?:annoyed|angry|furious|cross|upset|unhappy|livid|bitter|hurt|disappointed|mad|sour)"
_PARTED = (
    r"(?:left|leave|quit)(?=[,.;:!?]|$| (?:us|me|because|over|within|after|and (?!right)|"
    r"the (?:company|firm|team|group|bank|agency|business|programme|program|project))\b)|"
    r"resigned\b|handed in\b|walked out\b|asked to (?:leave|(?:be )?moved?)"
    r"(?=[,.;:!?]|$| (?:the (?:team|programme|group)|team|teams|to|off|away|out)\b)"
)
_WORD = r"(?:(?!(?:would|could|might|may|had|will|never|have|has)\b)[\w-]{2,14})"
_LEFT = Seldom(
    rf"(?<!one in )\b{_SOME}(?: of (?:them|us|the|my|our|his|her))?(?: {_WORD}){{0,3}} (?:{_PARTED})|"
    r"\b(?:left|resigned|quit),? (?:because of|over) (?:it|this|that|me|us|my)\b|"
    r"\bi lost (?:my best|my strongest|a good|a very good|one of my|two of my|one|two|three|some) ",
    re.IGNORECASE,
)
"""Who went for it; that shows later than a bad mood."""
_AFTERMATH = Seldom(
    rf"(?<!\bi )\b(?:was|were|is|are|got|became|felt)(?: \w{{2,10}}){{0,2}} {_BAD_MOOD}\b|"
    rf"\b{_BAD_MOOD} (?:with|w/|at) (?:me|us)\b|"
    r"(?<!\bi )\b(?:was|were)(?: not|n[’']t)(?: \w{2,10})? (?:happy|pleased|amused|delighted)\b|"
    r"(?<!\bi )\b(?:really |certainly |plainly )?did(?: not|n[’']t) (?:really )?like (?:it|that|this)\b|"
    rf"\b{_SOME} (?:\w{{2,10}} )?(?:tense|bitter|cold|hard|silent|ugly) (?:days?|weeks?|months?)\b|"
    r"\b(?:hated|resented|cursed) (?:it|that|me|us|this)\b|\btook it (?:very |rather |quite )?badly\b|"
    r"\b(?:did(?: not|n[’']t)|has(?: not|n[’']t)|had(?: not|n[’']t)) (?:quite )?(?:speak|spoken|talk|talked|forgiven|"
    r"forgive) (?:to |with )?(?:me|us)\b|(?<!i have )\bnot (?:quite )?forgiven (?:me|us|it|that)?\b|"
    rf"\b(?:slipped|slip|slips|moved)(?: back| out)?(?: by)? {_SOME} {_TIMES}\b|"
    rf"\b{_SOME} {_TIMES} (?:late|later(?! (?:i|we|he|she|they|it|the|that|than before)\b)|behind|over)\b|"
    rf"\b(?:i|we)(?: had|[’']d)? spent (?:[$€£]|about |some |almost |nearly |over |{_SOME}\b|another )|"
    r"\b(?:i|we) let (?:(?:him|her|them|us|the \w{3,12}) )?down\b|"
    rf"\blate by {_SOME} {_TIMES}\b|\bthreatened (?:me|us) with\b|"
    rf"\b(?:went|go|did) without (?:it|us|me|them|him|her|anything|anybody)\b|"
    r"\b(?:stood|lay|sat) (?:still|idle|untouched|dark|empty) (?:until|till|for)\b|"
    r"\b(?:it|they|everything|the \w{3,12}) stood for (?:about |nearly |almost |over )?[\w-]{1,12} "
    r"(?:minutes|hours?|days?|weeks?)\b|"
    rf"\b(?:it|that|this|which) (?:(?:added|adds)(?: us| me)?|took another) (?:an extra |about )?{_SOME} (?:more )?"
    rf"{_TIMES}(?=[.,;]|$| to (?:the|our))|"
    rf"\b(?:i|we) lost {_SOME} {_TIMES}(?=[.,;]|$| (?:by|on|over|for|to|with|of)\b)|"
    r"\b(?:which|that|it|this) lost (?:us|me|the \w{3,12}) |\b(?:everything|all) else (?:slipped|waited|stood|slid)\b|"
    r"\bgot no (?:new )?\w{3,12} (?:until|till|for|that)\b|"
    r"\b(?:every|each|all) [\w-]{3,14} (?:now |still )?(?:has|have) to [^.,;:!?]{2,40} "
    r"(?:again|by hand|twice|themselves|itself)\b|"
    r"\bknowing (?:that )?(?:it|this|that|we|they) (?:would|will|might|could) "
    r"(?:break|fail|lose|cost|slip|hurt|be (?:late|slower|worse))\b|"
    r"\b(?:it|that|they|sales|revenue|conversion|numbers|(?:the|our) \w{3,14}) did "
    r"(?:go down|come down|drop|fall|dip|suffer|shrink)\b|"
    rf"\bnever got\b|\b(?:we|i) (?:had to )?(?:refunded?|pa(?:id|y) back)\b|\b{_SOME} months? free\b",
    re.IGNORECASE,
)


def aftermath(context: StoryContext, chosen: Iterable[Span]) -> Iterator[Span]:
    """The clauses soon after one of these choices that tell what it cost somebody, in text order."""
    reach = _SPOKEN if context.document.register == "spoken" else _WRITTEN
    places = [place for span in chosen if (place := context.sentence_at(span.start)) is not None]
    near, far = ({place + step for place in places for step in range(n + 1)} for n in (reach, _LONGER * reach))
    for place in sorted(far):
        if place < len(context.labels) and context.labels[place].label in ("task", "action", "result"):
            words = context.sentence(place, most=LONGEST)
            found = (_found(words) if place in near else None) or _left(words)
            if found is not None:
                yield clause_within(context, context.labels[place].span, found)


@kept
def _found(words: str) -> tuple[int, int] | None:
    return place_of(_AFTERMATH, words)


@kept
def _left(words: str) -> tuple[int, int] | None:
    return place_of(_LEFT, words)
