"""A bank of six stories of the training corpus, copied for each test that practises with it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from starproof.api import make_reviewer, open_bank
from starproof.bank import Bank
from starproof.core.bank import Draft
from starproof.engine import Reviewer

CORPUS = Path(__file__).parents[2] / "corpus" / "train.jsonl"
STORIES = 6


@pytest.fixture(scope="session")
def reviewer() -> Reviewer:
    return make_reviewer()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, reviewer: Reviewer) -> Path:
    path = tmp_path_factory.mktemp("filled") / "bank.db"
    with CORPUS.open(encoding="utf-8") as lines, open_bank(path, reviewer=reviewer) as bank:
        bank.add_all([_draft(json.loads(line)) for line, _ in zip(lines, range(STORIES), strict=False)])
        bank.refresh()
    return path


@pytest.fixture
def bank(filled: Path, tmp_path: Path, reviewer: Reviewer) -> Iterator[Bank]:
    shutil.copy(filled, tmp_path / "bank.db")
    with open_bank(tmp_path / "bank.db", reviewer=reviewer) as opened:
        yield opened


def _draft(row: dict[str, object]) -> Draft:
    parts = row["sentences"]
    assert isinstance(parts, list)
    text = "".join(("\n\n" if part.get("para") else " ") + part["text"] for part in parts).strip()
    return Draft(
        text, id=str(row["id"]), title=str(row["title"]), question=str(row["question"]), principle=str(row["principle"])
    )
