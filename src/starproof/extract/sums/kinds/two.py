"""Two amounts right before a third that tells both together: put to one another, or two sorts of a third."""

from __future__ import annotations

import re

from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import period

_WITH = re.compile(r" [.;,] (?:and )?(?:together )?with (?:\S+ ){0,5}$")
"""What adds the figure behind it to the one before: "$3.1 million a year. With the partner's 2.5 that makes"."""
_THAT_MAKES = re.compile(
    r"^ (?:\S+ ){0,3}?(?:that|it|this|which|we) (?:\S+ )?(?:makes?|made|comes? to|came to|brings|gives) "
)


def put_with(story: Telling, whole: Figure, first: Figure, last: Figure) -> bool:
    """Whether an amount is put to the one before, and the whole follows at once: "with the 2.5 that makes 5.6"."""
    if not (_THAT_MAKES.search(spaced(whole.before)) and _WITH.search(story.between(first, last))):
        return False
    one_time = whole.kind != "money" or len({period(f.quantity) for f in (first, last)} - {""}) < 2
    return one_time and alike(first, whole) and alike(last, whole)


def of_both(story: Telling, whole: Figure, first: Figure, last: Figure) -> bool:
    """Whether two sorts of things come to a third that both are: "240 nurses and 35 doctors, so 275 badges"."""
    counts = first.kind == last.kind == whole.kind == "count" and first.sentence == last.sentence == whole.sentence
    joined = counts and story.between(first, last).rstrip().endswith((" and", " plus", " +"))
    return joined and first.value + last.value == whole.value and first.noun != last.noun != whole.noun
