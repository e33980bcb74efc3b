"""Whether a signal fits where it stands: its words are few, and the same words elsewhere mostly say something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from starproof.core.context import StoryContext, once
from starproof.core.document import Label
from starproof.core.facts import Signal
from starproof.core.text import Span
from starproof.extract.people.asking import is_uptake
from starproof.extract.teller.denial import denies, stands_by
from starproof.extract.teller.ended import still_stands
from starproof.extract.teller.owning import is_mistake, is_price, is_risked
from starproof.extract.teller.quarrels import goes_against_it, has_other_side
from starproof.extract.teller.whose import has_happened, is_ours, is_real
from starproof.extract.text.around import clause
from starproof.parse.plain import plain

_LEAST_WORDS = 4
"""Plain words below which a clause, quoted alone, says nothing."""
LONGEST = 400
"""Code points from which a "clause" is a page without pauses."""


@once
def fits(context: StoryContext, signal: Signal) -> bool:
    """Whether a signal stands in a section where such a thing is told, happened, and is whose its kind demands."""
    said = context.document.quote(clause(context, signal.span))
    return len(plain(said)) > _LEAST_WORDS and is_meant(context, signal)


@once
def is_meant(context: StoryContext, signal: Signal) -> bool:
    """Whether a signal fits but for the few words of its clause, "I was wrong", which alone are no quote."""
    words = clause(context, signal.span)
    said = context.document.quote(words)
    if context.labels[signal.sentence].label not in _TOLD_IN.get(signal.kind, _ANYWHERE):
        return False
    if len(said) > LONGEST or denies(said) or (signal.kind in _SINCE and stands_by(said)):
        return False
    upto = Span(words.start, signal.span.end) if signal.kind in _AFTER_ALL else words
    if signal.kind not in _AS_IF and not is_real(context, upto):
        return False
    return all(holds(context, signal) for holds in _HOLDS.get(signal.kind, ()))


def first_fitting(context: StoryContext, signals: Sequence[Signal]) -> Span | None:
    """The words of the first of these signals that fits, else of the first that may stand as it does.

    Of what is said in many words that mostly say something else, none that does not fit may: "it cost us" of a price
    paid at the till, "the Danish part came with an apology".
    """
    found = next((signal for signal in signals if fits(context, signal)), None)
    found = found or next((signal for signal in signals if is_meant(context, signal)), None)
    found = found or next((signal for signal in signals if signal.kind not in _MANY_WORDED), None)
    return None if found is None else found.span


_OUTCOME: tuple[Label, ...] = ("result", "reflection")
_COURSE: tuple[Label, ...] = ("task", "action", "result")
_ANYWHERE: tuple[Label, ...] = ("situation", "task", "action", "result", "reflection")
_TOLD_IN: Mapping[str, tuple[Label, ...]] = {
    **dict.fromkeys(("lasted", "spread", "built-on", "adoption", "external", "organisation"), _OUTCOME),
    **dict.fromkeys(("unpopular", "disagreement", "conflict"), _COURSE),
    "risk": ("task", "action"),
    "trade-off": ("task", "action", "result"),
    **dict.fromkeys(("managing", "delegation", "coordination", "peers"), ("task", "action")),
    "mechanism": ("action", "result", "reflection"),
    "long-term": ("task", "action", "result", "reflection"),
    "business-effect": ("result",),
    "setback": ("action", "result", "reflection"),
    "lesson": _OUTCOME,
    "stakes": ("situation", "task"),
}
"""Where a thing of each kind is told; elsewhere the same words mostly say something else."""
_HOLDS: Mapping[str, tuple[Callable[[StoryContext, Signal], bool], ...]] = {
    "disagreement": (has_other_side,),
    "conflict": (has_other_side,),
    "unpopular": (goes_against_it,),
    "mistake": (is_mistake,),
    "setback": (has_happened,),
    "risk": (is_risked,),
    **dict.fromkeys(
        ("owned-part", "managing", "delegation", "doing", "mechanism", "peers", "coordination"), (is_ours,)
    ),
    "trade-off": (is_price,),
    **dict.fromkeys(("lasted", "built-on"), (still_stands,)),
    **dict.fromkeys(("spread", "adoption"), (is_uptake,)),
}
"""What has to be true of the words around one."""
_AS_IF = frozenset(["mistake", "lesson", "risk"])
"""Kinds that are told by what was not done or might have come: "I should have asked", "if I'm wrong, we lose it"."""
_AFTER_ALL = frozenset(["mechanism", "lasted", "spread", "built-on"])
"""Kinds of what stands today, behind which an "if" asks for something else: "she now writes down if it works"."""
_SINCE = frozenset(["lesson", "mechanism", "lasted", "spread", "built-on", "long-term"])
"""Kinds of what came after it, of which "I'd do it again" tells nothing; the price beside it was paid all the same."""
_MANY_WORDED = frozenset(
    "challenge mistake owned-part lesson trade-off unpopular risk disagreement conflict mechanism lasted spread "
    "built-on long-term".split()
)
"""Kinds whose words, where they do not fit, are mostly about something else."""
