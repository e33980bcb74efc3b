"""Figures that keep their proportions and lose their values.

Every kind of figure (money, time, counts, sizes) has one factor for all stories, taken from the digest of the stories
themselves: the same stories give the same copy, and who has only the copy cannot compute it. A stand-in is rounded as
its figure was. A figure that others let us recompute is recomputed from their stand-ins, so that sums and percentages
of the copy hold. Percentages and multiples that nothing recomputes, scores, dates, and counts below ten are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise, permutations

from starproof.bank.redaction.numerals import Numeral, numerals
from starproof.core.document import Story
from starproof.core.facts import Claim, Quantity
from starproof.core.months import IN_SHORT
from starproof.errors import InputError
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from starproof.parse import parse

FACTORS: Mapping[str, tuple[float, ...]] = {
    "money": (0.6, 0.7, 0.8, 1.3, 1.4, 1.6, 1.7),
    "duration": (0.7, 0.8, 1.2, 1.3, 1.4),
    "count": (0.7, 0.8, 1.2, 1.3, 1.4, 1.6),
    "size": (0.6, 0.7, 1.3, 1.4, 1.6, 1.7),
}
SMALL = 10
"""Whole numbers below this say little and are kept, unless a sum moves them."""
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTHS = rf"(?:{IN_SHORT})"
_DATE = re.compile(
    rf"\b(?:19|20)\d\d(?:[-/]\d\d(?:[-/]\d\d)?)?\b|\b{_DAY}(?: of)? {_MONTHS}\b|\b{_MONTHS} {_DAY}\b|"
    r"\b\d{1,2}[:h]\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d\d|\d{4})\b|\b24/7\b|\b\d{1,2} ?[ap]\.?m\b",
    re.IGNORECASE,
)
_TOLERANCE = 0.006
_ROUNDED = 0.05
"""How far from its sum a figure may be stated and count as that sum, rounded."""

Formula = Callable[[Sequence[float]], float]
_PAIRS: tuple[Formula, ...] = (
    lambda v: abs(v[0] - v[1]),
    lambda v: abs(v[0] - v[1]) / v[0] * 100,
    lambda v: v[0] / v[1] * 100,
    lambda v: v[0] / v[1],
    lambda v: v[0] * v[1],
)
_TIMES = (1, 4, 12, 52, 365, 1 / 12, 1 / 4, 1 / 52, 1 / 365)
_UNITS = (31_536_000, 2_628_000, 604_800, 86_400, 3_600, 60, 1)
"""Seconds of a year, month, week, day, hour, minute and second."""
_PASSES = 3
"""A figure may rest on one that is itself recomputed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of text and what stands there instead. ``kind`` says what it was."""

    start: int
    end: int
    stand_in: str
    kind: str
    original: str


@dataclass(slots=True)
class Scaled:
    """What becomes of the figures of one text."""

    edits: list[Edit] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    """Figures that stay, each with the reason."""
    wrong: int = 0
    """Sums that did not hold in the original."""


@dataclass(slots=True)
class _Figure:
    """A quantity with the numbers that state it, and the values they get."""

    quantity: Quantity
    numbers: list[Numeral]
    fresh: list[float]
    why: str = ""

    @property
    def ratio(self) -> float:
        """By what its value changes."""
        return self.fresh[0] / self.numbers[0].value if self.numbers and self.numbers[0].value else 1.0


class Scaler:
    """The factors of one set of stories."""

    def __init__(self, texts: Sequence[str]) -> None:
        digest = sha256("\x00".join(texts).encode("utf-8", "surrogatepass")).digest()
        self.factor = {
            kind: choices[digest[at] % len(choices)] for at, (kind, choices) in enumerate(sorted(FACTORS.items()))
        }

    def scaled(self, text: str) -> Scaled:
        """The figures of one text and their stand-ins."""
        found = quantities(text)
        figures = [self._figure(text, one) for one in found]
        sums = _claims(text, found)
        self._recompute(sums, figures)
        result = Scaled(wrong=sum(claim.verdict == "inconsistent" for claim in sums))
        for figure in figures:
            _write(figure, result)
        self._others(text, figures, result)
        result.edits.sort(key=lambda edit: edit.start)
        return result

    def _figure(self, text: str, quantity: Quantity) -> _Figure:
        numbers = list(numerals(text, start=quantity.span.start, end=quantity.span.end))
        factor = self.factor.get(quantity.kind)
        if factor is None:
            return _Figure(quantity, numbers, [one.value for one in numbers], f"a {quantity.kind}")
        small = quantity.kind != "money" and (quantity.kind != "count" or quantity.value < SMALL)
        fresh = _clock(quantity, numbers, factor) or [_scaled(one, factor, small=small) for one in numbers]
        return _Figure(quantity, numbers, fresh, "a small number")

    def _recompute(self, sums: Sequence[Claim], figures: list[_Figure]) -> None:
        """Let every figure that follows from others follow from their stand-ins."""
        for _ in range(_PASSES):
            for claim in sums:
                if claim.verdict == "consistent" and claim.quantity is not None:
                    _follow(claim, figures)

    def _others(self, text: str, figures: Sequence[_Figure], result: Scaled) -> None:
        """Numbers that are no quantity, such as that of a form: scaled too, unless they tell a date."""
        taken = [(one.quantity.span.start, one.quantity.span.end) for one in figures]
        dates = [found.span() for found in _DATE.finditer(text)]
        for number in numerals(text):
            if any(start < number.end and number.start < end for start, end in taken):
                continue
            if any(start < number.end and number.start < end for start, end in dates):
                result.kept.append((number.text, "a date or time"))
            elif _in_a_word(text, number) or number.value < SMALL or number.scale or number.text.lower() in _ROUND:
                if number.value >= SMALL and not number.spelled:
                    result.kept.append((number.text, "part of a word"))
            else:
                stand_in = number.with_value(_scaled(number, self.factor["count"]))
                result.edits.append(Edit(number.start, number.end, stand_in, "number", number.text))


_ROUND = frozenset("hundred thousand million billion lakh crore".split())


def _scaled(number: Numeral, factor: float, *, small: bool = True) -> float:
    """The stand-in's value; never the value itself where that says something. ``small`` keeps small numbers."""
    if small and number.value < SMALL and number.decimals == 0 and not number.scale:
        return number.value
    if number.spelled and number.text.lower() in _ROUND:
        return number.value  # "a hundred", "thousand" alone
    fresh = number.rounded(number.value * factor)
    step = 1.0 if number.spelled else 10.0**-number.decimals
    if fresh == number.value:
        fresh = number.rounded(number.value + (step if factor > 1 else -step))
    return fresh if fresh > 0 else number.rounded(number.value + step)


