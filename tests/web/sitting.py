"""Somebody who practises by plain forms, over a bank of stories and a clock that goes when it is told to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from shutil import copy2

import httpx
import pytest

from starproof.api import open_bank
from starproof.core.bank import Draft
from starproof.engine import Reviewer
from tests.corpus import paragraph_of, rows
from tests.web.conftest import NOW, Served, running

ROWS = rows()[::40]
ANSWER = (
    "When I joined, a release took three weeks and one in four failed. We decided to split the pipeline. "
    "I told the director that we would stop feature work for a month. It went down to two days and saved about "
    "$1.5 million a year. I learned that slow releases come from fear."
)
HOSTILE = '</textarea><script>alert(1)</script><img src=x onerror=alert(2)> "\u202egnp.exe\x07 {{ 7*7 }}'


@dataclass(slots=True)
class Hands:
    """A clock that goes when it is told to."""

    at: datetime = field(default_factory=lambda: datetime(2026, 3, 31, 9, 30, tzinfo=UTC))

    def __call__(self) -> str:
        return self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def go(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass(slots=True)
class Sitter:
    """Somebody at a browser without JavaScript."""

    client: httpx.Client
    page: httpx.Response

    @property
    def phase(self) -> str:
        return re.search(r'class="sitting ([\w-]+)"', self.page.text).group(1)  # type: ignore[union-attr]

    @property
    def at(self) -> str:
        return str(self.page.url).split("?")[0]

    def hidden(self, name: str) -> str | None:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page.text)
        return unescape(found.group(1)) if found else None

    def begin(self, **wishes: str) -> Sitter:
        self.page = self.client.post("/practice", data=wishes)
        assert self.page.status_code == 200
        return self

    def step(self, kind: str = "", **said: str) -> httpx.Response:
        data = {"kind": kind, "after": self.hidden("after") or "0", **said}
        answer = self.client.post(f"{self.at}/step", data=data)
        if answer.status_code == 200:
            self.page = answer
        return answer

    def answer(self, text: str = ANSWER) -> httpx.Response:
        return self.step("answered", text=text, turn=self.hidden("turn") or "0")


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, reviewer: Reviewer) -> Path:
    """A bank with stories, to be copied."""
    place = tmp_path_factory.mktemp("filled") / "bank.db"
    with open_bank(place, reviewer=reviewer, now=lambda: NOW) as bank:
        for number, story in enumerate(ROWS):
            text = paragraph_of(story)
            bank.add(Draft(text, id=f"s-{number}", title=story["title"], principle=story["principle"]))
    return place


@pytest.fixture
def served(filled: Path, tmp_path: Path, reviewer: Reviewer, hands: Hands) -> Iterator[Served]:
    copy2(filled, tmp_path / "bank.db")
    with open_bank(tmp_path / "bank.db", reviewer=reviewer, now=lambda: NOW) as bank:
        yield from running(bank, reviewer, clock=hands)


@pytest.fixture
def sitter(served: Served) -> Sitter:
    client = served.client()
    return Sitter(client, client.get("/practice"))


@pytest.fixture
def loop(sitter: Sitter) -> Sitter:
    people = {"name": ["Ana", "Bo"], "one": ["ownership", "dive-deep"], "two": ["", ""], "minutes": ["45", "45"]}
    sitter.client.post("/loop", data={**people, "on": "2026-05-01"})
    return sitter
