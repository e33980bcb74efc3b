"""How well, and how evenly, the engine reads an annotated corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from starproof.core.document import Story
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.report import as_dict
from starproof.scoring import against, evaluation, joined
from starproof.scoring.fairness import TRANSFORMATIONS, Change, Pair, pairs_of, report, verdicts

Annotated = Mapping[str, Any]
Reviews = dict[str, dict[str, Any]]


def evaluate(
    stories: Iterable[Annotated],
    *,
    reviewer: Reviewer | None = None,
    reviews: Mapping[str, Mapping[str, Any]] | None = None,
    misses: int = 5,
    on_done: Callable[[int], object] = lambda _: None,
) -> dict[str, Any]:
    """Review every story of an annotated corpus and score the reviews against its labels.

    Args:
        stories: records as ``corpus/ANNOTATION.md`` describes them.
        reviewer: whose reviews to score; ``None`` for the shipped guide.
        reviews: by story id, reviews that were made already, in place of the reviewer's.
        misses: how many of the worst misses to list of each kind.
        on_done: called with 1 after each story.

    Returns:
        Measures by part: sentences, quantities, inconsistent_claims, flags, level, impact, principle; then
        ``stories`` (how many), ``calibration``, ``registers`` (the same measures for each), ``intervals`` (95 %
        bootstrap over stories, nested like the measures) and ``misses``.

    Raises:
        InputError: when ``reviews`` leaves a story out, or is of another text.
    """
    gold = list(stories)
    if reviews is not None:
        check_readings(gold, reviews)
    made = reviews if reviews is not None else review_corpus(gold, reviewer=reviewer, on_done=on_done)
    return evaluation(gold, made, limit=misses)


def review_corpus(
    stories: Iterable[Annotated],
    *,
    reviewer: Reviewer | None = None,
    on_done: Callable[[int], object] = lambda _: None,
) -> Reviews:
    """The reviews of annotated stories as JSON, by story id; their labels are not looked at."""
    judge = reviewer or Reviewer()
    made = {}
    for item in stories:
        made[item["id"]] = _review(judge, item, joined(item)[0])
        on_done(1)
    return made


def compare_readers(
    stories: Iterable[Annotated],
    reviews: Mapping[str, Mapping[str, Any]],
    others: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """Scores and agreement of these reviews and another reader's, on the same stories.

    Args:
        stories: annotated stories.
        reviews: by story id, reviews as JSON.
        others: by story id, another reader's; see ``corpora.read_readings``.

    Raises:
        InputError: when the other reader left a story out, or read another text.
    """
    gold = list(stories)
    check_readings(gold, others)
    return against(gold, {"starproof": reviews, "other": others})


def fairness(
    stories: Iterable[Annotated],
    *,
    reviewer: Reviewer | None = None,
    on_done: Callable[[int], object] = lambda _: None,
) -> dict[str, Any]:
    """Retell every story as other people would, and count the verdicts that change though no fact did.

    Args:
        stories: annotated stories; what they annotate as a quantity or claim is left alone.
        reviewer: whose verdicts to compare; ``None`` for the shipped guide.
        on_done: called with 1 after each story.

    Returns:
        ``pairs``, ``changed``, ``share``, ``bar``; ``by_transformation`` and ``by_verdict`` with counts and shares;
        ``examples`` of changed pairs with the edits that changed them.
    """
    judge = reviewer or Reviewer()
    told: list[Change] = []
    for item in stories:
        plain = _review(judge, item, joined(item)[0])
        told += (_compared(judge, item, pair, plain) for pair in pairs_of(item))
        on_done(1)
    return report(told, TRANSFORMATIONS)


def _compared(judge: Reviewer, item: Annotated, pair: Pair, plain: Mapping[str, Any]) -> Change:
    """What differs between a pair's tellings and, if anything does, which of its edits suffice for that."""
    left = plain if not pair.before else _review(judge, item, pair.left)
    found = verdicts(pair, left, _review(judge, item, pair.right))
    if not found.changes:
        return found
    causes = [one for one in pair.alone() if verdicts(one, left, _review(judge, item, one.right)).changes]
    return replace(found, causes=tuple(causes))


def _review(judge: Reviewer, item: Annotated, text: str) -> dict[str, Any]:
    story = Story(item["id"], text, item.get("title"), item.get("question"), None, item.get("register"))
    return as_dict(judge.review(story))


def check_readings(stories: Iterable[Annotated], reviews: Mapping[str, Mapping[str, Any]]) -> None:
    """See that there is a review of every story, and of the same text.

    Raises:
        InputError: when one is missing, or of another text.
    """
    for story in stories:
        review = reviews.get(story["id"])
        if review is None:
            raise InputError(
                "E-INP-112",
                f"Of story {story['id']!r} there is no review to score or compare.",
                "The file must hold one for every story of the corpus, with its id.",
            )
        if (review.get("text") or {}).get("content", joined(story)[0]) != joined(story)[0]:
            raise InputError(
                "E-INP-113",
                f"The review of story {story['id']!r} is of another text.",
                "Review the same corpus again; its texts must be the same to the letter.",
            )
