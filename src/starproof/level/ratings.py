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
from starproof.core.results import Dimension, Evidence, Finding, Flag, Level, Rating
from starproof.core.text import Span
from starproof.extract.choices import choices
from starproof.extract.connectives import gives_reason, never_came
from starproof.extract.denial import denials
from starproof.extract.matter import about_people
from starproof.extract.passing import is_passing
from starproof.extract.sides import objections, prices
from starproof.level import anchors
from starproof.level.caps import CAPS, Cap
from starproof.level.tally import Tally
from starproof.level.wording import listed

QUOTES = 4
"""How many quotes stand behind one rating at the most."""
UNGROUNDED = 3
"""The most for a judgement of which neither reason nor cost is told."""
UNSIZED = 3
"""The most for an outcome of which neither the worth nor the reach is told."""
_BY_FIGURES = ("scope", "impact")
"""Criteria that a single figure can settle, in however short a text."""
_STEPS = {"below": 2, "at": 4, "above": 5}
_AFTERWARDS = ("lasted", "spread", "built-on")
"""What the red flag for an ending without a sequel says that the story does not tell."""
_HALF = 0.5
"""The share of the shortest plan's time below which no part can carry the weight it should."""


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
        """The first words that show one of these kinds of signals; none that a raised flag denies."""
        found = self.context.facts.of(*(kind for kind in kinds if not self._denied(kind)))
        return found[0].span if found else None

    def _denied(self, kind: str) -> bool:
        return kind in _AFTERWARDS and self.raised("no-follow-up")

    def raised(self, flag: str) -> bool:
        """Whether this red flag is raised."""
        return flag in self.flags and self.flags[flag].status == "raised"

    def denials(self) -> tuple[Span, ...]:
        """The sentences that say that there was nothing to learn."""
        return denials(self.context.document, self.context.labels)

    def lesson(self) -> Span | None:
        """The first words of a lesson, outside sentences that deny one."""
        denied = self.denials()
        found = (signal.span for signal in self.context.facts.of("lesson"))
        return next((span for span in found if not any(one.contains(span) for one in denied)), None)

    def learned(self) -> bool:
        """Whether a lesson is told; looking back is none where it finds nothing to learn."""
        return self.lesson() is not None or (self.has("reflection") and not self.denials())


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
    spans = list(dict.fromkeys(tally.spans))[:QUOTES]
    evidence = tuple(dict.fromkeys([*tally.evidence[:QUOTES], *case.context.evidence(*spans)]))[:QUOTES]
    words = anchors.anchor(case.context.guide, criterion, rating, tally)
    return Rating(criterion, rating, words, anchors.reasons(tally, rating), evidence)


def _apply(case: Case, cap: Cap, tally: Tally) -> None:
    """Hold the rating down where a flag is raised or a finding was made, whose own words stand elsewhere."""
    flag = case.flags.get(cap.by)
    if flag is not None and flag.status == "raised":
        known = case.context.guide.red_flag(flag.id)
        name = known.name if known is not None else flag.id
        tally.cap(cap.at, f"No more than {cap.at}: the red flag “{name}” is raised.", flag.evidence)
    for finding in case.findings:
        if finding.code == cap.by and (not cap.of_impact or _of_impact(case, finding)):
            tally.cap(cap.at, f"No more than {cap.at}: {_within(_said_of(finding))}", finding.evidence)
            return


def _of_impact(case: Case, finding: Finding) -> bool:
    """Whether a figure that does not add up is the largest outcome in money, or one that it is worked out from."""
    facts = case.context.facts
    if facts.impact is None:
        return True
    money = facts.impact.quantity
    kin = {money, *(one for claim in facts.claims if claim.quantity == money for one in claim.operands)}
    spans = [facts.quantities[one].span for one in kin]
    return any(evidence.span.overlaps(span) for evidence in finding.evidence[:1] for span in spans)


