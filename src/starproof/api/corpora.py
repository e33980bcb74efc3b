"""Corpora of annotated stories, and what others read in them, from files; a line of the wrong shape is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from starproof.api.reading import read_bytes
from starproof.errors import InputError
from starproof.scoring import as_review
from starproof.scoring.shapes import LABELS, REVIEW, STORY, fault_of

Reviews = dict[str, dict[str, Any]]


def read_annotated(source: str) -> list[dict[str, Any]]:
    """The annotated stories of a corpus file.

    Raises:
        InputError: when the file cannot be read, or a line is no annotated story.
    """
    stories: dict[str, dict[str, Any]] = {}
    for number, story in _json_lines(source, _no_story):
        if fault := fault_of(story, STORY):
            raise _no_story(source, number, fault)
        if story["id"] in stories:
            raise _no_story(source, number, f"there is another {story['id']!r} above")
        stories[story["id"]] = story
    return list(stories.values())


def _no_story(source: str, number: int, why: str) -> InputError:
    return InputError(
        "E-INP-111",
        f"Line {number} of {source!r} is no annotated story: {why}.",
        "corpus/ANNOTATION.md says what one looks like; corpus/check.py checks a file.",
    )


def read_readings(path: str) -> Reviews:
    """The reviews of a file, by story id, one a line; annotated stories count as their annotator's reviews.

    Raises:
        InputError: when the file cannot be read, or a line is neither.
    """
    found: Reviews = {}
    for number, row in _json_lines(path, _no_reading):
        reviewed = isinstance(row, dict) and "flags" in row
        if fault := fault_of(row, REVIEW if reviewed else LABELS):
            raise _no_reading(path, number, fault)
        found[row["id"]] = row if reviewed else as_review(row)
    return found


def _no_reading(path: str, number: int, why: str) -> InputError:
    return InputError(
        "E-INP-114",
        f"Line {number} of {path!r} is neither a review nor an annotated story: {why}.",
        "Reviews are what starproof batch writes; corpus/ANNOTATION.md describes stories.",
    )


def _json_lines(source: str, refused: Callable[[str, int, str], InputError]) -> Iterator[tuple[int, Any]]:
    """What stands on each line of a file that is not blank, with its number.

    Args:
        source: the file.
        refused: the error of a line that is no JSON, from file, line and why.

    Raises:
        InputError: when the file cannot be read, or ``refused``.
    """
    for number, line in enumerate(read_bytes(Path(source)).splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            raise refused(source, number, f"it is no JSON ({error})") from error
