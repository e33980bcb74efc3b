"""What speaks against holding a figure to a sum that it does not come out of, whatever the weights say.

A wrong accusation of bad arithmetic loses the teller for good, so in each of these nothing is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from starproof.core.facts import Claim
from starproof.extract.changing import CHANGES
from starproof.extract.sums.directions import direction
from starproof.extract.sums.distant import often
from starproof.extract.sums.evidence import COMPARED
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.links import CHANGE
from starproof.extract.sums.reading import Reading
from starproof.extract.sums.rows import spaced, words_of
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.senseless import senseless
from starproof.extract.sums.subjects import names_another_thing, names_another_whole, of_another_thing
from starproof.extract.sums.yearly import TIMES

REMOTE = 2
"""So many sentences from the nearest figure that it would follow from, a sum that no wording names is not accused."""
FAR_FROM_DOUBT = 0.9
"""How likely a sum must be to be accused from so far."""
_LISTING = frozenset([",", "and", "&", "or"])
_CHANGED = CHANGE - frozenset("up down off over under above more less".split(" "))
"""Words of change before a percent that make it one even of a whole: "we eliminated 85 percent of them"."""
_TURNS = {
    "day": ("day", "daily"), "week": ("week",), "month": ("month",), "quarter": ("quarter",), "year": ("year", "annual"),
    "hour": ("hour",), "night": ("night",),
}  # fmt: skip
_ANY = ("dai", "day", "week", "month", "quarter")
_YEAR = _TURNS["year"]
_SHORTENED = frozenset("mo mth wk qtr pm pw pa".split(" "))
_RUN_RATE = re.compile(r" (?:run rate|run-rate|annualised|annualized|over (?:a|the|one) year|in a (?:full )?year) ")
_PRICE = frozenset("cost costs paid pay spent bought charged price fee once one-off one-time upfront front".split(" "))
_GOES_BACK = frozenset(
    "so that that's thats which hence thus therefore then makes make gives comes or = this year yearly annual twelve "
    "annually annualised annualized".split(" ")
)
_STOPS = frozenset(". ; ¶ ? !".split(" "))
_PRICED = 4
"""Words before an amount within which it is told as a price, and is paid but once if nothing else is said."""
_PART_OF = re.compile(
    r"^ (?:\S+ ){0,2}?(?:out of|of|in) (?:(?:the|our|my|their|his|her|all|those|these|its|every|about|some) ){0,2}$"
)
_WHOLE_OF = re.compile(r" (?:out of|of|from|among) (?:(?:the|our|my|their|his|her|those|these|its) )?$")
_AT_ONCE = re.compile(r"^ (?:[a-z'-]+ ){0,3}?, (?:only )?$")
"""Between a part and its whole, and before a whole that is told first: "of the ten shops, seven"."""
_MEASURES = frozenset(
    "time price prices cost costs size speed rate length money budget work effort energy space load fee rent salary "
    "weight distance volume capacity power".split(" ")
)
"""What half may be of that is measured and not counted."""
_WHOSE = frozenset("their its his her our my the".split(" "))
_SUBJECT = re.compile(r"^ (?:(?!(?:to|so|and|then|we|i|that|which|from) )[a-z'-]+ ){0,3}$")
"""Between those who did it and what they did: "ten of the drivers doubled their tips"."""
_FAST = frozenset(["fast", "faster", "quick", "quicker", "quickly"])
_PARTS_NEAR = 8
"""How many figures from the parts of a list their own whole is looked for."""


def out_of_place(
    scene: Scene, figure: Figure, reading: Reading, told: Iterable[Claim], *, named: bool, likely: float = 0.0
) -> bool:
    """Whether a sum that comes out wrong is as likely none at all.

    ``named`` says that the wording names it, ``likely`` how likely the weights hold it.
    """
    if not named and likely < FAR_FROM_DOUBT and remote(scene, figure, reading):
        return True
    if not named and (of_another_measure(scene, figure, reading)):
        return True
    if _is_change(figure, reading) and names_another_thing(scene, figure, reading.operands):
        return True
    if senseless(scene, figure, reading) or of_whole(figure, reading) or of_another_whole(scene, figure, reading):
        return True
    if guessed(scene, figure, reading, right=False) or parted(scene, figure, reading):
        return True
    if did_it(scene, figure, reading) or how_fast(scene, figure, reading):
        return True
    if of_another_total(scene, figure, reading) or counted(scene, figure, reading):
        return True
    return opposite(scene, figure, reading) or spent(figure, reading, told)


_GONE = frozenset(["gone", "saved", "lost"])
"""Behind a share of the time, these make it a change: "half of the time is gone"."""
_GONE_REACH = 6


def of_whole(figure: Figure, reading: Reading) -> bool:
    """Whether a percent is told as what it is a share of: "93 % of volume", "a third of that" are no changes."""
    if reading.kind not in ("relative_change", "versus_target") or figure.after[:1] != ("of",):
        return False
    if "time" in figure.after[1:3] and not _GONE.isdisjoint(figure.after[1:_GONE_REACH]):
        return False
    return CHANGES.isdisjoint(figure.after[1:3]) and _CHANGED.isdisjoint(figure.before[-4:])


def of_another_measure(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a change is told of a thing that the two figures are not of."""
    return _is_change(figure, reading) and of_another_thing(scene, figure, reading.operands)


