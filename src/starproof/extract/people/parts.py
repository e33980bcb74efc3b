"""People told in two parts: "nine people, and a further eleven", "nine engineers in Leeds and four in Cork"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.months import MONTHS
from starproof.extract.people.disowned import is_disowned
from starproof.extract.text.counted import Counted
from starproof.extract.text.words import words

_JOINING = frozenset(["and", "plus"])
_AMOUNT = frozenset("a an the about some roughly around another further additional other more".split())
"""Between the joining word and the figure."""
_FURTHER = frozenset("another further additional other more others extra besides elsewhere".split())
_GONE = frozenset(
    "left leave leaving lost quit resigned gone open vacant vacancies planned hire hired recruit find come would were "
    "was could never not off missing short sick away".split()
)
"""Behind the second figure: these are no people of the teller's, or none yet."""
_REACH = 4
_LISTED = 3
_BETWEEN = 8
"""How many words may stand between the two figures."""
_PLACES = frozenset(["in", "at"])
_NO_PLACE = frozenset(
    "the a an my our his her their its this that total all each which spring summer autumn fall winter january first "
    "second third fourth last next early late training q1 q2 q3 q4 the year years months weeks time".split()
)


def lists(counts: Sequence[Counted]) -> Iterator[Sequence[Counted]]:
    """Three or more figures told in turn by place: "five engineers in Porto, four in Tunis, three in Lodz"."""
    goes_on = [_further_on(one, two) for one, two in pairwise(counts)]
    starts = [place for place, on in enumerate((False, *goes_on)) if not on]
    runs = (counts[start:end] for start, end in pairwise((*starts, len(counts))))
    yield from (run for run in runs if len(run) >= _LISTED)


def _further_on(one: Counted, two: Counted) -> bool:
    """Whether the second stands straight behind the place of the first, and is told by its own."""
    row, size = two.before[-_BETWEEN:], len(one.inside)
    place = next((n for n in range(len(row) - size, -1, -1) if row[n : n + size] == one.inside), None)
    near = place is not None and len(row) - place - size <= _REACH and one.span.end < two.span.start
    return near and _same_people(one, two) and _in_places(one, two) and _GONE.isdisjoint(_behind(two))


def is_rest(one: Counted, two: Counted) -> bool:
    """Whether the second figure counts further people of the speaker's beside the first, in the same sentence."""
    joined = _between(one, two)
    if joined is None or not _same_people(one, two) or not _GONE.isdisjoint(_behind(two)):
        return False
    further = bool(_FURTHER & {*two.near(2), *two.inside, *two.next(1)})
    return further or _in_places(one, two)


def _between(one: Counted, two: Counted) -> Sequence[str] | None:
    """The words between the two; ``None`` where no "and" joins them, or they stand apart."""
    if one.span.end >= two.span.start or len(two.before) < len(one.inside) + 1:
        return None
    row, size = two.before, len(one.inside)
    place = next((n for n in range(len(row) - size, -1, -1) if row[n : n + size] == one.inside), None)
    if place is None:
        return None
    between = row[place + size :]
    core = list(between)
    while core and core[-1] in _AMOUNT:
        core.pop()
    return between if core and core[-1] in _JOINING and len(between) <= _BETWEEN else None


def _same_people(one: Counted, two: Counted) -> bool:
    """Whether the second counts people as well, and nobody of somebody else's."""
    elsewhere = (set(two.near(3)) - _FURTHER) & words("led", "others") or set(two.inside) & words("led", "outside")
    if elsewhere or is_disowned(two):
        return False
    return two.noun in ("", one.noun, "report", "more", "further") or two.noun in words("nouns", "builders")


def _behind(two: Counted) -> set[str]:
    return set(two.next(_REACH))


def _in_places(one: Counted, two: Counted) -> bool:
    """Whether both are told by where they are: "nine engineers in Leeds and four in Cork"."""
    first = [n for n, word in enumerate(one.after[:_REACH]) if word in _PLACES]
    following = two.next(2)
    if not first or len(following) < 2 or following[0] not in _PLACES:
        return False
    where = (one.after[first[0] + 1 : first[0] + 2], following[1:2])
    return two.noun == "" and all(place and not _is_time(place[0]) for place in where)


def _is_time(word: str) -> bool:
    return word in _NO_PLACE or word in MONTHS or word[0].isdecimal()
