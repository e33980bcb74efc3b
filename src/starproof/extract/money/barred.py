"""Amounts of money that are no outcome: targets, what was lost or spent, prices of one thing, and bills that lead up to
what was gained.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from starproof.core.facts import Claim
from starproof.core.seeking import Seldom
from starproof.extract.money.budgets import is_of_budget
from starproof.extract.money.costs import gapped, is_bought, is_cost, is_risen, is_whole
from starproof.extract.money.disowned import is_of_others
from starproof.extract.money.given import ABOUT, SPARED, is_given
from starproof.extract.money.harms import HARM
from starproof.extract.money.lost import in_all, is_gone, is_lost, with_the_deal
from starproof.extract.money.net import not_net
from starproof.extract.money.noted import is_noted_price
from starproof.extract.money.outcome import JOINS, STOPS, until, words_about
from starproof.extract.money.priced import is_priced
from starproof.extract.money.wholes import bases, wholes
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import period

_OWN = 6
"""How many words beside an amount may be about it."""
_ROUNDED = 0.05
"""The share by which a yearly sum may differ from its rate and still be the same money."""
_GOAL = Seldom(
    r"(?<! than the)(?<! over the)(?<! above the)"
    r" (?:targets?|goals?|promised?|budget|forecast|ceiling|obligation|cap|plan) "
    r"(?:(?!(?:and|so|it|that's|in|which|we) |, |\. |; |[-–—=→>]+ )\S+ ){0,4}$"
)
_CAPPED = Seldom(
    r" (?:keep|hold|bring|get|keeping|holding) (?:(?!(?:and|but|so) )\S+ ){0,3}"
    r"(?:spend|spending|costs?|bills?|budget) (?:[a-z-]+ ){0,2}(?:<|≤|=|<=|under|below|within|at|to|down to) " + ABOUT
)
"""Before an amount, these make it what may be spent and no more: "keep spend under"."""
_SPENT = Seldom(
    r" (?:(?:we|i|it|they|which|all|project|programme) (?:had |have |only |finally )?(?:spent|cost|finished at|"
    r"invested)|"
    r"(?:drop|fall|outage|delay|error|bug|fault|failure|mistake|incident|breach|leak|loss|night|weekend|week|day) "
    r"(?:had |alone |has )?cost (?:us|me|them)) " + ABOUT
)
_FOR_ONE = re.compile(
    r" (?:one|each|every) (?:(?!(?:year|month|quarter|week|day|of) )[a-z-]+ ){1,3}(?:costs?|sets|loses?) "
    r"(?:(?:us|them|the|company) ){0,2}" + ABOUT
)
"""Before an amount, these make it what one thing costs: "replacing one engineer costs us about"."""
_WORTH_ONE = re.compile(
    r" (?:a|an|one|each|every) (?!(?:gain|saving|reduction|cut|drop|fall|rise|year|month|week|day|quarter) )"
    r"(?:[a-z-]+ ){1,5}?(?<! that )(?<! this )(?<! it )(?<! which )(?<! all )"
    r"(?:is|costs|means) (?:(?:worth|something|somewhere|like|to) ){0,3}" + ABOUT
)
"""The same in the present tense, where the amount may recur: "a late opening is something like that a day".

