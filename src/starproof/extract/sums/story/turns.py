"""How often a rate comes in a year by the story's own words: "over fifty working weeks", "we run nine months a year".

A count that is told is used. Where the words say only that not all of the year counts, as "a working day", "in the
season" or "from March" do, nobody can be held to any count: only what comes out is taken up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from starproof.core.keeping import kept
from starproof.core.months import IN_SHORT
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.reading import Reading, agrees
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import in_full, units

TIMES: Mapping[str, tuple[float, ...]] = {
    "month": (12.0,), "week": (52.0,), "quarter": (4.0,), "half": (2.0,), "day": (365.0, 250.0, 260.0, 360.0),
}  # fmt: skip
"""How often a period comes in a whole year."""
NEVER = math.inf
_BEFORE, _BEHIND = 240, 160
"""Code points around a figure in which words about its year are looked for, no further than the next sentence."""
_MOST = 0.4
"""The least part of a year that somebody reckons by as if it were the year."""
_COUNTED = ("day", "week", "month", "quarter")
_DAYS = frozenset("shift night evening morning saturday sunday weekday workday".split())
"""What comes once a day and is counted as days are."""
_WORKDAYS = (220.0, 225.0, 230.0, 235.0, 240.0, 245.0, 251.0, 252.0, 253.0, 255.0, 261.0)
_SCHOOL_DAYS = (180.0, 185.0, 190.0, 195.0, 200.0)
_A_WEEK = (5.0, 6.0, 7.0)
"""Days that somebody works in a week."""
_KIND = r"(?:working|work|business|trading|school|teaching|operating|production|banking|opening|term|selling|harvest)"
_OF_WORK = re.compile(rf"\b{_KIND}[ -](?:day|week|month|night|shift)s?\b")
_OF_A_YEAR = re.compile(
    r"^ (?:long )?(?:a|per|each|every|of the|of a|of each|in a|in the|out of the|out of a|out of every) "
    r"(?:school |calendar |whole |full |working )?(?:year|season) "
)
_IS_OPEN = r"(?:run|operate|open|trade|work|teach|produce|sail|fly|play|ski|grow|harvest|serve|bake|brew)"
_WE_RUN = re.compile(
    rf"^ (?:that |which |when |in which )?(?:we|it|they|(?:the |our )?[a-z-]+) "
    rf"(?:are |is |were |was |actually |really |can )?{_IS_OPEN}(?:s|d|ed|ing|es)? "
)
_RUNS = re.compile(
    rf" {_IS_OPEN}(?:s|d|ed|ing|es)? (?:for |only |about |just |some )*$|"
    r" (?:season|term|term[ -]time|year|semester)(?: ,)? (?:which |that )?(?:is|was|has|had|of|lasts?|lasted|runs?) "
    r"(?:for |only |about |just |some )*$"
)
_BY = re.compile(r" (?:over|at|times|by|x|×|in) (?:the |our |those |about )*$")
_SHUT = re.compile(
    r" (?:shuts?(?: down)?|clos(?:e|es|ed)(?: down)?|stops?|stood still|stands? still|off|pauses?|break of|without|"
    r"minus|except|taking out|take out|leaving out|leave out|not counting|excluding) (?:for |the |about |our |those )*$"
)
_SHUT_AFTER = re.compile(
    r"^ (?:(?:of|when|that|for|we|it|are|is) ){0,3}(?:shutdown|closure|closed?|holidays?|vacation|break|shut|off|"
    r"standstill|maintenance|downtime) "
)
_MONTH = rf"(?:{IN_SHORT})"
_SEASONS = (
    rf"{_KIND}[ -](?:day|week|month|night|shift)s?|weekdays?|workdays?|seasons?|seasonal(?:ly)?|(?:in|during) term|"
    r"term[ -]?times?|semesters?|(?:academic|school) year|school holidays|vacations?|"
    r"shut(?:s|ting)?[ -]?downs?|shuts?(?= (?:for|in|over|on|at|from|between))|"
    r"(?:is|are|was|were|always) (?:shut|closed)|"
    r"clos(?:e|es|ed) (?:for|in|over|from|between)|closures?|(?:stands?|stood) still|"
    r"(?:during|through|throughout|each|every|only in) (?:the )?(?:winter|summer|spring|autumn|fall|harvest)s?|"
    rf"(?:from|between|in|only) (?:early |mid[ -]|late )?{_MONTH} (?:to|and|until|till|through|–|-) {_MONTH}"
)
_PART = re.compile(
    rf"\b(?:{_SEASONS}|first year|year one|that year|in 20\d\d|(?:rest|remainder|end) of (?:the|that|this) year|so far|"
    r"to date|remaining (?:weeks|months|quarters)|(?:weeks|months|quarters) (?:that (?:were|are) )?left|"
    r"(?:not counting|excluding|taking out|take out|leaving out|leave out)|"
    rf"(?:from|since|starting(?: in| from)?|beginning(?: in| from)?|as of) (?:early |mid[ -]|late )?{_MONTH}|"
    r"closed (?:over|on|at|while|for))\b",
    re.IGNORECASE,
)
"""Words in the sentence of a figure that say that less than the whole year is meant."""
_LASTING = re.compile(rf"\b(?:{_SEASONS})\b", re.IGNORECASE)
"""Those that say so in the sentence before as well."""
_WORKDAY = re.compile(r"\b(?:(?:working|work|business|trading|banking)[ -]days?|weekdays?|workdays?)\b", re.IGNORECASE)
_SCHOOL_DAY = re.compile(r"\b(?:school|teaching|term)[ -]days?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turns:
    """How often something comes in a year, by what is told around one figure."""

    told: tuple[tuple[str, float], ...] = ()
    """Periods, and how many of them a year has by the story's own words."""
    near: tuple[tuple[str, float], ...] = ()
    """The same of lengths that may be meant so."""
    part: bool = False
    """Whether the words say that not all of a year counts."""
    split: bool = False
    """Whether a year is told in two parts, each with its own rate: 39 weeks of term and 13 of holidays."""

    def of(self, often: str) -> Iterator[tuple[float, float]]:
        """How often a period may come in a year, and above how many of them a year can be held to that."""
        told = [count for period, count in self.told if period == often]
        yield from ((count, NEVER if self.split else 0.0) for count in told)
        whole = TIMES.get(often, ())
        least = NEVER if self.told or self.split else whole[0] if self.part and whole else 0.0
        yield from ((count, least) for count in whole if count not in told)
        more = (count for period, count in self.near if period == often)
        yield from ((count, NEVER) for count in dict.fromkeys(more) if count not in told and count not in whole)

    def usual(self, often: str) -> bool:
        """Whether a whole year is meant, as far as anything is told."""
        return not (self.part or self.told or self.split) and often in TIMES


