"""A review as plain data: the contract ``starproof.review/1``, key by key."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from starproof.core.document import LabelledSentence, ParseNote, Provenance
from starproof.core.facts import Claim, Impact, Quantity
from starproof.core.results import (
    Defence,
    Dimension,
    Evidence,
    Finding,
    Flag,
    FrameworkFit,
    Level,
    RankedPrinciple,
    Rating,
    Review,
    Timing,
)
from starproof.core.text import Span

_DIGITS = 12
"""Significant digits of a figure: enough for any that a person states, few enough to be the same everywhere."""
_RISKY = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that JSON may carry as they are, though a terminal or a line reader would act on them."""

Data = dict[str, Any]


def as_dict(review: Review) -> Data:
    """The review as the contract has it: dictionaries, lists, strings, numbers, booleans, ``None``.

    Every ``start`` and ``end`` is half-open, in code points, into ``text.content``.
    """
    facts = review.facts
    return {
        "schema": review.schema,
        "id": review.id,
        "title": review.title,
        "source": review.source,
        "question": review.question,
        "guide": {"id": review.guide.id, "version": review.guide.version},
        "engine": {"version": review.engine.version, "rules": review.engine.rules, "model": review.engine.model},
        "text": _text(review),
        "genre": _genre(review),
        "sentences": [_sentence(sentence) for sentence in review.sentences],
        "sections": [{"label": run.label, **_place(run.span)} for run in review.sections],
        "missing": list(review.missing),
        "quantities": [quantity_as_dict(quantity) for quantity in facts.quantities],
        "claims": [_claim(claim) for claim in facts.claims],
        "impact": _impact(facts.impact),
        "flags": [_flag(flag) for flag in review.flags],
        "findings": [finding_as_dict(finding) for finding in review.findings],
        "level": _level(review.level),
        "ratings": [_rating(rating) for rating in review.ratings],
        "principles": _principles(review.principles),
        "timing": _timing(review.timing),
        "probes": [
            {"question": p.question, "because": p.because, "evidence": _evidence(p.evidence)} for p in review.probes
        ],
        "defence": [_defence(one) for one in review.defence],
        "notes": [_note(note) for note in review.document.notes],
    }  # fmt: skip


def as_json_line(review: Review) -> str:
    """The review as one line of JSON, without the line's end."""
    return as_json(as_dict(review), indent=None)


def as_json(data: object, *, indent: int | None = 2) -> str:
    """JSON in UTF-8 terms; characters that a terminal or line reader would act on are escaped."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    return _RISKY.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def number(value: float, *, digits: int = _DIGITS) -> float | int | None:
    """A figure to so many significant digits, whole where it is whole; ``None`` where it is no number."""
    if not math.isfinite(value):
        return None
    rounded = float(f"{value:.{digits}g}")
    return int(rounded) if rounded == int(rounded) and abs(rounded) < 1e15 else rounded


def _seconds(value: float) -> float | int | None:
    return number(round(value, 1))


def _place(span: Span) -> Data:
    return {"start": span.start, "end": span.end}


def _evidence(items: Iterable[Evidence]) -> list[Data]:
    return [{**_place(item.span), "quote": item.quote} for item in items]


def _text(review: Review) -> Data:
    info = review.text
    return {
        "characters": info.characters,
        "words": info.words,
        "register": info.register,
        "content": info.content,
    }


def _genre(review: Review) -> Data:
    genre = review.genre
    return {"reads_as": genre.reads_as, "because": genre.because, "evidence": _evidence(genre.evidence)}


def _sentence(sentence: LabelledSentence) -> Data:
    return {
        **_place(sentence.span),
        "label": sentence.label,
        "confidence": number(round(sentence.confidence, 3)),
        "given": sentence.given,
    }


def quantity_as_dict(quantity: Quantity) -> Data:
    """A figure as the contract has it."""
    return {
        **_place(quantity.span),
        "text": quantity.text,
        "kind": quantity.kind,
        "value": number(quantity.value),
        "high": None if quantity.high is None else number(quantity.high),
        "unit": quantity.unit,
        "approx": quantity.approx,
    }


def _claim(claim: Claim) -> Data:
    return {
        **_place(claim.span),
        "text": claim.text,
        "kind": claim.kind,
        "stated": number(claim.stated),
        "computed": number(claim.computed),
        "verdict": claim.verdict,
        "operands": list(claim.operands),
        "explanation": claim.explanation,
        "quantity": claim.quantity,
        "confidence": None if claim.confidence is None else number(claim.confidence),
    }


def _impact(impact: Impact | None) -> Data | None:
    if impact is None:
        return None
    return {"annual_usd": number(impact.annual_usd), "quantity": impact.quantity, "basis": impact.basis}


def _flag(flag: Flag) -> Data:
    return {
        "id": flag.id,
        "status": flag.status,
        "severity": flag.severity,
        "because": flag.because,
        "evidence": _evidence(flag.evidence),
        "probe": flag.probe,
    }


def finding_as_dict(finding: Finding) -> Data:
    """A finding as the contract has it."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "evidence": _evidence(finding.evidence),
        "guide": finding.guide,
        "probe": finding.probe,
    }


