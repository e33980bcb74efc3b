"""Sums: parts of a total, and a count times a price."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from starproof.extract.sums.kinds.two import of_both, put_with
from starproof.extract.sums.kinds.yearly import by_year
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure, Telling, by_wording
from starproof.extract.sums.story.likeness import NOTHING, alike
from starproof.extract.sums.story.links import Link
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.reading import LOOSE, NEAR, TIGHT, Reading
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.scales import PERIODS, currency, period
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import PEOPLE
from starproof.extract.sums.story.successive import in_turn
from starproof.extract.sums.story.turns import TIMES

_TOTAL_BEFORE = re.compile(
    r" (?:total|totals|altogether|together|in all|sum|adds up to|add up to|combined|makes|all in)(?: \S+){0,3} $"
)
_TOTAL_AFTER = re.compile(
    r"^ (?:\S+ ){1,7}?(?:in all|altogether|together|in total|all together|all told|combined|total|overall) "
)
_EACH = re.compile(
    r"^ (?:\S+ ){1,5}?(?:each|apiece|for each \w+|an? (?!day|week|month|year|quarter|hour)\w+|per \w+|an? "
    r"hour|the hour|every \w+|to swap) "
)
_AT = re.compile(r" (?:at|each|every|times|x|with|cost|costs|charge us|average \w+ being worth|rate of)(?: \S+){0,4} $")
_PLACED = (("in",), ("at",), ("on",), ("for",), ("from",))
LOOK_BACK = 260
MOST_PARTS = 6


def totals(scene: Scene, place: int) -> Iterator[Reading]:
    """Every list or product that this figure may be the result of."""
    figure = scene.story.figures[place]
    if figure.kind in ("multiple", "score"):
        return
    yield from _sum_before(scene, place)
    yield from _sum_after(scene, place)
    if figure.kind in ("money", "duration", "count"):
        yield from _products(scene, place)
    if figure.kind == "count":
        yield from _groups(scene, figure)


@by_wording
def _cued(figure: Figure) -> bool:
    words = spaced((*figure.own, *figure.after))
    return bool(_TOTAL_BEFORE.search(spaced(figure.before)) or _TOTAL_AFTER.search(words))


def _sum_before(scene: Scene, place: int) -> Iterator[Reading]:
    figure = scene.story.figures[place]
    tied = figure.tied
    if not (_cued(figure) or tied.strong or tied.pause):
        return
    parts = _parts_before(scene.story, figure)
    for count in range(2, len(parts) + 1):
        yield _sum(figure, parts[:count][::-1], LOOSE)
    run = _run(scene.story, parts) if parts else []
    if len(run) >= 2:
        yield from _of_run(scene, figure, run, tied)
    elif len(two := scene.story.figures[max(0, place - 2) : place]) == 2:
        if put_with(scene.story, figure, *two):
            yield _sum(figure, two, TIGHT)
        elif of_both(scene.story, figure, *two):
            yield _sum(figure, two, LOOSE)


def _parts_before(story: Telling, figure: Figure) -> list[Figure]:
    """Figures just before that may be parts of this one, nearest first."""
    parts: list[Figure] = []
    for f in story.earlier(figure.place, within=LOOK_BACK)[:12]:
        if f.kind in ("percent", "duration") and f.kind != figure.kind:
            continue
        if _part(f, figure) or _by_another_name(f, figure, parts):
            parts.append(f)
        elif len(parts) >= 2:
            break
    return parts[:MOST_PARTS]


def _by_another_name(part: Figure, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total gives its parts another name: "84, 67 and 49 machines, 200 turbines in all"."""
    if not (part.kind == "count" == whole.kind and _cued(whole)) or len(parts) > MOST_PARTS:
        return False
    return part.bare if parts else part.place == whole.place - 1 and bool(part.noun)


def _of_run(scene: Scene, figure: Figure, run: Sequence[Figure], tied: Link) -> Iterator[Reading]:
    like = all(alike(part, figure) or people(part, figure) for part in run)
    like = like and all(alike(one, two) or people(one, two) for one, two in pairwise(run))
    firm = (_cued(figure) or _another(scene.story, run)) and (len(run) >= 3 or like)
    said = tied.strong or tied.pause or _TOTAL_BEFORE.search(spaced(figure.before))
    if firm and said and run[0].place == figure.place - 1:
        yield _sum(figure, run[::-1], TIGHT)
    elif not firm and like and _adds(scene, figure.place, run):
        yield _sum(figure, run[::-1], NEAR)


