"""Figures that only look like a sum of others: the same words once more, shares of another crowd, more of something."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.extract.sums.doubts.subjects import names_another_whole
from starproof.extract.sums.kinds.parts import is_part
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.presented import of_all
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.rows import words_of
from starproof.extract.sums.story.said import said_around
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import PEOPLE

_IN = frozenset(["in", "of"])
_STEM, _PARTS = 4, 5
_CROWDS = PEOPLE - {"person", "colleague", "member", "employee"}
"""People by what they do; persons may be those by another name."""
_MOVED = frozenset(
    "moved put hired added took got gave lent borrowed brought sent needed asked recruited trained promoted found"
    .split()
)  # fmt: skip


def echoed(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum comes out as stated only since the same numbers are told of another thing."""
    operands = scene.at(reading.operands)
    if len(operands) != 2:
        return False
    if reading.kind == "share":
        if _same_words(figure, operands) or _of_other_things(scene, figure, operands) or _of_two(scene, operands):
            return True
        return _of_its_own_whole(scene, figure, operands)
    return reading.kind == "difference" and (_more_of_them(figure) or _one_of_parts(scene, figure))


def _same_words(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a share is told in the very numbers of the two: "one of the four left; one in four was late"."""
    return not _IN.isdisjoint(figure.own) and all(set(operand.own[:1]) <= set(figure.own) for operand in operands)


def _of_other_things(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a share says of what it is by a noun that nothing is told of where the two stand: "4 searches in ten"."""
    at = next((at for at, word in enumerate(figure.own) if word in _IN), 0)
    things = {word[:_STEM] for word in figure.own[1:at] if len(word) >= _STEM and word.isalpha()}
    if not things or any(operand.sentence == figure.sentence for operand in operands):
        return False
    spans = [scene.story.sentences[operand.sentence] for operand in operands]
    return things.isdisjoint(w[:_STEM] for span in spans for w in words_of(scene.story.text[span.start : span.end]))


def _of_two(scene: Scene, operands: Sequence[Figure]) -> bool:
    """Whether a share is of people in people by another name, none told as a part: 4 engineers, 8 agents."""
    one, two = sorted(operands, key=lambda operand: operand.place)
    nouns = {_whom(one), _whom(two)}
    crowds = nouns <= _CROWDS and len(nouns) == 2 and one.sentence != two.sentence
    return crowds and not is_part(scene, one, two) and not any(said_around(f).of_them for f in operands)


def _whom(figure: Figure) -> str:
    """What a number counts, by its own words or the next: "one of the eight agents"."""
    return figure.noun or "".join(figure.after[:1]).removesuffix("s")


def _of_its_own_whole(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a percent names what it is of, and two numbers happen to stand before it: "four; 80 phrases; 5 % of
    the traffic". A part that is told right before is of it by another name: "219 servers, 15 % of the estate".
    """
    part, whole = sorted(operands, key=lambda operand: operand.value)
    if part.kind != "count" or whole.kind != "count" or part.place > whole.place or is_part(scene, part, whole):
        return False
    apart = part.sentence != whole.sentence and whole.place == figure.place - 1
    return apart and names_another_whole(scene, figure, [part.index, whole.index])


def _one_of_parts(scene: Scene, figure: Figure) -> bool:
    """Whether an amount stands among others that a total follows on: "$4M here, $3M there and $2M, 9 in all"."""
    told = scene.story.figures
    row = [f for f in told[max(0, figure.place - 1) : figure.place + _PARTS] if f.sentence == figure.sentence]
    like = [f for f in row if f.kind == figure.kind == "money" and f.place != figure.place]
    before, behind = [f for f in like if f.place < figure.place], [f for f in like if f.place > figure.place]
    return bool(before) and len(behind) > 1 and any(map(of_all, behind[1:]))


def _more_of_them(figure: Figure) -> bool:
    """Whether so many more people are told as put to something: "I moved two more people over"."""
    more = "more" in (*figure.own, *figure.after[:1]) and figure.noun in PEOPLE
    return more and not _MOVED.isdisjoint(figure.before[-2:])
