"""Who outside the firm took note: signals of the outside that tell of a public, not of a supplier or an office."""

from __future__ import annotations

from collections.abc import Iterable

from starproof.core.facts import Facts, Signal

_PUBLIC = (
    "analyst", "association", "award", "body", "competitor", "conference", "congress", "consortium", "convention",
    "committee", "fair", "forum", "headline", "industry", "journal", "keynote", "magazine", "medal", "meetup",
    "newspaper", "open source", "open sourced", "open-source", "other ", "paper", "patent", "press", "prize",
    "publish", "rfc", "rival", "sector", "standard", "summit", "symposium", "television", "textbook", "universit",
)  # fmt: skip
"""Beginnings of words that name a public: a trade, the press, science, rivals, other firms."""
_INSIDE = (" our ", "all-hands", "internal", "company's", "newsroom")
"""Words that keep the public inside the firm: "at our annual conference"."""


def noted(facts: Facts, text: str) -> tuple[Signal, ...]:
    """The signals of visibility outside the firm, in text order."""
    return tuple(signal for signal in facts.of("external") if _of_public(signal.span.of(text).lower()))


def _of_public(words: str) -> bool:
    return _any_in(_PUBLIC, f" {words}", before=" ") and not _any_in(_INSIDE, f" {words} ", before="")


def _any_in(parts: Iterable[str], words: str, *, before: str) -> bool:
    return any(before + part in words for part in parts)
