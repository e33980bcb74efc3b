"""Money spent: what somebody paid, was billed, had to find or went over by, in whatever tense and voice; and the size
of what was there before.

"I paid £46,000 for a contractor I'd not budgeted for" tells of no outcome, and what follows behind takes nothing back.
What would have been paid, is no longer paid or is paid less is none of this, and neither is what customers pay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from starproof.core.seeking import Seldom
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import period

_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|some|over|another|at least|like|just|under|only|a|an|the|that|extra|"
    r"further|up to|as much as|more than|in all|out) ){0,3}$"
)
_WHOM = r"(?: (?:us|me|him|her|them|(?:the|our|my|a|an|one) [a-z-]+(?: [a-z-]+)?))?"
_PAID = Seldom(
    r" (?:paid|pay|pays|paying|spent|spend|spends|spending|invested|investing|sank|sunk|blew|burned|burnt|wasted|"
    r"needed|wanted|required|ate|swallowed|threw away|wrote (?:off|a cheque for|a check for)|"
    r"(?:walked|left)(?: away)? with|paid off|paying off|"
    rf"laid out|shelled out|forked out|coughed up|signed for|overspent(?: by)?|overran(?: by)?){_WHOM} {_ABOUT}"
)
_OTHERS = (
    r"customers?|clients?|users?|buyers?|subscribers?|members?|guests?|tenants?|advertisers?|passengers?|"
    r"patients?|sponsors?|partners?|shops|farmers|insurers?|visitors|suppliers?|vendors?|distributors?|"
    r"dealers?|retailers?|carriers?|landlords?"
)
_PAYS_US = Seldom(
    rf" (?:(?:{_OTHERS}|who|they|he|she|it) (?:\S+ ){{0,3}}?"
    r"(?:paid|pay|pays|paying|spent|spend|spends|ordered|bought|rented|leased)|"
    r"(?:paid|pays?|paying) (?:us|me|back|itself|for itself)|"
    r"(?:got|get|gets|was|were|been|being) paid) "
)
"""What comes in, or is spent by somebody else."""
_COST = Seldom(
    rf"(?<! had) (?:cost(?:s|ing)?{_WHOM}|set (?:us|me|them|the [a-z-]+) back|"
    rf"(?:charged|billed|invoiced|fined|sued) (?:us|me)(?: for)?|"
    rf"(?:i was|we were|got|been) (?:charged|billed|fined|invoiced)) {_ABOUT}"
)
_HAD_TO = Seldom(
    r" (?:(?:had|have|having|needed|forced|obliged) to (?:find|raise|borrow|come up with|scrape together|put up|"
    r"beg for|ask for|argue for|set aside|give up)|(?:asked|begged|argued|pleaded)(?: [a-z-]+){0,3} for|"
    r"requested|borrowed|"
    r"(?:i|we|director|boss|board|finance|cfo|vp) (?:had )?(?:approved|authori[sz]ed)|agreed to|got approval for|"
    rf"set aside) {_ABOUT}"
)
_BOUGHT = re.compile(
    r" (?:bought|rented|leased|hired|purchased|ordered|replaced|brought in|took on)"
    rf"(?: (?!(?:and|so|but|saved|saving|worth) )[a-z0-9'-]+){{0,6}} (?:for|at|in) {_ABOUT}"
)
PAID_FOR = (
    r"(?:notice(?: pay)?|severance|settlements?|pay-?off|redundancy|cover|contractors?|consultants?|consultancy|"
    r"overtime|temps?|agency|recruit(?:er|ers|ment|ing)|licen[cs]es?|hardware|equipment|training|travel|hotels?|"
    r"bonus(?:es)?|"
    r"salary|salaries|deposit|repairs?|rework|rebuild|lawyers?|advisers?|advisors?|compensation|fees?|rent|tooling|"
    r"spare parts|freelancers?|(?:crane|car|room|plant) hire|rentals?|hire|leases?|leasing|hosting|purchases?|permits?|"
    r"couriers?|freight|storage|insurance|cleaning|catering|tuition)"
)
"""What money is spent on."""
_TAKEN = Seldom(
    r" (?:consultants?|lawyers?|advisers?|advisors?|contractors?|agency|agencies|auditors?|recruiters?|freelancers?) "
    rf"(?:(?!(?:and|but|so|which|saved|would) )[a-z'-]+ ){{0,5}}?(?:took|got|charged|billed|asked|wanted){_WHOM}"
    rf"(?: for)? {_ABOUT}"
)
"""Before an amount, these make it what somebody was paid for work."""
_SUM_OF = Seldom(
    rf" {PAID_FOR} (?:(?!(?:and|but|so|which|that|by|saved|fell|dropped|went) )[a-z0-9'-]+ ){{0,5}}?"
    rf"(?:was|were|is|came to|comes to|ran to|runs to|amounted to|added up to|totall?ed|cost|costs) {_ABOUT}"
)
_OF_IT = Seldom(rf"^ (?:of|in|on|for|worth of) (?:(?!(?:less|lower|fewer|saved) )[a-z-]+ ){{0,3}}?{PAID_FOR} ")
_FACED = Seldom(
    rf" (?:had|have|meant|means|explain|explained|justify|defend|faced|ran up|needed|"
    rf"(?:took|takes)(?: us| me)?(?: ,){{0,2}}|gave (?:me|us)|at) {_ABOUT}"
)
"""With what money is spent on behind it, these make it a cost."""
_OVER = re.compile(
    r" (?:went|go|gone|ran|came in|came out|ended up|finished|were|was) (?:way |well |far )?(?:over|above)"
    rf"(?: (?:the |our |my )?(?:budget|plan|estimate|quote))?(?: by)? {_ABOUT}"
)
_PAST_BUDGET = Seldom(
    r"^ (?:(?:over|above|beyond) (?:(?:the |my |our |its )?(?:budget|estimate|quote)|what (?:had been|was|we had) "
    r"(?:agreed|planned|budgeted|promised))|short of (?:the |my |our )?budget|"
    r"(?:on|to) (?:the|our|my) (?:bill|invoice|price|cost)|over [.,;]|to spend|"
    r"(?:that |which )?(?:it|this|they|he|she) (?:had |has )?cost|"
    r"(?:mistake|invoice|fine|penalty|overspend|settlement|deposit|mess)) "
)
_AND_ALSO = Seldom(
    rf" (?:cost(?:s|ing)?{_WHOM}|(?:took|takes|taken){_WHOM}|(?:we|i|they|and|then) (?:had )?(?:paid|pay|spent)|"
    r"burned|burnt|set (?:us|me|them) back) "
    r"(?:(?!(?:so|but|which|that|who|we|i|it|they|he|she|saved?|saves|saving|gained?|earned|won|brought|brings) )\S+ )"
    rf"{{1,12}}?and (?:then )?{_ABOUT}"
)
"""Before an amount, these make it the next thing that was paid: "it took us eight months and about"."""
_PUT_IN = re.compile(rf" (?:put|puts|putting|poured|ploughed|plowed|sank|sunk) {_ABOUT}")
_TOOK = re.compile(rf" (?:took|takes|taken|needed){_WHOM} {_ABOUT}")
_TO_DO = re.compile(r"^ to (?:find|get|hire|fix|replace|repair|build|move|train|rent|buy|set|make|do|keep|bring|run) ")
_INTO = re.compile(r"^ (?:into|in to|towards?|aside) ")
_WAS_PAID = re.compile(r"^ (?:was|were|had been|has been) (?:paid|spent|wired|sunk) (?!(?:back|to us|less) )")
_GAIN = re.compile(
    r" (?:sav(?:e|ed|es|ing|ings)|spar\w+|avoid\w*|prevent\w*|cut|cuts|cutting|reduc\w+|lower\w*|less|fewer|freed|"
    r"recover\w*|regain\w*|instead of|rather than|would|wouldn't|could|couldn't|without|never|not|nobody|no longer|"
    r"nothing|didn't|don't|doesn't|\w+'d have|stopped|stop|used to|worth|valued?|brings|"
    r"brought(?! in (?:\S+ ){1,3}for )|earn\w*|won|gain\w*|"
    r"kept|revenues?|sales|income|profits?) "
)
"""In the clause before an amount, these say that it is not spent, or not told as a cost."""
_SAVING_IN = Seldom(
    r" (?:savings?|reduction|fall|drop|cut) (?:in|on|of) (?:(?!(?:but|so|which|that|we|i|they) )\S+ ){1,8}$"
)
"""Before an amount, these make it what was spared, whatever else is named: "the saving in blanks and courier trips"."""
_NOT_ALL = re.compile(r"^ (?:less|lower|fewer|cheaper|saved|better|back|instead of|rather than) ")
_SAVED = re.compile(r"^ (?:(?:that |which )?(?:we|i|it|this|they|had|'d) ){0,3}(?:sav\w+|freed|won|gained) ")
_ENDED = re.compile(
    r" (?:no longer|none|nothing|gone|stopped|ended|cancelled|canceled|zero|closed|saved|saves|instead|never again|"
    r"dropped|fell|down|less|switched off|sold|withdrew|refunded|back|until|used to) "
)
"""Behind an amount, these say that what was paid came to an end."""
_STILL = re.compile(r" (?:(?:we're|i'm|are|am|still|now) (?:\S+ )?pay(?:ing)?|(?:we|i) pay) ")
_SIZE = re.compile(
    r"^ (?:season|launch|peak|tender|fair|weekend|festival|event|campaign|auction|holiday|christmas|quarter|budget|"
    r"business|market|company|project|programme|plant|site|machine) "
)
"""Behind an amount, these make it the size of something: "a four million dollar season"."""
_OF_WHOLE = re.compile(
    r" (?:did|made|kept|sold|earned|got|won|delivered|shipped|reached|recovered|saved|rescued) (?:\S+ ){1,6}"
    r"of (?:the|our|those) $"
)
"""Before an amount, these make it the whole of which a part is told: "we did three point eight of the"."""

_COSTS = re.compile(
    r" (?:\w*costs?|bills?|spend|spending|expenses?|fees for|budget|payroll|postage|fuel|rent|licen[cs]es?|upkeep|"
    r"contract with|contract|maintenance|provision|premium) "
    r"(?:(?!(?:sav\w+|avoid\w*|instead|brings?|brought|earn\w*|collect\w*|so|sold|that's) )\S+ ){0,12}$"
)
_UP = frozenset("more higher dearer extra".split())
"""Right behind what a bill comes to, these say that it rose."""
_DEARER_BY = re.compile(
    r" (?:dearer|costlier|more expensive|rose|rises|risen|grew|grown|climbed|jumped|increased|went up|gone up|up)"
    rf"(?: now)?(?: ,)? by {_ABOUT}"
)
_WITH_US = re.compile(r" (?:spend|spending|budgets?) (?:[a-z-]+ ){0,2}(?:with|through|via|on) us |^ with us ")
"""What customers spend here: "spending through us grew by"."""
_DISPENSED = Seldom(
    r" (?:(?:did not|didn't|don't|do not|doesn't|no longer|never) (?:[a-z]+ )?(?:need|hire|have|employ|use|"
    r"take on|call|pay)\w*|without) "
)
"""In the clause that a "who" belongs to, these say that those were not paid."""
SPENT_HERE = re.compile(r"^ (?:(?:a|each|every) (?:year|month|week|quarter) )?(?:more |extra )?with us ")
"""Behind an amount that others spent, these say that it came in: "the hotels spent $850,000 more with us"."""
_OTHERS_SPEND = Seldom(
    rf" (?:{_OTHERS}) (?:(?!(?:and|but|so|which|that) )[a-z'-]+ ){{0,2}}?(?:spend|spends|spent|spending|pay|pays|paid) "
    r"(?:(?!(?:and|but|so) )\S+ ){0,4}$"
)
"""Before an amount by which it rose, these make it what somebody else spends: "members spend"."""
_IN_INCOME = re.compile(
    r"^ (?:more |extra )?in (?:[a-z]+ )?(?:margin|sales|revenues?|premiums?|orders|bookings|profit) "
)
"""Behind an amount, these make it what came in."""
_NEVER_CAME = re.compile(r"^ (?:, )?(?:never (?:took place|happened|came|had to)|did not (?:happen|take place)) ")
"""Behind what was set aside for something, these say that it was not spent."""


_THING_ALONE = re.compile(
    r"^ (?:[a-z]+ )?(?:, (?:and )?|and )(?:the|its|his|her|our|their|a|an|another) "
    r"(?:(?!(?:other|rest|remaining) )[a-z-]+ ){1,3}$"
)
"""All that stands between two amounts, where the second is told of another thing without a verb of its own."""


def gapped(money: Sequence[Figure], spent: Collection[int]) -> Iterator[int]:
    """Amounts that share the verb of one before them: "the dish cost 61,000, its mast 23,000 and the crane 16,000"."""
    spent = set(spent)
    for first, last in pairwise(money):
        near = last.place - first.place == 1 and last.sentence == first.sentence
        if near and first.index in spent and _THING_ALONE.search(spaced(last.before)) and not period(last.quantity):
            spent.add(last.index)
            yield last.index


def is_risen(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount says by how much a cost rose."""
    run, onward = words["run"], words["onward"]
    rose = bool(_UP.intersection(figure.after[:1])) or _DEARER_BY.search(run)
    ours = _WITH_US.search(run) or _WITH_US.search(onward) or _OTHERS_SPEND.search(run) or _IN_INCOME.search(onward)
    return bool(rose and _COSTS.search(run)) and not ours


