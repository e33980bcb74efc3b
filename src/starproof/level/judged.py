"""Ratings of what is told: the parts, what the teller did and answers for, the judgement, the lesson."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.extract.decisions.aftermath import aftermath
from starproof.extract.decisions.choices import choices
from starproof.extract.decisions.reasons import is_reasoned
from starproof.extract.decisions.sides import objections, prices
from starproof.extract.decisions.stakes import stakes
from starproof.extract.teller.whose import is_choice
from starproof.level import anchors
from starproof.level.case import Case, still_open
from starproof.level.closing import answers_goal, thin_outcome
from starproof.level.tally import Tally
from starproof.parse.plain import plain
from starproof.parse.words import words_in

UNGROUNDED = 4
"""The most for a judgement of which neither reason nor cost is told."""
UNWORDED = 2
"""The most that counts of what is read as a hard choice although no words name it."""
HOLLOW = 3
"""The most for the parts, and for what the teller answers for, of a story that tells neither choice nor figure."""
EMPTY = 2
"""The most for what the teller answers for, and for what was learned, where nothing that happened is told."""
_GENERAL = "it is told in general, without a figure, a choice or anything that went otherwise than it should"
_HALF = 0.5
"""The share of the shortest plan's time below which no part can carry the weight it should."""

_TELLING = 0.91
"""The share of its words that are neither articles nor fillers, in most stories."""


def structure(case: Case) -> Tally | None:
    """Whether the parts are there, and carry the weight they should."""
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
    thin = thin_outcome(case)
    if thin is None and answers_goal(case, "success-criterion"):
        tally.told.add(anchors.AIMED)
    elif not tally.untold:
        whole = case.has("situation") and case.has("task")
        told = "All parts are told" if whole else "The goal, what was done and what came of it are told"
        tally.because[:] = [f"{told}, and a lesson closes it."]
    _weigh(case, tally, thin)
    if lacks := still_open(case, "success-criterion") or still_open(case, "lesson"):
        tally.cap(4, f"No more than 4: still asked of you is “{lacks}”.", ())
    _hold_hollow(case, tally)
    return tally


def _weigh(case: Case, tally: Tally, thin: tuple[float, float] | None) -> None:
    """Hold the structure down where its parts cannot carry their weight: all are short, or the outcome is thin."""
    short = (shortest := _shortest(case)) and _evened(case) < _HALF * shortest
    if short:
        tally.cap(4, "No more than 4: it is too short for each part to carry the weight it should.", ())
    if thin is not None:
        told = f"what came of it takes {thin[0]:.0%} of the answer; the guide plans {thin[1]:.0%}"
        tally.cap(4, f"No more than 4: {told}.", ())
    if not short and thin is None:
        tally.told.add(anchors.WEIGHTY)


def _hold_hollow(case: Case, tally: Tally, *, general: int = HOLLOW) -> None:
    """Hold down what only the form of a story gives it, to ``general`` where nothing that happened is told."""
    if case.general():
        tally.cap(general, f"No more than {general}: {_GENERAL}.", ())
    elif case.hollow():
        tally.cap(HOLLOW, f"No more than {HOLLOW}: it is told in general, without a choice and without a figure.", ())


def _evened(case: Case) -> float:
    """Seconds of the telling if articles and fillers had their usual share of it: not everybody says as many."""
    document = case.context.document
    said = [document.quote(sentence.span) for sentence in document.sentences]
    words = sum(map(words_in, said))
    told = sum(len(plain(sentence)[1:]) for sentence in said)
    return case.context.timing.seconds * told / (words * _TELLING) if words else 0.0


def _shortest(case: Case) -> float | None:
    """Seconds of the guide's shortest plan."""
    return min((fit.budget for fit in case.context.timing.frameworks), default=None)


def ownership(case: Case) -> Tally | None:
    """What the teller did and answers for."""
    kinds = ("accountability", "managing", "decision", "mistake", "owned-part", "doing", "delegation")
    if not case.has("action", "task") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    did, owned = case.first("managing", "doing", "delegation"), case.owned()
    tally.point_if(did is not None, "Says what they did themselves.", did, worth=2, what=anchors.DID)
    _answering(case, tally)
    left = case.lasting(alone=False)
    both = owned is not None and left is not None
    tally.point_if(both, "Owns what went wrong, and left something that holds.", owned, what=anchors.HOLDS)
    if len(_acting(case, "group")) > len(_acting(case, "speaker")):
        tally.told.add(anchors.WE)
    _hold_hollow(case, tally, general=EMPTY)
    return tally


def _answering(case: Case, tally: Tally) -> None:
    """The point for having a task or deciding; what is still asked of the teller is not said to be told."""
    shown = case.first("accountability", "decision")
    answers = case.has("task") or shown is not None
    if answers and (lacks := still_open(case, "accountability")):
        tally.point_if(True, f"Has a task or decides; still asked of you is “{lacks}”.", shown)
        return
    tally.point_if(answers, "Says what they answered for, or decides.", shown, what=anchors.ANSWERS)


