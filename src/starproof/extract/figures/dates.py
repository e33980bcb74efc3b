"""Numbers that are dates, years and times of day."""

from __future__ import annotations

from starproof.extract.figures.lexing import Tokens
from starproof.extract.figures.nouns import names_things, plural, plural_ahead
from starproof.extract.figures.spelled import Numeral


def is_date(tokens: Tokens, number: Numeral) -> bool:
    """January 15, 20 June, the 30 of June, the twenty-sixth."""
    known, at, stop = tokens.known, number.first, number.stop
    ordinal = tokens.word(tokens.over_dash(stop))
    if tokens.word(at - 1) in ("those", "these"):
        return False
    if not number.digits and ordinal in known.ordinals and _tens_before(tokens, stop):
        named = tokens.word(at - 1) == "the" or tokens.word(at - 1) in known.months
        return ordinal != "second" or named or tokens.word(stop + 1) == "of"
    if number.value > 31 or number.scaled or number.value != int(number.value):
        return False
    after = tokens.word(stop + (tokens.word(stop) == "of"))
    if after in known.months and plural(tokens.word(stop + 1)) and not number.digits:
        return False
    if after in known.months and (number.digits or after not in ("may", "march")):
        return True
    named = (tokens.word(at - 1) in known.months and tokens.word(at - 1) != "may") or _capital(tokens, at - 1, "may")
    return named and plural_ahead(tokens, stop) < 0 and tokens.word(stop) not in ("%", "percent")


def _tens_before(tokens: Tokens, stop: int) -> bool:
    return tokens.word(stop - 1) in tokens.known.tens


def _capital(tokens: Tokens, at: int, word: str) -> bool:
    return tokens.word(at) == word and tokens.original(at).istitle() and tokens.word(at - 1) != "."


def is_year(tokens: Tokens, number: Numeral) -> bool:
    """Four plain digits of our times, or "nineteen ninety eight", unless things are counted."""
    if not number.year:
        return False
    known, before, stop = tokens.known, tokens.word(number.first - 1), number.stop
    if before in known.months or before in ("the", "(", "'", "’"):
        return True
    if before in known.years_before or (before in ("for", "to", "than") and number.value % 100):
        return True
    after = tokens.word(stop)
    return not (after in known.moneys or after in known.durations or after in ("%", "percent") or _things(tokens, stop))


def _things(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    known = tokens.known
    return (plural(word) and word not in known.verbs and word not in known.stop) or word in known.people


def is_clock(tokens: Tokens, number: Numeral) -> bool:
    """Times of day: "at four", "half past nine", "six in the morning", "9 am"."""
    known, at, stop = tokens.known, number.first, number.stop
    after, then, before = tokens.word(stop), tokens.word(stop + 1), tokens.word(at - 1)
    rated = before == "at" and not {"percent", "%"}.isdisjoint(tokens.low[max(0, at - 14) : at])
    if number.scaled or number.value != int(number.value) or after == "times" or number.value < 1 or rated:
        return False
    if number.value > 24:
        return _hour_and_minutes(tokens, number)
    if after in known.clock_after or (after in ("a", "p") and then == "." and tokens.word(stop + 2) == "m"):
        return True
    if before == "of" and tokens.word(at - 2) == "instead" and tokens.word(at - 3) in ("noon", "midnight"):
        return True
    if before in ("past", "half") or (before == "to" and tokens.word(at - 2) in ("quarter", "half")):
        return True
    if after == "past" or (after == "to" and then in ("midnight", "noon")):
        return True
    if after in ("at", "in") and (then in ("night", "noon", "dawn") or (then == "the" and day_part(tokens, stop + 2))):
        return not number.digits or before in ("at", "by", "until", "till", "after", "before", "around", "about")
    if {"midnight", "noon"}.intersection(tokens.low[max(0, at - 3) : at]):
        return before in ("to", "and", "until", "till", "or", "-")
    if before == "from" and tokens.word(at - 2) in ("morning", "evening", "night", "day"):
        return _hour_alone(tokens, number)
    return before in _HOUR_AFTER and number.value <= 12 and _hour_alone(tokens, number)


_HOUR_AFTER = frozenset("at by until till after".split())


def _hour_and_minutes(tokens: Tokens, number: Numeral) -> bool:
    """ "at seven thirty", "the six-forty"."""
    hour, minutes = divmod(int(number.value), 100)
    told = (
        number.stop - number.first > 1
        and not number.digits
        and 1 <= hour <= 12
        and minutes in (10, 15, 20, 30, 40, 45, 50)
    )
    hundred = "hundred" in tokens.low[number.first : number.stop]
    before = tokens.word(number.first - 1)
    return (
        told
        and not hundred
        and before in {*_HOUR_AFTER, "the", "before", "from", "around", "about", "till"}
        and (not names_things(tokens, number.stop))
    )


def day_part(tokens: Tokens, at: int) -> bool:
    """Whether a part of the day is named at ``at``."""
    return tokens.word(at) in ("morning", "evening", "afternoon", "night")


def _hour_alone(tokens: Tokens, number: Numeral) -> bool:
    """Whether nothing is measured by a small number after "at"."""
    stop, known = number.stop, tokens.known
    ahead = tokens.over_dash(stop)
    if number.stop != number.first + 1 or names_things(tokens, ahead) or tokens.word(ahead) in known.adjectives:
        return False
    after = tokens.word(stop)
    return after not in ("to", "or", "-", "–", "/", "out", "of", "point", "times") and after not in known.scales
