"""Numbers with their scale, in digits or words: "2.5m", "3 lakh crore", "two and a half million", "15k"."""

from __future__ import annotations

import re
from dataclasses import replace

from starproof.extract.figures.numbers.digits import from_digits
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.spelled import Numeral, Spelled

_FREE_SUFFIXES = frozenset({"k", "mn", "bn", "cr", "mln", "bln", "tn"})
"""Suffixes that stand for a scale even after a space."""
THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""Digits that a point may group: "1.250"; "0.018" are none."""
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
"""Fractions of one character."""
_OVER, _UNDER = frozenset("1234567"), frozenset("2348")
"""What stands over and under the line of a fraction in digits."""
_TOPS = {"a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0}


def numeral(tokens: Tokens, index: int, *, lesser: bool = True) -> Numeral | None:
    """The number that begins at ``index``, with its scale; ``None`` where there is none.

    ``lesser`` says whether a smaller sum may follow, as in "1 crore 80 lakh".
    """
    if index >= len(tokens):
        return None
    if tokens.kind[index] == NUMBER:
        value = from_digits(tokens.low[index])
        if value is None:
            return None
        if value < 1000 and tokens.european and THOUSANDS.fullmatch(tokens.low[index]):
            value = rounded(value * 1000)
        if _after_point(tokens, index):
            value = rounded(value / 10 ** len(tokens.low[index]))
        plain = tokens.low[index]
        year = len(plain) == 4 and plain.isdigit() and 1900 <= value < 2100
        return _scaled(tokens, Numeral(value, index, index + 1, digits=True, year=year), lesser=lesser)
    if tokens.kind[index] != WORD:
        return None
    if tokens.low[index] in VULGAR:
        half = Numeral(VULGAR[tokens.low[index]], index, index + 1, digits=True)
        return _scaled(tokens, half, lesser=lesser)
    spelled = Spelled(tokens, index).read()
    if spelled is None or spelled.year:
        return spelled
    return _scaled(tokens, spelled, lesser=lesser)


def _after_point(tokens: Tokens, index: int) -> bool:
    """Whether a point alone stands before digits: ".5 percent"."""
    alone = tokens.word(index - 1) == "." and tokens.glued(index - 1) and not tokens.glued(index - 2)
    return alone and tokens.low[index].isdecimal()


def _scaled(tokens: Tokens, number: Numeral, *, lesser: bool) -> Numeral:
    """The number with all that multiplies or completes it."""
    number = _halved(tokens, number, tokens.known.scales.get(tokens.low[number.stop - 1], 1.0))
    odd = number.stop + (tokens.word(number.stop) == "and" and number.value % 100 == 0)
    if tokens.word(odd) in ("odd", "some", "something") and tokens.word(odd + 1) in tokens.known.scales:
        number = replace(number, stop=odd + 1)
    factor = _scale(tokens, tokens.over_dash(number.stop), number)
    if factor is not None:
        number = _times(tokens, number, factor)
    if not number.scaled:
        return number
    number = _halved(tokens, number, tokens.known.scales.get(tokens.low[number.stop - 1], 1.0))
    return _with_lesser(tokens, number) if lesser else number


def _times(tokens: Tokens, number: Numeral, factor: float) -> Numeral:
    """The number times a scale, and once more for "lakh crore" and "hundred thousand"."""
    at = tokens.over_dash(number.stop)
    grand = tokens.low[at] == "grand"
    number = replace(
        number, value=rounded(number.value * factor), stop=at + 1, scale=factor, year=False, grand=number.grand or grand
    )
    again = tokens.known.scales.get(tokens.word(at + 1))
    if (
        again is not None
        and again >= factor
        and tokens.low[at] in ("hundred", "thousand", "lakh", "thousands", "lakhs")
    ):
        return replace(number, value=rounded(number.value * again), stop=at + 2, scale=again)
    return number


def _scale(tokens: Tokens, at: int, after: Numeral) -> float | None:
    word, known = tokens.word(at), tokens.known
    if word == "mil" and tokens.word(after.first - 1) == "r$":
        return 1e3
    if word in known.scales:
        return None if after.scaled and known.scales[word] <= 1e3 else known.scales[word]
    if word == "hundred" and after.digits and after.value < 100:
        return 100.0
    factor = known.suffixes.get(word)
    if word == "l" and after.digits and _in_rupees(tokens, at, after):
        return 1e5
    if factor is None or after.scaled or (word == "m" and _no_million(tokens, at, after)):
        return None
    glued = (at == after.stop and tokens.glued(at - 1)) or tokens.original(at) in ("M", "B")
    priced = tokens.sort(after.first - 1) == MARK or tokens.word(after.first - 1) in tokens.known.codes
    if word == "mm" and tokens.original(at) == "mm" and not priced:
        return None
    loose = word in _FREE_SUFFIXES or (priced and word in ("m", "b"))
    return factor if loose or (after.digits and glued) else None


def _in_rupees(tokens: Tokens, at: int, number: Numeral) -> bool:
    """Whether an L is lakhs: "₹5L", "Rs 12.5L", "5L rupees"."""
    before, after = tokens.word(number.first - 1), tokens.word(at + 1)
    return before in ("₹", "rs", "inr") or after in ("rupees", "inr", "rs") or tokens.word(number.first - 2) == "rs"


def _no_million(tokens: Tokens, at: int, number: Numeral) -> bool:
    """Whether the m at ``at`` is of minutes or metres."""
    minutes = sixtieths(tokens, at + 1) and not _is_sum(tokens, number, at + 2)
    return minutes or _among_times(tokens, at) or _in_metres(tokens, at, number)


def sixtieths(tokens: Tokens, at: int) -> bool:
    """Whether two digits at ``at`` stand straight behind the letter of a unit, as in "2m50" and "3h05"."""
    digits = tokens.word(at)
    told = len(digits) == 2 and digits.isdecimal() and int(digits) < 60
    return told and tokens.glued(at - 1) and tokens.glued(at - 2) and tokens.sort(at - 2) == NUMBER


def _is_sum(tokens: Tokens, number: Numeral, stop: int) -> bool:
    """Whether a currency stands before the number or behind what ends at ``stop``: "€2m50", "2m50 euros"."""
    around = (tokens.word(number.first - 1), tokens.word(stop))
    known = tokens.known
    return tokens.sort(number.first - 1) == MARK or any(one in known.codes or one in known.moneys for one in around)


def _in_metres(tokens: Tokens, at: int, number: Numeral) -> bool:
    return tokens.sort(number.first - 1) != MARK and tokens.original(at) == "m" and in_metres(tokens, at + 1)


def in_metres(tokens: Tokens, at: int) -> bool:
    """Whether what follows "400m" makes it metres."""
    return tokens.word(at) in ("long", "high", "tall", "wide", "deep", "apart", "away", "above", "below", "thick")


def _among_times(tokens: Tokens, at: int) -> bool:
    """Whether "35m" stands beside other times in letters, as in "from 4h to 35m"."""
    near = range(max(0, at - 8), min(len(tokens), at + 6))
    return any(
        tokens.low[i] in ("h", "s", "ms", "hr", "hrs") and tokens.glued(i - 1) and tokens.sort(i - 1) == NUMBER
        for i in near
    )


def _halved(tokens: Tokens, number: Numeral, unit: float) -> Numeral:
    """The number with "and a half", "-and-a-half" or "and three quarters" of ``unit`` added."""
    vulgar = _vulgar(tokens, number)
    if vulgar is not None:
        return vulgar
    at = tokens.over_dash(number.stop)
    if tokens.word(at) != "and":
        return number
    if tokens.word(at + 1) == "half" and _halves(tokens, at + 2):
        return replace(number, value=number.value + unit / 2, stop=at + 2)
    top = tokens.over_dash(at + 1)
    under = tokens.over_dash(top + 1)
    over, word = _TOPS.get(tokens.word(top)), tokens.word(under)
    if over is None or word not in ("half", "quarter", "quarters", "third", "thirds"):
        return number
    if tokens.word(under + 1) == "of" and tokens.word(under + 2) not in ("a", "an") and number.value >= 100:
        return number  # "I moved it to 25,000 and two thirds of the queue was gone"
    return replace(number, value=number.value + unit * over / tokens.known.fractions[word], stop=under + 1)


def _halves(tokens: Tokens, at: int) -> bool:
    """Whether a unit stands at ``at`` or a sentence ends, so that "two and half years" halves one."""
    word, known = tokens.word(at), tokens.known
    return word in ("", ".") or word in known.durations or word in known.scales or word in ("percent", "%")


def _vulgar(tokens: Tokens, number: Numeral) -> Numeral | None:
    """The number with a fraction in marks added: "2½", "3 1/2"."""
    at = number.stop
    if not number.digits or number.scaled:
        return None
    if tokens.word(at) in VULGAR:
        return replace(number, value=number.value + VULGAR[tokens.word(at)], stop=at + 1)
    joined = tokens.over_dash(at)
    top, slash, under = (tokens.word(joined + step) for step in range(3))
    apart = joined != at or not tokens.glued(at - 1)
    if apart and slash == "/" and top in _OVER and under in _UNDER and int(top) < int(under):
        return replace(number, value=rounded(number.value + int(top) / int(under)), stop=joined + 3)
    return None


def _with_lesser(tokens: Tokens, number: Numeral) -> Numeral:
    """The number with a lesser scale added: "1 crore 80 lakh", "nine crore and twenty lakh"."""
    last = tokens.known.scales.get(tokens.low[number.stop - 1], 0.0)
    if last < 1e5:
        return number
    rest = numeral(tokens, number.stop + (tokens.word(number.stop) == "and"), lesser=False)
    if rest is None or not rest.scaled or rest.value >= last:
        return number
    return replace(number, value=number.value + rest.value, stop=rest.stop)


def rounded(value: float) -> float:
    """The value without the dust of binary fractions."""
    return float(f"{value:.12g}")
