"""The word "one": how many, or a pronoun and an article."""

from __future__ import annotations

from starproof.core.months import NAMES
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import NO_THING, names_things, plural
from starproof.extract.figures.numbers.numerals import numeral
from starproof.extract.figures.numbers.spelled import Numeral
from starproof.extract.figures.numbers.telling import off_goal, past_goal
from starproof.extract.figures.unmeasured.another import (
    again,
    did_in_one,
    dropped,
    each_of_its_size,
    in_turn,
    is_year,
    on_top,
    one_more,
    taken_back,
)
from starproof.extract.figures.unmeasured.one_thing import counts_thing, one_of_those

_COMPOUNDS = frozenset("cross high long low short well self open large small single multi third".split())
"""Words that a hyphen joins to what follows, and nothing that is counted: "one cross-border framework"."""
_UNIT_PREFIXES = frozenset("percent % per star".split())


def is_pronoun(tokens: Tokens, number: Numeral) -> bool:
    """ "one" as a pronoun or an article: "one of the", "the one who", "one Friday"."""
    at, known = number.first, tokens.known
    if number.value != 1 or number.digits or number.stop != at + 1 or tokens.low[at] != "one":
        return False
    after, before = tokens.word(tokens.over_dash(at + 1)), tokens.word(at - 1)
    if after in NAMES and tokens.original(at + 1).istitle():
        return True  # "one March it did not run"
    if after in known.hyphen_ones and tokens.over_dash(at + 1) != at + 1:
        return False
    if before == "by" and not _MISSED.isdisjoint(tokens.low[max(0, at - 4) : at - 1]) and after != "one":
        return False
    if "by" in (after, before) and "one" in (tokens.word(at + 2), tokens.word(at - 2)):
        return True
    if after in known.durations:
        return after == "second" or (after == "day" and _once_upon(tokens, at))
    if after == "too" or after in NO_THING or (after in _COMPOUNDS and tokens.over_dash(at + 2) != at + 2):
        return True
    if after == "point" and (past_goal(tokens, at + 2) or before == "by"):
        return False
    if after in _UNIT_PREFIXES or after in known.moneys or after in known.sizes:
        return False
    return not _counts_one(tokens, at, before, after)


_MISSED = frozenset("missed miss beat beats short over under".split())
"""Before "it by one", these tell a margin."""


def _once_upon(tokens: Tokens, at: int) -> bool:
    """ "One day, I ..." tells when, not how long."""
    opens = tokens.word(at - 1) in (".", "", "!", "?", "\n", "until", "and", "then", "so")
    if tokens.word(at + 2) == "a" and tokens.word(at + 3) in tokens.known.periods:
        return False
    return opens and tokens.word(at + 2) in (",", "i", "we", "he", "she", "they", "the", "a", "my", "in", "our")


