"""A goal in figures that the result plainly misses, where nobody says so.

"We had promised a running cost of $12M. ... Running cost is now $13.5M" tells both of one measure. Nothing is found
where the story says anything of the miss, where another level of the measure meets the goal, where two goals are told,
or where it is open which way is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.extract.text.around import on_one_line
from starproof.extract.text.words import singular

_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|some|just|only|a|an|the|our) ){0,2}$"
_GOAL = Seldom(
    r"\b(?:targets?|goals?|aim|objective|promised?|committed to|commitment|pledged?|pledge)\b(?!'s)"
    r"(?:(?!\b(?:and|but|so|then|which|after|before|from)\b)[^,.;:!?\d$€£]){0,60}$"
)
"""Before a figure, these make it a goal."""
_LEVEL = Seldom(
    r"\b(?P<measure>[a-z]{3,}) (?:rate |time |level |share )?(?:(?:now|today|this year) )?"
    r"(?:is|are|stands|stand|came in|comes in|ended|ended up|settled|runs|sits)"
    r"(?: (?:now|today|still|currently|by now)){0,2}(?: (?:down |up )?(?:at|to))? " + _ABOUT
)
"""Before a figure, these tell how a measure stands."""
_CHANGE = re.compile(r" (?:by|down|up) " + _ABOUT)
"""Before a figure, these make it how far something goes, and not where it stands."""
_DOWN = Seldom(
    r"\b(?:under|below|beneath|down to|at most|no more than|less than|within|cut|cutting|reduce|reducing|lower|"
    r"lowering|shorten|bring down|cap|ceiling|limit)\b"
)
_UP = Seldom(
    r"\b(?:over|above|at least|up to|more than|raise|raising|lift|lifting|grow|growing|increase|increasing|reach)\b"
)
_WORSE = frozenset(
    "cost spend spending bill expense price churn error defect fault bug incident outage complaint delay downtime "
    "waste loss backlog fraud scrap attrition turnover latency queue refund return breakage absence leakage "
    "overtime".split()
)
_BETTER = frozenset(
    "revenue sale saving income margin profit booking uptime availability adoption retention satisfaction coverage "
    "conversion throughput yield occupancy accuracy score attendance".split()
)
_OWNED = Seldom(
    r"\b(?:miss(?:ed|es|ing)?|short|shy|failed?|failing|late|behind|off|over|above|below|under|yet|still|instead|against|versus|"
    r"unfortunately|although|though|but|however|despite|not|never|no|worse|disappoint\w*|wrong|mistake|sorry|regret\w*|"
    r"too|except|only|more than|less than|where|until|gap|rest|nearly|almost|towards?|target|goal|promise[ds]?|"
    r"committed|commitment|pledge[ds]?|aim|objective|plan|planned)\b|n't\b"
)
"""Near the result, or anywhere behind it, these may own up to the miss or say how it came."""
_PLAINLY, _AT_MOST = 1.08, 4.0
"""By how many times a result must miss its goal to miss it plainly, and up to how many it is of one scale with it."""
_WORDS = re.compile(r"[a-z][a-z'-]+")
_FAR = 200
"""Code points before a figure that are read."""
_MOST = 8
"""Goals that anybody names in one answer."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A goal, and the level of its measure that the story ends with."""

    goal: Quantity
    result: Quantity


def missed(context: StoryContext) -> Missed | None:
    """The first goal that the last level of its measure plainly misses without a word about it."""
    figures = context.facts.quantities
    goals = list(islice((one for one in figures if _is_goal(_before(context, one))), _MOST))
    for goal in goals:
        alike = [one for one in figures if one is not goal and _alike(one, goal)]
        if any(one in goals for one in alike) or any(one.value == goal.value for one in alike):
            continue
        later = [one for one in alike if one.span.start > goal.span.end]
        last = next((one for one in reversed(later) if _measure(context, one)), None)
        if last is not None and _misses(context, goal, last, later) and not _owned(context, last):
            return Missed(goal, last)
    return None


def _is_goal(before: str) -> bool:
    """Whether a figure is told as a goal, and as a level: "waste down 15 %" is a change."""
    return bool(_GOAL.search(before)) and not _CHANGE.search(before)


def _alike(one: Quantity, goal: Quantity) -> bool:
    """Whether two figures may be levels of one measure."""
    same = one.kind == goal.kind != "multiple" and one.unit.partition("/")[0] == goal.unit.partition("/")[0]
    return same and one.high is None and goal.high is None


def _misses(context: StoryContext, goal: Quantity, last: Quantity, later: Sequence[Quantity]) -> bool:
    measure = _measure(context, last)
    if not measure or measure not in _things(_sentence(context, goal)):
        return False
    way = _way(_sentence(context, goal), measure)
    if way == 0 or any((goal.value - one.value) * way <= 0 for one in later):
        return False
    less, more = (goal.value, last.value) if way < 0 else (last.value, goal.value)
    return _PLAINLY * less <= more <= _AT_MOST * less  # of nothing at all, nothing is so many times as much


def _measure(context: StoryContext, figure: Quantity) -> str:
    """What a result tells the level of, as of one; nothing where it is no level, or none of the results."""
    place = context.sentence_at(figure.span.start)
    if place is None or context.labels[place].label not in ("result", "reflection"):
        return ""
    found = _LEVEL.search(_before(context, figure))
    return singular(found["measure"]) if found else ""


def _way(words: str, measure: str) -> int:
    """1 where more of a measure is better, -1 where less is, 0 where that is open or told both ways."""
    less, more = bool(_DOWN.search(words)) or measure in _WORSE, bool(_UP.search(words)) or measure in _BETTER
    return int(more) - int(less)


def _owned(context: StoryContext, last: Quantity) -> bool:
    """Whether the sentence of a result, or anything behind it, may speak of the miss."""
    text = context.document.text
    return bool(_OWNED.search(on_one_line(text[_opens(context, last) : last.span.start]))) or any(
        _OWNED.search(words) for words in _behind(context, last)
    )


def _behind(context: StoryContext, last: Quantity) -> Iterator[str]:
    """What is told behind a result, by the sentence."""
    place = context.sentence_at(last.span.start)
    if place is None:
        return
    yield on_one_line(context.document.text[last.span.end : context.labels[place].span.end])
    yield from (on_one_line(context.document.quote(one.span)) for one in context.labels[place + 1 :])


def _before(context: StoryContext, figure: Quantity) -> str:
    """The words of its sentence before a figure."""
    return on_one_line(context.document.text[_opens(context, figure) : figure.span.start])


def _opens(context: StoryContext, figure: Quantity) -> int:
    place = context.sentence_at(figure.span.start)
    start = 0 if place is None else context.labels[place].span.start
    return max(start, figure.span.start - _FAR)


def _sentence(context: StoryContext, figure: Quantity) -> str:
    place = context.sentence_at(figure.span.start)
    return "" if place is None else on_one_line(context.document.quote(context.labels[place].span))


def _things(words: str) -> frozenset[str]:
    return frozenset(map(singular, _WORDS.findall(words)))
