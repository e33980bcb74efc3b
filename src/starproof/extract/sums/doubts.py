"""What speaks against holding a figure to a sum that it does not come out of, whatever the weights say.

A wrong accusation of bad arithmetic loses the teller for good, so in each of these nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from starproof.core.facts import Claim
from starproof.extract.sums.directions import direction
from starproof.extract.sums.evidence import COMPARED
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.reading import Reading
from starproof.extract.sums.rows import words_of
from starproof.extract.sums.scene import Scene

REMOTE = 2
"""So many sentences from the nearest figure that it would follow from, a sum that no wording names is not accused."""
_LISTING = frozenset([",", "and", "&", "or"])


def out_of_place(scene: Scene, figure: Figure, reading: Reading, told: Iterable[Claim], *, named: bool) -> bool:
    """Whether a sum that comes out wrong is as likely none at all; ``named`` says that the wording names it."""
    if not named and remote(scene, figure, reading):
        return True
    return opposite(scene, figure, reading) or spent(figure, reading, told)


def remote(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum stands so far from its figure that another thing of the same unit is as likely meant.

    Of such accusations four in ten were false; lengths are no such matter.
    """
    if figure.kind == "duration":
        return False
    sentences = [abs(figure.sentence - operand.sentence) for operand in scene.at(reading.operands)]
    return min(sentences, default=0) >= REMOTE


def opposite(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the words say that something rose where the two figures fell, or the other way round."""
    if reading.kind not in COMPARED or len(reading.operands) != 2:
        return False
    first, last = scene.at(reading.operands)
    return first.sentence != figure.sentence and direction(scene, figure) * (last.value - first.value) < 0


def spent(figure: Figure, reading: Reading, told: Iterable[Claim]) -> bool:
    """Whether a sum over the same two figures is told rightly already: what comes later is of another thing."""
    pair = set(reading.operands)
    return figure.kind == "percent" and any(
        claim.verdict == "consistent" and claim.kind == reading.kind and set(claim.operands) == pair for claim in told
    )


def listed(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure and the price it would come from are told side by side: "two trips cost $10,000 and $25,000"."""
    if reading.kind != "sum" or len(reading.operands) < 2:
        return False
    prices = [operand for operand in scene.at(reading.operands) if operand.kind == figure.kind]
    if len(prices) != 1 or prices[0].place > figure.place:
        return False
    row = scene.story.figures[prices[0].place : figure.place + 1]
    return all(_goes_on(scene, one, two) for one, two in pairwise(row))


def _goes_on(scene: Scene, one: Figure, two: Figure) -> bool:
    return one.kind == two.kind and _LISTING.issuperset(words_of(scene.story.text[one.end : two.start]))
