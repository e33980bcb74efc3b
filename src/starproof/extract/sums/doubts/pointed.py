"""What a figure is told of by its own words: what "that" points at, a subject named anew, a whole row of signs.

"$2.15M together. That is 31 %" is no share of the parts of that, and "the seat maps cost $700K more than planned"
says nothing of the sales that had a goal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from starproof.extract.sums.doubts.subjects import STEM, heard, is_thing
from starproof.extract.sums.kinds.signs import half_read
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scene import Scene

_POINTS = re.compile(
    r"^ (?:[a-z'-]+ ){0,5}[.;] (?:so |and )?(?:that is|that's|this is|which is|that was|that makes|that comes to) "
    r"(?:(?:about|around|roughly|nearly|almost|some|just|over|under|a) ){0,2}$"
)
"""All that stands between what a sentence points at and a share of it."""
_NEW = re.compile(
    r"(?:^|[.;!?¶] )(?:and |but |also )?(?:the|a|an|our|my|their|his|her) (?P<subject>(?:[a-z-]+ ){1,4}?)"
    r"(?:had |has |have |also |only )?(?:cost|costs|took|takes|needed|came|comes|ran|was|were|is|are|arrived|finished|"
    r"used|ate|went|sold|grew|fell|rose|dropped) (?:[a-z-]+ ){0,4}$"
)
"""Before a figure, a sentence that opens with a subject of its own and its verb."""


def told_apart(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a figure's own words tell it of other figures than those of a sum."""
    if half_read(scene, figure, reading) or pointed_elsewhere(scene, figure, reading):
        return True
    return of_a_new_subject(scene, figure, reading)


def pointed_elsewhere(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a share is told of a total that stands right before it, and read of the parts of that."""
    if reading.kind != "share" or figure.place == 0 or not _POINTS.search(spaced(figure.before)):
        return False
    parts = scene.parts.get(figure.place - 1, ())
    return any(one.place in parts for one in scene.at(reading.operands))


def of_a_new_subject(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a margin is of what its own sentence names, and neither goal nor result is of that."""
    if reading.kind != "versus_target" or any(one.sentence == figure.sentence for one in scene.at(reading.operands)):
        return False
    told = _NEW.search(spaced(figure.before).lstrip())
    return told is not None and _unheard(scene, figure, reading.operands, told["subject"].split())


def _unheard(scene: Scene, figure: Figure, operands: Sequence[int], subject: Sequence[str]) -> bool:
    """Whether a subject names a thing, and no sentence of these figures does."""
    things = {word[:STEM] for word in subject if is_thing(word)}
    return bool(things) and things.isdisjoint(heard(scene, figure, operands, figure.before))
