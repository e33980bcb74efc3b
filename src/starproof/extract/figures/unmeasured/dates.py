"""Numbers that are dates and years."""

from __future__ import annotations

from starproof.core.months import NAMES
from starproof.extract.figures.numbers.lexing import BREAK, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural, plural_ahead
from starproof.extract.figures.numbers.spelled import Numeral


def is_date(tokens: Tokens, number: Numeral) -> bool:
    """January 15, 20 June, the 30 of June, the twenty-sixth."""
    known, at, stop = tokens.known, number.first, number.stop
    ordinal = tokens.word(tokens.over_dash(stop))
    if _short_year(tokens, number):
        return True
    if tokens.word(at - 1) in ("those", "these"):
        return False
    if not number.digits and ordinal in known.ordinals and _tens_before(tokens, stop):
        named = tokens.word(at - 1) == "the" or tokens.word(at - 1) in NAMES
        return ordinal != "second" or named or tokens.word(stop + 1) == "of"
    if number.value > 31 or number.scaled or number.value != int(number.value):
        return False
    after = tokens.word(stop + (tokens.word(stop) == "of"))
    if after in NAMES and plural(tokens.word(stop + 1)) and not number.digits:
        return False
    if after in NAMES and (number.digits or after not in ("may", "march")):
        return True
    if _of_several(tokens, stop):
        return False
    month = _month_before(tokens, at)
    if not number.digits and tokens.word(at - 2) in ("by", "in") and tokens.word(stop) in ("had", "were", "have"):
        return False  # "by December eight had the grade"
    named = (month in NAMES and month != "may") or _capital(tokens, at - 1, "may")
    return (
        named
        and not _month_by_month(tokens, number)
        and plural_ahead(tokens, stop) < 0
        and tokens.word(stop) not in ("%", "percent", "times")
    )


def _of_several(tokens: Tokens, at: int) -> bool:
    """ "in March 13 of them showed nothing", "at the end of June 31 of the 40 shops had moved" """
    if tokens.word(at) != "of":
        return False
    number = tokens.sort(at + 2) == NUMBER or tokens.word(at + 2) in tokens.known.number_words
    return tokens.word(at + 1) in ("them", "these", "those") or (tokens.word(at + 1) in _WHOSE and number)


_WHOSE = frozenset("the our my their his her its".split())


def _month_by_month(tokens: Tokens, number: Numeral) -> bool:
    """ "in February 30 vans were late, in April 18": as many things in a month as were counted in another."""
    at = number.first
    if not number.digits or tokens.word(at - 2) != "in" or tokens.word(at - 3) not in (",", ";", "and"):
        return False
    for here in range(at - 4, max(at - 16, 1), -1):
        if tokens.low[here] in (".", "!", "?"):
            return False
        if tokens.kind[here] == NUMBER and tokens.word(here - 1) in NAMES and tokens.word(here - 2) == "in":
            return plural_ahead(tokens, here + 1) >= 0
    return False


def _short_year(tokens: Tokens, number: Numeral) -> bool:
    """ "in March of twenty-two", "the belt's from ninety-eight": a year without its century."""
    before, ahead = tokens.word(number.first - 1), tokens.word(number.first - 2)
    if before in ("'", "’") and _cut_year(tokens, number):
        return True
    if ahead in ("season", "winter") and _double_year(tokens, number):
        return True
    if before in _SEASONS and ahead in ("in", "since", "by", "from", "of", "until"):
        return not number.digits and 10 <= number.value < 40 and not _things(tokens, number.stop)
    if before not in ("of", "from", "since") or number.digits or number.scaled or not 10 <= number.value < 100:
        return False
    if before == "since":
        return tokens.sort(number.stop) != WORD or tokens.word(number.stop) in _THEN
    if _things(tokens, number.stop):
        return False
    if before == "of" and ahead in NAMES and (ahead != "may" or tokens.word(number.first - 3) == "in"):
        return True
    if before == "of" and ahead in _SEASONS and tokens.word(number.first - 3) in ("the", "that", "in"):
        return tokens.sort(number.stop) != WORD or tokens.word(number.stop) in _THEN
    dated = before == "from" and (ahead in ("is", "was", "dates", "dated") or ahead.endswith(("'s", "’s")))
    return dated and number.value >= 50 and tokens.word(number.stop) in (",", ".", ";", "and", "so")


