"""Number defence: two texts compared by their figures."""

from __future__ import annotations

from starproof.core.document import Document
from starproof.core.facts import Quantity
from starproof.extract.defence.compare import Figures, compare_figures
from starproof.extract.quantities import quantities


def compare_numbers(old: str | Document, new: str | Document) -> Figures:
    """Which figures of ``old`` were kept, changed or lost in ``new``, and which are new in it.

    Meant for a rewrite, the figures of a translation, or a transcript. Figures are matched by kind, value (whatever the
    unit or the wording) and nearby words; spans count code points of the text that they come from.
    """
    before, after = _read(old), _read(new)
    return compare_figures(before[0], after[0], old_figures=before[1], new_figures=after[1])


def _read(side: str | Document) -> tuple[str, tuple[Quantity, ...]]:
    if isinstance(side, str):
        return side, quantities(side)
    return side.text, quantities(side.text, within=side.paragraphs)
