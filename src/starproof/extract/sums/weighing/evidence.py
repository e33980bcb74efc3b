"""What speaks for and against a candidate sum: its arithmetic, its operands, and the words that tie them.

Each piece of evidence is named and present or absent; ``weights.toml`` holds what each weighs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.extract.sums.kinds.yearly import by_year
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.links import CHANGE, LESS, MORE
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.said import AT_ONCE, LATER, SOON, joint, said_around
from starproof.extract.sums.story.scales import in_full, period
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.closeness import agreeing, digits, in_digits, missing
from starproof.extract.sums.weighing.placing import kept, new_line, placed
from starproof.extract.sums.weighing.surroundings import View, measure

COMPARED = frozenset(("relative_change", "multiple", "difference"))
"""The kinds of sum that set two figures against each other."""
_OPENS_LIST = frozenset(": ( whom which being namely including — –".split(" "))
_STEM = 5
_OVER_TWO = COMPARED | {"share"}
_RIVALS = ("rivals 0", "rivals 1", "rivals 2", "rivals 3")


def evidence(seen: View, reading: Reading, kind: str, operands: Sequence[Figure], *, right: bool) -> list[str]:
    """The names of all that holds for one candidate beyond ``seen.named``; each once.

    ``kind`` is its ``sort``; ``right`` says whether it comes out as stated.
    """
    places = tuple(sorted([f.place for f in operands]))
    about = seen.placed.get(places)
    if about is None:
        about = seen.placed[places] = placed(seen, places)
    told = [*(agreeing(reading) if right else missing(seen, reading, kind)), *seen.uncued[right], *about]
    told.append(_rivals(seen, operands[0], places))
    if right:
        told += in_digits(digits(reading.stated), kind, about, len(places))
    if kind in _OVER_TWO and len(seen.beside.intersection(places)) == 1:
        told.append("one of the pair before")
    if kind in COMPARED and len(operands) == 2:
        told += _pair_words(seen, operands)
        told += _compared_words(seen, kind, operands)
        if not right and "unlike, unpaired" in told:
            told.append("unlike, unpaired, wrong")
    elif kind == "share":
        told += _share_words(seen, operands)
    elif kind in ("sum", "product"):
        told += _sum_words(seen, operands, places)
    elif kind == "annualised":
        told += _year_words(seen, operands)
    return told


def sort(reading: Reading, operands: Sequence[Figure]) -> str:
    """The kind of sum, with products apart from lists."""
    if reading.kind != "sum":
        if reading.kind == "versus_target":
            return "relative_change" if reading.percent else "difference"
        return reading.kind
    return "sum" if reading.listed and kind_of_list(operands) else "product"


def _rivals(seen: View, operand: Figure, places: Sequence[int]) -> str:
    """How many other figures of an operand's sort stand near."""
    return _RIVALS[min(3, len([place for place in seen.rivals.get(measure(operand), ()) if place not in places]))]


def _pair_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    base, other = operands
    down, up = not LESS.isdisjoint(seen.words), not MORE.isdisjoint(seen.words)
    if down != up:
        yield "right way" if down == (other.value < base.value) else "wrong way"
    elif not CHANGE.isdisjoint(seen.words):
        yield "some way"
    if seen.figure.a_year and not any(f.a_year or f.often for f in operands):
        yield "a year, not they"
    yield from kept(seen.scene, "pair", (base.place, other.place), _joined)
    pair = seen.scene.pair_of(base.place, other.place)
    yield f"{seen.presented}, {'no pair' if pair is None else 'sure pair' if pair.sure else 'pair'}"


def _compared_words(seen: View, kind: str, operands: Sequence[Figure]) -> Iterator[str]:
    if kind == "difference":
        if seen.figure.kind == "count":
            yield _stated_noun(seen.figure, operands)
    elif seen.scene.targets.intersection([f.index for f in operands]):
        yield "from a goal, a margin" if seen.margin else "from a goal, no margin"


