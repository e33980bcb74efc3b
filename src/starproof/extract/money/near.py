"""Near misses: money that stands where an outcome would, and is the size of the problem, a bill, a plan or a gift.

Each is a sign with a weight of its own in ``outcome.toml``; none of them bars an amount alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from starproof.core.seeking import Seldom
from starproof.extract.money.costs import SPENT_HERE
from starproof.extract.money.disowned import not_ours
from starproof.extract.money.given import CASE
from starproof.extract.money.harms import TROUBLE
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import spaced

_ABOUT = (
    r"(?:(?:about|around|roughly|approx|nearly|almost|some|over|just|under|only|now|still|a|to|at|like|maybe|the|"
    r"full|something|really) ){0,4}$"
)
_BILL = (
    r"(?:\w*costs?|bills?|spend|spending|expenses?|fees?|price|budget|payroll|postage|fuel|invoices?|rent|licen[cs]es?|"
    r"upkeep|contract with|maintenance|provision|premium)"
)
_RUNS = Seldom(
    rf" (?:{_BILL} (?:(?!(?:so|and|but|which|from|by|went|fell|used|had|would|because) )\S+ ){{0,5}}?(?:is|are|"
    rf"was|were|at|of|to|comes|came)|"
    r"(?:stood|stands|stand|ran|runs|run|running) at|(?:comes?|came) in at|"
    r"(?:set|sets|put|puts) aside(?: ,)?(?: (?:each|every|a) year)?(?: ,)?|"
    r"(?<!no longer )(?:we|i|they|it|which|that) (?:now |still |"
    r"all )?(?:spend|pay)|"
    r"(?<!no longer )costs?(?: (?:the|our|us|them|a))?(?: [a-z-]+)?|running \S+ \S+ (?:\S+ )?(?:now )?costs) " + _ABOUT
)
_EARNED = Seldom(
    r" (?:it|this|that|they|which|edition|service|product) (?:had |has )?(?:made|earned|brought in|took in|returned|"
    r"saved)"
    r"(?: us)? (?:(?!(?:cost|costs|pay|paid|bill|spend|spent|lost) )\S+ ){1,16}"
    r"(?:it|it's|this|that|they|they're|which) (?:(?:is|are|now|has been|today) ){0,2}(?:running|runs?|stands?) "
    r"(?:now )?at " + _ABOUT
)
"""Before an amount, these make it what something earns by now: "first year it made 1.5 ... now it's running at"."""
_EARNS = Seldom(
    r" (?:revenues?|sales|income|savings?|bookings|takings|subscriptions) (?:now |is |are ){0,2}(?:running|runs?) at "
    + _ABOUT
)
_BESIDE_CHANGE = re.compile(
    r"^ (?:(?![,.;] )\S+ ){1,6}?, (?:(?![,.;] )\S+ ){1,6}?(?:less|more|lower|higher|cheaper|dearer|fewer) than "
)
"""What follows an amount that is a level, of which the change is told behind: "$3.8M a year, $700K less than"."""
_JUST_TO = re.compile(r"^ (?:, )?(?:just|only|merely) to [a-z]+ ")
"""Behind an amount, these make it what is paid for little: "480,000 a year just to see last week's sales"."""
_NAMED_BILL = Seldom(rf" {_BILL} (?:[a-z-]+ )?" + _ABOUT)
_UNCHANGED = re.compile(
    r"^ , (?:(?:is|was|which is|still|stays|stayed) )?(?:unchanged|flat|the same|as before|untouched|steady) "
)
"""Behind an amount that a bill is named before, these say that nothing came of it."""
_ASIDE = Seldom(r" , which (?:all )?(?:comes?|came|amounts?|amounted|adds? up|added up|runs?|ran) (?:to|at) " + _ABOUT)
"""Before an amount, and a comma behind it: it says in passing how large a thing is of which the sentence tells more."""
_LEVEL_OF = Seldom(
    r" (?:stood|stands?|ran|runs?|was|were|is|are|been|sat) (?:at )?(?:(?:about|around|roughly|nearly) )?\S+ "
    r"(?:%|percent|per cent) of \S+ (?:(?!(?:so|and|but|saved|down|less|fell) )\S+ ){0,7}?, "
    r"(?:or|so|which is|that is|that's|i\.e\.|meaning) " + _ABOUT
)
"""Before an amount, these make it what a share comes to that is told as a level: "stood at 3 % of £900M, or"."""
_TOTAL = re.compile(
    r" (?:(?:revenues?|sales|turnover|income|profits?|takings|bookings|arr|payments) "
    r"(?:(?!(?:extra|more|new|by|so|and|which) )\S+ ){0,5}?(?:is|was|were|of|at|to|reached|stands?|stood|"
    r"totalled|runs?|ran)|"
    r"(?:company|firm|business|group|division|platform|site|shop|cooperative) (?:itself )?"
    r"(?:made|makes|earns|earned|turns over|moves|moved|takes|handles)) " + _ABOUT
)
_GAINED = re.compile(
    r" (?:recovered|retained|kept|protected|additional|extra|new|first|more|up|regained|saved|better|from this|"
    r"that we (?:started|built|launched)) "
)
_HAS_STAYED = re.compile(r" (?:stayed|stays|renewed|remained|was kept|were kept|was saved|were saved) ")
_HARMED = re.compile(
    rf" (?:{TROUBLE} (?:(?!(?:so|and|but|which|because|avoided|saved) )\S+ ){{0,8}}?"
    r"(?:→|=|came|comes|come|at|is|was|were|of|worth|estimated|costs?|cost|costing|to|did|,)|"
    r"(?<!have )(?<!not )(?:costing|cost|costs|burning|burned|bleeding|wasting|losing|lose|loses|lost|leaking)"
    r"(?: (?:us|them|me|the|our|like|on|, like ,))?(?: [a-z]+)?|did damage of) " + _ABOUT
)
_OF_HARM = Seldom(rf"^ (?:a (?:year|month|week|day) )?(?:of|in) (?:lost [a-z]+|{TROUBLE}) ")
_SPARED = re.compile(
    r" (?:avoid\w*|prevent\w*|sav\w+|down|less|lower|gone|none|no|nothing|stop\w*|back(?! w(?:ith)? )|recover\w*|not|"
    r"never|would|protected|closed|shut|sold|switched off|withdrew|forgave|under the|below|disappeared|dropped|waived|"
    r"zero|fell|halved|fewer|without|spared|released|"
    r"ended|ceased|cheaper|kept|stays?|used to|had been|"
    r"have|\w+'d|\w+n't) "
)
_THEN_SPARED = re.compile(
    r" [.;] (?:\S+ ){0,6}?(?:gone|none|zero|no|nothing|stopped|never|not|don't|doesn't|\w*n't|"
    r"disappeared|ended|ceased) "
)
_HAD_BACK = Seldom(
    r" [.;,] (?:(?:and|so|but|now) )*(?:(?:we|i|they)(?:'ve)?|(?:the|our) (?:[a-z]+ )?[a-z]+) "
    r"(?:(?:have|has|had|now|all|since) )*?"
    r"(?:(?:saved|save|saves|kept|keep|keeps|recovered) (?:all (?:of )?)?(?:that|it|this|the money|the lot|those) |"
    r"(?:had|have|has|got|get|gets|clawed|won) (?:all (?:of )?)?(?:that|it|this|the money|the lot|those) "
    r"(?:money )?back )"
)
"""Behind what something cost, these say that it is spared since: "; we've had that back since January"."""
_HOPED = Seldom(
    rf" (?:{CASE}|on paper|in theory|pitch|(?:vendor|consultants?|study|salesman|supplier|"
    r"brochure|"
    r"plan|slides?|deck) (?:had |has |have |all )?(?:said|told|promised?|predicted|claimed|talked|hoped|"
    r"expected|on the wall|"
    r"had)|(?:we|i|they|it|he|she) (?:had |'d )?(?:hoped?|expect|expected|predicted|promised)|(?:goal|aim|"
    r"target) had been|"
    r"(?:would|will|might|could) (?:have to )?(?:be sold for|come to|run to)|"
    r"(?:we'd|they'd|it'd|i'd|he'd|she'd|that'd) (?:be able to )?(?:save|bring|earn|gain|make|get)|(?:could|might) "
    r"(?:fine|sue|charge)|(?:would|could|might|may|will|should) (?:be able to )?(?:save|bring|earn|"
    r"gain|make|take|be worth|get)"
    r"(?: us| them| the \S+)?|i was to) (?:(?!(?:and|but|so|which|then) )\S+ ){0,7}$"
)
_HELD = re.compile(
    r" (?:and (?:it|we|they|that) (?:did|does|has|have)(?! not )|which it (?:did|does)|as promised|"
    r"which (?:he|she|they|it) had said|was out) "
)
_GIVEN = Seldom(
    r" (?:(?:gave|give|gives|giving|sent|offered|paid|credited) (?:back |them|him|her|(?:the|our|each|every|those|all) "
    r"(?:\S+ )?(?:customers?|clients?|guests?|families|growers|families|owners?|shops?|drivers?|users?|"
    r"partners?|people|fee|money))|"
    r"refunded|compensated|offered (?:a|the)|vouchers?|discounts?|rebates?|goodwill|one month free|month free|"
    r"weeks? free|months? free|"
    r"free of charge|a credit of) (?:(?!(?:so|and|but|which|saved|back) )\S+ ){0,6}$"
)
_GAVE_BACK = re.compile(r" (?:handed|gave|give|given) (?:\S+ ){0,4}back ")
_CHARGED = Seldom(
    r" (?:fined|owed|owe|(?:closed|ended|finished|came) (?:[a-z]+ ){0,2}with a (?:fine|penalty|bill) of|(?:was|"
    r"were|had been) fined|"
    r"charged us|billed us|got a fine of|had to pay) (?:(?:us|them|the|it) )?(?:[a-z]+ )?" + _ABOUT
)
_DUE = re.compile(
    r"^ (?:(?!(?:not|never|no|would|didn't|wasn't|if|had) )\S+ ){0,9}?(?:came due|fell due|was due|were due|"
    r"and paid it|we paid it|"
    r"i signed the transfer|never came back|was gone|were gone|was lost|were lost|thrown away|written off|in the bin) "
)
_BOUGHT = Seldom(
    r" (?:(?:bought|rented|leased|hired|purchased|ordered|built|replaced) (?:(?!(?:so|and|but|which|"
    r"us) )\S+ ){1,6}?for|"
    r"(?<!have )(?<!'ve )(?<!not )(?<!n't )cost(?: us| me| them)?|had cost(?: us| me| them)?|spent|(?:we|i|"
    r"they) (?:had )?paid) " + _ABOUT
)
_NOT_PAID = re.compile(r" (?:not|never|no longer|back|avoid\w*|\w+n't|gone|less|saved|waived|closed|shut) ")
_BEEN_SPENT = re.compile(r"^ (?:\S+ )?(?:had been|was|were|has been|been) (?:spent|paid|invested|sunk) ")
_RIVAL = re.compile(
    r" (?:(?:rival|competitor|other firm|other vendor|another firm|somebody else|someone else) (?:won|took|got|,)|"
    r"lost the (?:bid|tender|deal|pitch)|chose (?:the other|another)) (?:\S+ ){0,6}$"
)
_GOT_FOR = Seldom(
    r" (?:got|get|took over|secured|picked up|landed|settled|had|have) "
    r"(?:(?!(?:and|so|but|which|sold|paid|back) )\S+ ){1,5}?"
    r"for " + _ABOUT
)
"""Before an amount, these make it the price of what was bought."""
_SOLD = Seldom(
    r" (?:sold|resold|auctioned|rented out|leased out|let)"
    r"(?: (?!(?:each|every|one|a|and|so|but) )\S+){0,4} for " + _ABOUT + _ABOUT
)
"""Before an amount, these make it what came in for something, whatever was lost of that before."""
_CHANGE = Seldom(
    r" (?:down|up|lower|less|better|fell|fallen|rose|grew|dropped|reduced|cut|improved|added) by " + _ABOUT
)
_MOVED = Seldom(
    r" (?:went|goes|gone|fell|fallen|dropped|got|shrank|sank|rose|grew|climbed|down|up|"
    r"(?:came|come|brought) (?:back|down|up)) "
    r"(?:(?:down|up|back) )?to " + _ABOUT
)
"""Before an amount, these make it where something has arrived, and no change itself."""
_AT = Seldom(
    r" (?:is|are|was|were|\w+'re|it's|that's|i'm|stands?|stood|sits?|sat|stayed|hovers?) "
    r"(?:(?:now|still|back|today|down|up) )?at " + _ABOUT
)
_FROM_NOTHING = re.compile(r" (?:nothing|zero|nil|none|scratch) ")
_THAN_BEFORE = re.compile(
    r"^ (?:above|over|ahead of|up on|below|under|down on|better than|beyond) (?:(?:that|those|what|the one|the level) "
    r"(?:of|in|from|it was|they were) )?(?:the )?(?:year|spring|summer|autumn|winter|month|quarter|season|previous|"
    r"last|old|earlier|former|same) "
)
"""Behind an amount, these make it the change against an earlier time."""
_MORE = frozenset("more less lower cheaper extra additional fewer lighter back saved".split())


def near_misses(words: Mapping[str, str], figure: Figure) -> Iterator[str]:
    """The signs of what an amount may be instead of an outcome."""
    run, onward = words["run"], words["onward"]
    change = bool(_CHANGE.search(run) or _MORE.intersection(figure.after[:2]) or _THAN_BEFORE.search(onward))
    if change or _is_signed(figure):
        yield "near.change"
    spared = _SPARED.search(run + onward)
    tail = spaced(figure.tail.split())
    gone = _THEN_SPARED.search(tail) or _HAD_BACK.search(tail)
    level = _RUNS.search(run) and _BESIDE_CHANGE.search(figure.tail)
    paid = level or (not spared and not gone and _is_bill(figure, words))
    if not change and (paid or _is_aside(run, onward)):
        yield "near.bill"
    if (has_moved(run) or _AT.search(run)) and not _FROM_NOTHING.search(run):
        yield "near.reached"
    won = _GAINED.search(run + spaced(figure.after[:3])) or _HAS_STAYED.search(onward)
    if not change and not won and _TOTAL.search(run):
        yield "near.total"
    harmed = _HARMED.search(run) or _OF_HARM.search(onward)
    if harmed and not change and not spared and not gone:
        yield "near.harm"
    ours = SPENT_HERE.search(onward)
    bought = _BOUGHT.search(run) and not ours and not gone and not _NOT_PAID.search(onward)
    got = _GOT_FOR.search(run) and not (change or spared or gone)
    if bought or got or (_BEEN_SPENT.search(onward) and not spared):
        yield "near.bought"
    yield from not_ours(words, figure)
    yield from _of_others(run, onward)


def _is_signed(figure: Figure) -> bool:
    """Whether a plus sign of its own stands before an amount, and joins it to nothing: "complaints halved, +$1.3M"."""
    return figure.before[-1:] == ("+",) and bool(_OPENS_NOTE.intersection(figure.before[-2:-1]))


_OPENS_NOTE = frozenset(", : ; . ( • · – — - ¶ |".split())


def _is_bill(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount is what something is told to cost; what earned before, and runs at more, costs nothing."""
    run = words["run"]
    if _LEVEL_OF.search(run):
        return True
    same = _UNCHANGED.search(words["onward"]) and _NAMED_BILL.search(run)
    costs = _RUNS.search(run) or _JUST_TO.search(words["onward"]) or same
    return bool(costs) and not (_EARNS.search(run) or _EARNED.search(figure.lead))


def _is_aside(run: str, onward: str) -> bool:
    return onward.startswith(" , ") and bool(_ASIDE.search(run)) and not (_GAINED.search(run) or _SPARED.search(run))


def has_moved(lead: str) -> bool:
    """Whether the words right before an amount make it what a cost or an income went to."""
    return bool(_MOVED.search(lead))


def is_harm(figure: Figure) -> bool:
    """Whether the words right before an amount say that it is what a failure costs."""
    return bool(_HARMED.search(figure.lead))


def _of_others(run: str, onward: str) -> Iterator[str]:
    """What was hoped, given away, charged or won by somebody else."""
    if _HOPED.search(run) and not _HELD.search(onward):
        yield "near.hoped"
    if _GIVEN.search(run) and not _GAVE_BACK.search(run + onward):
        yield "near.given"
    if _CHARGED.search(run) and not _SPARED.search(onward):
        yield "near.charged"
    if _DUE.search(onward) and not _SOLD.search(run) and " had we " not in run:
        yield "near.due"
    if _RIVAL.search(run):
        yield "near.rival"
