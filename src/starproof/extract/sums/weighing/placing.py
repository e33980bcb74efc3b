"""What holds for any sum over the same operands: where they stand, and whether figure and operands speak of one thing.

What hangs on the operands alone is read once a story and kept in the scene.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from starproof.extract.sums.story.distant import CLOSE_BY, first_told, one_measure
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.rows import REACH
from starproof.extract.sums.story.said import said_around
from starproof.extract.sums.story.scene import COMING, FURTHEST, Scene
from starproof.extract.sums.story.sorts import one_sort
from starproof.extract.sums.weighing.surroundings import Side, View

GAPS, APART = (12, 30, 60, 120, 250), (20, 50, 110, 220, 500)
"""Code points by which evidence tells how far a figure stands from its nearest operand, and two operands apart."""
FAR_OFF = ("summed up ahead", "far", "all far")
"""How operands stand over a long way: ahead of an opening figure, one near and one far, or all far."""
_PARTED = frozenset(("count", "money", "duration"))
_BARE = 3
"""So many figures between a bare number and the one that gives it its unit are far."""
CLOSE_BEFORE = 80
"""Code points before a figure within which all operands stand close."""


def _counted(told: str, most: int) -> tuple[str, ...]:
    """The names of evidence that is told by a number."""
    return tuple(f"{told} {count}" for count in range(most + 1))


_GAP, _SENTENCES = _counted("gap", len(GAPS)), _counted("sentences", 3)
_SKIPPED, _SKIPPED_LIKE = _counted("skipped", 3), _counted("skipped like", 2)
_GOALS, _MARGIN = _counted("goals", 2), ("margin to 0 goals", "margin to 1 goals", "margin to 2 goals")
_TOPIC, _ONE_TOPIC = _counted("topic", 2), _counted("one topic", 3)
_NEW_BEFORE, _NEW_AFTER = _counted("new words before", 3), _counted("new words after", 2)
_AND_NEW_AFTER = _counted("and, new words after", 2)
_AHEAD = _counted("ahead by", 9)
_APART_BY, _SENTENCES_APART = _counted("apart", len(APART)), _counted("sentences apart", 3)
_INSIDE, _INSIDE_LIKE = _counted("inside", 3), _counted("inside like", 2)
_JUST_BEFORE = _counted("all just before", 2)


def placed(seen: View, places: tuple[int, ...]) -> tuple[str, ...]:
    """The names of all that holds for operands at these places, which are in text order."""
    apart = kept(seen.scene, "apart", places, _apart)
    where = _where(seen, places)
    told = [where, f"{seen.hangs}, {where}", f"{seen.presented}; {where}"]
    told += _nearest(seen, places) if "one row" not in apart else ["told before", "row of a table"]
    sides = [_side(seen, place) for place in places]
    _standing(seen, sides, told)
    told += apart
    _about(seen, places, sides, told)
    of_thing = _of_its_thing(seen, places)
    told.append(of_thing)
    _in_a_row(seen, places, told)
    _far(seen, places, sides, told, of_thing)
    return tuple(told)


def _where(seen: View, places: tuple[int, ...]) -> str:
    """Where all operands stand, in a word or two; it is told again with how the figure hangs on what is before."""
    here, figures = seen.figure, seen.scene.story.figures
    low, high = figures[places[0]], figures[places[-1]]
    if high.place > here.place:
        return "ahead"
    close = low.sentence == here.sentence
    if high.place != here.place - 1:
        return "skipped, one sentence" if close else "skipped"
    if high.place - low.place == len(places) - 1:
        return "in a row" if close else "in a row, before" if len(places) > 1 else "last, before"
    if close:
        return "last, one sentence"
    return "last, same noun" if low.noun and low.noun == high.noun else "last, far"


def kept(
    scene: Scene, about: str, places: tuple[int, ...], read: Callable[[Scene, tuple[int, ...]], Iterable[str]]
) -> tuple[str, ...]:
    """Evidence of operands at certain places, read when it is first asked for."""
    key = (about, places)
    found = scene.kept.notes.get(key)
    if found is None:
        found = scene.kept.notes[key] = tuple(read(scene, places))
    return found


def _nearest(seen: View, places: Sequence[int]) -> list[str]:
    """Where the operands stand, seen from the figure."""
    here = seen.figure.place
    at = bisect_left(places, here)
    last = places[at - 1] if at else places[0]
    distance = seen.nearest.get(last)
    if distance is None:
        distance = seen.nearest[last] = _distance(seen, last)
    if at == len(places):
        return [*distance, "told before"]
    return [*distance, "told around" if at else "told after", _AHEAD[min(9, places[-1] - here)]]


def _distance(seen: View, place: int) -> tuple[str, ...]:
    figure, figures = seen.figure, seen.scene.story.figures
    last, here = figures[place], figure.place
    gap = figure.start - last.end if place < here else last.start - figure.end
    skipped = figures[place + 1 : here] if place < here else figures[here + 1 : place]
    derived = seen.scene.derived
    free = [f for f in skipped if f.index not in derived and not f.horizon]
    return (
        _GAP[bisect_left(GAPS, gap)],
        _SENTENCES[min(abs(figure.sentence - last.sentence), 3)],
        _SKIPPED[min(len(free), 3)],
        _SKIPPED_LIKE[min(len([f for f in free if alike(f, last)]), 2)],
    )


def _standing(seen: View, sides: Sequence[Side], told: list[str]) -> None:
    """What the operands are in the story: goals, derived themselves, times that things took."""
    goals = derived = parts = lengths = changed = 0
    for side in sides:  # no ``sum``: a hundred sets of operands are looked at in a review
        goals += side.goal
        derived += side.derived
        parts += side.part
        lengths += side.horizon
        changed += side.change
    told.append(_GOALS[min(2, goals)])
    if seen.margin:
        told.append(_MARGIN[min(2, goals)])
    if derived:
        told.append("derived operand")
        if derived > 1 and derived == len(sides):
            told.append("all derived")
    if parts > 1 and parts == len(sides):
        told.append("parts of a total")
    if lengths:
        told.append("horizon operand")
    if changed:
        told.append("a change taken" if changed == 1 else "changes taken")


def _about(seen: View, places: tuple[int, ...], sides: Sequence[Side], told: list[str]) -> None:
    """Whether figure and operands speak of one thing."""
    before, after = seen.fresh
    topic = 2
    for side in sides:
        topic = side.topic if side.topic < topic else topic
        if known := side.words:
            before = tuple([word for word in before if word not in known])
            after = tuple([word for word in after if word not in known])
    told.append(_NEW_BEFORE[min(3, len(before))])
    told.append(_NEW_AFTER[min(2, len(after))])
    if "and" in seen.named:
        told.append(_AND_NEW_AFTER[min(2, len(after))])
    told.append(_TOPIC[topic])
    if len(places) == 2:
        told += kept(seen.scene, "topic", places, _one_topic)


def _of_its_thing(seen: View, places: Sequence[int]) -> str:
    """Whether the operands are told of the thing that the figure is told of, where anything is."""
    same = seen.scene.of_its_thing(seen.figure.place)
    if not same:
        return "nothing of its thing"
    count = len(same.intersection(places))
    return "of its thing" if count == len(places) else "partly of its thing" if count else "another is of its thing"


def _side(seen: View, place: int) -> Side:
    """What an operand is to the figure, whatever other operands there are."""
    found = seen.sides.get(place)
    if found is None:
        operand = seen.scene.story.figures[place]
        said = said_around(operand)
        found = seen.sides[place] = Side(
            operand.index in seen.scene.targets,
            operand.index in seen.scene.derived,
            bool(seen.scene.parts) and operand.kind in _PARTED and seen.scene.added_up(place),
            operand.horizon,
            operand.quantity.unit == "pp" or said.change,
            said.wide.intersection(seen.fresh[0] + seen.fresh[1]),
            len(said.wide & said_around(seen.figure).wide),
        )
    return found


def _one_topic(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    """How far the words right around two operands are about the same."""
    one, other = (said_around(scene.story.figures[place]).near for place in places)
    yield _ONE_TOPIC[min(3, len(one & other))]


def _in_a_row(seen: View, places: tuple[int, ...], told: list[str]) -> None:
    """Whether the figures just before, and no others, are the operands."""
    if len(places) > 1 and places[-1] == seen.figure.place - 1 and places[-1] - places[0] == len(places) - 1:
        first = seen.scene.story.figures[places[0]]
        told.append(_JUST_BEFORE[min(seen.figure.sentence - first.sentence, 2)])
        if seen.figure.start - first.end <= CLOSE_BEFORE:
            told.append("all close before")


def _far(seen: View, places: tuple[int, ...], sides: Sequence[Side], told: list[str], of_thing: str) -> None:
    """Whether operands stand over a long way, or ahead in a summary; and what still holds them together."""
    here = seen.figure.place
    low, high = places[0], places[-1]
    if low > here + COMING:
        way = FAR_OFF[0]
    elif low >= here - FURTHEST:
        return
    else:
        way = FAR_OFF[1 if here - high <= CLOSE_BY else 2]
    told += [way, f"{way}, {seen.hangs}", f"{way}, {of_thing}"]
    told.append(f"{way}, {min(2, len([1 for side in sides if side.topic]))} of its topic")
    told.append(f"{way}, {min(2, len([1 for side in sides if side.words]))} by its words")
    if len(places) == 2 and "two kinds" not in told:
        told += [f"{way}, {name}" for name in kept(seen.scene, "far", places, _measure)]


def _measure(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    """What two figures far from each other, or both far from what is told of them, are to each other."""
    first, last = (scene.story.figures[place] for place in places)
    yield from kept(scene, "topic", places, _one_topic)
    if scene.set_against(*places):
        yield "a pair"
    inside = [f for f in scene.story.figures[first.place + 1 : last.place] if one_measure(f, last)]
    yield f"{min(3, len(inside))} of its measure between"
    if first_told(scene.story, first, last):
        yield "first of its measure"
    if first.noun and first.noun == last.noun:
        yield "same noun"
    states = {*said_around(first).states}, {*said_around(last).states}
    if "then" in states[0] or "now" in states[1]:
        yield "then and now"


def _apart(scene: Scene, places: tuple[int, ...]) -> list[str]:
    figures = scene.story.figures
    first, last = figures[places[0]], figures[places[-1]]
    if first is last:
        return []
    inside = [f for f in figures[places[0] + 1 : places[-1]] if f.place not in places]
    same = first.quantity.unit == last.quantity.unit
    told = [
        _APART_BY[bisect_left(APART, last.start - first.end)],
        _SENTENCES_APART[min(last.sentence - first.sentence, 3)],
        _INSIDE[min(len(inside), 3)],
        _INSIDE_LIKE[min(len([f for f in inside if alike(f, first)]), 2)],
        "same unit" if same else "alike" if alike(first, last) else "other unit",
    ]
    if same and first.kind == "count" and first.quantity.unit:
        told.append("same noun")
    if first.bare or last.bare:
        told.append("bare operand")
        if first.kind != last.kind:
            told.append("bare, near" if last.sentence - first.sentence < 2 and len(inside) < _BARE else "bare, far")
        if first.kind != last.kind and any(not f.bare and f.kind not in ("percent", "count") for f in inside):
            told.append("bare, another nearer")
    elif first.kind != last.kind:
        told.append("percent and another" if "percent" in (first.kind, last.kind) else "two kinds")
    if first.noun and last.noun and first.noun != last.noun:
        told.append("one sort of noun" if one_sort(first, last) else "two nouns")
    if len(places) == 2 and said_around(first).cell and said_around(last).cell:
        told.append("two rows" if new_line(scene.story, first, last) else "one row")
    return told


def new_line(story: Telling, first: Figure, last: Figure) -> bool:
    """Whether a line ends between two figures that stand near each other."""
    return last.start - first.end <= 2 * REACH and "\n" in story.text[first.end : last.start]
