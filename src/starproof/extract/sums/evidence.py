"""What speaks for and against a candidate sum: its arithmetic, its operands, and the words that tie them.

Each piece of evidence is named and present (1.0) or absent; ``weighing.toml`` holds what each weighs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.facts import Quantity
from starproof.extract.sums.bareness import number_of
from starproof.extract.sums.bases import COMMON, topic
from starproof.extract.sums.figures import Figure, alike, period, spaced, wording
from starproof.extract.sums.links import CHANGE, LESS, MORE
from starproof.extract.sums.reading import Reading, resolution
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.surroundings import LEFT, SAVED, TOTAL, View
from starproof.extract.sums.yearly import by_year

_OF = re.compile(r" (?:out of|of|from)(?: [a-z']+){0,4} $")
_OF_TAIL = re.compile(r"^ (?:\S+ ){1,4}?of (?:them|those|these|us|it|all|the|our|my|what) ")
_EACH = re.compile(
    r" (?:each|every|per|apiece|at|times|x|price|priced|cost|costs|costing|worth|rate|an? \w+ (?:is|was)) "
)
_CLAUSE_END = frozenset(", . ; : ¶ ( ) | ! ? and but while".split(" "))
_LIST = re.compile(r" (?:,|and|plus|\||;) ")


def evidence(seen: View, reading: Reading, operands: Sequence[Figure], *, right: bool) -> Iterator[str]:
    """The names of everything that holds for a candidate; ``right`` says whether it comes out as stated."""
    kind = sort(reading, operands)
    yield f"kind {kind}"
    yield from _arithmetic(seen.figure.quantity, reading, kind, right=right)
    if not seen.cued:
        yield f"uncued {seen.figure.kind}"
        yield f"uncued {seen.figure.kind}, {'right' if right else 'wrong'}"
    told = [*seen.named, *_operands(seen, operands), *_wording(seen, reading, kind, operands)]
    for name in told:
        yield name
        yield f"{kind}: {name}"
        if right:
            yield f"right: {name}"


def sort(reading: Reading, operands: Sequence[Figure]) -> str:
    """The kind of sum, with products apart from lists."""
    if reading.kind != "sum":
        return "relative_change" if reading.kind == "versus_target" else reading.kind
    return "sum" if len({f.kind for f in operands}) == 1 and _listed(reading) else "product"


def _listed(reading: Reading) -> bool:
    return " + " in reading.sum


def _arithmetic(figure: Quantity, reading: Reading, kind: str, *, right: bool) -> Iterator[str]:
    stated, computed = reading.stated, reading.computed
    if right:
        yield "agrees"
        yield f"{kind}: agrees"
        yield f"agrees in {_digits(stated)} digits"
        if not math.isclose(stated, computed, rel_tol=0.002):
            yield "agrees when rounded"
        return
    ratio = max(stated, computed) / min(stated, computed)
    near = next((i for i, most in enumerate((1.03, 1.1, 1.2, 1.35, 1.6, 2.0, 2.5)) if ratio <= most), 7)
    yield f"off {near}"
    yield f"{kind}: off {near}"
    if any(abs(slip - stated) <= max(0.5 * resolution(figure, stated), 1e-9) for slip in reading.slips):
        yield "slip"
        yield f"{kind}: slip"
    if _one_digit(stated, computed, resolution(figure, stated)):
        yield "one digit"
    if ratio > 9:
        yield "tens off" if ratio < 11 else "twelve off"
    if kind == "annualised" and any(
        math.isclose(ratio, r, rel_tol=0.02) for r in (12 / 10, 12 / 11, 13 / 12, 4 / 3, 3.0)
    ):
        yield "months off"


def _digits(value: float) -> int:
    return min(3, len(f"{value:.4f}".rstrip("0").rstrip(".").replace(".", "").strip("0")))


def _one_digit(stated: float, computed: float, unit: float) -> bool:
    """Whether one digit is wrong: 69 for 59, 3,400 for 2,400."""
    gap = round(abs(stated - computed) / unit) if unit else 0
    return gap > 0 and str(gap).rstrip("0") in ("1", "2", "3") and gap * unit / max(stated, computed) < 0.5


def _operands(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    figure, story = seen.figure, seen.scene.story
    places = sorted(f.place for f in operands)
    behind = [p for p in places if p < figure.place]
    ahead = [p for p in places if p > figure.place]
    yield f"told {'around' if behind and ahead else 'before' if behind else 'after'}"
    last = story.figures[behind[-1]] if behind else story.figures[ahead[0]]
    gap = figure.start - last.end if behind else last.start - figure.end
    yield f"gap {next((i for i, most in enumerate((12, 30, 60, 120, 250)) if gap <= most), 5)}"
    yield f"sentences {min(abs(figure.sentence - last.sentence), 3)}"
    skipped = story.figures[behind[-1] + 1 : figure.place] if behind else story.figures[figure.place + 1 : ahead[0]]
    free = [f for f in skipped if f.index not in seen.scene.derived and not f.horizon]
    yield f"skipped {min(len(free), 3)}"
    like = [f for f in free if alike(f.quantity, last.quantity)]
    yield f"skipped like {min(len(like), 2)}"
    if ahead:
        yield f"ahead by {ahead[-1] - figure.place}"
    goals = sum(f.index in seen.scene.targets for f in operands)
    if {"margin", "margin word"}.intersection(seen.named):
        yield f"margin to {min(2, goals)} goals"
    if any(p in seen.scene.derived for p in (f.index for f in operands)):
        yield "derived operand"
    yield from _apart(story.figures, places)
    for f in operands:
        if f.horizon:
            yield "horizon operand"
    yield f"goals {min(2, goals)}"
    yield from _rivals(seen, operands)


def _rivals(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    """How many other figures of the same sort stand near, and whether the operands speak of one thing."""
    around = seen.scene.story.figures[max(0, seen.figure.place - 16) : seen.figure.place + 3]
    unit, places = _unit(operands[0]), {seen.figure.place, *(f.place for f in operands)}
    others = sum(_unit(f) == unit and f.place not in places for f in around)
    yield f"rivals {min(3, others)}"
    if len(operands) == 2:
        yield f"one topic {min(3, len(_topics(seen.scene, operands[0])[1] & _topics(seen.scene, operands[1])[1]))}"
    about = frozenset[str]().union(*(_topics(seen.scene, f)[0] for f in operands))
    yield f"new words before {min(3, _new(seen.figure.before[-8:], about))}"
    stop = next((i for i, word in enumerate(seen.figure.after[:5]) if word in _CLAUSE_END), 5)
    yield f"new words after {min(2, _new(seen.figure.after[:stop], about))}"


def _unit(figure: Figure) -> str:
    return figure.quantity.unit if figure.kind == "count" else figure.kind


def _new(words: Sequence[str], about: frozenset[str]) -> int:
    return sum(len(w) >= 4 and w not in COMMON and w not in CHANGE and w[:5] not in about for w in words)


def _topics(scene: Scene, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    if figure.place not in scene.topics:
        scene.topics[figure.place] = topic(figure), topic_near(figure)
    return scene.topics[figure.place]


def topic_near(figure: Figure) -> frozenset[str]:
    """Beginnings of the longer words right around a figure."""
    words = [*figure.before[-8:], *wording(figure.quantity.text), *figure.after[:8]]
    return frozenset(word[:5] for word in words if len(word) >= 4 and word.isalpha() and word not in COMMON)


def _apart(figures: Sequence[Figure], places: Sequence[int]) -> Iterator[str]:
    first, last = figures[places[0]], figures[places[-1]]
    if first is last:
        return
    yield f"apart {next((i for i, most in enumerate((20, 50, 110, 220, 500)) if last.start - first.end <= most), 5)}"
    yield f"sentences apart {min(last.sentence - first.sentence, 3)}"
    inside = [f for f in figures[places[0] + 1 : places[-1]] if f.place not in places]
    yield f"inside {min(len(inside), 3)}"
    rival = sum(alike(f.quantity, first.quantity) for f in inside)
    yield f"inside like {min(rival, 2)}"
    same = first.quantity.unit == last.quantity.unit
    yield "same unit" if same else "alike" if alike(first.quantity, last.quantity) else "other unit"
    if same and first.kind == "count" and first.quantity.unit:
        yield "same noun"
    if any(number_of(f) is not None for f in (first, last)):
        yield "bare operand"


def _wording(seen: View, reading: Reading, kind: str, operands: Sequence[Figure]) -> Iterator[str]:
    if kind in ("relative_change", "multiple", "difference") and len(operands) == 2:
        yield from _pair_words(seen, operands)
    if kind == "share":
        yield from _share_words(seen, operands)
    if kind in ("sum", "product"):
        yield from _sum_words(seen, operands)
    if kind == "annualised":
        yield from _year_words(seen, operands)
    if LEFT.search(seen.figure.lead[-30:] + seen.figure.tail[:40]):
        yield "left"
    if SAVED.search(seen.figure.lead[-40:] + seen.figure.tail[:50]):
        yield "saved"
    about = _topics(seen.scene, seen.figure)[0]
    shared = [len(about & _topics(seen.scene, f)[0]) for f in operands]
    yield f"topic {min(2, min(shared, default=0))}"


def _pair_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    base, other = operands
    words = seen.words
    down, up = bool(words & LESS), bool(words & MORE)
    falls = other.value < base.value
    if down != up:
        yield "right way" if down == falls else "wrong way"
    elif words & CHANGE:
        yield "some way"
    yield "base first" if base.place < other.place else "base last"
    pair = next((p for p in seen.scene.pairs if {p.first, p.last} == set(operands)), None)
    if pair is not None:
        yield "sure pair" if pair.sure else "pair"
        yield "pair's base" if pair.first is base else "pair's end"
    elif any(seen.scene.in_pair(f) for f in operands):
        yield "of another pair"
    first, last = sorted(operands, key=lambda f: f.place)
    between = seen.scene.story.between(first, last)
    for word in (" from ", " to ", " against ", " than ", " before ", " and ", " . ", " was ", " now ", " of "):
        if word in between:
            yield f"between '{word.strip()}'"


def _share_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    part, whole = operands[0], operands[-1]
    first, last = sorted((part, whole), key=lambda f: f.place)
    if part is first and _OF.search(seen.scene.story.between(first, last)):
        yield "part of whole"
    if whole is first and _OF.search(whole.lead[-40:]):
        yield "of whole, part"
    if _OF_TAIL.search(seen.figure.tail):
        yield "of them"
    if _OF_TAIL.search(part.tail):
        yield "part of them"
    if whole.place == seen.figure.place + 1 and _OF.search(seen.scene.story.between(seen.figure, whole)):
        yield "share of whole"


def _sum_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    figure, story = seen.figure, seen.scene.story
    if TOTAL.search(spaced(figure.before[-8:]) + figure.tail[:70]):
        yield "total"
    places = sorted(f.place for f in operands)
    listed = [
        bool(_LIST.search(words)) and len(words) <= 90 and " . " not in words
        for a, b in pairwise(places)
        for words in (story.between(story.figures[a], story.figures[b]),)
    ]
    yield "all listed" if all(listed) else "some listed" if any(listed) else "not listed"
    yield f"parts {min(len(places), 4)}"
    if kind_of_list(operands) and _left_out(seen, places):
        yield "part left out"
    like = all(alike(f.quantity, figure.quantity) for f in operands)
    yield "like parts" if like else "unlike parts"
    if any(_EACH.search(f.tail[:50] + f.lead[-20:]) for f in operands):
        yield "each"
    if all(f.value < figure.value for f in operands):
        yield "parts are smaller"


def kind_of_list(operands: Sequence[Figure]) -> bool:
    """Whether all operands are of one kind."""
    return len({f.kind for f in operands}) == 1


def _left_out(seen: View, places: Sequence[int]) -> bool:
    """Whether the next figure on either side belongs to the same list."""
    figures = seen.scene.story.figures
    for inner, outer in ((places[0], places[0] - 1), (places[-1], places[-1] + 1)):
        if not 0 <= outer < len(figures) or outer == seen.figure.place:
            continue
        first, last = sorted((figures[inner], figures[outer]), key=lambda f: f.place)
        words = seen.scene.story.between(first, last)
        if alike(first.quantity, last.quantity) and _LIST.search(words) and len(words) <= 60 and " . " not in words:
            return True
    return False


def _year_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    if period(seen.figure.quantity) == "year" or by_year(seen.figure):
        yield "a year"
    yield f"rate a {period(operands[-1].quantity) or period(operands[0].quantity)}"
    yield "one rate" if len(operands) == 1 else "two rates"
