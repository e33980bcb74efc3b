"""Stories for tests of plans: digests made up whole, so that a test says exactly what it rests on."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from starproof.core.bank import Banked, Digest, Proof, Sketch, Use
from starproof.core.results import Engine, Evidence, RankedPrinciple, Reading
from starproof.core.text import Span
from starproof.guides import load_guide

GUIDE = load_guide()
PRINCIPLES = tuple(principle.id for principle in GUIDE.principles)


def digest_of(
    name: str,
    shares: Mapping[str, float] | None = None,
    *,
    reads_as: Reading = "at",
    flags: Sequence[str] = (),
    proofs: Sequence[tuple[str, float]] = (),
    terms: Sequence[str] = (),
    **more: Any,
) -> Digest:
    """A digest of a story called ``name``; what is not told of is nothing."""
    given = dict(shares or {})
    ranked = sorted(((given.get(p, 0.0), p) for p in PRINCIPLES), reverse=True)
    plain: dict[str, Any] = {
        "title": name.capitalize(),
        "question": None,
        "principle": None,
        "genre": "story",
        "confidence": 0.9,
        "dimensions": (("scope", reads_as),),
        "ratings": (("structure", 3),),
        "errors": 0,
        "warnings": len(flags),
        "annual_usd": None,
        "missing": (),
        "words": 300,
        "seconds": 120.0,
        "register": "written",
        "engine": Engine("1", "r", "m"),
        "guide": "l6-engineering-manager/1",
        "opening": f"This is how {name} began.",
        "figures": (Evidence(Span(0, 3), "kept $1.4M a year"), Evidence(Span(4, 6), "from 19 to 13 minutes")),
    }
    return Digest(
        id=name,
        principles=tuple(RankedPrinciple(p, share) for share, p in ranked),
        reads_as=reads_as,
        flags=tuple(flags),
        proofs=tuple(Proof(measure, value, Span(0, 4), f"{value:g} {measure}") for measure, value in proofs),
        sketch=Sketch(terms=tuple(terms)),
        **{**plain, **more},
    )


def story(name: str, *tags: str, happened: str | None = None, uses: Sequence[Use] = (), **more: Any) -> Banked:
    """A story of the bank that its owner tagged with these principles."""
    labels = more.pop("labels", ())
    archived = more.pop("archived", False)
    minutes = more.pop("minutes", ())
    return Banked(
        digest_of(name, **more),
        principles=tags,
        tags=tuple(labels),
        happened=happened,
        uses=tuple(uses),
        minutes=tuple(minutes),
        archived=archived,
    )


def made_up(number: int, *, seed: int) -> list[Banked]:
    """As many stories as asked for, of all kinds, the same for the same seed."""
    chance = random.Random(seed)
    return [_made_up(f"s{place:05}", chance) for place in range(number)]


def _made_up(name: str, chance: random.Random) -> Banked:
    weights = {principle: chance.expovariate(1.0) ** 3 for principle in PRINCIPLES}
    total = sum(weights.values())
    readings: tuple[Reading, ...] = ("at", "above", "below", "unclear")
    flags = chance.sample(("low-impact", "single-team", "blame", "jargon"), chance.randrange(3))
    return Banked(
        digest_of(
            name,
            {principle: weight / total for principle, weight in weights.items()},
            reads_as=chance.choice(readings),
            flags=flags,
            errors=int("blame" in flags) + chance.randrange(2),
            terms=chance.sample([f"word{n}" for n in range(2000)], 40),
            ratings=tuple((criterion, chance.randint(1, 5)) for criterion in ("structure", "scope", "impact")),
        ),
        principles=tuple(chance.sample(PRINCIPLES, chance.randrange(3))),
        happened=str(chance.randrange(2018, 2026)),
        uses=tuple(Use("2025-01-01", chance.choice(("Northwind", "Contoso"))) for _ in range(chance.randrange(4))),
    )
