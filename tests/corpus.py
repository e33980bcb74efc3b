"""Stories of the training corpus, for tests that want real ones, and a bank of the first of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from starproof.api import open_bank
from starproof.core.bank import Draft
from starproof.engine import Reviewer

TRAIN = Path(__file__).parents[1] / "corpus" / "train.jsonl"
STORIES = 6
"""In the bank: enough for a plan, few enough to be reviewed while a test waits."""


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The stories as they are annotated, in order."""
    return tuple(json.loads(line) for line in TRAIN.read_text(encoding="utf-8").splitlines())


def text_of(row: dict[str, Any]) -> str:
    """A story in its paragraphs."""
    return "".join(("\n\n" if part.get("para") else " ") + part["text"] for part in row["sentences"]).strip()


def paragraph_of(row: dict[str, Any]) -> str:
    """A story in one paragraph, so that a test may look for words across its sentences."""
    return " ".join(part["text"] for part in row["sentences"])


def draft_of(row: dict[str, Any]) -> Draft:
    """A story as its owner puts it into a bank."""
    return Draft(text_of(row), id=row["id"], title=row["title"], question=row["question"], principle=row["principle"])


def new_bank(path: Path, reviewer: Reviewer) -> Path:
    """A bank of the first stories, reviewed; to be copied for each test."""
    with open_bank(path, reviewer=reviewer) as bank:
        bank.add_all([draft_of(row) for row in rows()[:STORIES]])
        bank.refresh()
    return path