def _cut_year(tokens: Tokens, number: Numeral) -> bool:
    """ "the fall of '21", "back in ’08": the last two digits of a year after their mark."""
    at = number.first
    alone = number.digits and len(tokens.low[at]) == 2 and not number.scaled and tokens.glued(at - 1)
    return alone and not tokens.glued(at - 2) and tokens.word(number.stop) not in ("%", "percent")


def _double_year(tokens: Tokens, number: Numeral) -> bool:
    """The nineteen of "the season eighteen nineteen": one that lasts over the new year."""
    told = tokens.known.teens.get(tokens.word(number.first - 1), 0)
    return not number.digits and number.stop == number.first + 1 and told == number.value - 1


_SEASONS = frozenset("spring summer autumn fall winter".split())
_THEN = frozenset("we i they he she it my our the when and so but there was were had that".split())


def _month_before(tokens: Tokens, at: int) -> str:
    """The word before a number, over what stands between a month and it: "Sept. 12", and the 15 of "Sept. 12-15"."""
    if tokens.word(at - 1) in ("-", "–") and tokens.sort(at - 2) == NUMBER and tokens.glued(at - 2):
        at -= 2
    at -= tokens.sort(at - 1) == BREAK
    if tokens.word(at - 1) != ".":
        return tokens.word(at - 1)
    short = tokens.glued(at - 2) and len(tokens.word(at - 2)) <= 4 and tokens.original(at - 2).istitle()
    return tokens.word(at - 2) if short and tokens.word(at - 2) not in ("june", "july") else "."


def _tens_before(tokens: Tokens, stop: int) -> bool:
    return tokens.word(stop - 1) in tokens.known.tens


def _capital(tokens: Tokens, at: int, word: str) -> bool:
    return tokens.word(at) == word and tokens.original(at).istitle() and tokens.word(at - 1) != "."


def is_year(tokens: Tokens, number: Numeral) -> bool:
    """Four plain digits of our times, or "nineteen ninety eight", unless things are counted."""
    if not number.year:
        return _long_past(tokens, number) or _season(tokens, number)
    known, before, stop = tokens.known, tokens.word(number.first - 1), number.stop
    if before in NAMES or before in ("the", "(", "'", "’"):
        return True
    if before in known.years_before or (before in ("for", "to", "than") and number.value % 100):
        return True
    owned = before in _OWNERS or before.endswith(("'s", "’s"))
    if owned and number.digits and number.value % 100:
        return True
    after = tokens.word(stop)
    return not (after in known.moneys or after in known.durations or after in ("%", "percent") or _things(tokens, stop))


_OWNERS = frozenset("its his her their our my".split())


def _long_past(tokens: Tokens, number: Numeral) -> bool:
    """ "laid in 1887", "since 1868": four digits of a century before, where nothing is counted."""
    word, before = tokens.low[number.first], tokens.word(number.first - 1)
    told = len(word) == 4 and word.isdecimal() and word[:2] in ("16", "17", "18") and number.stop == number.first + 1
    dated = before in ("in", "since", "of", "around", "from", "until", "before", "after", "by") or before in NAMES
    if before == "the":
        return told and plural_ahead(tokens, number.stop) < 0
    return told and dated and not names_things(tokens, number.stop)


def _season(tokens: Tokens, number: Numeral) -> bool:
    """The 20 of "the 2019-20 season"."""
    at, year = number.first, tokens.word(number.first - 2)
    short = tokens.dashed(at) and len(tokens.low[at]) == 2
    if short and tokens.word(at - 3) in ("'", "’") and len(year) == 2 and tokens.glued(at - 3):
        return year.isdecimal() and not tokens.glued(at - 4)  # "harvest '23-24"
    return short and len(year) == 4 and year.isdecimal() and year[:2] in ("19", "20")


def _things(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    known = tokens.known
    return (plural(word) and word not in known.verbs and word not in known.stop) or word in known.people