def _said_of(finding: Finding) -> str:
    """The finding in a sentence; a sum, written out where the figure stands, is not written out again."""
    if finding.code == "NUM201" and finding.evidence:
        return f"“{' '.join(finding.evidence[0].quote.split())}” does not add up."
    return _first_sentence(finding.message)


def _within(sentence: str) -> str:
    """A sentence of several words behind a colon, without its capital where that is no name's."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def _first_sentence(words: str) -> str:
    first = words.split(". ", 1)[0]
    return first if first.endswith((".", "?", "!")) else first + "."


def _open(case: Case, detector: str) -> str | None:
    """What every framework that asks for it finds lacking, in the guide's words; ``None`` where one does not."""
    asks, met = _asked(case, detector)
    return next(iter(asks.values())) if met and all(verdict is False for verdict in met) else None


def _asked(case: Case, detector: str) -> tuple[Mapping[str, str], Sequence[bool | None]]:
    """What the frameworks ask for that this detector looks for, by id in the guide's words, and the verdicts on it."""
    plans = case.context.guide.frameworks
    asks = {
        ask.id: ask.says for plan in plans for part in plan.sections for ask in part.asks if ask.detector == detector
    }
    return asks, [one.met for fit in case.context.timing.frameworks for one in fit.asks if one.ask in asks]


def _structure(case: Case) -> Tally | None:
    if not case.has("situation", "task", "action", "result", "reflection"):
        return None
    tally = Tally()
    tally.point_if(case.has("situation", "task"), "The situation or the task is told.", what=anchors.SCENE)
    tally.point_if(case.has("action"), "What was done is told.", what=anchors.DEEDS)
    tally.point_if(case.has("result"), "What came of it is told.", what=anchors.OUTCOME)
    aim = case.first("target", "accountability")
    goal = case.has("task") or aim is not None
    tally.point_if(goal, "The responsibility or the goal is told.", aim, what=anchors.GOAL)
    tally.point_if(case.learned(), "A lesson is told.", case.lesson(), what=anchors.LESSON)
    if True in _asked(case, "success-criterion")[1]:
        tally.told.add(anchors.AIMED)
    elif not tally.untold:
        tally.because[:] = ["All parts are told, and a lesson closes it."]
    if (shortest := _shortest(case)) and case.context.timing.seconds < _HALF * shortest:
        tally.cap(4, "No more than 4: it is too short for each part to carry the weight it should.", ())
    if lacks := _open(case, "success-criterion") or _open(case, "lesson"):
        tally.cap(4, f"No more than 4: still asked of you is “{lacks}”.", ())
    return tally


def _shortest(case: Case) -> float | None:
    """Seconds of the guide's shortest plan."""
    return min((fit.budget for fit in case.context.timing.frameworks), default=None)


def _ownership(case: Case) -> Tally | None:
    kinds = ("accountability", "managing", "decision", "mistake", "owned-part", "doing", "delegation")
    if not case.has("action", "task") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    did, owned = case.first("managing", "doing", "delegation"), case.first("mistake", "owned-part")
    tally.point_if(did is not None, "Says what they did themselves.", did, worth=2, what=anchors.DID)
    _answering(case, tally)
    left = case.first("mechanism", "lasted", "built-on", "spread")
    both = owned is not None and left is not None
    tally.point_if(both, "Owns what went wrong, and left something that holds.", owned, what=anchors.HOLDS)
    if len(_acting(case, "group")) > len(_acting(case, "speaker")):
        tally.told.add(anchors.WE)
    return tally


def _answering(case: Case, tally: Tally) -> None:
    """The point for having a task or deciding; what is still asked of the teller is not said to be told."""
    shown = case.first("accountability", "decision")
    answers = case.has("task") or shown is not None
    if answers and (lacks := _open(case, "accountability")):
        tally.point_if(True, f"Has a task or decides; still asked of you is “{lacks}”.", shown)
        return
    tally.point_if(answers, "Says what they answered for, or decides.", shown, what=anchors.ANSWERS)


