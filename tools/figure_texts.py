"""The texts that derived figures are trained and measured on, each with its claims, its hand and its weight.

A text is a mapping with ``id``, ``text`` and ``claims``, or a ``case`` of the tests. Where only some of its figures are
known, ``only`` holds where those stand. Of the others nothing is to be concluded, but that no wrong sum was found among
them if the text is ``unread``.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starproof.core.facts import Claim

ROOT = Path(__file__).resolve().parents[1]
CASES = "cases"
"""The hand of the cases in the tests."""
_SUMS = ROOT / "corpus/sums"
_GONE = frozenset(f"x{number}" for number in range(1, 11))
"""Hands whose sums somebody has gone through: in another, that nothing was found wrong says nothing."""
_READ_WHOLE = ("k24", "k26", "k27", "k28")
"""Further hands with every derived figure annotated."""


@dataclass(frozen=True, slots=True)
class Told:
    """One text, how much its figures weigh in training, and the file that it comes from."""

    story: Mapping[str, Any]
    weight: float
    source: str

    @property
    def hand(self) -> str:
        """Whose voice it is."""
        return CASES if "case" in self.story else str(self.story["id"]).partition("-")[0]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def joined(sentences: Sequence[Mapping[str, Any]]) -> str:
    """The text of a story as ``corpus/ANNOTATION.md`` puts it together."""
    text = ""
    for sentence in sentences:
        text += ("" if not text else "\n\n" if sentence.get("para") else " ") + sentence["text"]
    return text


def told() -> Iterator[Told]:
    """Every text that training may see."""
    told_whole = ("figures-told", *(f"extra/{hand}" for hand in _READ_WHOLE))
    for name, weight in (("train", 1.0), ("figures", 2.0), *((name, 2.0) for name in told_whole)):
        for story in lines(ROOT / f"corpus/{name}.jsonl"):
            yield Told({**story, "text": story.get("text") or joined(story["sentences"])}, weight, name)
    for path in sorted((ROOT / "tests/extract/cases").glob("claims*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8")).values():
            for name, case in group.items():
                yield Told({"id": name, "text": case["story"], "case": case}, 2.5, CASES)
    for name in ("short", "k29", "k30", "k31", "k32", "k33", "k34"):
        for story in lines(_SUMS / f"{name}.jsonl"):
            yield Told(checked(story), 1.0, name)
    yield from further()


def further() -> Iterator[Told]:
    """The further stories as far as their sums are known: read in full, a few sums judged, errors planted."""
    texts = extra_texts()
    for story in lines(_SUMS / "claims.jsonl"):
        yield Told(checked({**story, "text": texts.pop(story["id"])}), 1.0, "claims")
    records = judged()
    for identifier, text in texts.items():
        mine = [record for record in records if record["id"] == identifier]
        yield Told(checked(_unread(identifier, text, mine)), 1.0, "unread")
    for story in lines(_SUMS / "planted.jsonl"):
        yield Told(checked({**story, "only": [claim["start"] for claim in story["claims"]]}), 1.0, "planted")


def judged() -> list[dict[str, Any]]:
    """Sums that the engine once said of the further stories, each judged right or wrong."""
    return list(lines(_SUMS / "judged.jsonl"))


def extra_texts() -> dict[str, str]:
    """The texts of the further stories whose sums were gone through."""
    paths = sorted(path for path in (ROOT / "corpus/extra").glob("*.jsonl") if path.stem in _GONE)
    return {story["id"]: joined(story["sentences"]) for path in paths for story in lines(path)}


def checked(story: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same text; fails where a claim no longer stands where it is said to."""
    for claim in story["claims"]:
        start = claim["start"]
        if story["text"][start : start + len(claim["text"])] != claim["text"]:
            raise SystemExit(f"corpus/sums: {claim['text']!r} of {story['id']} is not at {start}; annotate it anew")
    return story


def _unread(identifier: str, text: str, records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    right = [{**record, "verdict": record["said"]} for record in records if record["verdict"] == "right"]
    only = [record["start"] for record in records]
    return {"id": identifier, "text": text, "claims": right, "only": only, "unread": True}


def verdict_at(found: Sequence[Claim], gold: Mapping[str, Any]) -> bool:
    """Whether a claim with the annotated verdict stands where one is annotated."""
    return any(claim.verdict == gold["verdict"] and touches(claim, gold) for claim in found)


def touches(claim: Claim, gold: Mapping[str, Any]) -> bool:
    """Whether a claim stands where one is annotated."""
    return bool(claim.span.start < gold["start"] + len(gold["text"]) and gold["start"] < claim.span.end)
