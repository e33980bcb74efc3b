"""A home with a bank of six stories of the training corpus, copied for each test that practises in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from starproof.api import open_bank
from starproof.api.practising import Studio, open_studio
from starproof.core.practice import Session
from starproof.engine import Reviewer


@dataclass
class Home:
    """Where somebody practises."""

    folder: Path
    reviewer: Reviewer

    @contextmanager
    def studio(self) -> Iterator[Studio]:
        """The studio that the command had, opened after it."""
        with open_bank(self.folder / "bank.db", reviewer=self.reviewer) as bank:
            yield open_studio(bank, self.reviewer, folder=self.folder)

    def last(self) -> Session:
        """The session begun last, as it stands in the bank."""
        with self.studio() as studio:
            return studio.open(studio.sessions()[0].setup.id)


@pytest.fixture
def home(filled: Path, tmp_path: Path, reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch) -> Home:
    shutil.copy(filled, tmp_path / "bank.db")
    monkeypatch.setenv("STARPROOF_HOME", str(tmp_path))
    monkeypatch.setitem(os.environ, "TZ", "UTC")
    return Home(tmp_path, reviewer)
