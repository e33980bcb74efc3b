"""Questions for a story that leaves little open: deeper into its strongest choice and figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, pairwise

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.facts import Quantity, Signal
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.baselines.passing import is_passing
from starproof.extract.baselines.told_before import is_thought_of
from starproof.extract.decisions.sides import objections
from starproof.extract.teller.fitting import fits
from starproof.extract.teller.owning import is_mistake, names_fault
from starproof.extract.teller.quarrels import is_answered, is_feeling
from starproof.extract.teller.whose import is_ours
from starproof.extract.text.around import clause, heard_before
from starproof.probes import answered
from starproof.probes.answered import is_acted_on, is_argued, is_granted, is_shunned, is_told
from starproof.probes.bounds import is_late, is_rare
from starproof.probes.candidate import Candidate, Sight, quoted
from starproof.probes.choosing import ANY_CHOICE, is_chosen, of_choice
from starproof.probes.given import is_given
from starproof.probes.happening import befell, keeps_on
from starproof.probes.judgement import HEARTS, has_ended
from starproof.probes.quarrels import has_argument
from starproof.probes.worth import FIGURE, of_worth

WEIGHTS = {"unpopular": 4, "trade-off": 3, "risk": 3, "disagreement": 2, "decision": 2, "setback": 2}
LOOKS_BACK = 5
LEAST_WORDS = 3
_LEFT_OPEN = frozenset("at for to with in on of by from as than".split())
"""Words with which nothing that is quoted ends well."""
LEAST_SAID = 3
"""Words behind "what I learned" from which it is said."""
_NAMES_ONE = re.compile(r"\b(?:learn(?:ed|t)?|lesson|takeaway|took (?:from|away))\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:what|how) (?:would|could|did|should) I\b", re.IGNORECASE)
"""A question that the teller puts to themselves, and no lesson."""
_WHAT_WENT_WRONG = re.compile(
    r"(?:so |and |but )?what (?:I|we) (?:got|did|had|have) wrong(?: there| here)?", re.IGNORECASE
)
"""The question whose answer follows."""
_STANDS_BY = re.compile(r"\bI still (?:think|believe|feel)\b[^.]*\b(?:right|correct|worth it)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|losing|cost us|fined|paid)\b", re.IGNORECASE)
"""Words of a loss, of which nobody asks how much would have come anyway."""
_DOING = ("managing", "doing", "decision", "delegation")
_QUESTION = Seldom(
    r"\b(?:I|we)(?:[’']d| had| just| also)? asked (?:[\w']+ ){0,8}?(?:what|who|whether|why|how|if|which|where|when)\b",
    re.IGNORECASE,
)
LONGEST = 1_000
"""Code points of a sentence that are looked at."""
_TELLER = re.compile(r"\b(?:I|we|me|us|my|our)\b", re.IGNORECASE)
OPENING = 120
"""Code points in which a deed that is a question asks it."""
_PERSON = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_WOULD = re.compile(
    r"^(?:and )?will\b|\b(?:I|we)(?: (?:would|will)\b|[’']ll\b|[’']d (?!(?:been|had|made|"
    r"\w{1,12}(?:ed|en|own|ung|ept|ent|elt|ost|ght|one|old|aid|ead))\b))",
    re.IGNORECASE,
)
"""What would be done, and was not yet; "I'd made" was."""
ONCE_MORE = "have you stood in such a place again, and what did you do?"
NOT_ENOUGH = "where has that not been enough since?"
PUT_OFF = "what did it cost to put that off, and how did you open it in the end?"
THEN_WHAT = "how did you decide what to do next?"
FORESEEN = "what did you see at the time that should have told you?"
SOONER = "what would have let you see it sooner?"
WHERE_RIGHT = "where were they right, looking back?"
ENOUGH_TO_YIELD = "what would it have taken for you to do it their way?"
HEARD = "what would have made you hear them at the time?"
STRONGEST: tuple[tuple[str, str, str], ...] = (
    ("decision", ANY_CHOICE, "strongest choice"),
    ("disagreement", "what was the best argument of the other side?", "sharpest disagreement"),
    ("mistake", FORESEEN, "owned mistake"),
    ("setback", "what did you tell your team and your manager, and when?", "hardest moment"),
    ("lasted", "what keeps it in place now that you are not watching?", "claim to last"),
    ("lesson", "when did you last act on that, and what came of it?", "lesson"),
)


def depth(sight: Sight) -> Iterator[Candidate]:
    """Follow-ups to what is told well, weakest claim to an interviewer's time of all questions."""
    context = sight.context
    impact = context.facts.impact
    if impact is not None and impact.quantity < len(context.facts.quantities):
        span = context.facts.quantities[impact.quantity].span
        yield _of(context, span, 20, of_worth(context, span), "largest figure")
    elif figure := _boldest(sight):
        yield _of(context, figure.span, 20, FIGURE, "largest figure")
    for place, (kind, question, what) in enumerate(STRONGEST):
        found = _strongest(sight, kind)
        if found is None and kind == "disagreement":
            for span in islice(objections(context), 1):
                asked = WHERE_RIGHT if answered.is_argument(context, span) else question
                asked = ENOUGH_TO_YIELD if answered.is_granted_to(context, span) else asked
                yield _of(context, span, 19 - place, asked, what)
        if found is not None:
            asked = _fitted(sight, found) or question
            yield _of(context, _told_by(context, found), 19 - place, asked, what)
    for span, question in zip(_deeds(context), _ACTIONS, strict=False):
        yield _of(context, span, 8, question, "main action")