WHOLE = Turns()


def holds(figure: Figure, reading: Reading, rate: float, least: float) -> bool:
    """Whether a figure is what a rate comes to, or may be held to it: to a part of a year where it tells more."""
    return reading.stated > least * rate or agrees(figure.quantity, reading)


Length = tuple[Figure, str, float]
"""A length of a story, the period that it is counted in, and how many of them it has."""


@dataclass(slots=True)
class Years:
    """What a story says about how much of a year counts; each figure's surroundings are read once."""

    story: Telling
    read: dict[int, Turns] = field(default_factory=dict)
    lengths: Sequence[Length] = field(init=False)

    def __post_init__(self) -> None:
        counted = [(figure, _counted(figure)) for figure in self.story.figures]
        self.lengths = [(figure, *told) for figure, told in counted if told is not None]

    def around(self, figure: Figure) -> Turns:
        """How often a year has a period by what is told around a figure."""
        if figure.place not in self.read:
            self.read[figure.place] = self._around(figure)
        return self.read[figure.place]

    def _around(self, figure: Figure) -> Turns:
        low, high = _window(self.story, figure)
        told: list[tuple[str, float]] = []
        near: list[tuple[str, float]] = []
        part = _part(self.story, figure, low)
        beside: list[tuple[str, float]] = []
        for length, period, count in self.lengths:
            if length is figure:
                continue
            here = low <= length.start and length.end <= high
            if here:
                beside.append((period, count))
            if here and _is_shut(length):
                part = True
                near.append((period, TIMES[period][0] - count))
            elif _is_year(length, period, count, beside=here):
                told.append((period, count))
            elif here:
                near.append((period, count))
        split = _adds_up(beside)
        near += _days(told, self.story.text[low:high] if part else "")
        if not (told or near or part):
            return WHOLE
        return Turns(tuple(dict.fromkeys(told)), tuple(dict.fromkeys(near)), part, split)