def _stated_noun(figure: Figure, operands: Sequence[Figure]) -> str:
    """Whether a distance counts what the two figures count that it lies between."""
    nouns = {f.noun for f in operands} - {""}
    if not figure.noun or not nouns:
        return "distance without a noun" if not figure.noun else "distance with a noun of its own"
    return "distance of one noun" if figure.noun in nouns else "distance of another noun"


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
        yield from [f"{side} {state}" for state in said_around(figure).states]
    if _then_now(other, base):
        yield "inverted"
    yield from joint(scene.story.between(first, last)).names


def _then_now(first: Figure, last: Figure) -> bool:
    """Whether one figure is told as how things were, and another as how they are."""
    return said_around(first).states == ("then",) and said_around(last).states == ("now",)


def _share_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    part, whole = operands[0], operands[-1]
    if seen.way and "of" not in seen.figure.after[:3]:
        yield "a change"
        if _then_now(whole, part) or seen.scene.pair_of(part.place, whole.place) is not None:
            yield "a change of one measure"
    yield from _of_what(seen.figure, whole)
    yield from kept(seen.scene, "share", (part.place, whole.place), _parted)
    if said_around(seen.figure).of_them:
        yield "of them"
    if whole.place == seen.figure.place + 1 and joint(seen.scene.story.between(seen.figure, whole)).of:
        yield "share of whole"


def _of_what(figure: Figure, whole: Figure) -> Iterator[str]:
    """Whether a share is told of what the whole counts: "5 % of all accounts"."""
    if figure.after[:1] != ("of",) or not whole.noun:
        return
    named = [word[:_STEM] for word in figure.after[1:4]]
    yield "the whole is named" if whole.noun[:_STEM] in named else "another whole is named"


