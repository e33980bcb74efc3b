"""A digest in three columns, so that coverage of ten thousand stories reads no more than it needs.

``brief`` is what lists and coverage read, ``rest`` the quotes and telling words, ``vector`` the meaning as bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from starproof.core.bank import Digest, Proof, Sketch
from starproof.core.results import Engine, Evidence, RankedPrinciple
from starproof.core.text import Span

_NO_SKETCH = Sketch()


def brief_of(digest: Digest) -> dict[str, Any]:
    """What is read for every story."""
    return {
        "principles": [[p.id, p.score] for p in digest.principles],
        "genre": digest.genre,
        "reads_as": digest.reads_as,
        "confidence": digest.confidence,
        "dimensions": list(map(list, digest.dimensions)),
        "flags": list(digest.flags),
        "ratings": list(map(list, digest.ratings)),
        "errors": digest.errors,
        "warnings": digest.warnings,
        "annual_usd": digest.annual_usd,
        "missing": list(digest.missing),
        "words": digest.words,
        "seconds": digest.seconds,
        "register": digest.register,
        "title": digest.title,
        "question": digest.question,
        "principle": digest.principle,
        "engine": [digest.engine.version, digest.engine.rules, digest.engine.model],
        "guide": digest.guide,
    }


def rest_of(digest: Digest) -> dict[str, Any]:
    """What is read where stories are compared with a question, or quoted."""
    return {
        "terms": list(digest.sketch.terms),
        "themes": list(digest.sketch.themes),
        "proofs": [[p.measure, p.value, p.span.start, p.span.end, p.quote] for p in digest.proofs],
        "opening": digest.opening,
        "figures": [[e.span.start, e.span.end, e.quote] for e in digest.figures],
    }


@lru_cache(maxsize=64)
def _engine(version: str, rules: str, model: str) -> Engine:
    """One object for all stories that one engine reviewed."""
    return Engine(version, rules, model)


def read_digests(rows: Sequence[tuple[str, str]], rests: Sequence[tuple[str, bytes]] | None = None) -> list[Digest]:
    """Digests of rows of story id and brief; without the rest, its fields stay empty."""
    briefs = json.loads("[" + ",".join(brief for _, brief in rows) + "]")
    if rests is None:
        return [_digest(id_, brief, {}, _NO_SKETCH) for (id_, _), brief in zip(rows, briefs, strict=True)]
    more = json.loads("[" + ",".join(rest for rest, _ in rests) + "]")
    return [
        _digest(id_, brief, rest, _sketch(rest, vector))
        for (id_, _), brief, rest, (_, vector) in zip(rows, briefs, more, rests, strict=True)
    ]


def _sketch(rest: Mapping[str, Any], vector: bytes) -> Sketch:
    return Sketch(tuple(rest["terms"]), tuple(rest["themes"]), bytes(vector))


def _digest(id_: str, brief: Mapping[str, Any], rest: Mapping[str, Any], sketch: Sketch) -> Digest:
    return Digest(
        id=id_,
        title=brief["title"],
        question=brief["question"],
        principle=brief["principle"],
        principles=tuple([RankedPrinciple(name, score) for name, score in brief["principles"]]),
        genre=brief["genre"],
        reads_as=brief["reads_as"],
        confidence=brief["confidence"],
        dimensions=tuple(map(tuple, brief["dimensions"])),
        flags=tuple(brief["flags"]),
        ratings=tuple(map(tuple, brief["ratings"])),
        errors=brief["errors"],
        warnings=brief["warnings"],
        annual_usd=brief["annual_usd"],
        proofs=tuple([Proof(name, value, Span(a, z), quote) for name, value, a, z, quote in rest.get("proofs", ())]),
        missing=tuple(brief["missing"]),
        words=brief["words"],
        seconds=brief["seconds"],
        register=brief["register"],
        sketch=sketch,
        engine=_engine(*brief["engine"]),
        guide=brief["guide"],
        opening=rest.get("opening", ""),
        figures=tuple([Evidence(Span(a, z), quote) for a, z, quote in rest.get("figures", ())]),
    )