def _level(level: Level) -> Data:
    return {
        "reads_as": level.reads_as,
        "confidence": number(round(level.confidence, 3)),
        "because": level.because,
        "dimensions": [_dimension(dimension) for dimension in level.dimensions],
    }


def _dimension(dimension: Dimension) -> Data:
    return {
        "id": dimension.id,
        "reads_as": dimension.reads_as,
        "because": dimension.because,
        "evidence": _evidence(dimension.evidence),
        "missing": list(dimension.missing),
    }


def _rating(rating: Rating) -> Data:
    return {
        "criterion": rating.criterion,
        "rating": rating.rating,
        "anchor": rating.anchor,
        "because": list(rating.because),
        "evidence": _evidence(rating.evidence),
    }


def _principles(ranked: Iterable[RankedPrinciple]) -> list[Data]:
    """Shares to six places; the first takes what rounding left over, so that they still add up to 1."""
    shares = {one.id: round(one.score, 6) for one in ranked}
    for first in list(shares)[:1]:
        shares[first] = round(shares[first] + 1 - sum(shares.values()), 6)
    return [{"id": name, "score": share} for name, share in shares.items()]


def _timing(timing: Timing) -> Data:
    return {
        "words_per_minute": number(timing.words_per_minute, digits=6),
        "seconds": _seconds(timing.seconds),
        "sections": _by_section(timing.sections),
        "frameworks": [_framework(fit) for fit in timing.frameworks],
    }


def _by_section(seconds: Mapping[Any, float]) -> Data:
    return {section: _seconds(value) for section, value in seconds.items()}


def _framework(fit: FrameworkFit) -> Data:
    return {
        "id": fit.id,
        "budget": _seconds(fit.budget),
        "seconds": _seconds(fit.seconds),
        "verdict": fit.verdict,
        "over_by": _seconds(fit.over_by),
        "advice": fit.advice,
        "asks": [
            {"section": a.section, "ask": a.ask, "met": a.met, "evidence": _evidence(a.evidence)} for a in fit.asks
        ],
        "sections": _by_section(fit.sections),
        "told": _by_section(fit.told),
    }


def _defence(one: Defence) -> Data:
    return {
        "quantity": one.quantity,
        **_place(one.evidence.span),
        "quote": one.evidence.quote,
        "because": one.because,
        "probe": one.probe,
        "provenance": _provenance(one.provenance),
        "ask": one.ask,
        "card": {"front": one.card.front, "back": one.card.back},
    }


def _provenance(given: Provenance | None) -> Data | None:
    return None if given is None else {"figure": given.figure, "from": given.origin, "by": given.by}


def _note(note: ParseNote) -> Data:
    place = _place(note.span) if note.span is not None else {"start": None, "end": None}
    return {"code": note.code, "message": note.message, **place}
