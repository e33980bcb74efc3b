"""What speaks for and against a candidate sum: its arithmetic, its operands, and the words that tie them.

Each piece of evidence is named and present or absent; ``weighing.toml`` holds what each weighs. Evidence that hangs on
the operands alone is read once a story and kept in the scene.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from starproof.extract.sums.bases import topic
from starproof.extract.sums.candidates import one_sort
from starproof.extract.sums.figures import Figure, alike, period
from starproof.extract.sums.kinship import COMMON, KIN
from starproof.extract.sums.links import CHANGE, LESS, MORE
from starproof.extract.sums.reading import Reading, resolution
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.surroundings import View, in_cell, measure
from starproof.extract.sums.yearly import by_year

_OF = re.compile(r" (?:out of|of|from)(?: [a-z']+){0,4} $")
_OF_TAIL = re.compile(r"^ (?:\S+ ){1,4}?of (?:them|those|these|us|it|all|the|our|my|what) ")
_EACH = re.compile(
    r" (?:each|every|per|apiece|at|times|x|price|priced|cost|costs|costing|worth|rate|an? \w+ (?:is|was)) "
)
_LIST = re.compile(r" (?:,|and|plus|\||;) ")
_BETWEEN = tuple(
    (f" {word} ", f"between '{word}'") for word in "from to against than before and . was now of".split(" ")
)
_OFF, _GAPS, _APART = (1.03, 1.1, 1.2, 1.35, 1.6, 2.0, 2.5), (12, 30, 60, 120, 250), (20, 50, 110, 220, 500)
_MONTHS_OFF = (12 / 10, 12 / 11, 13 / 12, 4 / 3, 3.0)
_COMPARED = frozenset(("relative_change", "multiple", "difference"))
_BREAKS = frozenset(". ; : ¶ | ? ! and but".split(" "))
_IS_NOW = frozenset(
    "now today currently present is are stands stand it's we're after later since finally ended end finished down up "
    "fell dropped rose grew fallen risen came brought got went".split(" ")
)
_ONCE = frozenset(
    "was were had been used before once started began when originally previously old earlier first initially took "
    "start beginning from against instead than lost cost until ago".split(" ")
)
_KIN_AT, _BESTED = (0.0, 0.35, 0.8, 1.5), 1.0
_KIN = tuple(f"kin {at}" for at in range(len(_KIN_AT) + 1))
_OWN_KIN = tuple(f"own kin {at}" for at in range(len(_KIN_AT) + 1))
_MORE_OR_LESS = frozenset("more less fewer better worse lower higher extra".split(" "))
_PER = frozenset("per a an each every".split(" "))
_GOALS = ("goals 0", "goals 1", "goals 2")
_MARGIN = ("margin to 0 goals", "margin to 1 goals", "margin to 2 goals")
_TOPIC = ("topic 0", "topic 1", "topic 2")
_RIVALS = ("rivals 0", "rivals 1", "rivals 2", "rivals 3")
_NEW_BEFORE = tuple(f"new words before {count}" for count in range(4))
_NEW_AFTER = tuple(f"new words after {count}" for count in range(3))
_ONE_TOPIC = ("one topic 0", "one topic 1", "one topic 2", "one topic 3")


def evidence(seen: View, reading: Reading, kind: str, operands: Sequence[Figure], *, right: bool) -> list[str]:
    """The names of all that holds for one candidate beyond ``seen.named``; each once.

    ``kind`` is its ``sort``; ``right`` says whether it comes out as stated.
    """
    places = tuple(sorted([f.place for f in operands]))
    if places not in seen.placed:
        seen.placed[places] = _placed(seen, operands, places)
    told = [*_arithmetic(seen, reading, kind, right=right), *seen.uncued[right], *seen.placed[places]]
    told.append(_rivals(seen, operands[0], places))
    if right:
        told.append(f"{_digits(reading.stated)} digits, {seen.placed[places][0]}")
    if kind in _COMPARED and len(operands) == 2:
        told += _pair_words(seen, operands)
        if kind != "difference" and seen.scene.targets.intersection([f.index for f in operands]):
            margin = "margin" in seen.named or "margin word" in seen.named
            told.append("from a goal, a margin" if margin else "from a goal, no margin")
        if not right and "unlike, unpaired" in told:
            told.append("unlike, unpaired, wrong")
    elif kind == "share":
        told += _share_words(seen, operands)
    elif kind in ("sum", "product"):
        told += _sum_words(seen, operands, places)
    elif kind == "annualised":
        told += _year_words(seen, operands)
    return told


def _placed(seen: View, operands: Sequence[Figure], places: tuple[int, ...]) -> tuple[str, ...]:
    """What holds for any sum over the same operands."""
    apart = _kept(seen.scene, "apart", places, _apart)
    told = _nearest(seen, places) if "one row" not in apart else ("told before", "row of a table")
    where = _where(seen, operands, places)
    return (
        where,
        f"{seen.hangs}, {where}",
        *told,
        *_standing(seen, operands),
        *apart,
        *_about(seen, operands, places),
        *_in_a_row(seen, places),
    )


def _where(seen: View, operands: Sequence[Figure], places: tuple[int, ...]) -> str:
    """Where all operands stand, in one word or two; it is told again with how the figure hangs on what is before."""
    here, first, last = seen.figure, operands[0], operands[-1]
    low, high = seen.scene.story.figures[places[0]], seen.scene.story.figures[places[-1]]
    if high.place > here.place:
        return "ahead"
    one = len(places) == 1
    if high.place != here.place - 1:
        return "skipped, one sentence" if low.sentence == here.sentence else "skipped"
    if high.place - low.place == len(places) - 1:
        return "in a row" if low.sentence == here.sentence else "in a row, before" if not one else "last, before"
    if low.sentence == here.sentence:
        return "last, one sentence"
    same = first.noun and first.noun == last.noun
    return "last, kin" if same or seen.scene.kinship.between(low, high) >= KIN else "last, far"


def _in_a_row(seen: View, places: tuple[int, ...]) -> Iterator[str]:
    """Whether the figures just before, and no others, are the operands."""
    if len(places) > 1 and places[-1] == seen.figure.place - 1 and places[-1] - places[0] == len(places) - 1:
        first = seen.scene.story.figures[places[0]]
        yield f"all just before {min(seen.figure.sentence - first.sentence, 2)}"
        if seen.figure.start - first.end <= 80:
            yield "all close before"


def sort(reading: Reading, operands: Sequence[Figure]) -> str:
    """The kind of sum, with products apart from lists."""
    if reading.kind != "sum":
        if reading.kind == "versus_target":
            return "relative_change" if reading.percent else "difference"
        return reading.kind
    return "sum" if reading.listed and len({f.kind for f in operands}) == 1 else "product"


def _kept(
    scene: Scene, about: str, places: tuple[int, ...], read: Callable[[Scene, tuple[int, ...]], Iterator[str]]
) -> tuple[str, ...]:
    """Evidence of operands at certain places, read when it is first asked for."""
    key = (about, places)
    if key not in scene.kept.notes:
        scene.kept.notes[key] = tuple(read(scene, places))
    return scene.kept.notes[key]


def _arithmetic(seen: View, reading: Reading, kind: str, *, right: bool) -> Iterator[str]:
    stated, computed = reading.stated, reading.computed
    if right:
        yield "agrees"
        yield f"agrees in {_digits(stated)} digits"
        if not math.isclose(stated, computed, rel_tol=0.002):
            yield "agrees when rounded"
        return
    ratio = max(stated, computed) / min(stated, computed)
    yield f"off {bisect_left(_OFF, ratio)}"
    unit = seen.unit if stated == seen.figure.value else resolution(seen.figure.quantity, stated)
    if any(abs(slip - stated) <= max(0.5 * unit, 1e-9) for slip in reading.slips):
        yield "slip"
    if _one_digit(stated, computed, unit):
        yield "one digit"
    if ratio > 9:
        yield "tens off" if ratio < 11 else "twelve off"
    if kind == "annualised" and any(math.isclose(ratio, r, rel_tol=0.02) for r in _MONTHS_OFF):
        yield "months off"


def _digits(value: float) -> int:
    return min(3, len(f"{value:.4f}".rstrip("0").rstrip(".").replace(".", "").strip("0")))


def _one_digit(stated: float, computed: float, unit: float) -> bool:
    """Whether one digit is wrong: 69 for 59, 3,400 for 2,400."""
    gap = round(abs(stated - computed) / unit) if unit else 0
    return gap > 0 and str(gap).rstrip("0") in ("1", "2", "3") and gap * unit / max(stated, computed) < 0.5


def _nearest(seen: View, places: Sequence[int]) -> tuple[str, ...]:
    """Where the operands stand, seen from the figure."""
    here = seen.figure.place
    at = bisect_left(places, here)
    last = places[at - 1] if at else places[0]
    if last not in seen.nearest:
        seen.nearest[last] = tuple(_distance(seen, last))
    if at == len(places):
        return (*seen.nearest[last], "told before")
    return (*seen.nearest[last], "told around" if at else "told after", f"ahead by {places[-1] - here}")


def _distance(seen: View, place: int) -> Iterator[str]:
    figure, figures = seen.figure, seen.scene.story.figures
    last, here = figures[place], figure.place
    gap = figure.start - last.end if place < here else last.start - figure.end
    yield f"gap {bisect_left(_GAPS, gap)}"
    yield f"sentences {min(abs(figure.sentence - last.sentence), 3)}"
    skipped = figures[place + 1 : here] if place < here else figures[here + 1 : place]
    free = [f for f in skipped if f.index not in seen.scene.derived and not f.horizon]
    yield f"skipped {min(len(free), 3)}"
    yield f"skipped like {min(sum(alike(f, last) for f in free), 2)}"


def _standing(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    """What the operands are in the story: goals, derived themselves, times that things took."""
    goals = min(2, sum(f.index in seen.scene.targets for f in operands))
    yield _GOALS[goals]
    if "margin" in seen.named or "margin word" in seen.named:
        yield _MARGIN[goals]
    if any(f.index in seen.scene.derived for f in operands):
        yield "derived operand"
    if any(f.horizon for f in operands):
        yield "horizon operand"
    changed = sum(is_change(f) for f in operands)
    if changed:
        yield "a change taken" if changed == 1 else "changes taken"
    yield from _own_kin(seen, operands)


def is_change(figure: Figure) -> bool:
    """Whether a figure says how far something went, and not where it stands: "by six hundred", "19,000 fewer"."""
    return figure.before[-1:] == ("by",) or not _MORE_OR_LESS.isdisjoint(figure.after[:1]) or figure.quantity.unit == "pp"


def _own_kin(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    """How far the figure is told of the same thing as operands that stand elsewhere."""
    kinship = seen.scene.kinship
    far = [f for f in operands if not kinship.close(f, seen.figure)]
    if len(far) < len(operands):
        yield "own operand close"
    if far:
        mine = max([kinship.between(f, seen.figure) for f in far])
        yield _OWN_KIN[bisect_left(_KIN_AT, mine)]
        if seen.kin >= mine + _BESTED:
            yield "own kin bested" if len(far) == len(operands) else "own kin bested, one close"


def _rivals(seen: View, operand: Figure, places: Sequence[int]) -> str:
    """How many other figures of an operand's sort stand near."""
    return _RIVALS[min(3, len([place for place in seen.rivals.get(measure(operand), ()) if place not in places]))]


