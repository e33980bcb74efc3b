"""What speaks against holding a figure to a sum that it does not come out of, whatever the weights say.

A wrong accusation of bad arithmetic loses the teller for good, so in each of these nothing is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from starproof.core.facts import Claim
from starproof.extract.sums.doubts.chained import of_the_true_one
from starproof.extract.sums.doubts.changed import as_level, no_right_one, of_what_went
from starproof.extract.sums.doubts.clauses import of_the_last, told_as_another
from starproof.extract.sums.doubts.heads import comes_to_heads
from starproof.extract.sums.doubts.offhand import said_before
from starproof.extract.sums.doubts.otherwise import comes_otherwise
from starproof.extract.sums.doubts.parted import elsewhere, unlike
from starproof.extract.sums.doubts.pointed import told_apart
from starproof.extract.sums.doubts.prices import no_price_of
from starproof.extract.sums.doubts.recurring import of_no_year
from starproof.extract.sums.doubts.rows import in_a_row
from starproof.extract.sums.doubts.senseless import senseless
from starproof.extract.sums.doubts.settled import told_otherwise
from starproof.extract.sums.doubts.strangers import counted, strangers
from starproof.extract.sums.doubts.subjects import (
    names_another_thing,
    names_another_whole,
    of_another_thing,
    opens_another_thing,
)
from starproof.extract.sums.doubts.wholes import of_another_share, of_other_wholes
from starproof.extract.sums.story.directions import direction, is_saved
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.reading import Reading, agrees
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED
from starproof.extract.text.changing import CHANGES

REMOTE = 2
"""So many sentences from the nearest figure that it would follow from, a sum that no wording names is not accused."""
FAR_FROM_DOUBT = 0.9
"""How likely a sum must be to be accused from so far."""
_CHANGED = CHANGE - frozenset("up down off over under above more less".split(" "))
"""Words of change before a percent that make it one even of a whole: "we eliminated 85 percent of them"."""
_MEASURES = frozenset(
    "time price prices cost costs size speed rate length money budget work effort energy space load fee rent salary "
    "weight distance volume capacity power traffic spend revenue sales income turnover".split(" ")
)
"""What half may be of that is measured and not counted."""
_PRICES = (("cheaper",), ("dearer",))
_REPLACED = (("instead", "of"), ("rather", "than"))
_PARTS_NEAR = 8
"""How many figures from the parts of a list their own whole is looked for."""


def out_of_place(
    scene: Scene, figure: Figure, reading: Reading, told: Sequence[Claim], *, named: bool, likely: float = 0.0
) -> bool:
    """Whether a sum that comes out wrong is as likely none at all.

    ``named`` says that the wording names it, ``likely`` how likely the weights hold it.
    """
    if not named and likely < FAR_FROM_DOUBT and remote(scene, figure, reading):
        return True
    if (not named and of_another_measure(scene, figure, reading)) or of_a_price(scene, figure, reading):
        return True
    if _is_change(figure, reading) and names_another_thing(scene, figure, reading.operands):
        return True
    if senseless(scene, figure, reading) or _whole_told(scene, figure, reading):
        return True
    if by_own_count(scene, figure, reading) or by_part(scene, figure, reading):
        return True
    if strangers(scene, reading) or no_price_of(scene, figure, reading):
        return True
    if of_no_year(scene, figure, reading) or unlike(scene, figure, reading) or told_otherwise(scene, figure, reading):
        return True
    if (
        elsewhere(scene, figure, reading, likely=likely)
        or of_another_total(scene, figure, reading)
        or counted(scene, figure, reading)
    ):
        return True
    if _worded_otherwise(scene, figure, reading):
        return True
    return _told_elsewise(scene, figure, reading, told, named=named)


def _whole_told(scene: Scene, figure: Figure, reading: Reading) -> bool:
    return of_whole(scene, figure, reading) or of_another_whole(scene, figure, reading)


def _worded_otherwise(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the words around a figure make it something else: one of a row, told before, a part, another amount."""
    if in_a_row(scene, figure, reading) or of_what_went(scene, reading) or said_before(scene, figure):
        return True
    if _is_change(figure, reading) and opens_another_thing(scene, figure, reading.operands):
        return True
    if of_other_wholes(scene, figure, reading) or told_as_another(scene, figure, reading):
        return True
    if no_right_one(scene, figure, reading) or of_another_share(scene, figure, reading):
        return True
    told = told_apart(scene, figure, reading)
    return told or as_level(scene, figure, reading) or comes_to_heads(scene, figure) or loosely(scene, figure, reading)


