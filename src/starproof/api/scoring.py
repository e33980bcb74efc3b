"""How well, and how evenly, the engine reads an annotated corpus."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from starproof.api.reading import read_bytes
from starproof.core.document import Story
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.report import as_dict
from starproof.scoring import against, as_review, evaluation, joined
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
    """
    gold = list(stories)
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
    stories: Iterable[Annotated], reviews: Mapping[str, Mapping[str, Any]], others: Iterable[Annotated]
) -> dict[str, Any]:
    """Scores and agreement of these reviews and another reader's, on the same stories.

    Args:
        stories: annotated stories.
        reviews: by story id, reviews as JSON.
        others: another engine's reviews, or another annotator's stories, with the same ids and texts.

    Raises:
        InputError: when the other reader left a story out, or read another text.
    """
    gold = list(stories)
    other = {item["id"]: item if "flags" in item else as_review(item) for item in others}
    for story in gold:
        _same_text(story, other.get(story["id"]))
    return against(gold, {"starproof": reviews, "other": other})


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


def read_readings(path: str) -> list[dict[str, Any]]:
    """The reviews or annotated stories of a file, one a line.

    Raises:
        InputError: when the file cannot be read, or a line is neither.
    """
    rows = []
    for number, line in enumerate(read_bytes(Path(path)).splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            row["id"], row["sentences"], row["quantities"], row["level"], row.get("flags", row.get("red_flags"))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise InputError(
                "E-INP-114",
                f"Line {number} of {path!r} is neither a review nor an annotated story: {error!r}.",
                "Reviews are what starproof batch writes; corpus/ANNOTATION.md describes stories.",
            ) from error
        rows.append(row)
    return rows


def _same_text(story: Annotated, other: Mapping[str, Any] | None) -> None:
    if other is None:
        raise InputError(
            "E-INP-112", f"The other file has nothing on story {story['id']!r}.", "It must hold every story's id."
        )
    content = other.get("text", {}).get("content")
    if content is not None and content != joined(story)[0]:
        raise InputError(
            "E-INP-113",
            f"The other file read another text for story {story['id']!r}.",
            "Review the same corpus again; its texts must be the same to the letter.",
        )
