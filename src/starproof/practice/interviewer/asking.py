"""What is asked next, or why nothing more is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

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
LEAST_QUOTED = 3
"""Words below which a quote tells nobody what is meant."""
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
    thread = list(asked[len(asked) - answered :]) if answered else []
    if len(thread) >= conduct.most(most):
        return "enough"
    if not turns or not any(turn.context.labels for turn in turns):
        return "exhausted"
    known = {one.key for one in asked}
    said = {_bare(one.question) for one in asked}
    quoted = [one.evidence[0].quote.casefold() for one in thread if one.evidence]
    for turn, depth, point in _candidates(turns, thread, conduct):
        if (key := point.key(turn, turns[turn].text)) in known:
            continue
        fresh = depth > 1 or point.figure is not None
        question = _put(
            turns[turn], turn, point, key, depth, manner=manner, seed=seed, said=said, quoted=[] if fresh else quoted
        )
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
    places = [(one.turn, sentence_of(turns[one.turn], one.evidence[0].span)) for one in thread if one.evidence]
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


def _put(
    heard: Heard,
    turn: int,
    point: Point,
    key: str,
    depth: int,
    *,
    manner: Manner,
    seed: int,
    said: set[str],
    quoted: Sequence[str],
) -> Asked | None:
    """The point as a question in words that were not used yet, tied to words that were not quoted yet."""
    for focus in (point.focus, *point.others):
        span = quote(heard, focus)
        words = span.of(heard.text)
        if len(words.split()) < LEAST_QUOTED and point.kind not in AS_SHORT_AS_SAID:
            continue
        if any(words.casefold() in other or other in words.casefold() for other in quoted):
            continue
        for question in wordings(point.kind, manner, seed=seed, key=key, quote=words, detail=point.detail):
            if _bare(question) not in said:
                return Asked(question, because(point.kind), point.kind, key, depth, turn, (Evidence(span, words),))
    return None


def _bare(question: str) -> str:
    return " ".join(question.split()).casefold()
