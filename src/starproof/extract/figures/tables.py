"""The words that figures are made of, loaded once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Tables:
    """Every word list of the grammar, keyed by lower-case word."""

    digits: Mapping[str, int]
    """zero to nine."""
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    fractions: Mapping[str, int]
    factors: Mapping[str, float]
    durations: Mapping[str, float]
    sizes: Mapping[str, float]
    periods: Mapping[str, str]
    adverbs: Mapping[str, str]
    symbols: Mapping[str, str]
    codes: Mapping[str, str]
    prefixes: Mapping[str, str]
    moneys: Mapping[str, str]
    cents: Mapping[str, str]
    nations: Mapping[str, str]
    families: Mapping[str, frozenset[str]]
    """For a default currency, the ones that the same word may mean: USD, the dollars."""
    approx_before: frozenset[str]
    names_before: frozenset[str]
    months: frozenset[str]
    years_before: frozenset[str]
    clock_after: frozenset[str]
    stop: frozenset[str]
    adjectives: frozenset[str]
    people: Mapping[str, str]
    starters: frozenset[str]
    """Every word at which a figure may begin."""


def _load(name: str) -> dict[str, Any]:
    text = files("starproof.extract.figures").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _inverted(table: Mapping[str, str]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words.split()}


def _measured(table: Mapping[str, str]) -> dict[str, float]:
    return {word: float(factor) for word, factor in _inverted(table).items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables, read on first use."""
    words, units, money, context = (_load(name) for name in ("words", "units", "currencies", "context"))
    fractions, factors = words["fractions"], words["factors"]
    families = {key: _words(codes) for key, codes in money["families"].items()}
    article = {
        "a",
        "an",
        "point",
        "hundred",
        "dozen",
        "half",
        "couple",
        "to",
        "for",
        "twice",
        "double",
        "triple",
        "the",
    }
    return Tables(
        digits=words["units"],
        teens=words["teens"],
        tens=words["tens"],
        scales=words["scales"],
        suffixes=words["suffixes"],
        fractions=fractions,
        factors=factors,
        durations=_measured(units["duration"]),
        sizes=_measured(units["size"]),
        periods=_inverted(units["period"]),
        adverbs=_inverted(units["adverb"]),
        symbols=money["symbols"],
        codes={code.lower(): code for code in money["codes"]["codes"].split()},
        prefixes=money["prefixes"],
        moneys=_inverted(money["words"]),
        cents=_inverted(money["cents"]),
        nations=money["nations"],
        families={codes_key: members for codes_key, members in families.items()},
        approx_before=_words(context["approx"]["before"]),
        names_before=_words(context["names"]["before"]),
        months=_words(context["months"]["names"]),
        years_before=_words(context["years"]["before"]),
        clock_after=_words(context["clock"]["after"]),
        stop=_words(context["stop"]["words"]),
        adjectives=_words(context["adjectives"]["words"]),
        people=context["people"],
        starters=frozenset(
            {*words["units"], *words["teens"], *words["tens"], *words["scales"], *fractions, *factors, *article}
        ),
    )
