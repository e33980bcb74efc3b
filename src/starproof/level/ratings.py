"""Seven ratings, 1 to 5, each a plain function of facts and findings.

Every rating counts which *kinds* of facts a story states, never how many or in how many words, so that
longer is not better and a true fact that is added can only raise it. Raised flags and findings cap it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.guide import CRITERIA
from starproof.core.results import Dimension, Finding, Flag, Level, Rating
from starproof.core.text import Span
from starproof.extract.connectives import gives_reason, never_came
from starproof.level.caps import CAPS, Cap
from starproof.level.tally import Tally

QUOTES = 4
"""How many quotes stand behind one rating at the most."""
DAY = 86_400.0
"""Seconds; a shorter time is a measurement, a longer one says when."""
FEW = 5
"""A count below this tells the scene, not the outcome."""
_BY_FIGURES = ("scope", "impact")
"""Criteria that a single figure can settle, in however short a text."""
_STEPS = {"below": 2, "at": 4, "above": 5}


@dataclass(frozen=True, slots=True)
class Case:
    """All that a rating may look at."""

    context: StoryContext
    findings: Sequence[Finding]
    flags: Mapping[str, Flag]
    dimensions: Mapping[str, Dimension]
    bare: Sequence[Span] = ()
    """Figures of the outcome that stand without their base or their period."""

    def has(self, *labels: str) -> bool:
        """Whether the story has a sentence with one of these labels."""
        return any(sentence.label in labels for sentence in self.context.labels)

    def first(self, *kinds: str) -> Span | None:
        """The first words that show one of these kinds of signals."""
        found = self.context.facts.of(*kinds)
        return found[0].span if found else None


def rate(
    context: StoryContext,
    findings: Sequence[Finding],
    flags: Sequence[Flag],
    level: Level,
    *,
    bare: Sequence[Span] = (),
) -> tuple[Rating, ...]:
    """Rate a story on the seven criteria, in the order of ``CRITERIA``.

    Args:
        bare: figures of the outcome that will be asked for their base or their period.

    A rating is ``None`` where the story gives nothing to judge it by, and for any text that is no story.
    """
    case = Case(context, findings, {f.id: f for f in flags}, {d.id: d for d in level.dimensions}, bare)
    return tuple(_rating(case, criterion) for criterion in CRITERIA)


def _rating(case: Case, criterion: str) -> Rating:
    if case.context.facts.genre.genre != "story":
        return Rating(criterion, None, None, (f"Not judged: {case.context.facts.genre.because}",))
    if case.context.too_short and criterion not in _BY_FIGURES:
        return Rating(criterion, None, None, (case.context.too_short,))
    tally = _JUDGES[criterion](case)
    if tally is None:
        return Rating(criterion, None, None, ("The story gives nothing to judge this by.",))
    for cap in CAPS.get(criterion, ()):
        _apply(case, cap, tally)
    rating = max(1, min(5, tally.points, *tally.caps))
    anchors = next((c.anchors for c in case.context.guide.criteria if c.id == criterion), None)
    spans = list(dict.fromkeys(tally.spans))[:QUOTES]
    evidence = tuple(dict.fromkeys([*tally.evidence[:QUOTES], *case.context.evidence(*spans)]))[:QUOTES]
    anchor = anchors[rating - 1] if anchors else None
    return Rating(criterion, rating, anchor, tuple(tally.because), evidence)


def _apply(case: Case, cap: Cap, tally: Tally) -> None:
    """Hold the rating down where a flag is raised or a finding was made, whose own words stand elsewhere."""
    flag = case.flags.get(cap.by)
    if flag is not None and flag.status == "raised":
        known = case.context.guide.red_flag(flag.id)
        name = known.name if known is not None else flag.id
        tally.cap(cap.at, f"No more than {cap.at}: the red flag “{name}” is raised.", flag.evidence)
    for finding in case.findings:
        if finding.code == cap.by:
            tally.cap(cap.at, f"No more than {cap.at}: {_first_sentence(finding.message)}", finding.evidence)
            return


def _first_sentence(words: str) -> str:
    first = words.split(". ", 1)[0]
    return first if first.endswith((".", "?", "!")) else first + "."


def _open(case: Case, detector: str) -> str | None:
    """What every framework that asks for it finds lacking, in the guide's words; ``None`` where one does not."""
    plans = case.context.guide.frameworks
    asks = {
        ask.id: ask.says for plan in plans for part in plan.sections for ask in part.asks if ask.detector == detector
    }
    met = [one.met for fit in case.context.timing.frameworks for one in fit.asks if one.ask in asks]
    return next(iter(asks.values())) if met and all(verdict is False for verdict in met) else None


def _structure(case: Case) -> Tally | None:
    if not case.has("situation", "task", "action", "result", "reflection"):
        return None
    tally = Tally()
    tally.point_if(case.has("situation", "task"), "The situation or the task is told.")
    tally.point_if(case.has("action"), "What was done is told.", worth=1)
    tally.point_if(case.has("result"), "What came of it is told.", worth=1)
    goal = case.has("task") or case.first("target", "accountability") is not None
    tally.point_if(goal, "The responsibility or the goal is told.", case.first("target", "accountability"))
    lesson = case.has("reflection") or case.first("lesson") is not None
    tally.point_if(lesson, "A lesson is told.", case.first("lesson"))
    if lacks := _open(case, "success-criterion") or _open(case, "lesson"):
        tally.cap(4, f"No more than 4: still asked of you is “{lacks}”.", ())
    return tally


