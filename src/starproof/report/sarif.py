"""Reviews as SARIF 2.1.0, so that code editors and forges show findings beside the lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from starproof.core.results import Evidence, Finding, Review
from starproof.core.text import Span
from starproof.rules.base import Rule, discover

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MIME = {".md": "text/markdown", ".markdown": "text/markdown", ".txt": "text/plain"}
"""Files whose own text a review's spans point into. Of any other, the text that was read is nested in the log."""
_ROOT = "ROOT"

Data = dict[str, Any]


def as_sarif(reviews: Sequence[Review]) -> Data:
    """One log with one run. Columns and offsets count code points; lines end at ``\\n``, ``\\r\\n`` or ``\\r``."""
    known = {rule.code: rule for rule in discover()}
    codes = sorted({finding.code for review in reviews for finding in review.findings})
    names = {finding.code: finding for review in reviews for finding in review.findings}
    places = {code: place for place, code in enumerate(codes)}
    artifacts = _Artifacts()
    results = [result for review in reviews for result in _results(review, artifacts, places)]
    driver = {
        "name": "starproof",
        "version": reviews[0].engine.version if reviews else "0",
        "semanticVersion": reviews[0].engine.version if reviews else "0.0.0",
        "rules": [_rule(code, known.get(code), names[code]) for code in codes],
    }
    run: Data = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts.items,
        "results": results,
    }
    if artifacts.absolute:
        run["originalUriBaseIds"] = {_ROOT: {"uri": "file:///"}}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, rule: Rule | None, finding: Finding) -> Data:
    if rule is None:
        return {
            "id": code,
            "name": _pascal(finding.name),
            "shortDescription": {"text": finding.name},
            "help": {"text": f"Run: starproof explain {code}"},
            "defaultConfiguration": {"level": finding.severity},
        }
    doc = rule.doc
    parts = (("Why", doc.rationale), ("Weak", doc.weak), ("Stronger", doc.stronger), ("Limits", doc.limits))
    return {
        "id": code,
        "name": _pascal(rule.name),
        "shortDescription": {"text": doc.summary},
        "fullDescription": {"text": doc.rationale},
        "help": {
            "text": "\n\n".join(f"{name}: {words}" for name, words in parts),
            "markdown": "\n\n".join(f"**{name}**\n\n{words}" for name, words in parts),
        },
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"life": rule.life, **({"redFlag": rule.flag} if rule.flag else {})},
    }


def _pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("-"))


class _Artifacts:
    """The files of the run, each once, and the texts that were read out of files or standard input."""

    def __init__(self) -> None:
        self.items: list[Data] = []
        self.absolute = False
        self._known: dict[str, int] = {}

    def location(self, review: Review) -> Data:
        """Where a review's findings point to."""
        source = review.source
        if source is not None and PurePath(source).suffix.lower() in _MIME:
            return self._file(source, _MIME[PurePath(source).suffix.lower()])
        return self._text(review, None if source is None else self._file(source, None))

    def _file(self, source: str, mime: str | None) -> Data:
        location = self._uri(source)
        if source not in self._known:
            self._known[source] = len(self.items)
            self.items.append({"location": location, **({"mimeType": mime, "encoding": "UTF-8"} if mime else {})})
        return {**location, "index": self._known[source]}

    def _text(self, review: Review, parent: Data | None) -> Data:
        location = {"uri": quote(review.id, safe="") or "story"}
        key = f"{review.source}\n{review.id}\n{review.document.text}"
        if key in self._known:
            return {**location, "index": self._known[key]}
        item: Data = {
            "location": location,
            "description": {"text": f"The text of story {review.id!r} as it was read."},
            "mimeType": "text/plain",
            "contents": {"text": review.document.text},
        }
        if parent is not None:
            item["parentIndex"] = parent["index"]
        self._known[key] = len(self.items)
        self.items.append(item)
        return {**location, "index": self._known[key]}

    def _uri(self, source: str) -> Data:
        path = source.replace("\\", "/")
        if not path.startswith("/") and path[1:3] != ":/":
            return {"uri": quote(path.removeprefix("./"), safe="/")}
        self.absolute = True
        return {"uri": quote(path.lstrip("/"), safe="/"), "uriBaseId": _ROOT}


class _Lines:
    """Offsets to lines and columns, both from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        for place, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[place + 1 : place + 2] != "\n"):
                self.starts.append(place + 1)

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def region(self, span: Span) -> Data:
        line, column = self.at(span.start)
        end_line, end_column = self.at(span.end)
        return {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": span.start,
            "charLength": len(span),
            "snippet": {"text": span.of(self.text)},
        }


def _results(review: Review, artifacts: _Artifacts, places: Mapping[str, int]) -> Iterable[Data]:
    where, lines = artifacts.location(review), _Lines(review.document.text)
    for finding in review.findings:
        first, *others = finding.evidence or (None,)
        result: Data = {
            "ruleId": finding.code,
            "ruleIndex": places[finding.code],
            "level": finding.severity,
            "message": {"text": " ".join(filter(None, (finding.message, finding.probe)))},
            "locations": [_location(where, first, lines)],
            "properties": _properties(review, finding),
        }
        if others:
            result["relatedLocations"] = [
                {"id": number, **_location(where, item, lines), "message": {"text": "Also stands on these words."}}
                for number, item in enumerate(others, 1)
            ]
        yield result


def _location(where: Data, evidence: Evidence | None, lines: _Lines) -> Data:
    physical: Data = {"artifactLocation": where}
    if evidence is not None:
        physical["region"] = lines.region(evidence.span)
    return {"physicalLocation": physical}


def _properties(review: Review, finding: Finding) -> Data:
    """What SARIF has no place for. ``evidence`` says whether the finding quotes words or misses some."""
    return {
        "story": review.id,
        "evidence": "quoted" if finding.evidence else "absent",
        **({"guide": finding.guide} if finding.guide else {}),
        **({"probe": finding.probe} if finding.probe else {}),
    }
