"""Words that every format shares: names from the guide, times, lists and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from starproof.core.facts import Quantity
from starproof.core.guide import Guide
from starproof.core.lengths import clock
from starproof.core.results import Flag, FlagStatus, FrameworkFit, Rating, Reading, Review

Tone = Literal["good", "bad", "open"]
SHAPES: Mapping[Tone, str] = {"good": "●", "bad": "◆", "open": "○"}
"""A shape beside every colour, for whoever cannot tell the colours apart."""
STATUS_WORDS: Mapping[FlagStatus, str] = {"raised": "raised", "clear": "clear", "cannot_say": "cannot say"}
STATUS_SHAPES: Mapping[FlagStatus, str] = {"raised": "◆", "clear": "✓", "cannot_say": "?"}
_READ_FIRST: tuple[FlagStatus, ...] = ("raised", "cannot_say", "clear")
READINGS: tuple[Reading, ...] = ("below", "at", "above")

_UNITS = (
    ("year", 365 * 86400), ("month", 30 * 86400), ("week", 7 * 86400), ("day", 86400), ("hour", 3600),
    ("minute", 60), ("s", 1),
)  # fmt: skip
_BYTES = (("PB", 1e15), ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3))


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Names:
    """What the guide calls things; an id in plain words where it has no name for one."""

    guide: str
    level: str | None = None
    flags: Mapping[str, str] = field(default_factory=dict)
    frameworks: Mapping[str, str] = field(default_factory=dict)
    principles: Mapping[str, str] = field(default_factory=dict)
    criteria: Mapping[str, str] = field(default_factory=dict)
    dimensions: Mapping[str, str] = field(default_factory=dict)
    asks: Mapping[str, str] = field(default_factory=dict)

    def flag(self, flag_id: str) -> str:
        """A red flag's name."""
        return self.flags.get(flag_id) or plain(flag_id)

    def framework(self, framework_id: str) -> str:
        """A framework's name."""
        return self.frameworks.get(framework_id) or plain(framework_id)

    def principle(self, principle_id: str) -> str:
        """A principle's name."""
        return self.principles.get(principle_id) or plain(principle_id)

    def criterion(self, criterion_id: str) -> str:
        """A criterion's name."""
        return self.criteria.get(criterion_id) or plain(criterion_id)

    def dimension(self, dimension_id: str) -> str:
        """A level dimension's name."""
        return self.dimensions.get(dimension_id) or plain(dimension_id)

    def ask(self, ask_id: str) -> str:
        """What a framework asks for, in words."""
        return self.asks.get(ask_id) or plain(ask_id)

    def reading(self, reading: Reading) -> str:
        """A level in words, such as ``at L6``."""
        return reading if reading == "unclear" else f"{reading} {self.level or 'the level of the guide'}"


def names_of(guide: Guide | None, guide_id: str) -> Names:
    """The names of one guide; plain ids where it is not at hand."""
    if guide is None:
        return Names(plain(guide_id))
    asks = {ask.id: ask.says for plan in guide.frameworks for section in plan.sections for ask in section.asks}
    return Names(
        guide.title,
        guide.level,
        flags=_names(guide.red_flags),
        frameworks=_names(guide.frameworks),
        principles=_names(guide.principles),
        criteria=_names(guide.criteria),
        dimensions=_names(guide.differences),
        asks=asks,
    )


def _names(parts: Iterable[_Named]) -> dict[str, str]:
    return {part.id: part.name for part in parts}


def plain(identifier: str) -> str:
    """An id in plain words: ``no-follow-up`` is ``no follow-up``."""
    head, _, rest = identifier.replace("_", " ").partition("-")
    return f"{head} {rest}".strip() if rest.endswith("-up") else identifier.replace("-", " ").replace("_", " ")


def clock_face(seconds: float) -> str:
    """Seconds as a clock shows them while they run: ``0:07``, ``12:30``; parts of a second do not count."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun, such as ``1 figure`` or ``3 figures``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def strung(items: Iterable[str]) -> str:
    """Items one after the other: set off by semicolons, or by a space after a sentence of its own."""
    out = ""
    for item in items:
        out += ("" if not out else " " if out[-1] in ".?!" else "; ") + item.strip()
    return out


def fit_words(fit: FrameworkFit) -> str:
    """How a story fits a framework, in words."""
    if fit.verdict == "fits":
        return "fits"
    return f"{clock(abs(fit.over_by))} {'over' if fit.verdict == 'over' else 'short'}"


def by_status(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Flags in the order in which a reader wants them: raised, cannot say, clear."""
    return tuple(sorted(flags, key=lambda flag: _READ_FIRST.index(flag.status)))