def is_whole(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount says how large something is that was there before, and at stake at most."""
    sized = not period(figure.quantity) and _SIZE.search(words["onward"])
    return bool(sized) or bool(_OF_WHOLE.search(figure.lead))


def is_cost(figure: Figure, words: Mapping[str, str]) -> bool:
    """Whether an amount is what was spent; one that recurs only where it is told as still paid."""
    clause, onward = words["clause"], words["onward"]
    if _NOT_ALL.search(onward) or _NEVER_CAME.search(onward) or _SAVED.search(onward) or _GAIN.search(clause):
        return False
    if SPENT_HERE.search(onward) or (clause.startswith(" who ") and _DISPENSED.search(words["run"])):
        return False
    if period(figure.quantity) and (not _STILL.search(clause) or _ENDED.search(onward + figure.tail)):
        return False
    if _SAVING_IN.search(words["run"]):
        return False
    return _was_paid(words, clause) or _was_over(clause, onward) or _was_paid_too(words["run"])


def is_bought(words: Mapping[str, str]) -> bool:
    """Whether an amount is what somebody bought, rented or hired something for."""
    clause = words["clause"]
    return bool(_BOUGHT.search(clause)) and not (_PAYS_US.search(clause) or _GAIN.search(clause))


def _was_paid(words: Mapping[str, str], clause: str) -> bool:
    onward = words["onward"]
    if _PAYS_US.search(clause):
        return False
    if any(way.search(clause) for way in (_PAID, _COST, _HAD_TO, _BOUGHT, _SUM_OF, _TAKEN)) or _WAS_PAID.search(onward):
        return True
    return bool(_FACED.search(words["run"]) and _OF_IT.search(onward))


def _was_paid_too(run: str) -> bool:
    """Whether an amount is the second thing that something cost, beside a time or another amount."""
    return bool(_AND_ALSO.search(run)) and not (_PAYS_US.search(run) or _GAIN.search(run))


def _was_over(clause: str, onward: str) -> bool:
    if _OVER.search(clause) or _PAST_BUDGET.search(onward):
        return True
    return bool((_PUT_IN.search(clause) and _INTO.search(onward)) or (_TOOK.search(clause) and _TO_DO.search(onward)))
