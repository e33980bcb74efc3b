"""Sums that are told outright and need no weighing: a product word by word, an average, how soon a price is back."""

from __future__ import annotations

from starproof.extract.sums.doubts.heads import comes_to_heads
from starproof.extract.sums.doubts.raised import out_of_place
from starproof.extract.sums.doubts.unmeant import unmeant
from starproof.extract.sums.kinds.apposed import spelled_fraction
from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.kinds.equations import by_piece, equation, spelled_by_piece, spelled_for_all
from starproof.extract.sums.kinds.means import spelled_mean
from starproof.extract.sums.kinds.parts import spelled_part
from starproof.extract.sums.kinds.paybacks import spelled_often, spelled_payback
from starproof.extract.sums.kinds.periods import spelled_period
from starproof.extract.sums.kinds.rests import spelled_rest
from starproof.extract.sums.kinds.shared_out import spelled_each
from starproof.extract.sums.kinds.signs import added_in_signs
from starproof.extract.sums.kinds.staffs import spelled_staff
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading, agrees, sane
from starproof.extract.sums.story.scene import Scene

_FEW = 10
"""Up to so many what is left comes out by chance: "the other two"."""
_HALF, _DOUBT = 0.5, 0.3
_SPELLED = (added_in_signs, equation, spelled_mean, spelled_payback, spelled_often, spelled_staff)
_TOLD = (spelled_rest, spelled_by_piece, spelled_for_all, spelled_each, spelled_fraction, spelled_period)


def outright(scene: Scene, figure: Figure, worded: Reading | None, *, right: float, wrong: float) -> Reading | None:
    """The sum that words leave no doubt of.

    ``worded`` is what they name, ``right`` how likely one is that comes out as stated, ``wrong`` how likely one is that
    does not.
    """
    part = spelled_part(scene, figure)
    if part is not None and (right < _DOUBT or agrees(figure.quantity, part)):
        return part if _holds(scene, figure, part) else None
    for say in _TOLD:
        said = say(scene, figure)
        if said is not None and (agrees(figure.quantity, said) or _holds(scene, figure, said)):
            return said
    for spell in _SPELLED:
        spelled = spell(scene, figure)
        if spelled is None:
            continue
        if agrees(figure.quantity, spelled) or (sane(spelled) and not comes_to_heads(scene, figure)):
            return spelled
    if wrong < _HALF and (counted := by_piece(scene, figure)) is not None:
        return counted
    return worded if worded is not None and _left_over(scene, figure, worded) else None


def _holds(scene: Scene, figure: Figure, part: Reading) -> bool:
    if agrees(figure.quantity, part):
        return not unmeant(scene, figure, part, likely=1.0)
    return not out_of_place(scene, figure, part, (), named=True, likely=1.0)


def _left_over(scene: Scene, figure: Figure, worded: Reading) -> bool:
    """Whether the wording tells a figure as what is left, and it is that exactly, of a whole however far back."""
    if worded.kind != "difference" or worded.stated != worded.computed or figure.value <= _FEW:
        return False
    nouns = {one.noun for one in (figure, *scene.at(worded.operands))} - {""}
    return len(nouns) <= 1 and leaves_rest(figure) and not unmeant(scene, figure, worded)