def _told_elsewise(scene: Scene, figure: Figure, reading: Reading, told: Sequence[Claim], *, named: bool) -> bool:
    if (
        opposite(scene, figure, reading)
        or spent(scene, figure, reading, told)
        or of_the_true_one(figure, reading, told)
    ):
        return True
    if named:
        return False
    return _far_off(figure, reading) or comes_otherwise(scene, figure, reading) or of_the_last(scene, figure, reading)


def _far_off(figure: Figure, reading: Reading) -> bool:
    """Whether a distance is too far from what is stated, or a part of a count less than one piece from it.

    "Twelve, and seven stayed, so fifteen" is no distance, and 40 % of 19 people is seven as well as eight.
    """
    if reading.kind == "share" and reading.stated >= 1 and float(reading.stated).is_integer():
        return abs(reading.stated - reading.computed) < 1 and figure.kind == "count"
    times = max(reading.stated, reading.computed) / max(min(reading.stated, reading.computed), 1e-9)
    if reading.kind == "versus_target":
        return not reading.percent and times > _MORE_THAN_TENFOLD
    return reading.kind == "difference" and times > _FAR_OFF and not _TENFOLD <= times <= _MORE_THAN_TENFOLD


def loosely(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether points are nearly those from a share in a plain word: "from a third to 12 %, 20 points"."""
    worded = any(f.kind == "percent" and _IN_WORDS.search(f.quantity.text.lower()) for f in scene.at(reading.operands))
    return figure.quantity.unit == "pp" and worded and abs(reading.stated - reading.computed) <= _LOOSELY


_IN_WORDS = re.compile(r"third|quarter|fifth|sixth|half| in ")
_LOOSELY = 2.0
"""Points by which a share in a plain word is often off."""
_FAR_OFF, _TENFOLD, _MORE_THAN_TENFOLD = 2.5, 9.8, 10.2
"""From how many times one another a distance is none; ten times is a decimal place."""
_GONE = frozenset(["gone", "saved", "lost"])
"""Behind a share of the time, these make it a change: "half of the time is gone"."""
_GONE_REACH = 6


def of_whole(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a percent is told as what it is a share of: "93 % of volume", "a third of that" are no changes."""
    if reading.kind not in ("relative_change", "versus_target") or figure.after[:1] != ("of",):
        return False
    if "time" in figure.after[1:3] and not _GONE.isdisjoint(figure.after[1:_GONE_REACH]):
        return False
    if is_saved(figure):  # lengths are of nothing but time, and a meter's counts may be of heat
        lengths = all(one.kind == "duration" for one in scene.at(reading.operands))
        return lengths and names_another_whole(scene, figure, reading.operands)
    return CHANGES.isdisjoint(figure.after[1:3]) and _CHANGED.isdisjoint(figure.before[-4:])


def of_another_measure(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a change is told of a thing that the two figures are not of."""
    return _is_change(figure, reading) and of_another_thing(scene, figure, reading.operands)


def of_a_price(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a change is told of a price, and is of numbers: "1,100 of 2,568 jobs run on machines 60 % cheaper"."""
    if not _is_change(figure, reading) or figure.after[:1] not in _PRICES:
        return False
    one, two = scene.at(reading.operands)
    return one.kind == two.kind == "count" and not scene.set_against(one.place, two.place)


def _is_change(figure: Figure, reading: Reading) -> bool:
    of_a_factor = reading.kind == "multiple" and figure.kind in ("multiple", "percent")
    return reading.kind == "relative_change" or of_a_factor


def of_another_whole(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a percent names a whole that the two figures are not of: "41 % of the drivers" beside two amounts.

    Counts are told in other words than what they count; but "half the time" and "71 % of volume" are of none.
    """
    if reading.kind != "share":
        return False
    kinds = {one.kind for one in scene.at(reading.operands)}
    if kinds == {"count"} and figure.after[:1] in (("the",), ("of",)) and not _MEASURES.isdisjoint(figure.after[1:3]):
        return True
    if not kinds <= {"money", "duration"}:
        return False
    return names_another_whole(scene, figure, reading.operands)


def of_another_total(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether parts add up to another figure beside them: "38 sites, and 27 people: 12 here, 9 there and 6 at home"."""
    if not reading.listed:
        return False
    places = [operand.place for operand in scene.at(reading.operands)]
    near = scene.story.figures[max(0, min(places) - _PARTS_NEAR) : max(places) + _PARTS_NEAR]
    others = [f for f in near if f.kind == figure.kind and f.place not in (figure.place, *places)]
    return any(math.isclose(f.value, reading.computed, rel_tol=1e-9) for f in others)


def by_own_count(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a year comes out as stated by a length told beside it: "on eleven months: 20,000 a month, 220,000"."""
    if reading.kind != "annualised":
        return False
    operands = scene.at(reading.operands)
    often = next((operand.often for operand in operands if operand.often), "")
    rate = abs(operands[0].value - operands[-1].value) if len(operands) > 1 else operands[0].value
    others = [replace(reading, computed=rate * times) for times, least in scene.turns(figure).of(often) if least]
    return any(agrees(figure.quantity, other) for other in others)


def by_part(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a year is of a part of the rate by the shares that are told: "$81,000 a month. They fell by half"."""
    if reading.kind != "annualised" or len(reading.operands) != 1:
        return False
    (rate,) = scene.at(reading.operands)
    near = [f for f in scene.story.earlier(figure.place)[:_PARTS_NEAR] if figure.sentence - f.sentence <= REMOTE]
    told = [f for f in near if f.quantity.unit == "%" and f.value > 0]
    since = [f for f in told if f.place > rate.place]
    shares = {f.value / 100 for f in since}
    shares |= {min(f.value, g.value) / max(f.value, g.value) for f in since for g in told}
    parts = [part for share in shares for part in (share, 1 - share) if 0 < part < 1]
    return any(agrees(figure.quantity, replace(reading, computed=reading.computed * part)) for part in parts)


def remote(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum stands so far from its figure that another thing of the same unit is as likely meant.

    Of such accusations four in ten were false, but few of those that are likely by far; lengths are no such matter.
    """
    if figure.kind == "duration":
        return False
    operands = scene.at(reading.operands)
    if scene.of_its_thing(figure.place).issuperset([operand.place for operand in operands]):
        return False
    sentences = [abs(figure.sentence - operand.sentence) for operand in operands]
    return min(sentences, default=0) >= REMOTE


def opposite(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the words say that something rose where the two figures fell, or the other way round."""
    if reading.kind not in COMPARED or len(reading.operands) != 2:
        return False
    first, last = _in_order(scene, *scene.at(reading.operands))
    signed = scene.story.text[max(0, figure.start - 1) : figure.start + 1].strip()[:1] == "+"
    return (signed or first.sentence != figure.sentence) and direction(scene, figure) * (last.value - first.value) < 0


def _in_order(scene: Scene, one: Figure, two: Figure) -> tuple[Figure, Figure]:
    """What was before and what is after, as far as the wording says: "35 days instead of 14" were 14."""
    pair = scene.pair_of(one.place, two.place)
    if pair is not None and pair.sure:
        return pair.first, pair.last
    return (two, one) if two.before[-2:] in _REPLACED else (one, two)


def spent(scene: Scene, figure: Figure, reading: Reading, told: Iterable[Claim]) -> bool:
    """Whether a sum over the same two figures is told already: what comes later is of another thing.

    A wrong one told again in the same words stays wrong, and what an amount is in percent is the same thing once more:
    "$900K or 14 % over".
    """
    pair = set(reading.operands)
    same = [claim for claim in told if figure.kind == "percent" and set(claim.operands) == pair]
    return any(_told_anew(claim, reading) and _in_percent(scene, claim) for claim in same)


def _in_percent(scene: Scene, claim: Claim) -> bool:
    return claim.quantity is not None and scene.at([claim.quantity])[0].kind == "percent"


def _told_anew(claim: Claim, reading: Reading) -> bool:
    """Whether a sum tells of a pair what another told of it; a before and after are no part and whole."""
    if claim.kind != reading.kind:
        return claim.verdict == "consistent" and reading.kind == "share" and claim.kind in COMPARED
    return claim.verdict == "consistent" or claim.stated != reading.stated


def of_one_pair(scene: Scene, figure: Figure, wrong: Reading, told: Sequence[Claim]) -> bool:
    """Whether a percent tells of two figures whose distance stands right before it: "67,000 less, a fall of 80 %"."""
    if not told or not figure.place or figure.kind != "percent" or not scene.cues(figure.place):
        return False
    last, before = told[-1], scene.story.figures[figure.place - 1]
    distance = last.kind in ("difference", "versus_target") and last.verdict == "consistent"
    one = last.quantity == before.index and set(last.operands) == set(wrong.operands)
    return distance and one and wrong.kind in ("relative_change", "versus_target")


def given(figure: Figure, told: Iterable[Claim]) -> bool:
    """Whether a figure is one of the parts that add up to what is told already: a part is told, and follows from none.

    A part is hardly ever worked out from others in the same breath.
    """
    totals = [claim for claim in told if claim.kind == "sum" and claim.verdict == "consistent"]
    return any(len(claim.operands) > 2 and figure.index in claim.operands for claim in totals)