def _deeds(context: StoryContext) -> list[Span]:
    """The sentences of the action, the longest first; where the teller says "I", those that tell a deed of theirs.

    Questions, deeds of others, mistakes and what goes on with a mistake are left out, in this order, as long as
    something stays.
    """
    mistakes = context.facts.of("mistake")
    acting = {index for index, sentence in enumerate(context.labels) if sentence.label == "action"}
    for other in (
        {index for index in acting if _asks(context, index) or answered.is_found_out(context, index)},
        {index for index in acting if _is_of_others(context, index)},
        {one.sentence for one in mistakes} | {index for index in acting if _leaves_out(context, index)},
        {one.sentence + 1 for one in mistakes if fits(context, one)},
    ):
        acting = acting - other or acting
    did = {signal.sentence for signal in context.facts.of(*_DOING)}
    paid = {signal.sentence for signal in context.facts.of("trade-off", "owned-part", "setback")}
    mine = (acting & did) - paid or acting
    return sorted((context.labels[index].span for index in mine), key=lambda span: (-len(span), span.start))


def _asks(context: StoryContext, sentence: int) -> bool:
    """Whether a deed is a question: what came of it is its answer."""
    return _QUESTION.search(context.sentence(sentence, most=OPENING)) is not None


_LEAVES_OUT = re.compile(
    r"\bI (?:had |also |just |simply |then )?(?:skip(?:ped)?|forgot(?:ten)?|missed|overlooked|neglected|ignored|"
    r"failed to|did(?:n[’']t| not)|had(?:n[’']t| not)|never)\b",
    re.IGNORECASE,
)


def _leaves_out(context: StoryContext, sentence: int) -> bool:
    """Whether the teller tells what they left undone: nobody asks what would have happened without that."""
    return _LEAVES_OUT.search(context.sentence(sentence, most=OPENING)) is not None


def _is_of_others(context: StoryContext, sentence: int) -> bool:
    """Whether the teller is nowhere in a sentence: "Dora rode with the early shift for a week"."""
    return _TELLER.search(context.sentence(sentence, most=OPENING)) is None


def _fitted(sight: Sight, found: Signal) -> str | None:
    """The question about this very choice, lesson, setback or quarrel; ``None`` where that of its kind will do."""
    context = sight.context
    words = context.document.quote(clause(context, found.span))
    if found.kind == "decision":
        return of_choice(sight, found)
    if found.kind == "lesson" and is_acted_on(context, found.sentence):
        return NOT_ENOUGH
    if found.kind == "lesson" and _WOULD.search(words):
        return ONCE_MORE
    if found.kind == "setback" and _PERSON.search(words):
        return THEN_WHAT
    if found.kind == "setback" and is_told(context, found.sentence):
        return SOONER
    return _of_quarrel(context, found, words) if found.kind == "disagreement" else None


def _of_quarrel(context: StoryContext, found: Signal, words: str) -> str | None:
    """The question about this very quarrel; ``None`` where the best argument of the other side is asked for."""
    if is_shunned(words):
        return PUT_OFF
    if answered.is_taken(context, found.sentence):
        return FORESEEN
    if is_feeling(context, found):
        known = is_answered(context, found) or has_ended(context, found)
        return "where do you stand with them today?" if known else HEARTS
    if answered.is_regretted(context, words):
        return HEARD
    if _is_anothers(context, found) and is_argued(context, found.span):
        return ENOUGH_TO_YIELD if is_granted(context, found.sentence) else WHERE_RIGHT
    return None


def _is_anothers(context: StoryContext, found: Signal) -> bool:
    """Whether somebody else stands against it, one of the teller's own people too: "our architect objected"."""
    before = heard_before(context, found.span.start, most=OPENING)
    return not is_ours(context, found) or _ONE_OF_OURS.search(before) is not None


_ONE_OF_OURS = re.compile(r"\b(?:our|my) (?:(?!team\b|own\b)[\w-]{2,14} ){1,3}$", re.IGNORECASE)
_ACTIONS = ("what would have happened without you?", "what did you expect to come of that, and what came of it?")