def _counts_one(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """Whether "one" is set against other numbers: an object with its noun, not a subject that is introduced."""
    if _bound(tokens, at, before, after) or (before in ("which", "whom") and tokens.word(at - 2) == "of"):
        return True
    if after == "for" and names_things(tokens, at + 3) and numeral(tokens, at + 2) is not None:
        return True  # "61 mechanics: one for 56 lifts"
    if after == "of":
        if before in ("only", "just") and numeral(tokens, at + 2) is not None:
            return True
        part = _of_several(tokens, at + 2) or _of_kind(tokens, at, before)
        return part and before not in ("every", "each", "not") and not each_of_its_size(tokens, at)
    if before in ("took", "takes") and tokens.word(at - 2) == "it" and tokens.sort(at + 1) != WORD:
        return True  # "on the phone it took one."
    if (
        taken_back(tokens, at + 1)
        or did_in_one(tokens, at)
        or on_top(tokens, at, before, after)
        or again(tokens, at, before)
        or in_turn(tokens, at, before, after)
        or (after == "more" and one_more(tokens, at))
    ):
        return True
    if names_things(tokens, at + 1):
        return counts_thing(tokens, at, before, after) or one_of_those(tokens, at, before, after)
    if before in _LEFT or dropped(tokens, at, before, after):
        return _among(tokens, at) or _given(tokens, at, before)
    if after in ("had", "has"):
        return one_of_those(tokens, at, before, after)
    return _level(tokens, at, before) or _given(tokens, at, before)


def _bound(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """ "from nine to one", "one a week", "instead of one", "went down to one form", "one more than planned" """
    known, ahead = tokens.known, tokens.word(at - 2)
    lead = at - ((before in known.approx or before in _SHORT_OF) and ahead == "to")
    ends = not names_things(tokens, at + 1)
    if tokens.word(lead - 1) in ("to", "from") and _change(tokens, lead, after, ends=ends):
        return True
    rate = after in ("a", "per") and tokens.word(at + 2) in known.periods
    if rate and tokens.word(at + 3) not in known.after_time and before not in known.approx:
        return True
    if before == "to":
        reduced = ahead in _DOWN or not _DOWN.isdisjoint(tokens.low[max(0, at - 6) : at - 1])
        told = reduced and names_things(tokens, at + 1) and after not in known.not_counted
        return told or (plural(ahead) and tokens.word(at - 3) in known.number_words)
    if past_goal(tokens, at + 1) or (before == "," and off_goal(tokens, at + 1)):
        return True
    more = after in ("more", "less", "fewer") and tokens.word(at + 2) == "than"
    return more or (before == "of" and ahead == "instead")


_DOWN = frozenset("went down gone cut reduced moved switched back shrank merged brought boiled folded".split())
_SHORT_OF = ("under", "below", "over", "above")
"""After "to", these bound what a measure came to: "from four percent to under one"."""


def _level(tokens: Tokens, at: int, before: str) -> bool:
    """ "it had five pages and is now one.": where a measure stands that was counted before."""
    now = before == "now" or (before in ("it's", "is") and tokens.word(at - 2) == "now")
    now = now or (before == "was" and tokens.word(at - 2) == "it")
    return now and tokens.word(at + 1) in (".", ",", ";") and _among(tokens, at)


def _given(tokens: Tokens, at: int, before: str) -> bool:
    """ "I asked for two weeks. He gave me one.": as many of what was asked for."""
    asked = before in ("me", "us") and tokens.word(at - 2) in ("gave", "give", "gives", "offered")
    if not asked or tokens.sort(at + 1) == WORD:
        return False
    known, near = tokens.known, range(max(1, at - 36), at - 2)
    return any(
        tokens.low[i] in known.number_words and tokens.low[i - 1] in ("for", "wanted", "requested", "want")
        for i in near
    )


def _change(tokens: Tokens, at: int, after: str, *, ends: bool) -> bool:
    """ "from nine to one", "dropped from five a week to one.": the bound of a change, not a vote of two to one."""
    counted = tokens.word(at - 2) in tokens.known.number_words or tokens.sort(at - 2) == NUMBER
    told = "from" in tokens.low[max(0, at - 8) : at]
    return (counted and (told or ends)) or (told and ends and after not in ("of", "that", "who", "which", "where"))


def _of_several(tokens: Tokens, at: int) -> bool:
    """ "one of twelve", "one of the four": part of a stated number."""
    number = numeral(tokens, at + (tokens.word(at) in ("the", "my", "our", "their", "those")))
    if number is None or number.value > 20:
        return False
    after, known = tokens.word(number.stop), tokens.known
    return after not in known.durations and (after in known.verbs or not names_things(tokens, number.stop))


def _of_kind(tokens: Tokens, at: int, before: str) -> bool:
    """ "two counts of fraud and one of perjury" """
    return before == "and" and names_things(tokens, at + 2) and "of" in tokens.low[max(0, at - 6) : at - 1]


_LEFT = frozenset("lost lose had hired kept gave got".split())


def _among(tokens: Tokens, at: int) -> bool:
    """Whether a count stands before in the clause, as in "of the next fifteen hires I lost one"."""
    near = range(max(0, at - 12), at - 1)
    stops = [i for i in near if tokens.low[i] in (".", "!", "?")]
    return any(
        (tokens.kind[i] == NUMBER and not is_year(tokens.low[i]))
        or (tokens.low[i] in tokens.known.number_words and tokens.low[i] != "one")
        for i in near
        if not stops or i > stops[-1]
    )
