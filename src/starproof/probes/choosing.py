"""What is asked about the choice of a story, by what it tells of its price, of its risk and of those whom it hit."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.seeking import Seldom
from starproof.extract.teller.owning import goes_on_with_fault
from starproof.extract.teller.whose import is_choice, is_real
from starproof.extract.text.around import clause, heard_in
from starproof.probes.answered import is_told_to_them
from starproof.probes.candidate import Sight

LONGEST = 1_000
"""Code points of a sentence that are looked at."""
ANY_CHOICE = "if you had it to decide again today, what would you look at first?"
THEY_SAID = "what did those whom it hit answer, and where do you stand with them today?"
CHOICE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("trade-off",), "looking back, was that worth what you gave up, and how do you know?"),
    (("disagreement", "conflict"), "what would have made you give way?"),
    (("unpopular",), "who was hit hardest by that, and what did you say to them?"),
    (("risk",), "how would you have noticed in time, had it been wrong?"),
)
"""What is asked about a choice, by what is told beside it: its price, who was against it, its risk."""
_GAVE_WAY = Seldom(
    r"\b(?:(?:it|that|this|things?) (?:was|is|had been) (?:already )?(?:decided|settled)|gave (?:way|in)|"
    r"(?:was|were|been) overruled|overruled (?:me|us)|decided against me|disagree and commit|committed to it)\b",
    re.IGNORECASE,
)
"""Words of somebody who gave way already."""
_EVER_SINCE = re.compile(
    r"\b(?:after that|since then|from then on|ever since)\b[^.;:!?]{0,12}\b(?:every|each|all|no|nobody)\b",
    re.IGNORECASE,
)
"""What is done ever since is a practice, and no choice that was made once."""
_WHY = re.compile(r"\bbecause (?:I|we) (?:would|will)(?:n[’']t| not)\b", re.IGNORECASE)
"""Straight before: why something was chosen, "I told them in person, because I would not have them read it"."""
_AHEAD = 12
"""Code points before a clause in which it may be called a reason."""


def is_chosen(context: StoryContext, signal: Signal) -> bool:
    """Whether it is a choice that the teller made once, and no thought, practice or fault that is owned."""
    words = clause(context, signal.span)
    if _WHY.search(context.document.text, max(0, words.start - _AHEAD), signal.span.end) is not None:
        return False
    if _EVER_SINCE.search(heard_in(context, words)) is not None or goes_on_with_fault(context, signal.sentence):
        return False
    return is_choice(context, signal) and is_real(context, words)


def of_choice(sight: Sight, choice: Signal) -> str:
    """The question about a choice that goes on from what is told beside it."""
    words = sight.context.document.quote(sight.context.labels[choice.sentence].span, most=LONGEST)
    if _GAVE_WAY.search(words):
        return ANY_CHOICE
    told = next((one for one in CHOICE if sight.near(choice.sentence, one[0], steps=(0, 1))), None)
    if told is None:
        return ANY_CHOICE
    if "unpopular" in told[0] and is_told_to_them(sight.context, choice.sentence):
        return ANY_CHOICE if sight.near(choice.sentence, ("unpopular",), steps=(1, 2)) else THEY_SAID
    return told[1]
