"""What the sections of a story show: a red flag may rest on where a thing is told.

A fault of others sets the scene or is given as the reason for the outcome; a choice is hard where it is acted on; what
lasted is a result. A sentence counts to each section by the share that its label leaves it, so that a label in doubt
moves little.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from starproof.core.document import Label, LabelledSentence
from starproof.understand.leaning_sentences import KINDS

SECTIONS: Mapping[str, tuple[tuple[Label, ...], str]] = {
    "scene": (("situation", "task"), "B"),
    "action": (("action",), "XHPM"),
    "result": (("result",), "FPVJ"),
    "reflection": (("reflection",), "PF"),
    "outcome": (("result", "reflection"), "BVS"),
}
"""By section, its labels and the kinds of sentences that are looked for in it."""
_LEAST, _FLOOR = 0.001, -6.0
_MOST = 1 - _LEAST
_RIVALS = 3
"""Among how many other labels the rest of a sentence's confidence is shared."""
_PLACE = {kind: place for place, kind in enumerate(KINDS)}


def by_section(labels: Sequence[LabelledSentence], shares: Sequence[Sequence[float]]) -> dict[str, float]:
    """How much of each kind a section shows, and how much of the story it is.

    Args:
        labels: one for each sentence, at least one.
        shares: for each sentence, how likely it shows each of ``KINDS``.
    """
    numbers: dict[str, float] = {}
    for section, (told, kinds) in SECTIONS.items():
        inside = [_inside(one, told) for one in labels]
        numbers.update(_length(section, inside))
        for kind in kinds:
            found = [share * row[_PLACE[kind]] for share, row in zip(inside, shares, strict=True)]
            numbers[f"{section} {kind} best"] = max(_FLOOR, _odds(max(found)))
            numbers[f"{section} {kind} sum"] = math.log1p(2 * sum(found))
    return numbers


def _inside(one: LabelledSentence, told: Sequence[Label]) -> float:
    """How likely a sentence belongs to a section with these labels."""
    share = one.confidence if one.label in told else (1 - one.confidence) / _RIVALS * len(told)
    return _LEAST if share < _LEAST else _MOST if share > _MOST else share


def _length(section: str, inside: Sequence[float]) -> dict[str, float]:
    """How much is told in a section, and how sure it is that anything is."""
    return {
        f"told {section} best": _odds(max(inside)),
        f"told {section} sum": math.log1p(2 * sum(inside)),
        f"told {section} part": sum(inside) / len(inside),
        f"told {section} none": sum(math.log1p(-share) for share in inside),
    }


def _odds(share: float) -> float:
    return math.log(share / (1 - share)) if share > 0 else _FLOOR
