"""Money that is gone: what a failure cost is no outcome, told of its parts, of all of it, or once more at the end.

"It cost us $410,000 in refunds and $250,000 in advisers. I have no nice ending about the $660,000. It went."
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from starproof.core.seeking import Seldom
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.scales import currency, period

_PARTS = 5
"""Of how many parts a whole is told at the most."""
_EXACT = 0.001
"""The share by which a whole may differ from its parts."""
_MONEY = r"(?:it|that|this|which|that money|the money|all of it|all of that)"
_GONE_FOR_GOOD = Seldom(
    rf" [.,;:–—-] (?:and |but )?(?:{_MONEY} (?:just |simply |all )?(?:went(?= [.,;!])|never came back|"
    r"(?:did not|didn't) come back|(?:is not|isn't|was not|wasn't) coming back|"
    r"was never (?:seen|recovered|repaid)|was (?:lost|wasted|for nothing))|"
    r"(?:none|nothing) of (?:it|that|this) (?:ever )?(?:came back|was (?:recovered|repaid|seen))|"
    rf"(?:we|i|nobody|they) never (?:saw|got|recovered|found) {_MONEY}(?: again| back)? )"
)
"""Behind an amount, these say that it went and stayed away."""
_NEVER_BACK = re.compile(
    r"^ (?:[a-z]+ ){0,3}?(?:that |which )?(?:never came back|"
    r"(?:we|i|they) (?:never|didn't|did not) (?:get|got|saw|see|recover)(?:ed)? "
    r"(?:back|again)|(?:i|we) had lost|(?:i|we) lost|(?:my|our) [a-z]+ (?:burned|burnt|lost|wasted|cost)) "
)
_THE = re.compile(r" (?:the|that|those|this) $")
_IS_GONE = re.compile(r"^ (?:is|are|was|were) (?:all )?gone ")
_KEPT = re.compile(r" (?:would have|not|never|\w+n't|avoid\w*|sav\w+) (?:\S+ ){0,3}$")


def is_gone(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount is told as lost for good."""
    if _KEPT.search(words["run"]):
        return False
    onward = words["onward"]
    if _THE.search(figure.lead) and _IS_GONE.search(onward):
        return True
    return bool(_NEVER_BACK.search(onward) or _GONE_FOR_GOOD.search(figure.tail))


def in_all(money: Sequence[Figure], lost: Collection[int]) -> Iterator[int]:
    """What amounts that were lost come to together, and the parts of one that was, where one sentence tells them."""
    for place, whole in enumerate(money):
        parts = money[max(0, place - _PARTS) : place][::-1]
        if (count := _made_up(whole, parts)) and all(part.index in lost for part in parts[:count]):
            yield whole.index
        parts = [part for part in money[place + 1 : place + 1 + _PARTS] if part.sentence == whole.sentence]
        if whole.index in lost and (count := _made_up(whole, parts)):
            yield from (part.index for part in parts[:count])


def _made_up(whole: Figure, parts: Sequence[Figure]) -> int:
    """How many of these, in their order, come to the whole; 0 where none do."""
    alike = (currency(whole.quantity), period(whole.quantity))
    for count, total in enumerate(accumulate(part.value for part in parts), 1):
        if (currency(parts[count - 1].quantity), period(parts[count - 1].quantity)) != alike:
            return 0
        if count > 1 and abs(total - whole.value) <= _EXACT * whole.value:
            return count
    return 0
