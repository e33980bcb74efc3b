"""What is asked next, or why nothing more is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from starproof.core.practice import Asked, Closing, Manner
from starproof.core.results import Evidence
from starproof.practice.interviewer.answered import answers
from starproof.practice.interviewer.digging import after
from starproof.practice.interviewer.finding import left_open, main_turn
from starproof.practice.interviewer.hearing import Heard, earlier, sentence_of
from starproof.practice.interviewer.manners import CONDUCT, Conduct
from starproof.practice.interviewer.point import Point
from starproof.practice.interviewer.quoting import quote
from starproof.practice.interviewer.wording import because, wordings

MOST_OF_A_KIND: Mapping[str, int] = {"sum": 2, "baseline": 2, "period": 2, "reason": 2, "pressed": 9}
"""How often one kind of question comes in a thread; any other comes once."""
LEAST_QUOTED = 4
"""Words below which a quote tells nobody what is meant; one fewer with somebody who acts in it."""
_WHO = frozenset(("i", "we"))
AS_SHORT_AS_SAID = ("sum", "one-line", "evasive", "example", "rambling", "pressed", "unknown", "amount")
_Ranked = tuple[float, int, int, Point]


def next_question(
    turns: Sequence[Heard], asked: Sequence[Asked], *, manner: Manner, most: int, seed: int
) -> Asked | Closing:
    """The next follow-up question of a thread, or ``exhausted`` or ``enough``.

    Args:
        turns: the answer and the answers to follow-ups, each heard once with ``hear``.
        asked: every follow-up of the session so far, oldest first. The last ``len(turns) - 1`` are those that the
            turns after the first answer.
        manner: how the interviewer goes about it.
        most: follow-up questions of this thread at the most.
        seed: of the session; draws the wordings.
    """
    conduct = CONDUCT[manner]
    answered = max(len(turns) - 1, 0)
    thread = list(asked[max(len(asked) - answered, 0) :]) if answered else []
    if len(thread) >= conduct.most(most):
        return "enough"
    if not turns or not turns[0].context.labels:
        return "exhausted"
    candidates = list(_candidates(turns, thread, conduct))
    fresh = _Pen.of(asked, thread, manner=manner, seed=seed)
    for pen in (fresh, replace(fresh, quoted=())):
        for turn, depth, point in candidates:
            question = pen.put(turns[turn], turn, point, depth)
            if question is not None:
                return question
    return "exhausted"


def _candidates(turns: Sequence[Heard], thread: Sequence[Asked], conduct: Conduct) -> Iterator[tuple[int, int, Point]]:
    """Turn, depth and point of what could be asked now, best first."""
    if thread:
        last = len(turns) - 1
        used = Counter(one.kind for one in thread)
        digs = (point for point in after(turns, thread, conduct) if used[point.kind] < _at_most(point.kind))
        yield from ((last, thread[-1].depth + 1, point) for point in digs)
    ranked = sorted(_ranked(turns, thread, conduct), key=lambda one: one[:3])
    yield from ((turn, 1, point) for _, turn, _, point in ranked)


def _ranked(turns: Sequence[Heard], thread: Sequence[Asked], conduct: Conduct) -> Iterator[_Ranked]:
    """The open points of all turns that nothing answers, with what they weigh in this manner."""
    used = Counter(one.kind for one in thread)
    places = [
        (one.turn, sentence_of(turns[one.turn], one.evidence[0].span))
        for one in thread
        if one.evidence and one.turn < len(turns)
    ]
    main = main_turn(turns)
    for number, heard in enumerate(turns):
        for point in left_open(heard, main=number in (0, main), late=number < len(turns) - 1):
            weight = conduct.order.get(point.kind)
            if weight is None or used[point.kind] >= _at_most(point.kind) or _settled(turns, number, point):
                continue
            place = (number, point.sentence)
            weight += point.weight + (conduct.stays if place in places else 0.0)
            yield -weight, number, point.focus.start, point


def _at_most(kind: str) -> int:
    return MOST_OF_A_KIND.get(kind, 1)


def _settled(turns: Sequence[Heard], number: int, point: Point) -> bool:
    """Whether a later turn answers it, or an earlier one says the same already."""
    sentence = turns[number].context.labels[point.sentence].span.of(turns[number].text)
    if any(sentence in turn.text for turn in turns[:number]):
        return True
    if point.figure is not None and earlier(turns[:number], point.figure):
        return True
    return any(answers(turn.whole, point) for turn in turns[number + 1 :])


@dataclass(frozen=True, slots=True)
class _Pen:
    """Puts points into words, and knows which words and quotes were used."""

    manner: Manner
    seed: int
    keys: frozenset[str]
    questions: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Kinds with the words that they quoted: an edited turn moves places, and asks nothing anew."""
    quoted: tuple[tuple[int, Evidence], ...]
    """What this thread has quoted already, each with its turn."""

    @classmethod
    def of(cls, asked: Sequence[Asked], thread: Sequence[Asked], *, manner: Manner, seed: int) -> _Pen:
        """What the whole session has asked, and what this thread of it has quoted."""
        quoted = tuple((one.turn, evidence) for one in thread for evidence in one.evidence)
        questions = frozenset(_bare(one.question) for one in asked)
        pairs = frozenset((one.kind, evidence.quote) for one in asked for evidence in one.evidence)
        return cls(manner, seed, frozenset(one.key for one in asked), questions, pairs, quoted)

    def put(self, heard: Heard, turn: int, point: Point, depth: int) -> Asked | None:
        """The question, or ``None`` where it was asked before or has no words of its own to quote."""
        key = point.key(turn, heard.text)
        if key in self.keys:
            return None
        for focus in (point.focus, *point.others):
            span = quote(heard, focus)
            words = Evidence(span, span.of(heard.text))
            if (point.kind, words.quote) in self.pairs or self._stale(turn, words, point, depth):
                continue
            for question in wordings(point, self.manner, seed=self.seed, key=key, quote=words.quote):
                if _bare(question) not in self.questions:
                    return Asked(question, because(point.kind), point.kind, key, depth, turn, (words,))
        return None

    def _stale(self, turn: int, words: Evidence, point: Point, depth: int) -> bool:
        """Whether a quote is too short to tell what is meant, or was quoted for another question already."""
        said = words.quote.casefold().split()
        if len(said) < LEAST_QUOTED - bool(_WHO & set(said)) and point.kind not in AS_SHORT_AS_SAID:
            return True
        if depth > 1 or point.figure is not None:
            return False
        return any(
            words.quote == other.quote or (turn == place and words.span.overlaps(other.span))
            for place, other in self.quoted
        )


def _bare(question: str) -> str:
    return " ".join(question.split()).casefold()
