"""A review in brief, and the same as plain JSON values."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from starproof.core.bank import Digest
from starproof.core.document import Document
from starproof.core.results import Review
from starproof.core.text import Span
from starproof.engine.proofs import proofs
from starproof.understand.sketch import sketch

OPENING_WORDS = 5
MOST_FIGURES = 3
"""So many figures an interviewer has time to go for in one answer."""


def digest(review: Review) -> Digest:
    """What lists, matching, coverage and plans need to know of a review.

    Spans point into the text that was reviewed. The same review gives the same digest.
    """
    level, document = review.level, review.document
    return Digest(
        id=review.id,
        title=review.title,
        question=review.question,
        principle=document.principle,
        principles=review.principles,
        genre=review.facts.genre.genre,
        reads_as=level.reads_as,
        confidence=level.confidence,
        dimensions=tuple((d.id, d.reads_as) for d in level.dimensions),
        flags=tuple(flag.id for flag in review.flags if flag.status == "raised"),
        ratings=tuple((rating.criterion, rating.rating) for rating in review.ratings),
        errors=sum(finding.severity == "error" for finding in review.findings),
        warnings=sum(finding.severity == "warning" for finding in review.findings),
        annual_usd=review.impact.annual_usd if review.impact else None,
        proofs=proofs(review),
        missing=review.missing,
        words=document.words,
        seconds=review.timing.seconds,
        register=document.register,
        sketch=sketch(text=document.text, title=review.title, question=review.question),
        engine=review.engine,
        guide=f"{review.guide.id}/{review.guide.version}",
        opening=_opening(document),
        figures=tuple(one.evidence for one in review.defence[:MOST_FIGURES]),
    )


def _opening(document: Document) -> str:
    """The first sentence that says something: a speaker's "Um, okay." is no opening."""
    quotes = [document.quote(sentence.span) for sentence in document.sentences]
    return next((quote for quote in quotes if len(quote.split()) >= OPENING_WORDS), quotes[0] if quotes else "")


def digest_as_dict(found: Digest) -> dict[str, Any]:
    """The digest as JSON values: spans as two numbers, bytes as base64."""
    return {
        "id": found.id,
        "title": found.title,
        "question": found.question,
        "principle": found.principle,
        "principles": [[p.id, p.score] for p in found.principles],
        "genre": found.genre,
        "reads_as": found.reads_as,
        "confidence": found.confidence,
        "dimensions": [list(pair) for pair in found.dimensions],
        "flags": list(found.flags),
        "ratings": [list(pair) for pair in found.ratings],
        "errors": found.errors,
        "warnings": found.warnings,
        "annual_usd": found.annual_usd,
        "proofs": [[p.measure, p.value, *_pair(p.span), p.quote] for p in found.proofs],
        "missing": list(found.missing),
        "words": found.words,
        "seconds": found.seconds,
        "register": found.register,
        "sketch": {
            "terms": list(found.sketch.terms),
            "themes": list(found.sketch.themes),
            "vector": b64encode(found.sketch.vector).decode("ascii"),
        },
        "engine": [found.engine.version, found.engine.rules, found.engine.model],
        "guide": found.guide,
        "opening": found.opening,
        "figures": [[*_pair(e.span), e.quote] for e in found.figures],
    }


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