def _acting(case: Case, kind: str) -> list[int]:
    """The sentences of the action that have a signal of this kind."""
    labels = case.context.labels
    return [one.sentence for one in case.context.facts.of(kind) if labels[one.sentence].label == "action"]


def judgement(case: Case) -> Tally | None:
    """How a choice is told: its reason, its cost, who was against it, what was risked."""
    kinds = ("decision", "trade-off", "disagreement", "unpopular", "risk", "conflict")
    if not case.has("action") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    chosen = _chosen(case)
    tally.signal(next(iter(chosen), None), "Takes a decision.", what=anchors.CHOICE)
    tally.point_if(_reasoned(case, chosen), "Says why.", what=anchors.REASON)
    cost = case.first("trade-off") or next(prices(case.context), None) or next(aftermath(case.context, chosen), None)
    tally.signal(cost, "Says what it cost.", what=anchors.COST)
    against = case.first("disagreement", "conflict") or next(objections(case.context), None)
    tally.signal(against, "Faces disagreement.", what=anchors.AGAINST)
    risky = case.first("unpopular", "risk") or next(stakes(case.context), None)
    tally.signal(risky, "Takes a risk or an unpopular course.", what=anchors.RISK)
    _unworded(case, tally)
    _grounded(tally)
    tally.unheard = not case.raised("no-hard-decision")
    _raised(case, tally, "no-hard-decision")
    return tally


def _unworded(case: Case, tally: Tally) -> None:
    """Count what the learned reader takes for a hard choice, its price or a conflict, where words name less of it."""
    read = case.context.contrary("no-hard-decision")[:UNWORDED]
    more = 1 + len(read) - tally.points
    if more > 0:
        tally.point_if(True, "Tells a hard choice, its price or a conflict, in no word for one.", read[0], worth=more)


def _grounded(tally: Tally) -> None:
    """Hold a judgement down by a step where neither its reason nor its cost is heard, which may be told otherwise."""
    if tally.points >= UNGROUNDED and tally.told.isdisjoint((anchors.REASON, anchors.COST)):
        told = "neither its reason nor its cost is told in so many words"
        tally.cap(UNGROUNDED, f"No more than {UNGROUNDED}: {told}.", ())


def _chosen(case: Case) -> Sequence[Span]:
    """The words that tell a choice: by a word for one, or else by what the teller proposed, refused or stopped."""
    context = case.context
    decided = {one.span: is_choice(context, one) for one in context.facts.of("decision")}
    own, others = ([span for span, mine in decided.items() if mine is of_teller] for of_teller in (True, False))
    return [*own, *choices(context.document, context.labels), *others]


def _raised(case: Case, tally: Tally, flag: str) -> None:
    """Note whether the flag that says the same as the guide's lowest words is raised."""
    if case.raised(flag):
        tally.told.add(anchors.FLAGGED)


def _reasoned(case: Case, chosen: Sequence[Span]) -> bool:
    """Whether a decision stands beside its reason."""
    if any(is_reasoned(case.context, span) for span in chosen):
        return True
    found = (case.context.sentence_at(span.start) for span in chosen)
    return _follows(case, [place for place in found if place is not None])


def _follows(case: Case, places: Sequence[int]) -> bool:
    """Whether a decision is told as what follows from the sentence before; speakers begin any sentence with "so"."""
    text, labels = case.context.document, case.context.labels
    opens = (text.quote(labels[place].span).split(" ", 1)[0] for place in places if place > 0)
    return case.context.document.register == "written" and any(word.strip(",") == "So" for word in opens)


def learning(case: Case) -> Tally | None:
    """What went wrong, what was learned, what changed for good."""
    kinds = ("lesson", "mistake", "setback", "owned-part")
    if not case.has("reflection", "result") and case.first(*kinds) is None:
        return None
    tally = Tally(points=1)
    owned, lasting = case.owned(), case.lasting(alone=False)
    trouble = case.first("setback") or case.first("challenge")
    if trouble is None and case.learned() and lasting is not None:
        trouble = owned  # a mistake that was learned from for good is what went wrong
    tally.signal(trouble, "Tells what went wrong on the way.", what=anchors.TROUBLE)
    tally.signal(owned, "Owns a mistake.", what=anchors.OWNED)
    tally.point_if(case.learned(), "Says what was learned.", case.lesson(), what=anchors.LESSON)
    if lasting is not None:
        tally.signal(lasting, "Something changed for good.", what=anchors.LASTING)
    else:
        tally.signal(case.lasting(), "The teller does something otherwise since.", what=anchors.LASTING)
    _raised(case, tally, "perfect-story")
    if case.general():
        tally.cap(EMPTY, f"No more than {EMPTY}: {_GENERAL}.", ())
    if lacks := still_open(case, "lesson"):
        tally.cap(2, f"No more than 2: still asked of you is “{lacks}”.", ())
    if case.denials() and case.owned() is None:
        tally.cap(1, "No more than 1: it says that there was nothing to do otherwise.", _quoted(case, case.denials()))
    return tally


def _quoted(case: Case, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    return case.context.evidence(*spans[:1])
