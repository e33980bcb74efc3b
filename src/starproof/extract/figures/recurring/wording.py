"""How often a sum recurs by the words around it: "an annual loss", "every month of it", "each one costs"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import BREAK, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural


def in_that_time(figure: Figure, tokens: Tokens) -> bool:
    """ "it made €160,000 in that year", "saved $840,000 that year": what came of one time, and no rate."""
    at = figure.stop + (tokens.word(figure.stop) == "in")
    return tokens.word(at) in _ONE_TIME and tokens.word(at + 1) in tokens.known.periods


def once(figure: Figure, tokens: Tokens) -> bool:
    """ "a one-off cost of $11,500", "a one-time fee", "$3,000 upfront", "$40,000 to build it"."""
    if tokens.word(figure.stop) in _SINGLE or in_that_time(figure, tokens):
        return True
    if tokens.low[figure.first - 2 : figure.first] in (["capped", "at"], ["limited", "to"]):
        return True  # "CHF 25,000 a day, capped at CHF 500,000"
    for at in range(figure.first - 1, max(figure.first - 6, -1), -1):
        word = tokens.low[at]
        if word in _SINGLE or (word in ("off", "time") and tokens.word(at - 1 - (tokens.word(at - 1) == "-")) == "one"):
            return True
        if word in (".", ";", ",") or tokens.kind[at] == BREAK:
            return False
    return False


def over_a_time(figure: Figure, tokens: Tokens) -> bool:
    """ "over the five-month season about Rs 6.8 crore": what it came to over a time, which is no rate."""
    for at in range(figure.first - 1, max(figure.first - 8, -1), -1):
        if tokens.low[at] in (".", ";", ",", "so") or tokens.kind[at] == BREAK:
            return False
        if tokens.low[at] in ("over", "during", "throughout"):
            return at < figure.first - 1 and tokens.word(at + 1) in ("the", "all", "its", "these", "those", "that")
    return False


def apiece(figure: Figure, tokens: Tokens) -> bool:
    """ "each one costs us €5.20", "one visit is ninety dollars", "a new one is $3,200": the price of a thing."""
    low, at = tokens.low, figure.first - 1
    while tokens.word(at) in tokens.known.approx or tokens.word(at) in ("us", "them", "only", "just"):
        at -= 1
    if tokens.word(at) not in _PRICED:
        return False
    for here in range(at - 1, max(at - 5, -1), -1):
        if low[here] in ("each", "one") and tokens.word(here + 1) not in tokens.known.periods:
            return tokens.word(here - 1) not in ("this", "that")
        if tokens.kind[here] != WORD:
            return False
    return False


def per_thing(figure: Figure, tokens: Tokens) -> bool:
    """ "350 GB of logs per day at $0.50 a GB": the price of each, however often the things come."""
    if tokens.word(figure.stop) not in ("a", "per", "each", "apiece") or tokens.word(figure.first - 1) != "at":
        return False
    return tokens.word(figure.stop + 1) not in tokens.known.periods


_PRICED = frozenset("cost costs costing is was takes took worth".split())


_SINGLE = frozenset("upfront once initial".split())


def worded(figure: Figure, tokens: Tokens) -> str:
    """ "an annual loss of €3.5 million", "in a year is twelve million", "every month of it burned $1.1M"."""
    return _worded_before(figure, tokens) or _worded_behind(figure, tokens)


def _worded_before(figure: Figure, tokens: Tokens) -> str:
    low, known = tokens.low, tokens.known
    for at in range(figure.first - 1, max(figure.first - 14, -1), -1):
        if _cut_off(tokens, at) or (low[at] in known.periods and low[at - 1] in _ONE_TIME):
            break
        if at < figure.first - 9 and low[at - 1] not in ("each", "every"):
            continue
        if low[at] in known.recurring:
            return known.recurring[low[at]]
        if at > 0 and low[at] in known.periods and _each(tokens, at, known.periods[low[at]]):
            return "" if _closes(tokens, at, figure.first) else known.periods[low[at]]
    return ""


def _worded_behind(figure: Figure, tokens: Tokens) -> str:
    low = tokens.low
    for at in range(figure.stop, min(figure.stop + 4, len(low))):
        if low[at] in (".", ";", ","):
            break
        if low[at] in tokens.known.recurring:
            return tokens.known.recurring[low[at]]
    return ""


_ONE_TIME = frozenset("that this last".split())
"""Before a period, these tell of one time, and cut off what is told of others: "the fines that year were"."""


def _cut_off(tokens: Tokens, at: int) -> bool:
    """Whether what stands before ``at`` says nothing of the sum: an end of a clause, or another number but a share."""
    low = tokens.low
    if low[at] in (".", ";", "so") or tokens.kind[at] == BREAK or low[at] in tokens.known.moneys:
        return True
    if tokens.kind[at] == NUMBER:
        each = low[at - 1] in tokens.known.periods and low[at - 2] in ("each", "every")  # "every week 324 pallets cost"
        return low[at + 1] not in ("%", "percent") and not each
    return low[at] == "and" and low[at - 1] == "," and low[at + 1] in ("a", "an")


def _closes(tokens: Tokens, at: int, until: int) -> bool:
    """ "was compared every night, and the regulator dropped a fine of": the rhythm of a clause that ended before.

    One that opens its clause is of all that follows, and so is what a further clause says of costs: "every night".
    """
    low, opens = tokens.low, at - 2
    if opens < 0 or tokens.kind[opens] != WORD or low[opens] in _JOINS:
        return False
    after = at + 1 + (tokens.word(at + 1) == ",")
    joined = tokens.word(after) in _JOINS and tokens.word(after + 1) in _OPENS_NOUN
    return joined and _COMES.union(_PRICED).isdisjoint(low[after:until])


_JOINS = frozenset("and but until while".split())
_OPENS_NOUN = frozenset("a an the our their his her my its no one both".split())
"""Before a noun that a clause of its own is about; a pronoun takes up what was told."""


def _each(tokens: Tokens, at: int, unit: str) -> bool:
    """Whether the unit of time at ``at`` tells how often: "every hour", "in a year", "over the year"."""
    before, ahead = tokens.word(at - 1), tokens.word(at - 2)
    if before in ("each", "every", "per") or (before == "by" and unit == "year" and tokens.kind[at + 1] == NUMBER):
        return True
    if before == "the" and ahead == "take" and unit == "year":
        return True
    if before in _USUAL and ahead in ("a", "an") and tokens.word(at - 3) in ("in", "on"):
        return True  # "in a normal week the depot burns $3,200 of diesel"
    if before in ("a", "one") and tokens.low[at + 1 : at + 3] in (["of", "that"], ["of", "it"], ["of", "this"]):
        return tokens.word(at + 3) in _COMES
    if (
        before == "a"
        and tokens.kind[at - 2] == WORD
        and tokens.low[at + 1] in _COMES
        and _things_before(tokens, at - 2)
    ):
        return True
    before = "a" if before == "one" and unit == "year" and _sums_up(tokens, at) else before
    once = unit != "year" and tokens.word(at + 1) in ("after", "before", "when")
    whole = before in ("a", "the", "whole", "full") and unit in ("month", "year", "quarter") and not once
    return whole and (ahead == "in" or (ahead in ("over", "a", "the") and unit != "quarter" and _sums_up(tokens, at)))


_USUAL = frozenset("normal typical average usual ordinary".split())
_COMES = frozenset("is makes comes that that's equals".split())


def _things_before(tokens: Tokens, at: int) -> bool:
    """Whether things are counted up to ``at``: "on 1.3 million invoices a year is $2.4m"."""
    counted = tokens.kind[at - 1] == NUMBER or tokens.low[at - 1] in tokens.known.number_words
    return (plural(tokens.low[at]) or tokens.low[at] in tokens.known.measures) and counted


def _sums_up(tokens: Tokens, at: int) -> bool:
    """Whether a total follows: "over a year that is £49,200"."""
    return not _TOTALS.isdisjoint(tokens.low[at + 1 : at + 5])


_TOTALS = frozenset("that's is makes comes adds it's equals leaves saves gives".split())
