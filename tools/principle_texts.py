"""What the ranker of principles learns from and is measured on: stories, outlines, plots, sentences and questions."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from starproof.guides import load_guide
from starproof.questions import load_questions
from starproof.scoring import joined
from starproof.understand.openings import without_opening
from starproof.understand.topics import words

CORPUS = Path(__file__).parents[1] / "corpus"
IDS = [principle.id for principle in load_guide().principles]
FOLDS = 5
PARTS = ("extra", "labels")
"""Folders of the corpus that hold further stories with principles."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question or a story with its principle, or its side of the gate. ``hand`` is the writer or batch left out."""

    text: str
    principle: int
    hand: str
    title: str = ""
    also: tuple[int, ...] = ()


def annotated() -> int:
    """How many stories ``train.jsonl`` has; they come first among ``stories``."""
    return len((CORPUS / "train.jsonl").read_text(encoding="utf-8").splitlines())


def stories() -> tuple[list[Item], list[Item]]:
    """The stories of the corpus that answer a question, those of ``train.jsonl`` first, and in the same order those."""
    told = [(item, asked) for item, asked in _told() if asked]
    return [item for item, _ in told], [Item(asked, item.principle, item.hand) for item, asked in told]


def unasked() -> list[Item]:
    """The stories of the corpus that are told without a question."""
    return [item for item, asked in _told() if not asked]


def _told() -> list[tuple[Item, str]]:
    """Every story with a principle, with its question if any, those of ``train.jsonl`` first."""
    files = [CORPUS / "train.jsonl", *(file for part in PARTS for file in sorted((CORPUS / part).glob("*.jsonl")))]
    told = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    hands = {hand: f"hand {place % FOLDS}" for place, hand in enumerate(sorted({*map(_hand, told)}))}
    return [
        (
            Item(
                joined(story)[0],
                IDS.index(story["principle"]),
                hands[_hand(story)],
                story.get("title") or "",
                tuple(map(IDS.index, story["also"])),
            ),
            story.get("question") or "",
        )
        for story in told
    ]


def _hand(story: dict[str, str]) -> str:
    return story["id"].split("-")[0]


def outlines() -> list[Item]:
    listed = tomllib.loads((CORPUS / "outlines.toml").read_text(encoding="utf-8"))
    return [
        Item(text.split(". ", 1)[1], IDS.index(name), "outlines", text.split(". ", 1)[0])
        for name, texts in listed.items()
        for text in texts
    ]


def plots() -> list[Item]:
    """The hearts of stories in a few sentences, without titles; each file is a hand of its own."""
    return [
        Item(s["text"], IDS.index(s["principle"]), f"plots, {file.stem}", also=tuple(map(IDS.index, s["also"])))
        for file in sorted((CORPUS / "plots").glob("*.jsonl"))
        for s in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    ]


def shown() -> list[Item]:
    """Single sentences by the principle that each shows."""
    listed = tomllib.loads((CORPUS / "shown.toml").read_text(encoding="utf-8"))
    return [Item(text, IDS.index(name), "shown") for name, texts in listed.items() for text in texts]


def questions(file: str) -> list[Item]:
    """The questions of a file by principle; tables in it are batches of their own."""
    listed = tomllib.loads((CORPUS / file).read_text(encoding="utf-8"))
    plain = {name: texts for name, texts in listed.items() if isinstance(texts, list)}
    batches = {"first": plain} | {name: part for name, part in listed.items() if isinstance(part, dict)}
    return [
        Item(text, IDS.index(name), batch)
        for batch, part in batches.items()
        for name, texts in part.items()
        for text in texts
    ]


def bank() -> list[Item]:
    return [Item(question.text, IDS.index(question.principle), "bank") for question in load_questions()]


def other() -> list[Item]:
    listed = tomllib.loads((CORPUS / "questions-other.toml").read_text(encoding="utf-8"))["asked"]
    return [Item(text, 0, f"fold {place % FOLDS}") for place, text in enumerate(listed)]


def bare(items: Sequence[Item]) -> list[Item]:
    """Questions without their openings."""
    return [replace(item, text=" ".join(without_opening(words(item.text)))) for item in items]
