"""What a story can spare: what it says twice, and scenery that nothing which follows goes back to."""

from __future__ import annotations

import re
from itertools import chain

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.parse.words import CAPITAL, SMALL
from starproof.timing.passage import Passage
from starproof.understand.clauses import tense

_WORD = re.compile(r"[^\W\d_]{4,}")
_PLAIN = frozenset(
    (
        "that this they them their there then than these those with from into onto over about after before because "
        "been being were have will would could should must might does done what when where which while whom whose "
        "here also just only even ever never very much many more most some such each every other another same both "
        "still again back down your ours mine know knew known think thought said told asked come came went gone goes "
        "going make made take took taken give gave given find found look looked want wanted need needed like really "
        "always often already thing things something anything nothing everything people year years month months week "
        "weeks days today first last next time times good well work worked part somebody anybody everybody nobody "
        "because since until anyway quite maybe whole half kind sort used"
    ).split(" ")
)
"""Words that say nothing of what a sentence is about."""
_SLIGHT = frozenset("target constraint turn lesson stakes peers bosses customers stakeholder challenge".split(" "))
"""Signals that a sentence may hold and still be spared; any other tells what was done, by whom, or what it cost."""
_WHO = (
    rf"(?:[Ii]|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Nn]obody|[Ee]verybody|[{CAPITAL}][{SMALL}]{{2,14}}|"
    rf"(?:[Tt]he|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)(?: [a-z]{{3,14}}){{1,2}}(?:, [{CAPITAL}][{SMALL}]{{2,14}},)?)"
)
_STEP = Seldom(
    rf"\b{_WHO}(?:[’'](?:d|ve))?(?: (?:had|have|has|then|also|only|just|still|first|finally|never|not|each|all|both|"
    r"therefore|instead)){0,2} (?P<does>[a-z]{3,14})\b"
)
_STATES = frozenset(["had", "was", "were", "would", "could", "used", "meant", "seemed", "looked", "loved"])
"""Verbs in the past that move nothing."""
_OPEN = frozenset(["want", "wanted", "need", "needed", "agree", "agrees", "refuse", "refuses", "offer", "offers"])
"""Verbs of what is at stake between people, in whatever tense."""
_POINT = Seldom(
    r"\b(?:the|my|our|one|real|first|open|only|hardest) (?:question|choice|decision|issue|problem|point|goal|aim|job|"
    r"task|reason|catch|trouble|risk)(?: [a-z]{2,8}){0,3} (?:was|were|is)\b|"
    r"\bwhy (?:nobody|no one|everybody|we|it|they)\b|"
    r"\b(?:had|have) to (?:decide|choose)\b|\bwhether to\b|"
    r"\b(?:errors?|mistakes?|fault|blame|advice)\b",
    re.IGNORECASE,
)
"""What the story is about is put, or whose fault it was."""


def is_spare(story: Passage, place: int, kinds: frozenset[str]) -> bool:
    """Whether the story loses nothing that it goes on with, when this sentence, with facts of these kinds, is cut.

    Scenery alone can be spared, in which nobody takes a step; anything can that has been said before.
    """
    words = story.document.quote(story.labels[place].span)
    label, said = story.labels[place].label, [_about(story.document.quote(one.span)) for one in story.labels]
    if said[place] and any(said[place] <= one for one in said[:place]):
        return True
    if label != "situation" or not kinds <= _SLIGHT or _POINT.search(words) is not None or _moves(words):
        return False
    later = (said[n] for n in range(place + 1, len(said)) if story.labels[n].label != label)
    return said[place].difference(*said[:place]).isdisjoint(chain.from_iterable(later))


def _moves(sentence: str) -> bool:
    """Whether somebody moves the story on: what was done, agreed or wanted is what a listener waits for."""
    does = [found["does"] for found in _STEP.finditer(sentence)]
    return any(word in _OPEN or (tense(word) == "past" and word not in _STATES) for word in does)


@kept
def _about(sentence: str) -> frozenset[str]:
    """The words of a sentence that say what it is about, in the singular and in small letters."""
    return frozenset([word.removesuffix("s") for word in _WORD.findall(sentence.lower()) if word not in _PLAIN])
