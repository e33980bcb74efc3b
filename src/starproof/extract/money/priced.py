"""What a thing came to, and what is left of a sum: "the hire of it came to $9,000", "that left us $55,000".

Who names a thing and its amount, and no gain, tells its price, whatever the thing is. What was earned or spared is told
by a word for that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from starproof.core.seeking import Seldom
from starproof.extract.money.costs import PAID_FOR
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.scales import period

_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|some|over|another|at least|like|just|under|only|a|an|the|close to|"
    r"more than|something|maybe|all of) ){0,3}$"
)
_DETERMINED = r"(?:the|a|an|our|my|its|his|her|their|this|that|each|one|two|three|four|five|six|both|all|another)"
_WORD = (
    r"(?:(?!(?:we|i|they|he|she|it|which|that|who|and|but|so|because|if|when|by|from|was|were|had|would) )[a-z0-9'-]+|"
    r"of (?:it|them|these|those))"
)
_THING = re.compile(
    rf"^(?: [a-z]+ ,| and| but| so| -)? (?:{_DETERMINED} (?:{_WORD} ){{1,8}}?|"
    rf"(?:{_WORD} ){{1,4}}?(?=(?:were|ran|came) ))"
    r"(?:was|were|is|are|came(?: out)? (?:to|at)|comes to|came in at|ran to|runs to|amounted to|totall?ed) " + _ABOUT
)
"""From the beginning of a sentence to an amount, these make it what a thing came to."""
ADDED = r"extra|additional|more|new"
"""What comes to something else, gained or bought."""
_LESS = (
    r"sav\w+|spar\w+|avoid\w*|prevent\w*|gain\w*|earn\w*|won|recover\w*|kept|sold|brought|collected|retained|protected|"
    r"net|less|lower|lighter|smaller|fewer|cheaper|down|off|under|below|up|back|better|gone|none|nothing|never|not|"
    r"no|would|could|instead|stop\w*|waived|without|ended|\w+n't|\w+'d|raised?|donated|half"
)
_SPARED = rf"{ADDED}|{_LESS}"
_GAINS = (
    r"benefits?|value|worth|upsides?|differences?|effects?|impacts?|results?|outcomes?|totals?|sums?|"
    r"figures?|numbers?|revenues?|sales|turnover|income|profits?|margins?|takings|receipts|proceeds|orders?|bookings?|"
    r"contracts?|deals?|renewals?|subscriptions?|commissions?|premiums?|royalties|donations?|grants?|funding|prizes?|"
    r"awards?|returns?|growth|increases?|rises?|uplift|improvements?|reductions?|drops?|cuts?|falls?|wins?|pipeline|"
    r"claims?|first|estimates?|accounts?|quarter|season|month|year|week|days?"
)
_GAINED = Seldom(rf" (?:{_SPARED}|{_GAINS}) ")
"""Before an amount: what is gained or spared, by a noun or by a verb, or a word that sums up what was told before."""
WON = Seldom(rf" (?:{_LESS}|{_GAINS}) ")
"""The same, without what may as well be bought: "two extra servers"."""
_SPARED_BEFORE = Seldom(rf" (?:{_SPARED}) ")
_SPARED_SINCE = Seldom(rf" (?:{_SPARED}|ended|closed|cancel\w*|handed|switched|dropped|fell|used) ")
SPARED_BEHIND = Seldom(
    rf" (?:{_SPARED}|of (?:(?:new|additional|extra|recurring|yearly|annual) )?"
    r"(?:premiums?|sales|revenues?|orders?|bookings?|business|income|profit|margin)|"
    r"in (?:[a-z]+ )?(?:sales|revenues?|orders?|bookings?|fines|penalties|donations|premiums?|profit|margin)) "
)
_PAID = Seldom(rf" {PAID_FOR} (?:(?!(?:brings?|earns?|fees?) )\S+ ){{1,9}}$")
_LEFT = Seldom(
    rf" (?:remaining|outstanding|unspent|leftover|left over) (?:of )?{_ABOUT}|"
    r" (?:remaining|outstanding|unspent|leftover) (?:[a-z]+ ){1,2}(?:was|were|is|of|came to|stood at|stands at) "
    rf"{_ABOUT}| (?:that|it|this|which) (?:left|leaves) (?:us|me|them|the team) (?:with )?{_ABOUT}|"
    rf" (?:instal?ments?|deposit|down payment|advance|prepayment|retainer|balance) (?:of|was|came to) {_ABOUT}"
)
"""Before an amount, these make it what is left of another, or a part that was paid of it."""
_NOTED_LOSS = re.compile(
    r" (?:losses|fines|penalties|refunds|damages|write-offs|shrinkage) (?:: )?"
    r"(?:(?:about|around|roughly|some|only|just|under|over) ){0,2}$"
)
"""Straight before an amount, in notes: it is what was lost, or is still."""
_HAD = Seldom(rf" (?:had|have|has|was|were|is|are|still|kept) {_ABOUT}")
_UNSPENT = re.compile(
    r"^ (?:(?:was|were) )?(?:still )?(?:left|remaining|unspent|left over|to spare)(?= [.,;]| in | at | of | by | for )"
)
"""Behind an amount that somebody had, these say the same."""
_OUT_OF = re.compile(
    r"^ ,? (?:and )?(?:(?:it|that|which|i|we) )?(?:all )?(?:came|paid (?:it|that|for it)|took (?:it|that)) "
    r"(?:out of|from) (?:my|our|the|his|her|their) (?:own )?"
    r"(?:[a-z]+ )?(?:budget|pocket|bonus|funds?|plan|money) "
)
"""Behind an amount, these say that the teller paid it."""


def is_priced(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount is told as what a thing came to or as what is left, and nothing says that it was gained.

    What recurs may have come to an end in a later sentence, and nothing that follows it may say so.
    """
    run, onward = words["run"], words["onward"]
    if _NOTED_LOSS.search(run) and not (_SPARED_BEFORE.search(run) or _SPARED_SINCE.search(onward)):
        return True
    if period(figure.quantity):
        return _recurs(run, figure.tail)
    if _OUT_OF.search(onward):
        return True
    if SPARED_BEHIND.search(onward):
        return False
    if left := _LEFT.search(run):
        return not _SPARED_BEFORE.search(run[: left.start() + 1])
    told = _THING.search(run) or (_HAD.search(run) and _UNSPENT.search(onward))
    return bool(told) and not _GAINED.search(run)


def _recurs(run: str, tail: str) -> bool:
    """Whether it is what somebody pays again and again, and nothing behind says that this came to an end."""
    paid = _THING.search(run) and _PAID.search(run)
    return bool(paid) and not (_GAINED.search(run) or _SPARED_SINCE.search(tail))