Where a pronoun stands before the verb, it is of all that was told: "at $90 a box that is worth about".
"""
_HAD_TO_PAY = Seldom(
    r"(?<! longer)(?<! not)(?<! never)(?<!n't)(?<! would have)(?<!'d have) (?:had to|we have to|needed to) "
    r"(?:buy|pay|rent|hire|spend|extend|order|replace|book|lease|refund|compensate) "
    r"(?:(?!(?:and|but|so|until|before|anyway|less|fewer) )\S+ ){0,11}$"
)
"""Before an amount, these make it what somebody had to pay: "we had to buy support for a year, which was"."""
_OF_THE_FIRM = re.compile(r" (?:has|had|have|with) (?:a |an )?(?:yearly |annual )?(?:revenue|turnover) of " + ABOUT)
"""Before an amount, these make it what the firm turns over."""
_OF_BUDGET = re.compile(r" (?:spent|spend|used|invested|needed|paid) (?:\S+ ){1,4}of (?:the|our|its|that|a) $")
"""Before an amount, these make it what there was to spend: "we spent 7 of the"."""
_AT_STAKE = re.compile(
    r" (?:the|this|that|our|one) (?:[a-z-]+ ){0,2}(?:sale|season|launch|peak|tender|fair|weekend|release|festival|"
    r"event|campaign|auction|holiday|match|concert) (?:is|was) worth (?:\S+ ){0,2}$"
)
"""Before an amount, these make it what would be earned anyway, and was at risk."""
_NOT_HAD = Seldom(
    r" (?:we|i|they|nobody|there) (?:(?:did not|didn't|don't|do not) have(?! (?:to|before) )|hadn't got|"
    r"was no (?:money|budget)|were no funds|could not (?:afford|pay)|couldn't (?:afford|pay)) "
    r"(?!(?:\S+ ){0,2}(?:any ?more|any longer|now|since|again) )"
)
"""Behind an amount, these make it a price that nobody could pay."""
_PUT_OFF = re.compile(
    r" (?:moved|pushed|shifted|deferred|delayed|postponed|put off|missed the (?:quarter|month|year|plan|target) by) "
    + ABOUT
)
"""Before an amount, these make it what came later than it should have: "moved 2 million of revenue into the next"."""
_OUR_WAY = re.compile(r"^ (?:(?!(?:and|but|so|which|that|into) )\S+ ){0,4}?(?:to us|our way|to our|in our direction) ")
"""Behind an amount that was moved, these make it a gain: "moved 2 million of orders back to us"."""
_CAME_LATER = Seldom(
    r"^ (?:(?!(?:would|not|nothing|never|which|that|because|if) )\S+ ){0,4}?(?:slipped|slid|(?:was|were|got|"
    r"has been|had been) "
    r"(?:pushed|moved|delayed|postponed|put off|deferred|put back)|came (?:in )?(?:a|one|two|three|some) "
    r"(?:whole |full )?(?:quarter|month|week|year)s? (?:later|late)|(?:moved|went) (?:out )?(?:in)?to (?:the |"
    r"a )?(?:next|following|later|new (?:year|quarter|month))) "
)
"""Behind an amount, these say the same: "2 million of revenue slipped into the next quarter"."""
_FROM_UP = Seldom(
    r" (?:(?:^ |[.;¶] )?(?:whoever|anyone who|those who)|(?:every|each|any|all) (?!(?:year|month|quarter|week|"
    r"day|season|site|of) )(?:[a-z-]+ )?"
    r"(?:customers?|clients?|accounts?|contracts?|deals?|orders?|claims?|invoices?|purchases?|requests?|changes?|"
    r"projects?|payments?|refunds?|expenses?|suppliers?|transactions?|partners?)) "
    r"(?:(?!(?:sav|gain|kept|stay|renew|brought|bring|earn))\S+ ){0,5}?(?:over|above|more than|under|below|"
    r"up to|beyond) "
    r"(?:a |the )?$"
)
"""Before an amount, these make it a threshold: "every customer that pays us more than"."""
_IN_ONE_DAY = Seldom(
    r"^ (?:of (?:[a-z-]+ )?[a-z-]+ )?(?:in|on|over|for) (?:one|a single|that|that one|the one) "
    r"(?:(?:bad|very) )?(?:day|night|morning|afternoon|evening|hour|weekend|shift) "
)
"""Behind an amount, these make it what a failure did at once, where nothing says that it was gained."""
_MADE = Seldom(
    r" (?:sold|sell|made|earned|took|taken|raised|brought|collected|won|booked|paid out|avoid\w*|prevent\w*|would|not|"
    r"never|didn't|instead) "
)
_COMES_TO = r"(?:was|were|is|are|came|comes|amounted|added up|ran|runs|stood|had been)"
_IS_PROBLEM = Seldom(
    rf" {HARM} (?:(?!(?:and|but|so|which|that|,|;|:) )\S+ ){{0,4}}?{_COMES_TO} "
    rf"(?:[a-z]+ ){{0,2}}?(?:(?:at|to) )?{ABOUT}|"
    rf" (?:put|estimated|reckoned|valued|costed) (?:the|our|all|those|that) (?:\S+ ){{0,2}}?{HARM} "
    rf"(?:\S+ ){{0,2}}?at {ABOUT}"
)
"""Before an amount, these make it the size of the problem: "the double payments came to"."""
_RUNS_AT = Seldom(
    r" (?:costs?|bill|spending|spend|budget|rent|payroll) "
    r"(?:(?:is|are|was|were|runs?|ran|stands?|stood|has been) (?:now |still |today )?(?:at )?|now )" + ABOUT
)
"""Before an amount, these make it what is paid, and no gain."""
_LESS = frozenset("less fewer under below".split())
"""Right behind an amount, these make a bill what was not spent: "we spent 900,000 less"."""
_EACH = re.compile(
    r"^ (?:each|apiece|a piece|a head|per head) (?!(?:year|month|week|day|quarter|season|night|winter) )"
)
_WENT = re.compile(r"^ (?:\S+ )?(?:went|gone|goes|spent|invested) (?:on|in|into) ")
_SO = re.compile(r" (?:so|which|that's|meaning|means|hence|thus|therefore|=|makes) ")
_GAINED = frozenset(
    "less lower lighter cheaper fewer smaller back off down saved gone better reduced save saves saving savings stay "
    "stays kept keep keeps avoid avoided gain gains gained extra more earns".split()
)
_ESCAPED = Seldom(r" (?:avoid\w*|prevent\w*|would|spared|without|instead|ended|closed|stopped|disappeared|zero) ")
_NEAR = 110
"""Code points between a bill and what is told to follow from it."""
INCOME = re.compile(
    r" (?:revenues?|sales|turnover|income|profits?|bookings|margins?|earnings|earned|sold|took(?! (?:charge|over|on|"
    r"up|part|place|care|it|this|that|him|her|them|us) )|takings|receipts|"
    r"grossed|arr|subscriptions|donations|royalties) "
)


def barred(figures: Sequence[Figure], sums: Sequence[Claim], *, ended: Collection[int] = ()) -> set[int]:
    """Targets, what was lost or spent once, all that together, and prices of one piece in a product.

    A bill that ``ended``, by its index, is none for its size.
    """
    kinds = {figure.index: figure.kind for figure in figures}
    money = [figure for figure in figures if figure.kind == "money"]
    found = {figure.index for figure in money if _no_gain(figure, ended=figure.index in ended)}
    found.update(gapped(money, found))
    found.update(in_all(money, found), with_the_deal(money), wholes(money), bases(figures))
    told = {figure.index: figure for figure in figures}
    found.update(not_net(money, told, sums))
    for claim in sums:
        found.update(_of_bills(claim, told, found))
        product = claim.kind == "sum" and {kinds[index] for index in claim.operands} > {"money"}
        if product:
            found.update(claim.operands)
            found.update(_paid_for_all(claim, told))
    return found


def _of_bills(claim: Claim, told: Mapping[int, Figure], spent: Collection[int]) -> Iterator[int]:
    """What was spent in all: every part is a bill, or is told in one sentence with one that is."""
    total = None if claim.quantity is None else told.get(claim.quantity)
    parts = [told[index] for index in claim.operands]
    if total is None or claim.kind != "sum" or any(part.kind != "money" for part in (total, *parts)):
        return
    bills = {part.sentence for part in parts if part.index in spent}
    if all(part.index in spent or part.sentence in bills for part in parts) and not _is_gained(
        words_about(total)["run"]
    ):
        yield total.index


def _paid_for_all(claim: Claim, told: Mapping[int, Figure]) -> Iterator[int]:
    """What several things cost together, where it is told that one was paid for: "we hired nine at $100,000 each"."""
    whole = None if claim.quantity is None else told.get(claim.quantity)
    prices = [told[index] for index in claim.operands if index in told and told[index].kind == "money"]
    if whole is not None and any(is_bought(words_about(one)) for one in prices):
        words = words_about(whole)
        if not _is_gained(words["run"]) and not SPARED.search(words["run"] + words["onward"]):
            yield whole.index


def _no_gain(figure: Figure, *, ended: bool) -> bool:
    """Whether an amount is a target or was lost, or is a one-off that the work took."""
    before = spaced(figure.before)
    words = words_about(figure)
    if _GOAL.search(before) or _CAPPED.search(before) or is_lost(figure, words):
        return True
    once = not period(figure.quantity)
    if (once and is_gone(figure, words)) or _is_late(before, words["onward"]):
        return True
    if (
        is_cost(figure, words)
        or is_whole(figure, words)
        or is_risen(figure, words)
        or is_of_others(words)
        or is_priced(figure, words)
        or is_noted_price(figure, words)
        or _FROM_UP.search(words["run"])
        or _is_paid(words)
        or _OF_THE_FIRM.search(before)
    ):
        return True
    if once and _IN_ONE_DAY.search(words["onward"]) and not _is_gained(words["run"]):
        return True
    if (not ended and _is_size(words["run"], words["onward"])) or is_given(before, words):
        return True
    if _NOT_HAD.search(words["onward"]) or is_of_budget(words):
        return True
    if _AT_STAKE.search(words["run"]) and not _GAINED.intersection(figure.after[:2]):
        return True
    if once and _EACH.search(spaced(figure.after[:4])):
        return True
    if _OF_BUDGET.search(figure.lead) or (not _LESS.intersection(figure.after[:1]) and _is_for_one(figure, before)):
        return True
    return once and _is_spent(figure, before)


def _is_for_one(figure: Figure, before: str) -> bool:
    """Whether an amount is what one thing costs or is worth; "a winter costs 42,000 less" tells how much that fell."""
    once = not period(figure.quantity)
    return bool(_WORTH_ONE.search(before) or (once and _FOR_ONE.search(figure.lead)))


def _is_late(before: str, onward: str) -> bool:
    """Whether an amount came later than it should have."""
    return bool(_PUT_OFF.search(before) and not _OUR_WAY.search(onward)) or bool(_CAME_LATER.search(onward))


def _is_spent(figure: Figure, before: str) -> bool:
    """Whether an amount was paid for the work."""
    spent = _SPENT.search(before) or _WENT.search(spaced(figure.after[:4]))
    return bool(spent) and not _LESS.intersection(figure.after[:1])


def _is_paid(words: Mapping[str, str]) -> bool:
    """Whether an amount is what somebody had to pay, and nothing says that this went away."""
    run, onward = words["run"], words["onward"]
    return bool(_HAD_TO_PAY.search(run)) and not (SPARED.search(onward) or _GAINED.intersection(onward.split()))


def _is_size(run: str, onward: str) -> bool:
    """Whether an amount is the size of the problem or a running cost, and nothing says that it went away."""
    if not (_IS_PROBLEM.search(run) or _RUNS_AT.search(run)):
        return False
    gone = SPARED.search(run) or SPARED.search(onward) or _GAINED.intersection((*run.split(), *onward.split()))
    return not (gone or _ESCAPED.search(run) or _ESCAPED.search(onward))


def _is_gained(run: str) -> bool:
    """Whether the words of the sentence before an amount say that it was earned, or spared."""
    return bool(_GAINED.intersection(run.split()) or _MADE.search(run) or INCOME.search(run))


def surpassed(story: Telling, money: Sequence[Figure], sums: Sequence[Claim]) -> set[int]:
    """Bills that only lead up to the next amount, which is what was gained: "it costs $2M, so we pay $1M less"."""
    agreed = [claim for claim in sums if claim.kind == "annualised" and rounded(claim)]
    tied = {index for claim in agreed for index in (*claim.operands, claim.quantity)}
    tied |= {claim.quantity for claim in sums if claim.kind in ("sum", "difference")}
    return {
        bill.index
        for bill, gain in itertools.pairwise(money)
        if bill.index not in tied and _leads_up(bill, gain, story.between(bill, gain))
    }


def _leads_up(bill: Figure, gain: Figure, between: str) -> bool:
    if gain.start - bill.end > _NEAR or " ¶ " in between or not _SO.search(between):
        return False
    own = {*bill.before[-_OWN:], *until(bill.after, JOINS)}
    spared = SPARED.search(bill.lead) or SPARED.search(spaced(bill.after))
    told = {*gain.before, *until(gain.after, STOPS)[:_OWN]}
    return not spared and not own & _GAINED and not INCOME.search(spaced(bill.after)) and bool(told & _GAINED)


def rounded(claim: Claim) -> bool:
    """Whether a claim comes out as stated, but for what people round off."""
    return claim.verdict == "consistent" and abs(claim.stated - claim.computed) <= _ROUNDED * abs(claim.computed)