def _part(part: Figure, whole: Figure) -> bool:
    a, b = part.quantity, whole.quantity
    if part.kind == whole.kind and part.value < NOTHING * whole.value:
        return False
    if a.kind == "count" == b.kind:
        return alike(part, whole) or people(part, whole) or part.quantity.text.isalpha() or part.quantity.text.isdigit()
    if a.kind == "money" == b.kind and period(a) != period(b) and period(a) and not by_year(whole):
        return False
    return alike(part, whole)


def _adds(scene: Scene, place: int, run: Sequence[Figure]) -> bool:
    """Whether two parts joined by "and" or "plus" are followed at once by "so" and the figure."""
    tied = scene.story.figures[place].tied
    words = scene.story.between(run[1], run[0])
    joined = " plus " in words or ((" and " in words or " , " in words) and tied.strong)
    quiet = len(words) <= 60 and not any(scene.in_pair(f) or f.index in scene.derived for f in run)
    close = run[0].place == place - 1 and len(tied.rest) <= 5 and tied.plain and (tied.strong or tied.pause)
    return joined and quiet and close and not scene.cues(place) and scene.story.figures[place].kind != "percent"


def _another(story: Telling, parts: Sequence[Figure]) -> bool:
    return " and another " in story.between(parts[1], parts[0])


def _run(story: Telling, parts: Sequence[Figure]) -> list[Figure]:
    """The parts that stand in one list: close together, joined by commas, "and" or "plus"."""
    run = [parts[0]]
    for right, left in pairwise(parts):
        words = story.between(left, right)
        joined = re.search(r" (?:,|and|plus|another) ", words)
        if (
            not joined
            or right.start - left.end > 70
            or " . " in words
            or " : " in words
            or (" of " in words and len(words) < 16)
        ):
            break
        run.append(left)
    return run


def _sum(figure: Figure, parts: Sequence[Figure], tie: int) -> Reading:
    if (taken := in_turn(figure, parts, tie)) is not None:
        return taken
    computed = sum(part.value * _to_year(part, figure) for part in parts)
    told = partial(wording.joined, parts, " + ", computed, figure.quantity)
    return Reading("sum", figure.value, computed, tuple(part.index for part in parts), tie, told)


def _to_year(part: Figure, figure: Figure) -> float:
    rate = period(part.quantity) if part.kind == "money" and by_year(figure) else ""
    return TIMES[rate][0] if rate in TIMES else 1.0


def _sum_after(scene: Scene, place: int) -> Iterator[Reading]:
    """``41 stops in three batches: 12, 14 and 15``."""
    figure = scene.story.figures[place]
    if scene.in_pair(figure) or figure.kind == "percent" or (figure.after[:1] in _PLACED and not figure.quantity.unit):
        return
    parts: list[Figure] = []
    for f in scene.story.figures[place + 1 : place + 8]:
        if f.start - (parts[-1].end if parts else figure.end) > 70 or scene.in_pair(f):
            break
        if _part(f, figure):
            parts.append(f)
    inside = scene.story.figures[parts[0].place : parts[-1].place] if parts else ()
    whole = all(f in parts or f.kind != "count" for f in inside)
    for skip in (0, 1):
        for count in range(2, len(parts) - skip + 1):
            listed = parts[skip : skip + count]
            yield _sum(
                figure,
                listed,
                TIGHT if whole and not skip and count == len(parts) and _opened(scene, figure, listed) else LOOSE,
            )


def _opened(scene: Scene, figure: Figure, listed: Sequence[Figure]) -> bool:
    """Whether a colon or a dash opens the list, it ends in "and", and it holds as many as are said."""
    opening = words_of(scene.story.text[max(figure.end, listed[0].start - 25) : listed[0].start])
    placed = all(f.after[:1] in _PLACED for f in listed)
    joined = placed or " and " in scene.story.between(listed[-2], listed[-1])
    spread = placed and opening[-1:] == (",",)
    colon = spread or (
        any(word in opening for word in (":", "—", "–", "(", "-")) and listed[0].start - figure.end <= 60
    )
    like = all(alike(f, figure) or people(f, figure) for f in listed)
    smaller = all(f.value < figure.value for f in listed)
    return joined and colon and like and smaller and listed[0].sentence == listed[-1].sentence


def people(a: Figure, b: Figure) -> bool:
    """Whether both count people, by whatever name."""
    return all(f.kind == "count" and f.quantity.unit.rsplit(" ", 1)[-1] in PEOPLE for f in (a, b))


