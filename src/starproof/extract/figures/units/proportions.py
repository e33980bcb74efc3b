"""Shares told as so many in so many: "one in five", "seven in ten of our users", "9 mornings in 10"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural, plural_ahead
from starproof.extract.figures.numbers.numerals import numeral, rounded
from starproof.extract.figures.numbers.spelled import Numeral


def share_of(first: int, stop: int, share: float) -> Figure:
    """The figure of a share of a whole."""
    percent = round(100 * share, 1) if share >= 0.01 else rounded(100 * share)
    return Figure(first, stop, percent, "percent", "%", noun=True)


def one_in(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "one in five", "one line in eight": a rate, unless the number has another noun or unit of its own."""
    at = tokens.over_dash(number.stop)
    named = tokens.word(at) not in ("in", "out") and tokens.word(at + 1) == "in" and tokens.sort(at) == WORD
    twice = named or (tokens.word(at + 2) == "in" and tokens.sort(at + 1) == WORD and not named)
    twice = twice and (named or number.digits or _told_apart(tokens, at))
    at += named or (2 if twice and tokens.word(at) not in ("in", "out") else 0)
    out = tokens.low[at : at + 2] == ["out", "of"] and (at == number.stop or named)
    at += out
    if tokens.word(at) != ("of" if out else "in"):
        return None
    at = tokens.over_dash(at + 1) + (tokens.word(at + 1) == "every")
    base = numeral(tokens, at)
    if base is None or base.value < 2 or base.year or base.value != int(base.value):
        return None
    unit = tokens.word(base.stop)
    if named and base.value > 20 and plural_ahead(tokens, base.stop) >= 0:
        return None  # "one product in 88 hospitals"
    if (
        unit in tokens.known.durations
        or unit in tokens.known.measures
        or (unit == "of" and tokens.word(base.stop + 1) not in _ALL_OF)
        or (named and unit == "the" and base.value not in (10, 20, 25, 50, 100))
    ):
        return None
    return share_of(number.first, base.stop, 1 / base.value)


_ALL_OF = frozenset("them those us all the our my these what".split())


def _told_apart(tokens: Tokens, at: int) -> bool:
    """ "one failed call in twelve", before a verb or the end of a clause; not "one new store in four cities"."""
    known, word = tokens.known, tokens.word(at)
    base = numeral(tokens, at + 3) if word.endswith(("ed", "ing")) or word in known.adjectives else None
    return base is not None and (
        tokens.sort(base.stop) != WORD or tokens.word(base.stop) in ("was", "is", "had", "has")
    )


