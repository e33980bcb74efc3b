"""Writes the JSON schema of a review from the types of the code, or checks that the committed one is up to date."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, get_args

from options import to_write

from starproof.core.document import LABELS, ORIGINS, SECTIONS, Register
from starproof.core.facts import Basis, ClaimKind, ClaimVerdict, Genre, QuantityKind
from starproof.core.results import SCHEMA, SEVERITIES, Fit, FlagStatus, Reading

TARGET = Path(__file__).parents[1] / "docs" / "schema" / "review.schema.json"
Node = dict[str, Any]

TEXT: Node = {"type": "string"}
NUMBER: Node = {"type": "number"}
SHARE: Node = {"type": "number", "minimum": 0, "maximum": 1}
SECONDS: Node = {"type": "number", "minimum": 0}
PLACE: Node = {"type": "integer", "minimum": 0}
SPAN = {"start": PLACE, "end": PLACE}


def maybe(node: Node) -> Node:
    return {"anyOf": [node, {"type": "null"}]} if "type" not in node else {**node, "type": [node["type"], "null"]}


def one_of(*values: str) -> Node:
    return {"type": "string", "enum": list(values)}


def many(item: Node, **more: object) -> Node:
    return {"type": "array", "items": item, **more}


def node(properties: dict[str, Node], *, says: str = "") -> Node:
    """An object with exactly these keys, all of them required."""
    about = {"description": says} if says else {}
    return {
        "type": "object",
        **about,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def seconds_by(names: tuple[str, ...] | None) -> Node:
    keys = {"propertyNames": {"enum": list(names)}} if names else {}
    return {"type": "object", **keys, "additionalProperties": SECONDS}


def schema() -> Node:
    evidence = {"$ref": "#/$defs/evidence"}
    quotes = many(evidence)
    label = one_of(*LABELS)
    severity = one_of(*SEVERITIES)
    reading = one_of(*get_args(Reading))
    quantity = node({**SPAN, "text": TEXT, "kind": one_of(*get_args(QuantityKind)), "value": NUMBER,
                     "high": maybe(NUMBER), "unit": TEXT, "approx": {"type": "boolean"}})  # fmt: skip
    claim = node({**SPAN, "text": TEXT, "kind": one_of(*get_args(ClaimKind)), "stated": NUMBER, "computed": NUMBER,
                  "verdict": one_of(*get_args(ClaimVerdict)), "operands": many(PLACE), "explanation": TEXT,
                  "quantity": maybe(PLACE), "confidence": maybe(SHARE)})  # fmt: skip
    flag = node({"id": TEXT, "status": one_of(*get_args(FlagStatus)), "severity": severity, "because": TEXT,
                 "evidence": quotes, "probe": maybe(TEXT)})  # fmt: skip
    finding = node({"code": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"}, "name": TEXT, "severity": severity,
                    "message": TEXT, "evidence": quotes, "guide": maybe(TEXT), "probe": maybe(TEXT)})  # fmt: skip
    dimension = node({"id": TEXT, "reads_as": reading, "because": TEXT, "evidence": quotes, "missing": many(TEXT)})
    rating = node({"criterion": TEXT, "rating": maybe({"type": "integer", "minimum": 1, "maximum": 5}),
                   "anchor": maybe(TEXT), "because": many(TEXT), "evidence": quotes})  # fmt: skip
    ask = node({"section": TEXT, "ask": TEXT, "met": {"type": ["boolean", "null"]}, "evidence": quotes})
    fit = node({"id": TEXT, "budget": SECONDS, "seconds": SECONDS, "verdict": one_of(*get_args(Fit)),
                "over_by": NUMBER, "advice": TEXT, "asks": many(ask), "sections": seconds_by(None),
                "told": seconds_by(None)})  # fmt: skip
    origin = node({"figure": TEXT, "from": one_of(*ORIGINS), "by": maybe(TEXT)})
    defence = node({"quantity": PLACE, **SPAN, "quote": TEXT, "because": TEXT, "probe": TEXT,
                    "provenance": {"anyOf": [origin, {"type": "null"}]}, "ask": maybe(TEXT),
                    "card": node({"front": TEXT, "back": TEXT})})  # fmt: skip
    top = node({
        "schema": {"const": SCHEMA},
        "id": TEXT, "title": maybe(TEXT), "source": maybe(TEXT), "question": maybe(TEXT),
        "guide": node({"id": TEXT, "version": TEXT}, says="Which guide the story was judged by."),
        "engine": node({"version": TEXT, "rules": TEXT, "model": TEXT},
                       says="Fingerprints: the same three, guide, options and text give the same review."),
        "text": node({"characters": PLACE, "words": PLACE, "register": one_of(*get_args(Register)), "content": TEXT}),
        "genre": node({"reads_as": one_of(*get_args(Genre)), "because": TEXT, "evidence": quotes},
                      says="Only a story is judged."),
        "sentences": many(node({**SPAN, "label": label, "confidence": SHARE, "given": {"type": "boolean"}})),
        "sections": many(node({"label": label, **SPAN})),
        "missing": many(one_of(*SECTIONS), uniqueItems=True),
        "quantities": many(quantity), "claims": many(claim),
        "impact": {"anyOf": [node({"annual_usd": NUMBER, "quantity": PLACE, "basis": one_of(*get_args(Basis))}),
                             {"type": "null"}]},
        "flags": many(flag), "findings": many(finding),
        "level": node({"reads_as": reading, "confidence": SHARE, "because": TEXT, "dimensions": many(dimension)}),
        "ratings": many(rating),
        "principles": many(node({"id": TEXT, "score": SHARE})),
        "timing": node({"words_per_minute": {"type": "number", "exclusiveMinimum": 0}, "seconds": SECONDS,
                        "sections": seconds_by(LABELS), "frameworks": many(fit)}),
        "probes": many(node({"question": TEXT, "because": TEXT, "evidence": quotes})),
        "defence": many(defence, description="The figures an interviewer will go for, the first one first."),
        "notes": many(node({"code": TEXT, "message": TEXT, "start": maybe(PLACE), "end": maybe(PLACE)}),
                      description="What was odd while reading; no fault of the story."),
    })  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:starproof:review:1",
        "title": SCHEMA,
        "description": "The whole verdict on one story. Offsets are half-open, in code points, into text.content.",
        **top,
        "$defs": {"evidence": node({**SPAN, "quote": TEXT}, says="The user's own words, with their place.")},
    }


def main() -> int:
    wanted = json.dumps(schema(), indent=2) + "\n"
    if to_write(__doc__):
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(wanted, encoding="utf-8")
        return 0
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != wanted:
        print(f"{TARGET.name} is not up to date; run: python tools/schema.py --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