def _products(scene: Scene, place: int) -> Iterator[Reading]:
    figure = scene.story.figures[place]
    tied = figure.tied
    if not (tied.strong or tied.pause or not tied.rest):
        return
    near = scene.story.earlier(place, within=LOOK_BACK)[:8]
    for price in [f for f in near if _is_price(f, figure)][:3]:
        for count in [f for f in near if _is_count(f, price, figure)][:5]:
            computed = price.value * _times(count, price)
            sides = abs(count.place - price.place) == 1 and _follows(scene, max(count.place, price.place), place)
            sides = sides and not scene.in_pair(count) and (figure.kind == "money" or _shared_out(price, count))
            priced = bool(_EACH.search(price.tail) or _AT.search(price.lead) or figure.kind == "duration")
            linked = tied.strong or len(tied.rest) <= 3 or (tied.pause and _cued(figure))
            tie = TIGHT if sides and priced and linked and tied.plain and len(tied.rest) <= 8 else LOOSE
            told = partial(wording.joined, (count, price), " times ", computed, figure.quantity)
            yield Reading("sum", figure.value, computed, (count.index, price.index), tie, told)
        for pair in scene.pairs_near(figure, LOOK_BACK):
            if pair.first is not price and pair.last is not price and pair.first.kind != "money":
                yield _scaled(figure, pair, price, TIGHT if _then(pair, price, place) and tied.strong else LOOSE)
    for pair in scene.pairs_near(figure, LOOK_BACK):
        if pair.first.kind == "money" and figure.kind == "money":
            for count in [f for f in near if f.kind == "count"][:2]:
                firm = (
                    count.place == place - 1
                    and pair.end <= count.start
                    and tied.strong
                    and tied.plain
                    and pair.before < 1000
                )
                yield _scaled(figure, pair, count, TIGHT if firm else LOOSE)


def _groups(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """``3 shifts of 14 people, 42 in all``."""
    if figure.place < 2:
        return
    groups, size = scene.story.figures[figure.place - 2 : figure.place]
    tied = figure.tied
    joined = re.search(r"^ (?:[a-z]+ )?(?:of|with|times|x) $", scene.story.between(groups, size))
    if not joined or groups.kind != "count" or not (alike(size, figure) or people(size, figure)):
        return
    told = _cued(figure) or "each" in figure.before or tied.strong
    total = groups.value * size.value
    words = partial(wording.joined, (groups, size), " of ", total, figure.quantity)
    tie = TIGHT if told and tied.plain and not scene.in_pair(size) else LOOSE
    yield Reading("sum", figure.value, total, (groups.index, size.index), tie, words)


def _shared_out(price: Figure, count: Figure) -> bool:
    """``each engineer got back five hours, and with 40 engineers``."""
    each = re.search(r" (?:each|every|per) ", price.lead[-40:] + price.tail[:30])
    return bool(each) and bool(re.search(r" (?:with|times|for|across|over|x) (?:\S+ )?$", count.lead))


def _follows(scene: Scene, last: int, place: int) -> bool:
    return all(f.kind == "duration" for f in scene.story.figures[last + 1 : place])


def _then(pair: Pair, price: Figure, place: int) -> bool:
    return price.place == place - 1 and pair.end <= price.start <= pair.end + 40


def _scaled(figure: Figure, pair: Pair, other: Figure, tie: int) -> Reading:
    computed = abs(pair.before - pair.after) * other.value
    if period(other.quantity) == "month" and by_year(figure):
        computed *= 12
    told = partial(wording.scaled, pair.first, pair.last, other, computed, figure.quantity)
    return Reading("sum", figure.value, computed, (pair.first.index, pair.last.index, other.index), tie, told)


def _is_price(f: Figure, figure: Figure) -> bool:
    if figure.kind == "money":
        return f.kind == "money" and currency(f.quantity) == currency(figure.quantity)
    return figure.kind == "duration" and f.kind == "duration"


def _is_count(f: Figure, price: Figure, figure: Figure) -> bool:
    if f.kind == "duration":  # hours a month are no year's
        recurs = f.often in TIMES and by_year(figure, money=False)
        return f is not price and period(price.quantity) in PERIODS and not recurs
    return f is not price and f.kind == "count"


def _times(count: Figure, price: Figure) -> float:
    if count.kind == "duration":
        return count.value / PERIODS[period(price.quantity)]
    return count.value