def _acting(case: Case, kind: str) -> list[int]:
    """The sentences of the action that have a signal of this kind."""
    labels = case.context.labels
    return [one.sentence for one in case.context.facts.of(kind) if labels[one.sentence].label == "action"]


def _scope(case: Case) -> Tally | None:
    """How far the work went; the number of people alone says nothing of what it covered."""
    tally = _by_dimensions(case, "scope", "influence", "complexity")
    known = {name for name in ("scope", "complexity") if name in case.dimensions and _told(case.dimensions[name])}
    if tally is not None and not known:
        tally.cap(3, "No more than 3: nothing is told of what the work covered beyond its own team.", ())
    _size(case, tally, "scope")
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


def _size(case: Case, tally: Tally | None, name: str) -> None:
    """Note whether this dimension itself reads as high as the rating."""
    dimension = case.dimensions.get(name)
    if tally is not None and dimension is not None and _STEPS.get(dimension.reads_as) == tally.points:
        tally.told.add(anchors.SIZED)


def _impact(case: Case) -> Tally | None:
    facts = case.context.facts
    found = _by_dimensions(case, "impact")
    if found is None and not case.has("result"):
        return None
    tally = found or Tally(points=2)
    effect, figure = case.first("business-effect", "adoption", "spread"), next(_outcome_figures(case), None)
    if found is None:
        tally.signal(figure, "Tells the outcome in figures.", what=anchors.FIGURE)
        tally.signal(effect, "Tells whom the outcome served.", what=anchors.SERVED)
        if tally.points > UNSIZED and not (facts.reach.people or facts.reach.organisations):
            tally.cap(UNSIZED, f"No more than {UNSIZED}: what it was worth, or to how many, is not told.", ())
    elif tally.points < 4 and effect is not None and facts.reach.people is not None:
        tally.signal(effect, "Tells whom the outcome served.")
    _size(case, tally, "impact")
    if case.first("lasted", "spread", "built-on", "mechanism") is not None:
        tally.told.add(anchors.AFTER)
    return tally


def _outcome_figures(case: Case) -> Iterator[Span]:
    """The figures of the results that tell what came of it, in text order."""
    for place, inside in _by_result(case).items():
        if not never_came(case.context.document.quote(case.context.labels[place].span)):
            yield from (q.span for q in inside if not _passes(case, q, [one for one in inside if one is not q]))


def _passes(case: Case, figure: Quantity, beside: Sequence[Quantity]) -> bool:
    """Whether a figure tells nothing of what came of it; in a story about people, a handful of them is the outcome."""
    handful = figure.kind == "count" and figure.value > 1 and about_people(case.context.document)
    return is_passing(figure, beside) and not handful


def _by_result(case: Case) -> Mapping[int, Sequence[Quantity]]:
    """The figures of each sentence of the result, by its place."""
    found: dict[int, list[Quantity]] = {}
    for figure in case.context.facts.quantities:
        place = case.context.sentence_at(figure.span.start)
        if place is not None and case.context.labels[place].label == "result":
            found.setdefault(place, []).append(figure)
    return found


def _judgement(case: Case) -> Tally | None:
    kinds = ("decision", "trade-off", "disagreement", "unpopular", "risk", "conflict")
    if not case.has("action") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    chosen = next(iter(_chosen(case)), None)
    tally.signal(chosen, "Takes a decision.", what=anchors.CHOICE)
    tally.point_if(_reasoned(case), "Says why.", what=anchors.REASON)
    cost = case.first("trade-off") or next(prices(case.context), None)
    tally.signal(cost, "Says what it cost.", what=anchors.COST)
    against = case.first("disagreement", "conflict") or next(objections(case.context), None)
    tally.signal(against, "Faces disagreement.", what=anchors.AGAINST)
    tally.signal(case.first("unpopular", "risk"), "Takes a risk or an unpopular course.", what=anchors.RISK)
    if tally.points > UNGROUNDED and tally.told.isdisjoint((anchors.REASON, anchors.COST)):
        tally.cap(UNGROUNDED, f"No more than {UNGROUNDED}: neither its reason nor its cost is told.", ())
    _raised(case, tally, "no-hard-decision")
    return tally


