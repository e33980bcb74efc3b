"""The stories and single sentences that the reader of red flags is trained on, with the mark of each sentence."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leaning_labels import held_out, labelled

from starproof.core.document import Document, LabelledSentence, Story
from starproof.core.facts import Facts
from starproof.engine import Reviewer
from starproof.parse import parse
from starproof.understand import label
from starproof.understand.leaning_sentences import KINDS, features_by_sentence
from starproof.understand.leanings import SPEAKS

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SINGLE = "sentences.txt"
OTHERS = "O"
"""The kind that is marked only where it decides: where nothing is said of it, it is not known."""
ABSENT = {"single-team": OTHERS, "no-hard-decision": "H", "perfect-story": "P", "no-follow-up": "F"}
"""A story with the flag shows no sentence of the kind."""
Marks = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Example:
    """One story: its flags and, for each sentence, its features and its mark for each kind (NaN: not known)."""

    id: str
    flags: frozenset[str]
    document: Document
    labels: tuple[LabelledSentence, ...]
    """As a labeller reads them that never saw the story's hand."""
    facts: Facts
    names: tuple[tuple[str, ...], ...]
    marks: Marks

    @property
    def hand(self) -> str:
        return self.id.rsplit("-", 1)[0]


def joined(story: Mapping[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for sentence in story["sentences"]:
        text += "" if not text else "\n\n" if sentence.get("para") else " "
        spans.append((len(text), len(text) + len(sentence["text"])))
        text += sentence["text"]
    return text, spans


def marked_lines(path: Path) -> dict[str, dict[str, list[int]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    parts = [line.split() for line in lines if line and not line.startswith("#")]
    return {p[0]: {mark[0]: [int(n) for n in mark[1:].split(",")] for mark in p[1:]} for p in parts}


def stories() -> Iterator[Example]:
    reviewer = Reviewer()
    evidence = {
        name: marks
        for path in sorted((CORPUS / "evidence").glob("*.txt"))
        if path.name != SINGLE
        for name, marks in marked_lines(path).items()
    }
    for story in training_stories():
        yield example(story, evidence.get(story["id"]), reviewer)


def training_stories() -> Iterator[Mapping[str, Any]]:
    """The stories with flags that training may see, as they stand in the corpus."""
    for path in [CORPUS / "train.jsonl", *sorted((CORPUS / "extra").glob("*.jsonl"))]:
        for line in path.read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            if "red_flags" in story and story["id"].rsplit("-", 1)[0] != "dev":
                yield story


def example(story: Mapping[str, Any], evidence: Mapping[str, list[int]] | None, reviewer: Reviewer) -> Example:
    text, spans = joined(story)
    document = parse(Story(story["id"], text, register=story.get("register")))
    guesses = held_out().get(story["id"])
    labels = label(document) if guesses is None else labelled(document, spans, guesses)
    facts = reviewer.facts(document, labels)
    flags = {flag["id"]: flag["evidence"] for flag in story["red_flags"]}
    if evidence is not None:
        gold = {kind: marked_spans(evidence.get(kind, ()), spans) for kind in KINDS}
        marks = {kind: [shown(document, n, gold[kind]) for n in range(len(document.sentences))] for kind in KINDS}
        if OTHERS not in evidence and "single-team" not in flags:
            marks[OTHERS] = [math.nan] * len(document.sentences)
    else:
        marks = {kind: list(guessed(document, text, kind, flags)) for kind in KINDS}
    return Example(story["id"], frozenset(flags), document, labels, facts, features_by_sentence(document, facts), marks)


def marked_spans(numbers: Iterable[int], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [spans[number] for number in numbers]


def shown(document: Document, number: int, gold: Iterable[tuple[int, int]]) -> float:
    span = document.sentences[number].span
    return float(any(overlap(span.start, span.end, *g) > 0.5 * min(len(span), g[1] - g[0]) for g in gold))


def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    return min(end, other_end) - max(start, other_start)


def guessed(document: Document, text: str, kind: str, flags: Mapping[str, str | None]) -> Iterator[float]:
    """Marks of a story that nobody marked: the quoted evidence, and what a flag's presence or absence implies."""
    flag = next((flag for flag, spoken in SPEAKS.items() if spoken == kind and flag in "blame micromanagement "
                 "ic-work jargon vague-metrics".split(" ")), None)  # fmt: skip
    quote = flags.get(flag) if flag else None
    start = text.find(quote) if quote else -1
    ruled_out = (flag is not None and flag not in flags) or any(f in flags and k == kind for f, k in ABSENT.items())
    for sentence in document.sentences:
        if start >= 0 and quote and overlap(sentence.span.start, sentence.span.end, start, start + len(quote)) > 0:
            yield 1.0
        else:
            yield 0.0 if ruled_out else math.nan


def single_sentences() -> list[tuple[tuple[str, ...], str]]:
    reviewer, found = Reviewer(), []
    for line in (CORPUS / "evidence" / SINGLE).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kinds, _, text = line.partition("\t")
            document = parse(Story("sentence", text))
            names = features_by_sentence(document, reviewer.facts(document, label(document)))
            found.append((tuple(dict.fromkeys(name for row in names for name in row)), kinds))
    return found


def single_mark(kind: str, kinds: str) -> float:
    """A single sentence shows its kinds and no other, but says of others only where it is about them."""
    return math.nan if kind == OTHERS and not set("OS") & set(kinds) else float(kind in kinds)
