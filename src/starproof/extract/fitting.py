"""Whether a signal fits where it stands: its words are few, and the same words elsewhere mostly say something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.facts import Signal
from starproof.core.text import Span
from starproof.extract.around import clause
from starproof.extract.denial import denies
from starproof.extract.whose import has_happened, has_other_side, is_mistake, is_ours, is_real
from starproof.parse.evened import evened

_LEAST_WORDS = 4
"""Words below which a clause, quoted alone, says nothing."""
LONGEST = 400
"""Code points from which a "clause" is a page without pauses."""


def fits(context: StoryContext, signal: Signal) -> bool:
    """Whether a signal stands in a section where such a thing is told, happened, and is whose its kind demands."""
    words = clause(context, signal.span)
    said = context.document.quote(words)
    if context.labels[signal.sentence].label not in _TOLD_IN.get(signal.kind, _ANYWHERE):
        return False
    few = len(evened(said).text.split()) < _LEAST_WORDS
    if few or len(said) > LONGEST or not is_real(context, words) or denies(said):
        return False
    return all(holds(context, signal) for holds in _HOLDS.get(signal.kind, ()))


def first_fitting(context: StoryContext, signals: Sequence[Signal]) -> Span | None:
    """The words of the first of these signals that fits, else of the first; ``None`` where there is none."""
    fitting = next((signal for signal in signals if fits(context, signal)), next(iter(signals), None))
    return None if fitting is None else fitting.span


_OUTCOME: tuple[Label, ...] = ("result", "reflection")
_COURSE: tuple[Label, ...] = ("task", "action", "result")
_ANYWHERE: tuple[Label, ...] = ("situation", "task", "action", "result", "reflection")
_TOLD_IN: Mapping[str, tuple[Label, ...]] = {
    **dict.fromkeys(("lasted", "spread", "built-on", "adoption", "external", "organisation"), _OUTCOME),
    **dict.fromkeys(("unpopular", "disagreement", "conflict"), _COURSE),
    **dict.fromkeys(("trade-off", "risk"), ("task", "action")),
    **dict.fromkeys(("managing", "delegation", "coordination", "peers"), ("task", "action")),
    "mechanism": ("action", "result", "reflection"),
    "long-term": ("task", "action", "result", "reflection"),
    "business-effect": ("result",),
    "setback": ("action", "result"),
    "lesson": _OUTCOME,
    "stakes": ("situation", "task"),
}
"""Where a thing of each kind is told; elsewhere the same words mostly say something else."""
_HOLDS: Mapping[str, tuple[Callable[[StoryContext, Signal], bool], ...]] = {
    "disagreement": (has_other_side,),
    "conflict": (has_other_side,),
    "mistake": (is_mistake,),
    "setback": (has_happened,),
    **dict.fromkeys(("owned-part", "managing", "delegation", "mechanism"), (is_ours,)),
    **dict.fromkeys(("trade-off", "risk", "peers", "coordination"), (is_ours,)),
}
"""What has to be true of the words around one."""