def _parted(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    part, whole = (scene.story.figures[place] for place in places)
    if part.place < whole.place and joint(scene.story.between(part, whole)).of:
        yield "part of whole"
    if whole.place < part.place and said_around(whole).of:
        yield "of whole, part"
    if said_around(part).of_them:
        yield "part of them"
    if scene.set_against(*places):
        yield "what is left of a pair"


def _sum_words(seen: View, operands: Sequence[Figure], places: tuple[int, ...]) -> Iterator[str]:
    figure = seen.figure
    if seen.total:
        yield "total"
    listed = kept(seen.scene, "sum", places, _listed)
    yield from listed
    one_kind = kind_of_list(operands)
    if not one_kind or len(operands) == 2:
        yield from _priced(figure, operands)
    if not one_kind:
        yield from _multiplied(seen, operands, places)
        if any(seen.scene.in_pair(f) for f in operands):
            yield "side of a pair taken"
    elif (out := _left_out(seen, places)) is not None:
        yield "part left out"
        if places[-1] < out < seen.figure.place:
            yield "nearest part left out"
    elif "all listed" in listed:
        yield from _whole_list(seen, places)
    yield "like parts" if all(alike(f, figure) for f in operands) else "unlike parts"
    if all(f.value < figure.value for f in operands):
        yield "parts are smaller"


def _whole_list(seen: View, places: tuple[int, ...]) -> Iterator[str]:
    """Where a list stands of which no part is left out, and whether the figure is told as what it comes to."""
    here = seen.figure.place
    if places[-1] == here - 1:
        yield f"whole list before, {'total' if seen.total else 'told again' if 'that is' in seen.named else 'no word'}"
        yield f"whole list before, parts {min(len(places), 4)}"
    elif places[0] == here + 1:
        opened = not _OPENS_LIST.isdisjoint(seen.figure.after[:5])
        yield f"whole list after, {'opened' if opened else 'no word'}"
        yield f"whole list after, parts {min(len(places), 4)}"


def _priced(figure: Figure, operands: Sequence[Figure]) -> Iterator[str]:
    """Whether the price is told by what is counted, as "41 parcels per locker" is, and is of the figure's own sort."""
    price, pieces = operands[-1], said_around(operands[-1]).per
    if pieces and any(f.noun[:5] in pieces for f in operands[:-1] if f.noun):
        yield "priced by what is counted"
    if price.kind == "count" == figure.kind and price.noun and price.noun == figure.noun:
        yield "price of one sort"


def _multiplied(seen: View, operands: Sequence[Figure], places: tuple[int, ...]) -> Iterator[str]:
    """Whether a product takes up the figure told just before, and whether its price is told as one."""
    last = "last" if places[-1] == seen.figure.place - 1 else "other"
    yield f"product with the {last} one"
    price = max(operands, key=lambda f: (f.kind == seen.figure.kind, f.place))
    if said_around(price).each:
        yield "priced by the piece"
    if price.value < seen.figure.value and not price.often:
        yield f"price is smaller, with the {last} one"
    if any(f is not price and _changes(seen, f) for f in operands):
        yield f"times a change, the {last} one"
    yield from _dimensions(seen.figure, operands)


def _dimensions(figure: Figure, operands: Sequence[Figure]) -> Iterator[str]:
    """Whether the units of the factors make that of the figure: invoices a week times weeks are invoices."""
    nouns = [f.noun for f in operands if f.noun]
    if figure.noun and nouns:
        yield "counts a factor's noun" if figure.noun in nouns else "counts another noun"
    lengths = [f for f in operands if f.kind == "duration" and f.kind != figure.kind]
    if lengths:
        often = [f.often for f in operands if f.often and f not in lengths]
        spans = any(name in in_full(length.quantity.text) for length in lengths for name in often)
        yield "time cancels" if spans else "time stays"
    elif figure.often and any(f.often for f in operands):
        yield "one period" if any(f.often == figure.often for f in operands) else "other periods"


def _changes(seen: View, figure: Figure) -> bool:
    """Whether a figure says how far something went: by its words, or because it is derived just before."""
    return said_around(figure).change or figure.index in seen.scene.derived


def _listed(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    story = scene.story
    listed = [in_list(story, story.figures[a], story.figures[b], within=LATER) for a, b in pairwise(places)]
    yield "all listed" if all(listed) else "some listed" if any(listed) else "not listed"
    yield f"parts {min(len(places), 4)}"
    if any(said_around(story.figures[place]).each for place in places):
        yield "each"


def kind_of_list(operands: Sequence[Figure]) -> bool:
    """Whether all operands are of one kind."""
    return len({f.kind for f in operands}) == 1


def _left_out(seen: View, places: Sequence[int]) -> int | None:
    """The place of the next figure on either side that belongs to the same list, if one does."""
    count = len(seen.scene.story.figures)
    for inner, outer in ((places[-1], places[-1] + 1), (places[0], places[0] - 1)):
        if 0 <= outer < count and outer != seen.figure.place:
            both = (outer, inner) if outer < inner else (inner, outer)
            if kept(seen.scene, "list", both, _one_list):
                return outer
    return None


def _one_list(scene: Scene, places: tuple[int, ...]) -> Iterator[str]:
    first, last = (scene.story.figures[place] for place in places)
    if alike(first, last) and in_list(scene.story, first, last, within=SOON):
        yield "one list"


def in_list(story: Telling, first: Figure, last: Figure, *, within: int) -> bool:
    """Whether two figures are items of one list, in a row of words or line by line, no further than ``within``."""
    told = joint(story.between(first, last))
    if told.step > within:
        return False
    return told.listed or (told.step > AT_ONCE and new_line(story, first, last))


def _year_words(seen: View, operands: Sequence[Figure]) -> Iterator[str]:
    if period(seen.figure.quantity) == "year" or by_year(seen.figure):
        yield "a year"
    yield f"rate a {period(operands[-1].quantity) or period(operands[0].quantity)}"
    yield "one rate" if len(operands) == 1 else "two rates"
    if operands[0].value > seen.figure.value:
        yield "of a year's" if operands[0].a_year else "of what may be a year's"
    if len(operands) == 1 and (seen.scene.in_pair(operands[0]) or seen.scene.opens_pair(operands[0])):
        yield "side of a pair taken"
