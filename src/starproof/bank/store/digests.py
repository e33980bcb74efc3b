"""A digest as columns: what lists and coverage read of every story apart from what is read to quote and compare.

Ten thousand of them are read in one go, so lists that many stories share are decoded once, and the collector of
garbage, which would look through the growing heap again and again, waits until they are there.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from struct import pack, unpack
from typing import Any

from starproof.bank.store.codec import dumps
from starproof.core.bank import Digest, Proof, Sketch
from starproof.core.results import Engine, Evidence, RankedPrinciple
from starproof.core.text import Span

BRIEF = (
    "engine", "guide", "title", "question", "principle", "principles", "shares", "genre", "reads_as", "confidence",
    "dimensions", "flags", "ratings", "errors", "warnings", "annual_usd", "missing", "words", "seconds", "register",
)  # fmt: skip
"""The columns of ``reviews`` that make up a digest, in the order in which ``digest_of`` takes them."""
_PLAIN = (
    "guide", "title", "question", "principle", "genre", "reads_as", "confidence", "errors", "warnings", "annual_usd",
    "words", "seconds", "register",
)  # fmt: skip
_LISTS = ("dimensions", "flags", "ratings", "missing")
_SHARED = 20_000
"""Different lists that are remembered."""
_NO_SKETCH = Sketch()


def brief_of(digest: Digest) -> dict[str, Any]:
    """The columns of ``reviews``."""
    return {
        **{name: getattr(digest, name) for name in _PLAIN},
        **{name: dumps(getattr(digest, name)) for name in _LISTS},
        "engine": dumps([digest.engine.version, digest.engine.rules, digest.engine.model]),
        "principles": dumps([ranked.id for ranked in digest.principles]),
        "shares": pack(f"<{len(digest.principles)}d", *(ranked.score for ranked in digest.principles)),
    }


def details_of(digest: Digest) -> dict[str, Any]:
    """The columns of ``review_details``, without the whole review."""
    quotes = {
        "terms": digest.sketch.terms,
        "themes": digest.sketch.themes,
        "proofs": [[p.measure, p.value, p.span.start, p.span.end, p.quote] for p in digest.proofs],
        "opening": digest.opening,
        "figures": [[e.span.start, e.span.end, e.quote] for e in digest.figures],
    }
    return {"quotes": dumps(quotes), "vector": digest.sketch.vector}


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is thrown away while many things are made that all stay."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # the two together count all that is there as old, so that it is not looked through at once
        gc.enable()


@lru_cache(maxsize=64)
def _engine(kept: str) -> Engine:
    return Engine(*json.loads(kept))


@lru_cache(maxsize=_SHARED)
def _names(kept: str) -> tuple[Any, ...]:
    return tuple(json.loads(kept))


@lru_cache(maxsize=_SHARED)
def _pairs(kept: str) -> tuple[Any, ...]:
    return tuple(map(tuple, json.loads(kept)))


def digest_of(id_: str, row: Sequence[Any], details: tuple[str, bytes] | None = None) -> Digest:
    """The digest of a row of ``BRIEF``; without details, its sketch, proofs, opening and figures stay empty."""
    (engine, guide, title, question, principle, principles, shares, genre, reads_as, confidence, dimensions, flags,
     ratings, errors, warnings, annual_usd, missing, words, seconds, register) = row  # fmt: skip
    quotes: Mapping[str, Any] = json.loads(details[0]) if details else {}
    return Digest(
        id_,
        title,
        question,
        principle,
        tuple(map(RankedPrinciple, _names(principles), unpack(f"<{len(shares) // 8}d", shares))),
        genre,
        reads_as,
        confidence,
        _pairs(dimensions),
        _names(flags),
        _pairs(ratings),
        errors,
        warnings,
        annual_usd,
        _proofs(quotes),
        _names(missing),
        words,
        seconds,
        register,
        _sketch(quotes, details[1]) if details else _NO_SKETCH,
        _engine(engine),
        guide,
        opening=quotes.get("opening", ""),
        figures=tuple([Evidence(Span(a, z), quote) for a, z, quote in quotes.get("figures", ())]),
    )


def _proofs(quotes: Mapping[str, Any]) -> tuple[Proof, ...]:
    return tuple([Proof(name, value, Span(a, z), quote) for name, value, a, z, quote in quotes.get("proofs", ())])


def _sketch(quotes: Mapping[str, Any], vector: bytes) -> Sketch:
    return Sketch(tuple(quotes["terms"]), tuple(quotes["themes"]), bytes(vector))
