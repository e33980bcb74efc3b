"""How often a sum recurs, told by its own words: "a month", "/yr", "annually", "in the year", "of overtime a month"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.units.coins import OPEN, SHORT, SPOKEN_CODES

_FAR = 8
"""Words between a sum and its period, as in "six thousand dollars a seat a year"."""


def find_period(tokens: Tokens, figure: Figure) -> None:
    """Note how often a sum recurs: "a month", "/yr", "annually", also behind what it is for."""
    at = figure.stop
    apart = (
        tokens.word(at) == ","
        and (figure.kind == "money" or figure.scale != 1.0)
        and tokens.word(at + 1) in ("every", "each", "per", "annually", "yearly")
    )
    period, stop = _abbreviated(tokens, figure) or _formerly(tokens, figure) or period_at(tokens, at + apart)
    if period:
        figure.period, figure.stop = period, stop
        _named_after(tokens, figure)
        return
    if figure.kind is None and figure.scale != 1.0 and tokens.word(at) in ("less", "more", "saved", "extra"):
        figure.period = period_at(tokens, at + 1)[0]
    if figure.scale in (1e5, 1e7) and tokens.low[at : at + 2] in (["per", "head"], ["per", "person"]):
        figure.period = _behind_purpose(tokens, at)
        return
    if figure.kind == "money" and tokens.word(at) in ("gone", "lost", "wasted", "burned", "burnt"):
        period, stop = period_at(tokens, at + 1)
        if period:
            figure.period, figure.stop = period, stop  # "that's $87,000 gone in a month"
            return
    if figure.kind == "money":
        figure.period = _slashed(tokens, figure) or figure.period
    if figure.kind != "money" or figure.period or tokens.word(at) not in _OPENS_PURPOSE:
        return
    if tokens.word(at + 1) == "/":
        figure.period = period_at(tokens, at + 1)[0]
        return
    figure.period = _behind_purpose(tokens, at)


def _slashed(tokens: Tokens, figure: Figure) -> str:
    """The period behind the name of a sum: "$1.9M commission/yr", "$300 licence fee/month"."""
    for at in range(figure.stop, figure.stop + 4):
        if tokens.word(at) == "/" and at > figure.stop:
            return period_at(tokens, at)[0]
        if not names_things(tokens, at) or tokens.sort(at) != WORD:
            return ""
    return ""


def _behind_purpose(tokens: Tokens, at: int) -> str:
    """The period told behind what a sum is for: "$200 of overtime a month", "€40 per desk and month"."""
    for here in range(at, at + _FAR):
        if tokens.word(at) == "per" and tokens.word(here) == "and" and tokens.word(here + 1) in tokens.known.periods:
            return tokens.known.periods[tokens.word(here + 1)]
        if tokens.word(here) == "/" and here > at:
            return period_at(tokens, here)[0]
        if tokens.sort(here) != WORD or tokens.word(here) in _ENDS_PURPOSE:
            return ""
        if tokens.word(here) in tokens.known.number_words and tokens.word(here + 1) not in tokens.known.periods:
            return ""
        period, stop = period_at(tokens, here)
        if period and tokens.word(here) in tokens.known.adverbs and names_things(tokens, stop):
            return ""  # "on the strength of the monthly test"
        if period and tokens.word(here - 1) in ("on", "such"):
            return ""  # "on a day like that" happened once
        if period and tokens.word(here) != "in":
            return period
    return ""


def _formerly(tokens: Tokens, figure: Figure) -> tuple[str, int] | None:
    """ "it cost R1.2m a month before; it costs less now": how much a month, and not when."""
    at = figure.stop
    period = tokens.known.periods.get(tokens.word(at + 1), "")
    ends = tokens.word(at) == "a" and tokens.word(at + 2) == "before" and tokens.sort(at + 3) != WORD
    return (period, at + 2) if figure.kind == "money" and ends and period else None


_OPENS = frozenset("the i we he she they and so but my our it which".split())
"""After "150,000 a month Canadian", these open what comes next."""


def _abbreviated(tokens: Tokens, figure: Figure) -> tuple[str, int] | None:
    """ "R1.1m p.m.", "£2.2m pa": so much a month or a year."""
    at = figure.stop
    if figure.kind != "money":
        return None
    if tokens.low[at : at + 4] == ["p", ".", "m", "."]:
        return "month", at + 4
    return ("year", at + 1) if tokens.word(at) == "pa" and tokens.original(at) == "pa" else None


def _named_after(tokens: Tokens, figure: Figure) -> None:
    """Take in a currency behind the period: "1.2 million a month in euros", "forty thousand a year dollars"."""
    at = figure.stop + (tokens.word(figure.stop) in ("in", ","))
    word, nation = tokens.word(at), tokens.known.nations.get(tokens.word(at), "")
    at += bool(nation)
    unit = tokens.known.moneys.get(tokens.word(at), "") or (
        tokens.known.codes.get(word, "") if word in SPOKEN_CODES else ""
    )
    opens = tokens.sort(at) != WORD or (tokens.word(at) in _OPENS and nation != "USD")
    if not unit and nation and opens:
        unit, at = nation, at - 1
    if figure.kind is not None or not unit or tokens.word(at) in SHORT:
        return
    figure.become("money", nation or unit + OPEN * (tokens.word(at) in tokens.known.open_words), at + 1)


_OPENS_PURPOSE = frozenset("of in per a an for to less more from on saved extra lower".split())
_ENDS_PURPOSE = frozenset(
    """and or but so because which that who is was were are i we you he she they it then when while with that's
    thats""".split()
)


def period_at(tokens: Tokens, at: int) -> tuple[str, int]:
    """The period told at ``at`` and where it ends; an empty one where none is."""
    at = tokens.over_dash(at)
    known, word = tokens.known, tokens.word(at)
    named, after = at, tokens.word(tokens.over_dash(at + 1))
    if after in _WORKING:
        named, after = at + 1, tokens.word(at + 2)
    if word in known.adverbs:
        return known.adverbs[word], at + 1
    if word == "p" and after == "." and tokens.word(at + 2) == "a":
        return "year", at + 3
    if word in ("a", "an", "per", "every", "each", "/", "by", "the", "-", "one"):
        unit = known.periods.get(after, "") or (_SLASHED.get(after, "") if word == "/" else "")
        stop = tokens.over_dash(named + 1) + 1
        return (unit, stop) if unit and _recurs(tokens, at, unit, stop) else ("", at)
    return _within(tokens, at)


_SLASHED = {"y": "year", "q": "quarter", "d": "day"}
"""Behind a slash alone, these letters tell how often: "$1.3M/y", "€400/d"."""
_WORKING = frozenset("calendar working business operating trading".split())
"""Before "day", these leave it a period: "CHF 17,000 per calendar day"."""


def _recurs(tokens: Tokens, at: int, unit: str, stop: int) -> bool:
    """Whether "a year" at ``at`` tells how often, and not when ("a year later", "by year three", "the year before")."""
    word, then = tokens.word(at), tokens.word(stop)
    if word == "by":
        dated = tokens.sort(stop) == NUMBER or then in tokens.known.number_words or then == "end"
        return not dated and tokens.over_dash(stop) == stop and (unit == "year" or _by_the_day(tokens, at))
    if word in ("the", "-", "one") and unit in _NOT_RATES:
        return False
    if then in ("ago", "earlier", "later") or (then == "before" and tokens.sort(stop + 1) != WORD):
        return False
    if word == "the" and then in ("before", "after", "when"):
        return False
    return not (unit in ("second", "minute") and word in ("a", "the", "every") and names_things(tokens, at + 2))


def _by_the_day(tokens: Tokens, at: int) -> bool:
    """ "twelve euros by week", as French speakers say it; not "by day three", "by week's end", "by month end"."""
    known, before = tokens.known, tokens.word(at - 1)
    paid = before in known.moneys or before in known.cents or tokens.sort(at - 1) == MARK
    numbered = tokens.sort(at + 2) == NUMBER or tokens.word(at + 2) in known.number_words
    return paid and not numbered and not names_things(tokens, at + 2)


_NOT_RATES = ("second", "night", "day", "week")


def _within(tokens: Tokens, at: int) -> tuple[str, int]:
    """ "in the year", "in a year", "in year", "over the year", "on a yearly basis"."""
    known, word = tokens.known, tokens.word(at)
    if word not in ("in", "over", "on", "for"):
        return "", at
    here = at + 1 + (tokens.word(at + 1) in ("the", "a", "one"))
    here += here > at + 1 and tokens.word(here) in ("full", "whole", "normal", "typical", "average", "usual")
    here += word == "over" and tokens.word(here) in ("following", "next", "whole", "full", "first", "last", "past")
    unit = known.periods.get(tokens.word(here), "")
    summed = here == at + 1 or (tokens.word(here - 1) == "the" and tokens.sort(here + 1) != WORD)
    if word == "for" and summed and unit == "year":
        return unit, here + 1
    whole = tokens.word(at + 1) in ("a", "one") or tokens.word(here + 1) not in _NAMED_YEAR
    if word in ("in", "over") and unit in ("year", "month") and whole:
        return unit, here + 1
    if word == "on" and tokens.word(here) in known.adverbs and tokens.word(here + 1) == "basis":
        return known.adverbs[tokens.word(here)], here + 2
    return "", at


_NAMED_YEAR = frozenset("that we when before after of one two three four two".split())