def _is_change(figure: Figure, reading: Reading) -> bool:
    of_a_factor = reading.kind == "multiple" and figure.kind in ("multiple", "percent")
    return reading.kind == "relative_change" or of_a_factor


def of_another_whole(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a percent names a whole that the two figures are not of: "41 % of the drivers" beside two amounts.

    Counts are told in other words than what they count; but "half the time" and "half the price" are of none.
    """
    if reading.kind != "share":
        return False
    kinds = {one.kind for one in scene.at(reading.operands)}
    if kinds == {"count"} and figure.after[:1] == ("the",) and not _MEASURES.isdisjoint(figure.after[1:3]):
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


def counted(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether money would be the year of something counted: "19,000 a day" are no dollars."""
    if reading.kind != "annualised" or figure.kind != "money":
        return False
    return all(operand.kind == "count" for operand in scene.at(reading.operands))


def remote(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum stands so far from its figure that another thing of the same unit is as likely meant.

    Of such accusations four in ten were false, but few of those that are likely by far; lengths are no such matter.
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


def guessed(scene: Scene, figure: Figure, reading: Reading, *, right: bool) -> bool:
    """Whether nothing tells how often the amount recurs that a year would be of, or that the figure is by the year.

    A pilot that cost $100,000 and saves $400,000 a year is no twelve months of it. A sum that comes out may be of an
    amount whose period is told with another.
    """
    if reading.kind != "annualised":
        return False
    operands = scene.at(reading.operands)
    told = [_recurs(scene, operand, _turn(figure, operand)) for operand in operands]
    carried = [one or _carried(scene, operand) for one, operand in zip(told, operands, strict=True)]
    if right:
        return not (any(carried) or figure.tied.strong or _RUN_RATE.search(figure.lead[-45:] + figure.tail[:60]))
    by_year = figure.often or figure.a_year or figure.tied.strong or _names(figure.after, _YEAR)
    return not (any(told) and all(carried) and by_year) or _anew(scene, figure, operands)


def _anew(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a sentence of its own tells a figure, and nothing in it goes back: "I won one worth $200,000 a year"."""
    span = scene.story.sentences[figure.sentence]
    if any(operand.end > span.start for operand in operands):
        return False
    words = words_of(scene.story.text[span.start : figure.start])
    return _GOES_BACK.isdisjoint(words) and not _RUN_RATE.search(spaced(words))


def _carried(scene: Scene, figure: Figure) -> bool:
    """Whether an amount recurs by a neighbour's words, and is not told as paid once."""
    return bool(often(scene.story, figure)) and _PRICE.isdisjoint(figure.before[-_PRICED:])


def _turn(figure: Figure, operand: Figure) -> tuple[str, ...]:
    """How the words tell the period of what a figure is a year or a part of a year of."""
    if operand.often:
        return _TURNS[operand.often]
    return _YEAR if figure.often in TIMES else _ANY


def _recurs(scene: Scene, figure: Figure, words: tuple[str, ...]) -> bool:
    """Whether a figure's own words or those of its sentence say how often it recurs; of a price its own words must."""
    clause = takewhile(lambda word: word not in _STOPS, figure.after)
    if _names((*figure.own, *clause), words):
        return True
    if not _PRICE.isdisjoint(figure.before[-_PRICED:]):
        return False
    span = scene.story.sentences[figure.sentence]
    return _names(words_of(scene.story.text[span.start : figure.start]), words)


def _names(told: Sequence[str], words: tuple[str, ...]) -> bool:
    pairs = pairwise(("", *told))
    return any((word.startswith(words) or word in _SHORTENED) and before != "half" for before, word in pairs)


def parted(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether two counts are told as a part and its whole, of which no multiple or change is told, and no sum.

    "Three of the four suppliers had doubled their prices" has no four that became three.
    """
    if reading.listed:
        told = sorted(scene.at(reading.operands), key=lambda operand: operand.place)
        return any(two.kind == "count" and _is_part(scene, one, two) for one, two in pairwise(told))
    if reading.kind not in ("multiple", "relative_change") or len(reading.operands) != 2:
        return False
    part, whole = sorted(scene.at(reading.operands), key=lambda operand: operand.value)
    if part.kind != "count" or whole.kind != "count":
        return False
    return any(f.value == part.value and _is_part(scene, f, whole) for f in _beside(scene, whole))


def did_it(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a count is told as those who did it: "ten doubled their tips" is no ten that became twenty."""
    if reading.kind != "multiple" or not figure.place or _WHOSE.isdisjoint(figure.after[:1]):
        return False
    last = scene.story.figures[figure.place - 1]
    if last.kind != "count" or last.index not in reading.operands or scene.in_pair(last):
        return False
    return bool(_SUBJECT.search(scene.story.between(last, figure)))


def how_fast(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether "twice as fast" would be told of two counts that nobody sets against each other."""
    if reading.kind != "multiple" or _FAST.isdisjoint(figure.after[:3]):
        return False
    operands = scene.at(reading.operands)
    loose = all(one.kind == "count" and not one.often and one.sentence != figure.sentence for one in operands)
    return loose and scene.pair_of(operands[0].place, operands[-1].place) is None


def _beside(scene: Scene, figure: Figure) -> Iterator[Figure]:
    figures = scene.story.figures
    yield from figures[max(0, figure.place - 1) : figure.place]
    yield from figures[figure.place + 1 : figure.place + 2]


def _is_part(scene: Scene, part: Figure, whole: Figure) -> bool:
    if part.place < whole.place:
        return bool(_PART_OF.search(scene.story.between(part, whole)))
    return bool(_WHOLE_OF.search(whole.lead) and _AT_ONCE.search(scene.story.between(whole, part)))


def spent(figure: Figure, reading: Reading, told: Iterable[Claim]) -> bool:
    """Whether a sum over the same two figures is told already: what comes later is of another thing.

    A wrong one told again in the same words stays wrong.
    """
    pair = set(reading.operands)
    return figure.kind == "percent" and any(
        set(claim.operands) == pair and _told_anew(claim, reading) for claim in told
    )


def _told_anew(claim: Claim, reading: Reading) -> bool:
    """Whether a sum tells of a pair what another told of it; a before and after are no part and whole."""
    if claim.kind != reading.kind:
        return claim.verdict == "consistent" and reading.kind == "share" and claim.kind in COMPARED
    return claim.verdict == "consistent" or claim.stated != reading.stated


def given(figure: Figure, told: Iterable[Claim]) -> bool:
    """Whether a figure is one of the parts that add up to what is told already: a part is told, and follows from none.

    A part is hardly ever worked out from others in the same breath.
    """
    totals = [claim for claim in told if claim.kind == "sum" and claim.verdict == "consistent"]
    return any(len(claim.operands) > 2 and figure.index in claim.operands for claim in totals)


def unmeant(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum comes out as stated by chance: nothing tells it, whatever the weights say."""
    chance = guessed(scene, figure, reading, right=True) or parted(scene, figure, reading)
    return chance or did_it(scene, figure, reading) or listed(scene, figure, reading)


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
