"""Money that is gone: what a failure cost is no outcome, told of its parts, of all of it, or once more at the end.

"It cost us $410,000 in refunds and $250,000 in advisers. I have no nice ending about the $660,000. It went."
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from starproof.core.seeking import Seldom
from starproof.extract.money.given import ABOUT
from starproof.extract.money.outcome import words_about
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import spaced
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
_LOST = Seldom(
    r"(?<! not)(?<! never)(?<!n't)(?<! without)(?<! stop)(?<! stopped)(?<! avoided)(?<! instead of)(?<! have)(?<!'ve) "
    rf"(?:lost|lose|losing|loses|wrote off|written off|write off|writing off|wrote down) "
    rf"(?:(?:all|of|the|that|those|our|their|her|his|whole|full) ){{0,3}}{ABOUT}"
)
_WERE_LOST = Seldom(
    r"(?<! not)(?<! never)(?<! nothing)(?<! none)(?<! nobody)(?<! less)(?<! fewer) (?:was|were|got) (?:all |both "
    r")?(?:lost|stolen|ruined|spoiled|spoilt|"
    rf"written off|thrown away|destroyed) [,;:–—-] (?:(?:and|that|which|it|this|was|worth|is) ){{0,3}}{ABOUT}"
)
"""Before an amount, these make it what went with a thing: "the 14 tons were lost, about"."""
_DEALS = r"(?:clients?|customers?|contracts?|accounts?|deals?|orders?|renewals?|tenders?|advertisers?|tenants?)"
_GIVEN_UP = Seldom(
    r" (?:gave up|give up|giving up|forwent|sacrificed|walked away from|"
    r"(?:clients?|customers?|accounts?|partners?|buyers?|sponsors?|tenants?|owners?|one|two|three|\d[\d.,]*) "
    r"(?:had |has |have )?left(?! for )|"
    rf"(?:{_DEALS}|donors?|members?|subscribers?|guests?) (?:who|that) (?:had |have )?(?:left|quit|cancell?ed|went)|"
    rf"(?:the|this|that|our|their) (?:[a-z-]+ )?{_DEALS} (?:was|were|is|are) (?:now |all )?(?:gone|lost)|"
    rf"(?:we|i|they|which|it|that|then|and) (?:have |had )?lost (?:(?!back )\S+ ){{0,3}}?{_DEALS}|"
    rf"(?<! have )(?<! not )(?<! never )cost (?:us|me) (?:\S+ ){{1,4}}?{_DEALS}) "
    r"(?:(?!(?:but|and|so|because|until|before|when|while|after|back|came|saved|kept|stayed|returned|would|not|never|"
    r"down|lower|fell|fewer|dropped|less) )"
    r"\S+ ){0,9}$"
)
"""Before an amount, these make it what the choice cost: "we lost a client over it, a contract of"."""
_GONE = re.compile(
    r" (?:walked away|left|cancelled|canceled|went elsewhere|dropped out|pulled out|backed out) [.,;] "
    r"(?:and )?(?:that|it|this) (?:was|is|were|cost us) "
    r"(?:(?:maybe|perhaps|a|deal|of|about|around|roughly|some) ){0,4}$"
)
"""Before an amount, these make it what went with somebody: "one of them walked away. That was maybe"."""
_WITH_THEM = re.compile(
    r" (?:gone|left|went|walked|quit) (?:away |elsewhere )?, (?:and )?with (?:her|him|them|it) (?:went )?" + ABOUT
)
"""Before an amount, these say the same: "the customer was gone, and with her"."""
_TOOK_BACK = re.compile(
    r" (?:took|wanted|got|chose|claimed) (?:the|their|her|his|its|a) (?:[a-z-]+ )?(?:refund|deposit|money|fee) "
    r"(?:back )?[.,;] (?:(?:so|and|which|that|this|it) )*(?:was|were|is|came to|meant) " + ABOUT
)
"""Before an amount, these make it what a customer took back: "she took the refund. So that was"."""
_FROM_A_DEAL = Seldom(
    rf" (?:{_DEALS}|chains?|retailers?|subscriptions?|(?:pays?|paid|brings?|brought|billed|ordered)(?: in)?(?: us)?|"
    r"with us|to us) "
)
"""In the sentence of an amount, these make it what a customer brings."""
_UNREAL = re.compile(r" (?:would|could|might|will|to|if|whether|unless|\w+'d|\w+'ll) (?:\S+ ){0,4}$")
_KEPT = re.compile(r" (?:would have|not|never|\w+n't|avoid\w*|sav\w+) (?:\S+ ){0,3}$")
_LESS = frozenset(["less", "fewer"])
"""Right behind what was lost, these make it what is not lost any more: "wrote off 1.1 million less"."""


def is_gone(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount is told as lost for good."""
    if _KEPT.search(words["run"]):
        return False
    onward = words["onward"]
    if _THE.search(figure.lead) and _IS_GONE.search(onward):
        return True
    return bool(_NEVER_BACK.search(onward) or _GONE_FOR_GOOD.search(figure.tail))


def is_lost(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether the words before an amount say that it was lost, or went with a customer."""
    before = spaced(figure.before)
    if _LESS.intersection(figure.after[:1]):
        return False
    if any(way.search(before) for way in (_LOST, _WERE_LOST, _GONE, _WITH_THEM, _TOOK_BACK)):
        return True
    return bool(_GIVEN_UP.search(words["run"]))


def with_the_deal(money: Sequence[Figure]) -> Iterator[int]:
    """What a customer brought and, told once more, is gone: "worth $4 million a year ... the $4 million was gone"."""
    deals = {_amount(one): one for one in reversed(money) if _FROM_A_DEAL.search(_sentence(words_about(one)))}
    for last in money:
        first = deals.get(_amount(last))
        if first is not None and first.index < last.index and _went(last, words_about(last)):
            yield from (one.index for one in money if _amount(one) == _amount(last) and one.index <= last.index)


def _amount(figure: Figure) -> tuple[float, str]:
    return figure.value, currency(figure.quantity)


def _sentence(words: Mapping[str, str]) -> str:
    return words["run"] + words["onward"]


def _went(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount is told as lost or gone."""
    unreal = _KEPT.search(words["run"]) or _UNREAL.search(words["run"])
    return not unreal and (is_lost(figure, words) or is_gone(figure, words))


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