def _chosen(case: Case) -> Sequence[Span]:
    """The words that tell a choice: by a word for one, or else by what the teller proposed, refused or stopped."""
    decided = [signal.span for signal in case.context.facts.of("decision")]
    return [*decided, *choices(case.context.document, case.context.labels)]


def _raised(case: Case, tally: Tally, flag: str) -> None:
    """Note whether the flag that says the same as the guide's lowest words is raised."""
    if case.raised(flag):
        tally.told.add(anchors.FLAGGED)


def _reasoned(case: Case) -> bool:
    """Whether a decision stands beside its reason."""
    labels, text = case.context.labels, case.context.document
    decided = [case.context.sentence_at(span.start) for span in _chosen(case)]
    places = {place + step for place in decided if place is not None for step in (-1, 0, 1)}
    return any(gives_reason(text.quote(labels[place].span)) for place in places if 0 <= place < len(labels))


def _learning(case: Case) -> Tally | None:
    kinds = ("lesson", "mistake", "setback", "owned-part")
    if not case.has("reflection", "result") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    tally.signal(case.first("setback", "challenge"), "Tells what went wrong on the way.", what=anchors.TROUBLE)
    tally.signal(case.first("mistake", "owned-part"), "Owns a mistake.", what=anchors.OWNED)
    tally.point_if(case.learned(), "Says what was learned.", case.lesson(), what=anchors.LESSON)
    lasting = case.first("mechanism", "lasted", "built-on", "spread")
    tally.signal(lasting, "Something changed for good.", what=anchors.LASTING)
    _raised(case, tally, "perfect-story")
    if lacks := _open(case, "lesson"):
        tally.cap(2, f"No more than 2: still asked of you is “{lacks}”.", ())
    if case.denials() and case.first("mistake", "owned-part") is None:
        tally.cap(1, "No more than 1: it says that there was nothing to do otherwise.", _quoted(case, case.denials()))
    return tally


def _quoted(case: Case, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    return case.context.evidence(*spans[:1])


def _clarity(case: Case) -> Tally | None:
    if not case.has("situation", "task", "action", "result", "reflection"):
        return None
    tally = Tally(points=5)
    tally.because.append("Starts from 5; each fault that a listener would stumble over takes it down.")
    figures = list(dict.fromkeys(_outcome_figures(case)))
    if not figures:
        tally.cap(3, "No more than 3: the outcome is told without a figure.", ())
        return tally
    tally.point_if(True, "The outcome is told in figures.", figures[0])
    bare, whole = ([span for span in figures if (span in case.bare) is open_] for open_ in (True, False))
    if not whole:  # one that is whole shows that they know
        first = figures[0]
        reason = f"No more than 4: {_quote(case, first)} stands without its base or its period."
        tally.cap(4, reason, case.context.evidence(first))
    elif case.bare:
        named = list(dict.fromkeys(_quote(case, span) for span in bare or case.bare))
        rests = f"{listed(named)} {'stands' if len(named) == 1 else 'stand'} on"
        tally.because[:] = [f"The outcome is told in figures; still open is what {rests}."]
    else:
        tally.told.add(anchors.WHOLE)
    return tally


def _quote(case: Case, span: Span) -> str:
    return " ".join(case.context.document.quote(span).split())


_JUDGES: Mapping[str, Callable[[Case], Tally | None]] = {
    "structure": _structure,
    "ownership": _ownership,
    "scope": _scope,
    "impact": _impact,
    "judgement": _judgement,
    "learning": _learning,
    "clarity": _clarity,
}
