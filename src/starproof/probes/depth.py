"""Questions for a story that leaves little open: deeper into its strongest choice and figure."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.text import Span
from starproof.probes.candidate import Candidate, Sight, clause, quoted

WEIGHTS = {"unpopular": 4, "trade-off": 3, "risk": 3, "disagreement": 2, "decision": 2, "setback": 2}
STRONGEST: tuple[tuple[str, str, str], ...] = (
    ("decision", "if you had it to decide again today, what would you look at first?", "strongest choice"),
    ("disagreement", "what was the best argument of the other side?", "sharpest disagreement"),
    ("mistake", "what did you see at the time that should have told you?", "owned mistake"),
    ("setback", "what did you tell your team and your manager that day?", "hardest moment"),
    ("lasted", "what keeps it in place now that you are not watching?", "claim that it lasted"),
    ("lesson", "when did you last act on that, and what came of it?", "lesson"),
)


def depth(sight: Sight) -> Iterator[Candidate]:
    """Follow-ups to what is told well, weakest claim to an interviewer's time of all questions."""
    context = sight.context
    impact = context.facts.impact
    if impact is not None and impact.quantity < len(context.facts.quantities):
        yield _of(context, context.facts.quantities[impact.quantity].span, 20, *_FIGURE)
    elif figure := _boldest(sight):
        yield _of(context, figure.span, 20, *_FIGURE)
    for place, (kind, question, what) in enumerate(STRONGEST):
        span = _strongest(sight, kind)
        if span is not None:
            yield _of(context, span, 19 - place, question, what)
    for sentence in sorted(context.labelled("action"), key=lambda s: -len(s.span))[:2]:
        yield _of(context, sentence.span, 8, "what would have happened without you?", "main action")


_FIGURE = ("how much of that would have come without your work?", "largest figure")


def _of(context: StoryContext, span: Span, hurt: float, question: str, what: str) -> Candidate:
    words = clause(context, span)
    return Candidate("depth", hurt, f"{quoted(context, words)}: {question}", f"It is the {what} here.", (words,))


def _strongest(sight: Sight, kind: str) -> Span | None:
    """The signal of this kind whose sentence holds most of what makes a choice hard, or the first."""

    def weight(sentence: int) -> int:
        return sum(WEIGHTS.get(kind, 0) for kind in sight.kinds[sentence])

    found = sight.context.facts.of(kind)
    return max(found, key=lambda s: (weight(s.sentence), -s.span.start)).span if found else None


def _boldest(sight: Sight) -> Quantity | None:
    """The last figure of the result that states a change, else its last figure."""
    context = sight.context
    places = [i for i, sentence in enumerate(context.labels) if sentence.label == "result"]
    told = [context.facts.quantities[index] for place in places for index in sight.figures[place]]
    changes = [q for q in told if q.kind in ("percent", "multiple", "money")]
    return (changes or told)[-1] if told else None