def shared_reason(flags: Iterable[Flag]) -> str | None:
    """The one reason why several flags cannot be said, if it is one."""
    reasons = [flag.because for flag in flags if flag.status == "cannot_say"]
    return reasons[0] if len(reasons) > 1 and len(set(reasons)) == 1 else None


def cap_of(rating: Rating) -> str | None:
    """Why a rating is no higher, where a flag or a finding holds it at what it is."""
    return next((words for words in rating.because if words.startswith(f"No more than {rating.rating}:")), None)


def fingerprints(review: Review) -> str:
    """What judged the story, in one line."""
    engine, guide = review.engine, review.guide
    return (
        f"starproof {engine.version} · guide {guide.id} {guide.version} · rules {engine.rules} · model {engine.model}"
    )


def is_story(review: Review) -> bool:
    """Whether the text was judged; of anything else nothing is advised, asked or guessed."""
    return review.facts.genre.genre == "story"


def unrated(review: Review) -> str | None:
    """The one reason why nothing is rated, where all criteria share it."""
    reasons = {rating.because for rating in review.ratings}
    none = all(rating.rating is None for rating in review.ratings)
    return " ".join(reasons.pop()) if none and len(reasons) == 1 else None


def weighed(review: Review) -> bool:
    """Whether anything could be said of it; where a text is too short to tell, what it shows would be a guess."""
    return is_story(review) and any(flag.status != "cannot_say" for flag in review.flags)


def nearest(review: Review) -> FrameworkFit | None:
    """The framework that a story is told for; ``None`` for no story."""
    return review.timing.nearest if is_story(review) else None


def amount(quantity: Quantity) -> str:
    """What a figure was read as, in its base unit: ``$95,000 a month``, ``287 ms``, ``19 × engineer``."""
    low = _value(quantity.value, quantity)
    high = "" if quantity.high is None else f" to {_value(quantity.high, quantity)}"
    return f"{'about ' if quantity.approx else ''}{low}{high}"


def dollars(value: float) -> str:
    """US dollars, short where they are many: ``$1.1M``, ``$540,000``."""
    return f"${value / 1e6:,.2f}".rstrip("0").rstrip(".") + "M" if abs(value) >= 1e6 else f"${value:,.0f}"


def _value(value: float, quantity: Quantity) -> str:
    if quantity.kind == "money":
        currency, _, period = quantity.unit.partition("/")
        sum_ = dollars(value) if currency == "USD" else f"{currency} {value:,.10g}"
        return f"{sum_} a {period}" if period else sum_
    if quantity.kind == "percent":
        return f"{value:,.10g} {'points' if quantity.unit == 'pp' else '%'}"
    if quantity.kind == "duration":
        return _length(value)
    if quantity.kind == "size":
        return _bytes(value)
    return _plainly(value, quantity)


def _plainly(value: float, quantity: Quantity) -> str:
    if quantity.kind == "multiple":
        return f"{value:,.10g} times"
    if quantity.kind == "score":
        return f"{value:,.10g}" + (
            f" of {quantity.unit[1:]}" if quantity.unit.startswith("/") else f" {quantity.unit}".rstrip()
        )
    return f"{value:,.10g}" + (f" × {quantity.unit}" if quantity.unit else "")


def _length(seconds: float) -> str:
    if 0 < abs(seconds) < 1:
        return f"{seconds * 1000:.6g} ms"
    for unit, size in _UNITS:
        if abs(seconds) >= size and abs(seconds / size - round(seconds / size)) < 1e-6:
            return counted(round(seconds / size), unit) if unit != "s" else f"{seconds:,.0f} s"
    return f"{seconds:,.6g} s" if abs(seconds) < 86400 else f"{seconds / 86400:,.1f} days"


def _bytes(value: float) -> str:
    unit, size = next(((unit, size) for unit, size in _BYTES if abs(value) >= size), ("B", 1.0))
    return f"{value / size:,.6g} {unit}"
