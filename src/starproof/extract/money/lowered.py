"""What it is worth that a share of some harm fell: "leakage stood at 3.2 % ... By spring it was 1.7 %, worth £13.5M".

Said of the first level, the same words tell how large the harm is: "churn was 7 %, worth £3M a year".
"""

from __future__ import annotations

import re

from starproof.extract.money.things import things_in
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.rows import words_of

_WORTH = re.compile(
    r" , (?:(?:and|which|that) (?:is|was) |that's )?(?:worth|saving(?: us)?) "
    r"(?:(?:about|around|roughly|some|us) ){0,2}$"
)


def worth_of_less(story: Telling, figure: Figure, run: str) -> bool:
    """Whether an amount is told as the worth of a share that stood higher earlier in the story."""
    if not _WORTH.search(run) or not figure.place:
        return False
    share = story.figures[figure.place - 1]
    if share.quantity.unit != "%" or share.sentence != figure.sentence:
        return False
    named = _things(story, share)
    earlier = (f for f in story.figures[: share.place] if f.quantity.unit == "%" and f.value > share.value)
    return any(f.sentence < share.sentence and named & _things(story, f) for f in earlier)


def _things(story: Telling, figure: Figure) -> frozenset[str]:
    """The words before a figure in its sentence that may name what it is a share of."""
    span = story.sentences[figure.sentence]
    return things_in(words_of(story.text[span.start : figure.start]))