def _of(context: StoryContext, span: Span, hurt: float, question: str, what: str) -> Candidate:
    words = clause(context, span)
    return Candidate(
        f"depth-{what}", hurt, f"{quoted(context, words, about=span)}: {question}", f"It is the {what} here.", (words,)
    )


def _strongest(sight: Sight, kind: str) -> Signal | None:
    """The signal of this kind whose sentence holds most of what makes a choice hard, or the first.

    A belief at the start is no lesson, and a lesson about quarrels is no quarrel. A mistake is owned best, and a lesson
    drawn, where the story looks back.
    """
    labels, holds = sight.context.labels, _HOLDS.get(kind, _always)
    nowhere = (*_NOT_IN.get(kind, ()), "other")  # the question that was put, and the like

    def weight(sentence: int) -> int:
        looks_back = kind in ("mistake", "lesson") and labels[sentence].label == "reflection"
        return sum(WEIGHTS.get(kind, 0) for kind in sight.kinds[sentence]) + (LOOKS_BACK if looks_back else 0)

    found = [
        signal
        for signal in sight.context.facts.of(kind)
        if labels[signal.sentence].label not in nowhere and holds(sight.context, signal)
    ]
    found = [signal for signal in found if _says_enough(sight.context, signal, kind)]
    return max(found, key=lambda s: (weight(s.sentence), -s.span.start)) if found else None


_NOT_IN: Mapping[str, tuple[Label, ...]] = {
    "decision": ("situation", "result", "reflection"),
    "disagreement": ("task", "reflection"),
    "lasted": ("situation", "task", "action"),
    "setback": ("reflection",),
    "lesson": ("situation", "task", "action"),
}


def _says_enough(context: StoryContext, signal: Signal, kind: str) -> bool:
    """Whether the clause, quoted alone, still says what it is about: "we cut" does not, nor "that's on me"."""
    told = clause(context, signal.span)
    words = context.document.quote(told).split()
    hangs = kind in ("disagreement", "lesson") and words[:1] in (["which"], ["who"], ["that"])
    least = LEAST_WORDS + (kind in ("mistake", "setback", "lasted")) + 3 * hangs
    whole = len(words) >= least and words[-1].lower() not in _LEFT_OPEN
    return whole and not (kind in ("lesson", "mistake") and _is_only(context, signal, told))


def _told_by(context: StoryContext, found: Signal) -> Span:
    """The words to quote; of a mistake that is only named, those of the next sentence, which tells it."""
    named = found.kind == "mistake" and names_fault(context.document.quote(clause(context, found.span)))
    last = found.sentence + 1 == len(context.labels)
    return context.labels[found.sentence + 1].span if named and not last else found.span


def _is_only(context: StoryContext, signal: Signal, told: Span) -> bool:
    """Whether a clause names a lesson and does not say it, "what I learned is", or says only that it was right."""
    words = context.document.quote(told)
    rest = context.document.text[signal.span.end : told.end].split()
    if names_fault(words.strip()) and signal.kind == "lesson":
        return True
    if _ASKS.match(words) is not None or _WHAT_WENT_WRONG.fullmatch(words.strip()) is not None:
        return True
    return (len(rest) < LEAST_SAID and _NAMES_ONE.search(words) is not None) or _STANDS_BY.search(words) is not None


def _always(context: StoryContext, signal: Signal) -> bool:
    return True


_HOLDS: Mapping[str, Callable[[StoryContext, Signal], bool]] = {
    "decision": is_chosen,
    "lasted": keeps_on,
    "disagreement": has_argument,
    "mistake": is_mistake,
    "setback": befell,
}
"""What has to be true of a signal before it is asked about."""


def _boldest(sight: Sight) -> Quantity | None:
    """The last figure of the result that states a change, in itself or beside another of its kind in its sentence."""
    context = sight.context
    places = [i for i, sentence in enumerate(context.labels) if sentence.label == "result"]
    indices = [index for place in places for index in sight.figures[place]]
    told = [context.facts.quantities[index] for index in indices if not is_given(context, index)]
    told = [q for q in told if not is_thought_of(context, q)]
    told = [q for q in told if _LOST.search(context.document.quote(clause(context, q.span))) is None]
    changes = [q for q in told if q.kind in ("percent", "multiple") and not (is_rare(q) or is_late(context, q))]
    compared = [q for before, q in pairwise(told) if not is_passing(q) and _is_beside(context, before, q)]
    return next(iter([*reversed(changes), *reversed(compared)]), None)


def _is_beside(context: StoryContext, before: Quantity, figure: Quantity) -> bool:
    alike = (before.kind, before.unit) == (figure.kind, figure.unit)
    return alike and context.sentence_at(before.span.start) == context.sentence_at(figure.span.start)
