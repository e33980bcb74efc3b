"""Annotated stories as sequences of sentences, and their copies in other shapes."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from starproof.core.document import LABELS
from starproof.core.text import Span

CORPUS = Path(__file__).parents[2] / "corpus"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its text, the index of its label, and whether it opens a paragraph."""

    text: str
    label: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One annotated story."""

    id: str
    hand: str
    register: str
    lines: tuple[Line, ...]
    before: int = 0
    after: int = 0
    """How many sentences of the imagined story around these lines stand before and after them."""


def load(*paths: Path) -> list[Told]:
    """The stories of some corpus files, in order."""
    rows = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [_told(json.loads(row)) for row in rows]


def training_files() -> list[Path]:
    """What the labeller learns from; never the held-out stories."""
    further = (path for name in ("extra", "labels") for path in sorted((CORPUS / name).glob("*.jsonl")))
    return [CORPUS / "train.jsonl", *further]


def _told(story: dict[str, object]) -> Told:
    sentences = story["sentences"]
    assert isinstance(sentences, list)
    lines = tuple(
        Line(row["text"], LABELS.index(row["label"]), place == 0 or bool(row.get("para")))
        for place, row in enumerate(sentences)
    )
    name = str(story["id"])
    return Told(name, name.rsplit("-", 1)[0], str(story["register"]), lines)


def windows() -> list[Told]:
    """Short passages from the start, the middle or the end of stories that are not told in full."""
    return [_window(told, where) for path in sorted((CORPUS / "windows").glob("*.jsonl")) for told, where in _cut(path)]


def _cut(path: Path) -> list[tuple[Told, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(zip(load(path), [json.loads(line)["context"] for line in lines if line.strip()], strict=True))


def _window(told: Told, where: str) -> Told:
    """The passage at the start, at the end or in the middle of an imagined story of usual length."""
    chance, short = random.Random(zlib.crc32(told.id.encode())), len(told.lines)
    rest = chance.randint(12, 24) - short
    before = {"start": 0, "end": rest}.get(where, chance.randint(3, rest - 3))
    lines = tuple(replace(line, opens=line.opens and not before) for line in told.lines)
    return replace(told, lines=lines, before=before, after=rest - before)


def as_heard(story: Told) -> Told:
    """The story as raw speech, its sentences still apart."""
    return replace(story, lines=tuple(replace(line, text=stripped(line.text)) for line in story.lines))


def stripped(text: str) -> str:
    """A sentence as a recogniser would write it: lower case, without punctuation."""
    return re.sub(r"\s+", " ", re.sub(r"(?<!\d)[.,](?!\d)|[^\w\s'’.,%$€£¥₹-]|[.,](?=\s|$)", " ", text.lower())).strip()


def raw(story: Told) -> tuple[str, list[tuple[int, int, int]]]:
    """The story as raw speech in one run, and each gold sentence's start, end and label in it."""
    text, spans = "", []
    for line in story.lines:
        plain = stripped(line.text)
        if plain:
            text += " " if text else ""
            spans.append((len(text), len(text) + len(plain), line.label))
            text += plain
    return text, spans


def recut(story: Told, pieces: Sequence[Span], text: str, spans: Sequence[tuple[int, int, int]]) -> Told:
    """The raw story cut into these pieces; each takes the label of its larger part."""
    lines = []
    for place, piece in enumerate(pieces):
        shares: dict[int, int] = {}
        for start, end, label in spans:
            shared = min(end, piece.end) - max(start, piece.start)
            if shared > 0:
                shares[label] = shares.get(label, 0) + shared
        if shares:
            lines.append(Line(piece.of(text), max(shares, key=lambda name: shares[name]), place == 0))
    return Told(story.id, story.hand, story.register, tuple(lines))


def part(story: Told, chance: random.Random) -> Told:
    """A run of the story's sentences, at least a third of them."""
    size = len(story.lines)
    start = chance.randrange(0, max(size // 2, 1))
    stop = chance.randrange(start + max(size // 3, 1), size + 1) if start + max(size // 3, 1) < size else size
    return Told(story.id, story.hand, story.register, story.lines[start:stop])


_OPENING = re.compile(
    r"^(?:(?:so|then|and|but|now|also) )?(?:I|we) (?:also |then |just |had |was |were )*(?=\w)", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:the|a|an|my|our) ", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:was|were|had been|had) (?=\w+ed\b)", re.IGNORECASE)


def noted(story: Told, chance: random.Random) -> Told:
    """The story as its teller might have noted it down: few subjects, articles and auxiliaries."""
    return replace(story, lines=tuple(replace(line, text=_noted(line.text, chance)) for line in story.lines))


def _noted(text: str, chance: random.Random) -> str:
    if chance.random() < 0.8:
        short = _OPENING.sub("", text)
        text = short[:1].upper() + short[1:]
    if chance.random() < 0.7:
        text = _ARTICLE.sub(lambda found: "" if chance.random() < 0.7 else found.group(), text)
    return _AUXILIARY.sub("", text) if chance.random() < 0.5 else text


def merged(story: Told, chance: random.Random) -> Told:
    """The story with some neighbours of one label told in one breath."""
    out: list[Line] = []
    for line in story.lines:
        if out and out[-1].label == line.label and chance.random() < 0.35:
            joint = chance.choice(["; ", ", and ", " - ", ", "])
            out[-1] = replace(out[-1], text=out[-1].text.rstrip(".") + joint + line.text[:1].lower() + line.text[1:])
        else:
            out.append(line)
    return replace(story, lines=tuple(out))


_MOST_IN_FORM = {"situation": 3, "task": 2, "action": 4, "result": 3, "reflection": 1}
"""How many sentences of each section a form holds at the most."""


def formed(story: Told, chance: random.Random) -> Told:
    """The story as a form filled in: a few sentences of each section, one section after the other, a paragraph each."""
    out: list[Line] = []
    for name, most in _MOST_IN_FORM.items():
        lines = [line for line in story.lines if LABELS[line.label] == name]
        size = min(chance.randint(int(name != "reflection"), most), len(lines))
        start = chance.randint(0, len(lines) - size)
        out += [replace(line, opens=at == 0) for at, line in enumerate(lines[start : start + size])]
    return replace(story, lines=tuple(out))