def _ownership(case: Case) -> Tally | None:
    kinds = ("accountability", "managing", "decision", "mistake", "owned-part", "doing", "delegation")
    if not case.has("action", "task") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    did, owned = case.first("managing", "doing", "delegation"), case.first("mistake", "owned-part")
    tally.point_if(did is not None, "Says what they did themselves.", did, worth=2)
    answers = case.has("task") or case.first("accountability", "decision") is not None
    tally.point_if(answers, "Says what they answered for, or decides.", case.first("accountability", "decision"))
    left = case.first("mechanism", "lasted", "built-on", "spread")
    tally.point_if(
        owned is not None and left is not None, "Owns what went wrong, and left something that holds.", owned
    )
    return tally


def _scope(case: Case) -> Tally | None:
    """How far the work went; the number of people alone says nothing of what it covered."""
    tally = _by_dimensions(case, "scope", "influence", "complexity")
    known = {name for name in ("scope", "complexity") if name in case.dimensions and _told(case.dimensions[name])}
    if tally is not None and not known:
        tally.cap(3, "No more than 3: nothing is told of what the work covered beyond its own team.", ())
    return tally


def _told(dimension: Dimension) -> bool:
    return dimension.reads_as in _STEPS


def _by_dimensions(case: Case, *names: str) -> Tally | None:
    """The best of these dimensions; what is unclear neither raises nor lowers."""
    known = [d for name in names if (d := case.dimensions.get(name)) and d.reads_as in _STEPS]
    if not known:
        return None
    best = max(known, key=lambda dimension: _STEPS[dimension.reads_as])
    tally = Tally(points=_STEPS[best.reads_as])
    for dimension in known:
        tally.because.append(f"{dimension.id.capitalize()} reads {_WORDS[dimension.reads_as]}: {dimension.because}")
    tally.evidence.extend(best.evidence)
    return tally


_WORDS = {"below": "below the level", "at": "at the level", "above": "above the level"}


def _impact(case: Case) -> Tally | None:
    facts = case.context.facts
    found = _by_dimensions(case, "impact")
    if found is None and not case.has("result"):
        return None
    tally = found or Tally(points=2)
    effect, figure = case.first("business-effect", "adoption", "spread"), next(_outcome_figures(case), None)
    if found is None:
        tally.signal(figure, "Tells the outcome in figures.")
        tally.signal(effect, "Tells whom the outcome served.")
    elif tally.points < 4 and effect is not None and facts.reach.people is not None:
        tally.signal(effect, "Tells whom the outcome served.")
    return tally


def _outcome_figures(case: Case) -> Iterator[Span]:
    """The figures of the results that tell what came of it, in text order."""
    for result in (sentence.span for sentence in case.context.labelled("result")):
        inside = [q for q in case.context.facts.quantities if result.contains(q.span)]
        times = sum(q.kind == "duration" for q in inside)
        if not never_came(case.context.document.quote(result)):
            yield from (q.span for q in inside if not _passing(q) or (q.kind == "duration" and times > 1))


def _passing(figure: Quantity) -> bool:
    """A figure that tells when, or a handful, and not what came of it; two times in one sentence compare."""
    return (figure.kind == "duration" and figure.value >= DAY) or (figure.kind == "count" and figure.value < FEW)


def _judgement(case: Case) -> Tally | None:
    kinds = ("decision", "trade-off", "disagreement", "unpopular", "risk", "conflict")
    if not case.has("action") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    tally.signal(case.first("decision"), "Takes a decision.")
    tally.point_if(_reasoned(case), "Says why.")
    tally.signal(case.first("trade-off"), "Says what it cost.")
    tally.signal(case.first("disagreement", "conflict"), "Faces disagreement.")
    tally.signal(case.first("unpopular", "risk"), "Takes a risk or an unpopular course.")
    return tally


def _reasoned(case: Case) -> bool:
    """Whether a decision stands beside its reason."""
    labels, text = case.context.labels, case.context.document
    places = {signal.sentence + step for signal in case.context.facts.of("decision") for step in (-1, 0, 1)}
    return any(gives_reason(text.quote(labels[place].span)) for place in places if 0 <= place < len(labels))


def _learning(case: Case) -> Tally | None:
    kinds = ("lesson", "mistake", "setback", "owned-part")
    if not case.has("reflection", "result") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    tally.signal(case.first("setback", "challenge"), "Tells what went wrong on the way.")
    tally.signal(case.first("mistake", "owned-part"), "Owns a mistake.")
    lesson = case.first("lesson")
    tally.point_if(lesson is not None or case.has("reflection"), "Says what was learned.", lesson)
    tally.signal(case.first("mechanism", "lasted", "built-on"), "Something changed for good.")
    if lacks := _open(case, "lesson"):
        tally.cap(2, f"No more than 2: still asked of you is “{lacks}”.", ())
    return tally


def _clarity(case: Case) -> Tally | None:
    if not case.has("situation", "task", "action", "result", "reflection"):
        return None
    tally = Tally(points=5)
    tally.because.append("Starts from 5; each fault that a listener would stumble over takes it down.")
    outcome = next(_outcome_figures(case), None)
    if outcome is None:
        tally.cap(3, "No more than 3: the outcome is told without a figure.", ())
    tally.point_if(outcome is not None, "The outcome is told in figures.", outcome)
    if outcome is not None and set(_outcome_figures(case)) <= set(case.bare):  # one that is whole shows that they know
        words = " ".join(case.context.document.quote(outcome).split())
        tally.cap(4, f"No more than 4: {words} stands without its base or its period.", case.context.evidence(outcome))
    return tally


_JUDGES: Mapping[str, Callable[[Case], Tally | None]] = {
    "structure": _structure,
    "ownership": _ownership,
    "scope": _scope,
    "impact": _impact,
    "judgement": _judgement,
    "learning": _learning,
    "clarity": _clarity,
}