def _part(story: Telling, figure: Figure, low: int) -> bool:
    """Whether the words of a figure's sentence, or the one before, say that not all of a year counts."""
    if not 0 <= figure.sentence < len(story.sentences):
        return bool(_PART.search(story.text, low, figure.end))
    own = story.sentences[figure.sentence]
    begins = max(own.start, low)
    return _tells_part(_behind(story.text, begins, own.end)) or _tells_seasons(_behind(story.text, low, begins))


def _behind(text: str, start: int, end: int) -> str:
    """These words with the letter before them, which tells whether a word begins there."""
    return text[start - 1 : end] if start else " " + text[:end]


@kept
def _tells_part(words: str) -> bool:
    """Whether a sentence says that less than the year is meant; the first letter is the one before it."""
    return _PART.search(words, 1) is not None


@kept
def _tells_seasons(words: str) -> bool:
    """The same of the sentence before that of a figure."""
    return _LASTING.search(words, 1) is not None


def _adds_up(lengths: Sequence[tuple[str, float]]) -> bool:
    """Whether two lengths make up a whole year."""
    return any(one[0] == two[0] and one[1] + two[1] == TIMES[one[0]][0] for one, two in combinations(lengths, 2))


def _days(told: Sequence[tuple[str, float]], words: str) -> Iterator[tuple[str, float]]:
    """How many days a year may have, where weeks are told or only some days count."""
    yield from (("day", count * days) for period, count in told if period == "week" for days in _A_WEEK)
    if not words:
        return
    for named, counts in ((_WORKDAY, _WORKDAYS), (_SCHOOL_DAY, _SCHOOL_DAYS)):
        if named.search(words):
            yield from (("day", count) for count in counts)


def _window(story: Telling, figure: Figure) -> tuple[int, int]:
    """Where the words stand that may be about a figure's year."""
    low, high = figure.start - _BEFORE, figure.end + _BEHIND
    if 0 <= figure.sentence < len(story.sentences):
        low = max(low, story.sentences[max(0, figure.sentence - 1)].start)
        high = min(high, story.sentences[min(len(story.sentences) - 1, figure.sentence + 1)].end)
    return max(0, low), max(high, figure.end)


def _is_shut(length: Figure) -> bool:
    return bool(_SHUT.search(length.lead) or _SHUT_AFTER.search(spaced(length.after)))


def _counted(length: Figure) -> tuple[str, float] | None:
    """The period that a length is counted in, and how many of them it has, if less than a year's."""
    if length.kind == "duration":
        text = in_full(length.quantity.text).rstrip("s")
        period = next((name for name in _COUNTED if text.endswith(name)), "")
    else:
        period = "day" if length.kind == "count" and length.noun in _DAYS else ""
    count = units(length.quantity)
    return (period, count) if period and 1 < count < TIMES[period][0] else None


def _is_year(length: Figure, period: str, count: float, *, beside: bool) -> bool:
    """Whether a length is told as what a year has."""
    if count < _MOST * TIMES[period][0]:
        return False
    after = spaced(length.after)
    if _OF_A_YEAR.search(after):
        return True
    if not beside:
        return False
    work = _OF_WORK.search(length.quantity.text.lower())
    if work or _WE_RUN.search(after) or _RUNS.search(length.lead):
        return True
    return period != "month" and count >= 2 * _MOST * TIMES[period][0] and bool(_BY.search(length.lead))