def some_in(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "seven in ten of our users", "three in four said no"; not "four in ten cities"."""
    if tokens.word(number.first - 1) in ("of", "the"):
        return None
    if tokens.word(number.stop) in ("of", "out"):
        return _of_every(tokens, number) or _some_of(tokens, number)
    if tokens.word(number.stop) != "in":
        return _things_in(tokens, number)
    if tokens.word(number.stop + 1) == "every":
        return _in_every(tokens, number, number.stop + 1)
    the = tokens.word(number.stop + 1) == "the" and tokens.word(number.stop + 2) in ("hundred", "thousand")
    base = numeral(tokens, number.stop + 1 + the)
    if the and base is not None and tokens.sort(base.stop) != WORD:
        return _part(number, base)  # "nine in the thousand"
    after = "" if base is None else tokens.word(base.stop)
    if base is None or after in tokens.known.durations or after in tokens.known.measures:
        return None
    if _few_in_many(number, base) and plural_ahead(tokens, base.stop) < 0:
        told = _PERCENT.isdisjoint(tokens.low[base.stop : base.stop + _NEXT])
        return _part(number, base) if told else None  # "three in 600, so that's half a percent" is a sum
    return _some_in_few(tokens, number, base, after)


def _some_in_few(tokens: Tokens, number: Numeral, base: Numeral, after: str) -> Figure | None:
    """ "seven in ten of our users": a share of one of the numbers that people tell shares in, by the words around."""
    if base.value not in _BASES or (base.scaled and tokens.low[base.first] not in ("a", "one")):
        return None
    if base.digits != number.digits and base.value < 10:
        return None
    if base.value in (100, 1000, 1e6) and base.stop == base.first + 2 and plural_ahead(tokens, base.stop) < 0:
        return _part(number, base)  # "eleven in a hundred"
    told = after == "of" or after in tokens.known.verbs or after.endswith("ed") or (base.value == 10 and after in _WHO)
    verb = tokens.word(base.stop + 1) in ("were", "are", "had", "have", "came", "went", "said")
    told = told or (plural(after) and verb and base.value <= 5) or _opens(tokens, number.first)
    told = told or (after in _DO and (tokens.word(number.first - 1) in _SUMS_UP or _small(number, base)))
    ends = tokens.sort(base.stop) != WORD or after in tokens.known.stop
    told = told or (ends and base.value in (10, 100) and tokens.word(number.first - 1) in ("from", "to"))
    told = told or (ends and _so_nearly(tokens, number.first) and number.value < base.value <= 10)
    told = told or (ends and tokens.word(number.first - 1) in (_SUMS_UP if base.value in _TENS else _SAYS))
    return _part(number, base) if told and number.value < base.value else None


def _few_in_many(number: Numeral, base: Numeral) -> bool:
    """ "five in five thousand", "3 in 200": so few of a round number that it can only be a share of it."""
    rest = base.value
    while rest >= 10 and rest % 10 == 0:
        rest /= 10
    few = number.value <= _FEW and base.value >= max(_MANY, _FEW * number.value)
    return rest < 10 and few and base.digits == number.digits and not base.year


_FEW, _MANY, _NEXT = 20, 200, 8
_PERCENT = frozenset(["percent", "%"])


def _small(number: Numeral, base: Numeral) -> bool:
    """ "on the first day four in five were right": a share in words of a few."""
    return base.value in (3, 4, 5, 10) and 1 < number.value < base.value and not number.digits


def _so_nearly(tokens: Tokens, at: int) -> bool:
    """ "19 of 50 were accepted, so nearly two in five.", "82 of them, close to two in three, agreed" """
    close = tokens.low[max(0, at - 2) : at] == ["close", "to"]
    nearly = close or tokens.word(at - 1) in tokens.known.approx
    return nearly and tokens.word(at - 2 - close) in ("so", "is", "that's", "or", ",")


_BASES = (3, 4, 5, 6, 8, 10, 20, 100, 1000, 1e6)
_TENS = (10, 100, 1000, 1e6)
_DO = frozenset("were are was is had have did do".split())


def is_whole(tokens: Tokens, number: Figure) -> bool:
    """Whether a bare number counts what one thing is among: "not a late ticket in 190 million"."""
    if tokens.word(number.first - 1) != "in" or number.value < 10:
        return False
    named = [tokens.word(at) for at in range(number.first - 2, number.first - 5, -1) if tokens.sort(at) == WORD]
    return any(word in _ONE for word in named[1:]) and named[0] not in tokens.known.money_cues


_ONE = frozenset(("a", "an", "one", "single", "no"))


def _some_of(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "nine of ten got stuck", "six out of ten customers finish"; not a score, as in "they gave it six out of ten"."""
    at = number.stop + 1 + (tokens.word(number.stop) == "out" and tokens.word(number.stop + 1) == "of")
    of = at - 1
    at += tokens.word(at) == "every"
    base = numeral(tokens, at)
    if tokens.word(of) == "of" and base is not None and _of_callers(tokens, number, base):
        return _part(number, base)
    if base is not None and of > number.stop and base.value in (1000, 10000) and number.value < 20:
        return _part(number, base)  # "3 out of 1,000 ovens"
    if tokens.word(of) != "of" or base is None or base.value != 10 or base.scaled or number.value > 9:
        return None
    after, known, before = tokens.word(base.stop), tokens.known, tokens.word(number.first - 1)
    things = plural_ahead(tokens, base.stop)
    if things >= 0 and not number.digits and not base.digits:
        told = tokens.word(of - 1) == "out" and tokens.word(things) not in known.durations
    else:
        does = after.endswith("ed") or after in known.verbs or after in ("never", *_DO)
        told = things < 0 and (does or (before == ":" and tokens.sort(base.stop) != WORD))
    return _part(number, base) if told else None


def _of_callers(tokens: Tokens, number: Numeral, base: Numeral) -> bool:
    """ "five out of six callers had the same fault": a share in words, and no score out of five."""
    most = number.value == base.value - 1 and base.value in (3, 4, 6, 7, 8, 9) and not base.digits
    if not most or tokens.word(number.stop) != "out":
        return False
    last = plural_ahead(tokens, base.stop)
    return last == base.stop and tokens.word(last) not in tokens.known.durations


def _part(number: Numeral, base: Numeral) -> Figure:
    """The share of so many in ``base``, which a bare number may share: "from nine to six in a thousand"."""
    share = share_of(number.first, base.stop, number.value / base.value)
    share.factor = 100 / base.value
    return share


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a share at ``at`` is what a clause is about: "nearly three in ten households say"."""
    known = tokens.known
    while tokens.word(at - 1) in known.approx or tokens.word(at - 1) in _MORE_THAN:
        at -= 1
    return tokens.sort(at - 1) != WORD or tokens.word(at - 1) in ("that", "and", "but", "while", "as", "because")


_MORE_THAN = frozenset("more fewer than at least just only".split())


def _things_in(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "9 mornings in 10", "six callers in every hundred", "nine crashes out of ten"; not "six in ten minutes"."""
    at = number.stop
    if tokens.low[at : at + 3] == ["times", "out", "of"]:
        base = numeral(tokens, at + 3)
        if base is None or number.value >= base.value or plural_ahead(tokens, base.stop) >= 0:
            return None
        return _part(number, base)
    spent = tokens.word(at) in ("nights", "days", "mornings", "evenings", "weekends")
    if spent and (tokens.word(at + 1) == "in" or tokens.low[at + 1 : at + 3] == ["out", "of"]):
        base = numeral(tokens, at + 2 + (tokens.word(at + 1) == "out"))
        small = base is not None and number.value < base.value <= 10 and tokens.sort(base.stop) != WORD
        return _part(number, base) if base is not None and small else None
    if not plural(tokens.word(at)) or tokens.word(at) in tokens.known.durations:
        return None
    if tokens.low[at + 1 : at + 3] == ["out", "of"]:
        base = numeral(tokens, at + 3)
        shared = base is not None and number.value < base.value in (10, 100) and plural_ahead(tokens, base.stop) < 0
        return _part(number, base) if base is not None and shared else None
    if tokens.word(at + 1) != "in":
        return None
    if tokens.word(at + 2) == "every":
        return _in_every(tokens, number, at + 2)
    base = numeral(tokens, at + 2)
    if base is None or base.value not in _BASES or base.scaled or number.value >= base.value:
        return None
    ends = tokens.sort(base.stop) != WORD or tokens.word(base.stop) in tokens.known.stop
    return _part(number, base) if ends else None


def _in_every(tokens: Tokens, number: Numeral, every: int) -> Figure | None:
    """ "six in every hundred": the share, unless a time or other things are told ("two stops in every 30 minutes")."""
    base = numeral(tokens, every + 1)
    if base is None or base.value <= number.value or base.value < 3:
        return None
    if tokens.word(base.stop) in tokens.known.durations or plural_ahead(tokens, base.stop) >= 0:
        return None
    return _part(number, base)


def _of_every(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "30 of every 100", "three of each ten loaves": always a share, whatever is counted."""
    if tokens.word(number.stop) != "of" or tokens.word(number.stop + 1) not in ("every", "each"):
        return None
    base = numeral(tokens, number.stop + 2)
    if base is None or base.value <= number.value or tokens.word(base.stop) in tokens.known.durations:
        return None
    return _part(number, base)


_SAYS = ("say", "or", "that's", "thats")
_SUMS_UP = frozenset("so or it's that's that is was about nearly almost roughly".split())
"""Before "seven in ten" alone, these tell that it is a share, and not how many in which of several."""
_WHO = frozenset("people users customers of had have were are was is never say told".split())