def _about(seen: View, operands: Sequence[Figure], places: tuple[int, ...]) -> tuple[str, ...]:
    """Whether figure and operands speak of one thing."""
    together, one_topic = _together(seen.scene, places)
    before, after = ([word for word in words if word not in together] for words in seen.fresh)
    own = topics_of(seen.scene, seen.figure)[0]
    shared = min([len(own & topics_of(seen.scene, f)[0]) for f in operands])
    return (
        _NEW_BEFORE[min(3, len(before))],
        _NEW_AFTER[min(2, len(after))],
        _TOPIC[min(2, shared)],
        *one_topic,
    )


def _together(scene: Scene, places: tuple[int, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """All that the words around some operands are about, and how far two of them are about the same."""
    if places not in scene.kept.together:
        told = [topics_of(scene, scene.story.figures[place]) for place in places]
        one = (_ONE_TOPIC[min(3, len(told[0][1] & told[1][1]))],) if len(told) == 2 else ()
        scene.kept.together[places] = frozenset[str]().union(*(wide for wide, _ in told)), one
    return scene.kept.together[places]


def topics_of(scene: Scene, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """What the words around a figure are about: all of them, and those right beside it."""
    if figure.place not in scene.kept.topics:
        scene.kept.topics[figure.place] = topic(figure), topic_near(figure)
    return scene.kept.topics[figure.place]


def topic_near(figure: Figure) -> frozenset[str]:
    """Beginnings of the longer words right around a figure."""
    words = [*figure.before[-8:], *figure.own, *figure.after[:8]]
    return frozenset(word[:5] for word in words if len(word) >= 4 and word.isalpha() and word not in COMMON)


def _apart(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    figures = scene.story.figures
    first, last = figures[places[0]], figures[places[-1]]
    if first is last:
        return
    if len(places) == 2:
        yield from _kin(scene, first, last)
        yield from _rows(scene, first, last)
    yield f"apart {bisect_left(_APART, last.start - first.end)}"
    yield f"sentences apart {min(last.sentence - first.sentence, 3)}"
    inside = [f for f in figures[places[0] + 1 : places[-1]] if f.place not in places]
    yield f"inside {min(len(inside), 3)}"
    yield f"inside like {min(sum(alike(f, first) for f in inside), 2)}"
    same = first.quantity.unit == last.quantity.unit
    yield "same unit" if same else "alike" if alike(first, last) else "other unit"
    if first.kind != last.kind and "percent" in (first.kind, last.kind) and not (first.bare or last.bare):
        yield "percent and another"
    elif first.kind != last.kind and not (first.bare or last.bare):
        yield "two kinds"
    elif first.noun and last.noun and first.noun != last.noun:
        yield "one sort of noun" if one_sort(first, last) else "two nouns"
    if same and first.kind == "count" and first.quantity.unit:
        yield "same noun"
    if first.bare or last.bare:
        yield "bare operand"
        if first.kind != last.kind and any(not f.bare and f.kind not in ("percent", "count") for f in inside):
            yield "bare, another nearer"


def _kin(scene: Scene, first: Figure, last: Figure) -> Iterator[str]:
    """How far two operands are told of the same thing, and whether another figure is more so."""
    kinship = scene.kinship
    if kinship.close(first, last):
        yield "kin close"
        return
    mine = kinship.between(first, last)
    yield _KIN[bisect_left(_KIN_AT, mine)]
    if mine < _BESTED and scene.closest_kin(last, first) >= mine + _BESTED:
        yield "kin bested"


def _rows(scene: Scene, first: Figure, last: Figure) -> Iterator[str]:
    """Whether two cells of a table stand in one row."""
    if in_cell(first) and in_cell(last):
        yield "two rows" if "\n" in scene.story.text[first.end : last.start] else "one row"


def _pair_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    base, other = operands
    down, up = not LESS.isdisjoint(seen.words), not MORE.isdisjoint(seen.words)
    if down != up:
        yield "right way" if down == (other.value < base.value) else "wrong way"
    elif not CHANGE.isdisjoint(seen.words):
        yield "some way"
    yield from _kept(seen.scene, "pair", (base.place, other.place), _joined)


def _joined(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    """How the wording puts two operands together; the base of the change comes first."""
    base, other = (scene.story.figures[place] for place in places)
    first, last = (base, other) if base.place < other.place else (other, base)
    yield "base first" if base is first else "base last"
    pair = scene.pair_of(*places)
    if pair is not None:
        yield "sure pair" if pair.sure else "pair"
        yield "pair's base" if pair.first is base else "pair's end"
    elif scene.in_pair(base) or scene.in_pair(other):
        yield "of another pair"
    if pair is None and base.quantity.unit != other.quantity.unit:
        yield "unlike, unpaired"
    for figure, side in ((base, "base"), (other, "other")):
        yield from (f"{side} {state}" for state in states(figure))
    between = scene.story.between(first, last)
    for word, name in _BETWEEN:
        if word in between:
            yield name


def states(figure: Figure) -> Iterator[str]:
    """Whether the words around a figure tell how things are, or how they were."""
    before, after = figure.before[-7:], figure.after[:4]
    start = max([at for at, word in enumerate(before) if word in _BREAKS], default=-1) + 1
    stop = next((at for at, word in enumerate(after) if word in _BREAKS), len(after))
    words = {*before[start:], *after[:stop]}
    if words & _IS_NOW:
        yield "now"
    if words & _ONCE:
        yield "then"


def _share_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    part, whole = operands[0], operands[-1]
    if seen.way and "of" not in seen.figure.after[:3]:
        yield "a change"
    yield from _kept(seen.scene, "share", (part.place, whole.place), _parted)
    if _OF_TAIL.search(seen.figure.tail):
        yield "of them"
    if whole.place == seen.figure.place + 1 and _OF.search(seen.scene.story.between(seen.figure, whole)):
        yield "share of whole"


def _parted(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    part, whole = (scene.story.figures[place] for place in places)
    if part.place < whole.place and _OF.search(scene.story.between(part, whole)):
        yield "part of whole"
    if whole.place < part.place and _OF.search(whole.lead[-40:]):
        yield "of whole, part"
    if _OF_TAIL.search(part.tail):
        yield "part of them"
    pair = scene.pair_of(*places)
    if pair is not None and pair.sure:
        yield "what is left of a pair"


def _sum_words(seen: View, operands: Sequence[Figure], places: tuple[int, ...]) -> Iterator[str]:
    figure = seen.figure
    if seen.total:
        yield "total"
    yield from _kept(seen.scene, "sum", places, _listed)
    if not kind_of_list(operands) or len(operands) == 2:
        yield from _priced(figure, operands)
    if not kind_of_list(operands) and any(seen.scene.in_pair(f) for f in operands):
        yield "side of a pair taken"
    if kind_of_list(operands) and _left_out(seen, places):
        yield "part left out"
    yield "like parts" if all(alike(f, figure) for f in operands) else "unlike parts"
    if all(f.value < figure.value for f in operands):
        yield "parts are smaller"


def _priced(figure: Figure, operands: Sequence[Figure]) -> Iterator[str]:
    """Whether the price is told by what is counted, as "41 parcels per locker" is, and is of the figure's own sort."""
    price, counts = operands[-1], [f for f in operands[:-1] if f.noun]
    behind = price.after[:6]
    per = next((at for at, word in enumerate(behind) if word in _PER), None)
    if per is not None and any(word.rstrip("s")[:5] == f.noun[:5] for word in behind[per + 1 : per + 3] for f in counts):
        yield "priced by what is counted"
    if price.kind == "count" == figure.kind and price.noun and price.noun == figure.noun:
        yield "price of one sort"


def _listed(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    figures = scene.story.figures
    listed = [_in_list(scene, figures[a], figures[b], 90) for a, b in pairwise(places)]
    yield "all listed" if all(listed) else "some listed" if any(listed) else "not listed"
    yield f"parts {min(len(places), 4)}"
    if any("each" in _kept(scene, "each", (place,), _each) for place in places):
        yield "each"


def _each(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    figure = scene.story.figures[places[0]]
    if _EACH.search(figure.tail[:50] + figure.lead[-20:]):
        yield "each"


def kind_of_list(operands: Sequence[Figure]) -> bool:
    """Whether all operands are of one kind."""
    return len({f.kind for f in operands}) == 1


def _left_out(seen: View, places: Sequence[int]) -> bool:
    """Whether the next figure on either side belongs to the same list."""
    count = len(seen.scene.story.figures)
    for inner, outer in ((places[0], places[0] - 1), (places[-1], places[-1] + 1)):
        if 0 <= outer < count and outer != seen.figure.place:
            both = (outer, inner) if outer < inner else (inner, outer)
            if _kept(seen.scene, "list", both, _one_list):
                return True
    return False


def _one_list(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    first, last = (scene.story.figures[place] for place in places)
    if alike(first, last) and _in_list(scene, first, last, 60):
        yield "one list"


def _in_list(scene: Scene, first: Figure, last: Figure, longest: int) -> bool:
    """Whether two figures are items of one list, in a row of words or line by line."""
    words = scene.story.between(first, last)
    if len(words) > longest or " . " in words or not words.strip():
        return False
    return bool(_LIST.search(words)) or "\n" in scene.story.text[first.end : last.start].strip(" ")


def _year_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    if period(seen.figure.quantity) == "year" or by_year(seen.figure):
        yield "a year"
    yield f"rate a {period(operands[-1].quantity) or period(operands[0].quantity)}"
    yield "one rate" if len(operands) == 1 else "two rates"
    if len(operands) == 1 and (seen.scene.in_pair(operands[0]) or seen.scene.opens_pair(operands[0])):
        yield "side of a pair taken"
