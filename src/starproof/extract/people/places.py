"""Names that are no person's by what they stand behind: where a firm sits, and what is taught or looked after.

"In a telecom operator, Ankara" tells where it is, though "our operator, Rui" would name who it is; "the deans of
Medicine and Law" and "the head of Rates" tell of faculties and departments.
"""

from __future__ import annotations

from collections.abc import Sequence

_SITES = frozenset(
    "bank company firm agency university hospital startup insurer retailer airline plant office hotel ministry council "
    "clinic school studio lab laboratory factory airport port city town group manufacturer utility bureau".split()
)
_OPERATORS = frozenset(
    "telecom telecoms mobile network cable rail railway bus tram tour grid energy ferry port".split()
)
_ENDS = frozenset(".,;:!?()")
_BODIES = frozenset(
    "head heads director directors vp dean deans faculty faculties school schools department departments professor "
    "professors".split()
)
_SAID = 4


def is_place_or_body(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words before a name, and the mark behind it, make it a place or a part of a school."""
    last = [word.lower() for word in before[-_SAID - 1 :]]
    if last[-1:] == [","] and len(last) > 1 and (not after or after[0] in _ENDS):
        return last[-2] in _SITES or (last[-2] == "operator" and last[-3:-2] != [] and last[-3] in _OPERATORS)
    if last[-1:] == ["of"]:
        return last[-2:-1] != [] and last[-2] in _BODIES
    return last[-1:] == ["and"] and last[-3:-2] == ["of"] and last[-4:-3] != [] and last[-4] in _BODIES
