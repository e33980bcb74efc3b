"""What speaks for a sum over two figures: a share and its whole, and what tells a meant pair from one by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.extract.sums.figures import Figure
from starproof.extract.sums.placing import kept
from starproof.extract.sums.said import joint, said_around
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.surroundings import View

_STEM, _FEW = 5, 5
"""How much of a noun is compared; up to what a count is a few, and how far back the sum told before stands."""


def two_words(seen: View, operands: Sequence[Figure], places: tuple[int, ...]) -> Iterator[str]:
    """What tells two figures that a sum sets against each other from those that only give it by chance."""
    if any(f.kind == "count" and f.value <= _FEW for f in operands):
        yield "over a few"
    if len(seen.beside.intersection(places)) == 1:
        yield "one of the pair before"
    if seen.apposed:
        yield f"apposed, with{'' if seen.figure.place - 1 in places else 'out'} the last"
    before = _told_before(seen)
    if before is not None and len(before[1]) == 2 and set(before[1]) == {f.index for f in operands}:
        yield f"over the figures of the {before[0]} before"


def _told_before(seen: View) -> tuple[str, tuple[int, ...]] | None:
    """The sum told last, a few figures before at most, by its kind and its operands."""
    figure, over = seen.figure, seen.scene.over
    near = seen.scene.story.figures[max(0, figure.place - _FEW) : figure.place] if over else ()
    return next((over[f.index] for f in reversed(near) if f.index in over), None)


def share_words(seen: View, operands: Sequence[Figure], where: str) -> Iterator[str]:
    """What the words say of a part and its whole; ``where`` says where they stand."""
    part, whole = operands[0], operands[-1]
    if seen.way and "of" not in seen.figure.after[:3]:
        yield "a change"
        if then_now(whole, part) or seen.scene.pair_of(part.place, whole.place) is not None:
            yield "a change of one measure"
    yield from _of_what(seen.figure, whole)
    parted = kept(seen.scene, "share", (part.place, whole.place), _parted)
    yield from parted
    yield from [f"{way}, {where}" for way in parted if "of " in way]
    if said_around(seen.figure).of_them:
        yield "of them"
    told = _told_before(seen)
    if told is not None and told[0] == "share":
        yield "of the whole before" if whole.index == told[1][-1] else "of another whole than before"
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


def then_now(first: Figure, last: Figure) -> bool:
    """Whether one figure is told as how things were, and another as how they are."""
    return said_around(first).states == ("then",) and said_around(last).states == ("now",)
