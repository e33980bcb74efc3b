"""What there is to practise: the bank's stories, the question bank, and which answers which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import islice

from starproof.bank import Bank
from starproof.bank.records import Entry
from starproof.core.document import Story
from starproof.core.guide import Guide
from starproof.core.practice import Session
from starproof.core.results import Review
from starproof.engine.digest import MOST_FIGURES
from starproof.matching import Card, card, scores
from starproof.matching.ranking import counts
from starproof.moments import moment_of
from starproof.practice.drawing import Figure, Offer, Pool
from starproof.questions import load_questions

LATELY = timedelta(days=14)
"""For so long a question is not drawn again: the answer to it would still be the last one's echo."""
_MOST = 5
"""Stories that are looked at for one question."""


def pool_of(bank: Bank, guide: Guide, *, lately: Sequence[str] = ()) -> Pool:
    """All that may be drawn from."""
    stories = {one.id: one for one in bank.banked() if counts(one)}
    cards = {id_: card(one, guide=guide) for id_, one in stories.items()}
    answers, worth = _answers(cards.values(), guide), _worth(cards, guide)
    return Pool(stories, load_questions(), guide, answers, worth, tuple(lately))


def asked_lately(sessions: Iterable[Session], now: str) -> tuple[str, ...]:
    """The words of what was asked in the last two weeks, the last first; what a session never came to is not in it."""
    since = moment_of(now) - LATELY
    late = [
        (moment_of(attempt.began), session.setup.assignments[attempt.assignment].ask)
        for session in sessions
        for attempt in session.attempts
        if attempt.began is not None and moment_of(attempt.began) >= since
    ]
    return tuple(dict.fromkeys(ask for _, ask in sorted(late, reverse=True)))


def figures_of(
    bank: Bank, stories: Iterable[str], review: Callable[[Story], Review], *, most: int | None = MOST_FIGURES
) -> tuple[Figure, ...]:
    """The figures of these stories that an interviewer goes for, each story's first one first.

    Args:
        most: of each story; by default those that have cards, which come back. ``None`` for all.
    """
    return tuple(figure for story in stories for figure in islice(_figures(bank.get(story), review), most))


def _figures(entry: Entry, review: Callable[[Story], Review]) -> Iterator[Figure]:
    for one in review(entry.story()).defence:
        yield Figure(entry.id, one.evidence.quote, one.probe, one.because, one.card)


def _answers(cards: Collection[Card], guide: Guide) -> Callable[[str], Sequence[Offer]]:
    @cache
    def answers(ask: str) -> Sequence[Offer]:
        return tuple(Offer(id_, score) for id_, score in scores(ask, cards, limit=_MOST, guide=guide))

    return answers


def _worth(cards: Mapping[str, Card], guide: Guide) -> Callable[[str, str], float]:
    def worth(ask: str, story: str) -> float:
        return next((score for _, score in scores(ask, [cards[story]], limit=1, guide=guide)), 0.0)

    return worth
