"""A bank of six stories of the training corpus, copied for each test that practises with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from starproof.api import open_bank
from starproof.api.recordings import Recordings
from starproof.bank import Bank
from starproof.engine import Reviewer
from tests.api.practising_at import Room


@pytest.fixture
def bank(filled: Path, tmp_path: Path, reviewer: Reviewer) -> Iterator[Bank]:
    shutil.copy(filled, tmp_path / "bank.db")
    with open_bank(tmp_path / "bank.db", reviewer=reviewer) as opened:
        yield opened


@pytest.fixture
def room(bank: Bank, reviewer: Reviewer, tmp_path: Path) -> Room:
    return Room(bank, reviewer, tmp_path)


@pytest.fixture
def recordings(tmp_path: Path) -> Recordings:
    return Recordings.beside(tmp_path / "home", "bank.db")
