"""Questions as an interviewer would choose them: one principle after the other, nothing asked lately, no two alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from random import Random

from starproof.core.questions import Question
from starproof.understand.topics import stem, words

ALIKE = 0.5
"""From this share of stems in common on, two questions ask for the same thing."""
_ASKING = frozenset(
    map(
        stem,
        "tell me about a an the time you your had to of for describe when did what how do give i in and is was".split(),
    )
)
"""Words of which every question is made."""


def alike(one: Question, other: Question) -> bool:
    """Whether two questions ask for the same thing: by their words, or by principle and theme."""
    if one.principle == other.principle and set(one.themes[:1]) & set(other.themes[:1]):
        return True
    return same_words(one.text, other.text)


def same_words(one: str, other: str) -> bool:
    """Whether two questions say the same in nearly the same words."""
    mine, theirs = _telling(one), _telling(other)
    both = len(mine | theirs)
    return one == other or (both > 0 and len(mine & theirs) / both >= ALIKE)


def spread(
    questions: Sequence[Question],
    *,
    chance: Random,
    many: int,
    lately: Sequence[str] = (),
    taken: Iterable[Question] = (),
    fits: Callable[[Question], bool] = lambda question: True,
) -> tuple[Question, ...]:
    """As many questions as wanted, or as there are.

    Args:
        chance: decides what the rules leave open.
        lately: the words of questions that are not to come again.
        taken: questions that stand already; none like them comes.
        fits: whether a question will do at all; asked last, since it may cost.
    """
    chosen = list(taken)
    found: list[Question] = []
    old = set(lately)
    for question in _turn_about(questions, chance):
        if len(found) == many:
            break
        if question.text in old or any(alike(question, other) for other in chosen) or not fits(question):
            continue
        chosen.append(question)
        found.append(question)
    return tuple(found)


def _turn_about(questions: Sequence[Question], chance: Random) -> Iterator[Question]:
    """All questions, principle after principle, each principle's own shuffled."""
    by_principle: dict[str, list[Question]] = {}
    for question in questions:
        by_principle.setdefault(question.principle, []).append(question)
    piles = list(by_principle.values())
    chance.shuffle(piles)
    for pile in piles:
        chance.shuffle(pile)
    return (question for question in chain.from_iterable(zip_longest(*piles)) if question is not None)


def _telling(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text))) - _ASKING