def _clock(quantity: Quantity, numbers: Sequence[Numeral], factor: float) -> list[float] | None:
    """The two numbers of a time such as ``6 hours 52 minutes``, which only together have a value."""
    if quantity.kind != "duration" or quantity.high is not None or len(numbers) != 2:
        return None
    first, second = (one.value for one in numbers)
    for large, small in pairwise(_UNITS):
        if abs(first * large + second * small - quantity.value) < small / 2:
            whole, rest = divmod(round(quantity.value * factor / small), round(large / small))
            return [float(whole), float(rest)]
    return None


def broken(copy: str, *, before: int) -> tuple[str, ...]:
    """The sums that do not hold in a copy, written out; none where as many were wrong ``before``."""
    wrong = [claim for claim in _claims(copy, quantities(copy)) if claim.verdict == "inconsistent"]
    return tuple(claim.explanation for claim in wrong) if len(wrong) > before else ()


def _claims(text: str, found: Sequence[Quantity]) -> Sequence[Claim]:
    try:
        document = parse(Story("story", text))
    except InputError:
        return ()
    return claims(text, found, [sentence.span for sentence in document.sentences])


def _follow(claim: Claim, figures: list[_Figure]) -> None:
    """Give a derived figure the value that its formula gives for the operands' stand-ins."""
    assert claim.quantity is not None
    target = figures[claim.quantity]
    operands = [figures[index] for index in claim.operands]
    if len(target.numbers) != 1 or not all(len(one.numbers) == 1 for one in operands) or not claim.computed:
        return
    old = [one.quantity.value for one in operands]
    new = [one.quantity.value * one.ratio for one in operands]
    for formula in _formulas(len(old)):
        try:
            before, after = formula(old), formula(new)
        except (ZeroDivisionError, OverflowError):
            continue
        stated = target.quantity.value
        whole = stated if abs(before - stated) <= _ROUNDED * abs(stated) else before
        if whole and (_is_near(before, claim.computed) or _is_near(before, stated)):
            number = target.numbers[0]
            target.fresh = [number.rounded(number.value * after / whole)]
            target.why = "it follows from others"
            return


def _is_near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= _TOLERANCE * max(abs(wanted), 1e-9) + (0.051 if wanted > 1 else 0)


def _formulas(count: int) -> Iterator[Formula]:
    if count == 1:
        for times in _TIMES:
            yield lambda v, times=times: v[0] * times  # type: ignore[misc]
    elif count == 2:
        for first, second in permutations((0, 1)):
            for pair in _PAIRS:
                yield lambda v, a=first, b=second, pair=pair: pair((v[a], v[b]))  # type: ignore[misc]
    if count > 1:
        yield sum


def _write(figure: _Figure, result: Scaled) -> None:
    """The edits of one figure, or why it stays."""
    changed = False
    for number, value in zip(figure.numbers, figure.fresh, strict=True):
        if value != number.value:
            changed = True
            stand_in = number.with_value(value)
            result.edits.append(Edit(number.start, number.end, stand_in, figure.quantity.kind, number.text))
        elif len(figure.numbers) > 1 and number.value >= SMALL:
            result.kept.append((number.text, "it comes out the same"))
    if not changed:
        why = figure.why if figure.numbers else "no number in digits or words"
        result.kept.append((" ".join(figure.quantity.text.split()), why))


def _in_a_word(text: str, number: Numeral) -> bool:
    """Whether digits stand in a word such as ``Q3`` or ``v2``, or number the items of a list."""
    before, after = text[number.start - 1 : number.start], text[number.end : number.end + 1]
    if not number.spelled and (before.isalpha() or before == "_" or (after.isalpha() and after not in "kKmMxX")):
        return True
    line = text[max(0, number.start - 8) : number.start]
    return after in (".", ")") and not line.rpartition("\n")[2].strip(" \t-*#>")
