"""Lengths of time without a number: "a week", "another month", "in a quarter", "an hour twenty late"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import BREAK, NUMBER, PUNCT, WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural
from starproof.extract.figures.numbers.telling import MISSED, off_goal
from starproof.extract.figures.units.after import lengthen


def length(tokens: Tokens, first: int, unit: int, times: float) -> Figure:
    """So many of the unit of time at ``unit``, with what goes on after it ("a week and a half"), as a figure."""
    figure = Figure(first, unit + 1, times)
    figure.become("duration", "s", unit + 1, tokens.known.durations[tokens.low[unit]])
    lengthen(tokens, figure)
    return figure


def minutes_and_seconds(tokens: Tokens, at: int) -> Figure | None:
    """ "from 11 min to 8:20": minutes and seconds, which a length in minutes sets off from a time of day."""
    minutes, _, seconds = tokens.low[at].partition(":")
    joint, lead = tokens.word(at - 1), tokens.low[max(0, at - 7) : at]
    told = minutes.isdecimal() and seconds.isdecimal() and len(seconds) == 2 and int(seconds) < 60
    if not told or joint not in ("to", "→", ">", "then", "vs") or _IN_MINUTES.isdisjoint(lead):
        return None
    figure = Figure(at, at + 1, 60.0 * int(minutes) + int(seconds))
    figure.become("duration", "s", at + 1, 1.0)
    return figure


_IN_MINUTES = frozenset(("min", "mins", "minutes"))


def lasts(tokens: Tokens, at: int) -> bool:
    """Whether "a week" at ``at`` tells a length, and neither a rate ("nine a week") nor "a second attempt"."""
    known, before, after = tokens.known, tokens.word(at - 1), tokens.word(at + 2)
    if _goes_on(tokens, at) or _taken(tokens, at) or (tokens.word(at + 1) in _SPANS and _apart(tokens, at)):
        return True
    if _rate(tokens, at):
        return False
    if tokens.word(at + 1) == "fortnight":
        counted = plural(before) and before not in known.stop and after not in known.after_time
        return not (counted or before in known.number_words or before in ("twice", "once"))
    if (before == "as" and tokens.word(at - 2) in _PLANNED) or _filled(tokens, at) or _told(tokens, at):
        return True
    if after == "on" and plural(before) and before not in known.stop and before not in known.lasting:
        return False
    if after in known.after_time:
        return before not in known.people or after in ("late", "early")
    if before == "in" and tokens.word(at + 1) in _LONG and _within(tokens, at):
        return True
    if after == "to" and before in (",", "and") and tokens.word(at + 1) not in ("second", "day"):
        return True
    back = at - 1
    while back > at - 6 and tokens.word(back) in _ASIDES:
        back -= 1
    return tokens.word(back) in known.lasting


_ASIDES = frozenset("like , uh um er eh about maybe i think guess both".split())


def _told(tokens: Tokens, at: int) -> bool:
    return _listed(tokens, at) or _margin(tokens, at)


def _margin(tokens: Tokens, at: int) -> bool:
    """ "a week inside the deadline", "missed it by a day", "a month to spare"; not the rate of "forty a day over" """
    before, after, then = tokens.word(at - 1), tokens.word(at + 2), tokens.word(at + 3)
    if counted(tokens, at - 1) or plural(before) or tokens.word(at + 1) not in (*_SPANS, "minute", "second"):
        return False
    if before == "by" and not _BEATEN.isdisjoint(tokens.low[max(0, at - 6) : at - 1]):
        return True
    if (after, then) in (("to", "spare"), ("in", "hand")):
        return True
    return off_goal(tokens, at + 2) or (after in ("more", "less") and then == "than")


_BEATEN = MISSED | {"overshot", "overran"}
"""Before "by a week", these tell how far from a goal."""


def _filled(tokens: Tokens, at: int) -> bool:
    """ "replayed a day of queries", "an hour apart", "in about a week"; no rate, and not "what a year of change"."""
    known, before, after = tokens.known, tokens.word(at - 1), tokens.word(at + 2)
    if before in known.approx and tokens.word(at - 2) == "in":
        return True
    if after not in ("of", "apart") or tokens.word(at + 1) not in _SPANS or tokens.word(at + 3) in _DETERMINERS:
        return False
    if _priced(tokens, at + 3):
        return False
    counted = plural(before) or tokens.sort(at - 1) == NUMBER or before in known.number_words or before in known.moneys
    return not counted and before not in _EXCLAIMS


def _priced(tokens: Tokens, at: int) -> bool:
    """ "a day of delay cost £2,000": what one of them costs, which is a rate."""
    return tokens.word(at + 1) in ("cost", "costs") or tokens.low[at + 1 : at + 3] == ["is", "worth"]


def _apart(tokens: Tokens, at: int) -> bool:
    """ "two readings an hour apart", "a year out, we look again", "it was a year of work" """
    before, after = tokens.word(at - 1), tokens.word(at + 2)
    if after == "apart" or (after == "out" and tokens.sort(at + 3) != WORD):
        return tokens.word(at - 1) not in tokens.known.number_words
    return after == "of" and before in ("is", "was", "as") and tokens.word(at + 3) in _EFFORT


_EFFORT = frozenset("work effort labour labor engineering development building waiting".split())
_DETERMINERS = frozenset("the those these them it that this".split())
_EXCLAIMS = frozenset("what such quite as is was thousand million hundred".split())
_SPANS = frozenset("hour day week month year decade".split())


def _listed(tokens: Tokens, at: int) -> bool:
    """ "I had three teams and a year", "six people, 24 engineers, and a month to do it": what one has, and no rate."""
    last = at - 2 - (tokens.word(at - 2) == ",")
    if tokens.word(at - 1) != "and" or tokens.word(at + 1) not in _SPANS or not plural(tokens.word(last)):
        return False
    ends = tokens.sort(at + 2) != WORD or tokens.word(at + 2) in ("and", "but", "to", "for")
    counts = (
        tokens.kind[here] == NUMBER or tokens.low[here] in tokens.known.number_words
        for here in range(max(0, last - 3), last)
    )
    return ends and any(counts)


_LONG = ("week", "fortnight", "month", "quarter", "year", "decade", "yr", "wk", "mth")
_PLANNED = frozenset("scoped planned estimated sold quoted sized budgeted pitched".split())


def _within(tokens: Tokens, at: int) -> bool:
    """Whether "in a year" is the time that something took: at the end of a clause, or where nothing is counted."""
    if tokens.sort(at - 2) != WORD:
        return tokens.word(at + 2) == "," and tokens.sort(at + 3) == WORD and _no_sum(tokens, at + 3)
    if tokens.word(at + 2) in tokens.known.periods or tokens.word(at - 2) == "once":
        return False
    ends = tokens.word(at + 2) in (",", ".", ";", ")", "\n") or tokens.sort(at + 2) == BREAK
    ends = ends and tokens.word(at + 1) != "quarter"
    if ends and not tokens.word(at - 2).endswith("s"):
        return True
    for here in range(at - 2, max(at - 12, -1), -1):
        word = tokens.low[here]
        if tokens.kind[here] == BREAK or word == "\n":
            return here < at - 3
        if tokens.kind[here] not in (WORD, PUNCT) or word in tokens.known.number_words:
            return _achieved(tokens, here, at)
        if word in (".", ",", ";", ":", "!", "?"):
            return here < at - 3
    return at > 3


def _no_sum(tokens: Tokens, at: int) -> bool:
    """Whether no sum of money follows, which "in a year" would be the period of."""
    return tokens.known.scales.keys().isdisjoint(tokens.low[at : at + 5])


def _achieved(tokens: Tokens, number: int, at: int) -> bool:
    """ "they found 900 idle machines in a week.": what was done in that time, and not how often it happens."""
    near = tokens.low[max(0, number - 5) : number]
    done = not _DONE.isdisjoint(near) or any(word.endswith("ed") and len(word) > 4 for word in near)
    return done and (tokens.sort(at + 2) != WORD or tokens.word(at + 2) in ("and", "so", "but"))


_DONE = frozenset("found lost hired fixed closed moved wrote built shipped cleared migrated trained sat".split())


def _goes_on(tokens: Tokens, at: int) -> bool:
    """ "another week", "a week and a half", "a week or two", "an hour twenty late", "up to a week" """
    if tokens.word(at - 1) == "to" and tokens.word(at - 2) == "up":
        return True
    if tokens.word(at + 1) in ("hour", "minute") and tokens.word(at + 2) in tokens.known.tens:
        return tokens.sort(at + 3) != WORD or tokens.word(at + 3) in tokens.known.after_time
    if tokens.word(at + 2) == "and" and tokens.word(_lesser(tokens, at + 3)) in tokens.known.durations:
        return True
    if tokens.low[at] == "another" and tokens.word(at + 1) in ("week", "month", "quarter", "year", "hour"):
        return True
    if tokens.word(at + 1) == "hour" and tokens.word(at + 2) == "and" and tokens.word(at + 3) in _MINUTES:
        return tokens.sort(at + 4) != WORD or tokens.word(at + 4) in tokens.known.after_time | _CLAUSES
    return _and_part(tokens, at + 2) or (tokens.word(at + 2) == "or" and tokens.word(at + 3) == "two")


def _lesser(tokens: Tokens, at: int) -> int:
    """Where the unit stands after a number below sixty at ``at``: "an hour and twenty minutes"; -1 where none does."""
    known, word = tokens.known, tokens.word(at)
    if tokens.sort(at) == NUMBER and tokens.word(at + 1) in known.durations:
        return at + 1
    if word not in known.digits and word not in known.teens and word not in known.tens:
        return -1
    return at + 1 + (word in known.tens and tokens.word(at + 1) in known.digits)


_CLAUSES = frozenset("and but so then because which while the i we he she they it that".split())
"""Behind "an hour and ten", these open a clause of their own, and nothing that there are ten of."""
_MINUTES = frozenset("five ten fifteen twenty thirty forty fifty".split())
"""After "an hour and", these are of its sixtieths."""


def _rate(tokens: Tokens, at: int) -> bool:
    """ "one and a half a week", "in a year it's nine", "a second attempt", "nine saves a week" """
    before, after = tokens.word(at - 1), tokens.word(at + 2)
    if (before == "half" and tokens.word(at - 3) == "and") or (before == "them" and tokens.word(at - 2) == "of"):
        return True
    if after == "on" and tokens.word(at + 3) == "average":
        return True
    if before in ("less", "more", "fewer") and counted(tokens, at - 2):
        return True
    if (
        plural(before)
        and before not in tokens.known.stop
        and (tokens.sort(at - 2) == NUMBER or tokens.word(at - 2) in tokens.known.number_words)
    ):
        return True
    if before in ("over", "in") and after in ("that", "that's", "it's", "this", "it", "is", "was"):
        return True
    named = tokens.word(at + 1) in ("second", "minute", "night") and tokens.sort(at + 2) == WORD
    return named and after not in tokens.known.stop


def _taken(tokens: Tokens, at: int) -> bool:
    """ "it took two engineers a month": the time that so many people need, and no rate."""
    first = at - 2 - (tokens.word(at - 2) not in tokens.known.number_words and tokens.sort(at - 2) == WORD)
    who, told = tokens.word(at - 1), tokens.word(first - 2) in ("it", "that", "this", "which")
    people = who in tokens.known.people or who.endswith(("ers", "ors", "ists", "ysts"))
    told = told and tokens.word(first - 1) in _TAKES and counted(tokens, first)
    return told and people and tokens.word(at + 1) in _SPANS


_TAKES = frozenset("took take takes taken taking".split())


def counted(tokens: Tokens, at: int) -> bool:
    """Whether a number stands at ``at``, as in "€1,150 less a year"."""
    word, known = tokens.word(at), tokens.known
    return tokens.sort(at) == NUMBER or word in known.number_words or word in known.suffixes or word in known.moneys


def spells_time(tokens: Tokens, at: int) -> bool:
    """Whether a unit of time stands at ``at`` in the plural and as a word: "hours", not "hrs" or "s"."""
    word = tokens.word(at)
    return word in tokens.known.durations and word.endswith("s") and len(word) > 3


def _and_part(tokens: Tokens, at: int) -> bool:
    """Whether "and a half", "and a quarter" or "and three quarters" stands at ``at``."""
    part = tokens.low[at + 1 : at + 3] in (["a", "half"], ["a", "quarter"], ["three", "quarters"], ["a", "third"])
    return tokens.word(at) == "and" and part and tokens.word(at + 3) not in ("of", "million", "billion")


def and_half(tokens: Tokens, at: int) -> bool:
    """Whether "and a half" stands at ``at``."""
    return tokens.word(at) == "and" and tokens.word(at + 1) == "a" and tokens.word(at + 2) == "half"
