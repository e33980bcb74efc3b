"""Nouns that name one sort of thing in different words."""

from __future__ import annotations

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike

PEOPLE = frozenset(
    "person engineer developer tester manager lead analyst designer contractor colleague member nurse operator agent "
    "technician apprentice student scientist architect intern employee lad woman man volunteer programmer".split(" ")
)
"""What people who work are counted as."""


def may_be_part(part: Figure, whole: Figure) -> bool:
    """Whether one figure may be a part of another by what the two measure."""
    if (part.quantity.unit == "pp") != (whole.quantity.unit == "pp"):
        return False
    if part.kind != whole.kind:
        bare = part if whole.kind in ("percent", "money", "duration", "size") else whole
        return bare.kind == "count" and bare.bare and "multiple" not in (part.kind, whole.kind)
    return one_sort(part, whole)


def one_sort(a: Figure, b: Figure) -> bool:
    """Whether two figures of one kind may be added up: the same noun, people by any name, or one without a noun."""
    if alike(a, b) or a.bare or b.bare:
        return True
    return all(f.kind == "count" and f.quantity.unit.rsplit(" ", 1)[-1] in PEOPLE for f in (a, b))
