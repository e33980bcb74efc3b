"""The words that figures are made of, loaded once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """Every word list of the grammar, keyed by lower-case word. Names are those of the TOML files."""

    digits: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    fractions: Mapping[str, int]
    factors: Mapping[str, float]
    number_words: Words
    """Words that stand for a number or a part of one."""

    durations: Mapping[str, float]
    sizes: Mapping[str, float]
    measures: Mapping[str, str]
    """Units of length, weight, speed and the like, by every way to write them."""
    periods: Mapping[str, str]
    adverbs: Mapping[str, str]

    symbols: Mapping[str, str]
    codes: Mapping[str, str]
    prefixes: Mapping[str, str]
    moneys: Mapping[str, str]
    cents: Mapping[str, str]
    nations: Mapping[str, str]
    open_words: Words
    """Words such as "dollars" that may mean several currencies."""
    families: Mapping[str, Words]
    """For the usual currency of an open word, all that it may mean."""
    places: Mapping[str, str]
    money_openers: Words
    """Codes and marks in letters that may stand before an amount."""

    approx: Words
    approx_after: Words
    names: Words
    strict_names: Words
    ordinals: Words
    years_before: Words
    clock_after: Words
    stop: Words
    verbs: Words
    adjectives: Words
    before_time: Words
    people: Mapping[str, str]
    hyphen_counts: Words
    hyphen_ones: Words
    before_one: Words
    not_counted: Words
    changes: Words
    comparing: Words
    likening: Words
    lasting: Words
    after_time: Words
    strong_links: Words
    weak_links: Words
    asking: Words
    fillers: Words
    corrections: Words
    nps: Words
    scores: Words
    loose_scores: Words
    """Words that speak of a score where the number is broken."""
    metrics: Words
    """Measures between 0 and 1."""
    money_cues: Words
    things: Words
    """Words that are counted and never paid."""
    recurring: Mapping[str, str]
    goods: Words
    """What a country's name stands before where it tells where goods come from: "New Zealand lamb"."""
    """Words before a sum that tell its period."""
    starters: Words
    """Every word at which a figure may begin."""


def _load(name: str) -> dict[str, Any]:
    text = files("starproof.extract.figures.numbers").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _inverted(table: Mapping[str, str]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words.split()}


def _measured(table: Mapping[str, str]) -> dict[str, float]:
    return {word: float(factor) for word, factor in _inverted(table).items()}


def _words(text: str) -> Words:
    return frozenset(text.split())


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables, read on first use."""
    words, units, money, context = (_load(name) for name in ("words", "units", "currencies", "context"))
    return Tables(**_numbers(words), **_units(units), **_currencies(money), **_around(context), **_starts(words, money))


def _numbers(words: Mapping[str, Any]) -> dict[str, Any]:
    parts = ("teens", "tens", "scales", "suffixes", "fractions", "factors")
    spoken = {*words["units"], *words["teens"], *words["tens"], *words["scales"], "hundred", "dozen", "half"}
    return {"digits": words["units"], **{part: words[part] for part in parts}, "number_words": frozenset(spoken)}


def _units(units: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "durations": _measured(units["duration"]),
        "sizes": _measured(units["size"]),
        "measures": _inverted(units["measure"]),
        "periods": _inverted(units["period"]),
        "adverbs": _inverted(units["adverb"]),
    }


def _currencies(money: Mapping[str, Any]) -> dict[str, Any]:
    codes = {code.lower(): code for code in money["codes"]["codes"].split()}
    return {
        "symbols": money["symbols"],
        "codes": codes,
        "prefixes": money["prefixes"],
        "moneys": _inverted(money["words"]),
        "cents": _inverted(money["cents"]),
        "nations": money["nations"],
        "open_words": _words(money["open"]["words"]),
        "families": {usual: _words(members) for usual, members in money["families"].items()},
        "money_openers": frozenset({*codes, *money["prefixes"]}),
    }


_PLAIN = (
    "names strict_names ordinals years_before clock_after stop verbs adjectives before_time approx approx_after"
).split()


def _around(context: Mapping[str, Any]) -> dict[str, Any]:
    sums = context["sums"]
    periods = {"annual": "year", "monthly": "month", "quarterly": "quarter", "weekly": "week", "daily": "day"}
    return {
        **{name: _words(context[name]) for name in _PLAIN},
        "people": context["people"],
        "places": _inverted(context["places"]),
        "hyphen_counts": _words(context["hyphens"]["counts"]),
        "hyphen_ones": _words(context["hyphens"]["ones"]),
        "before_one": _words(context["one"]["before"]),
        "not_counted": _words(context["one"]["not_counted"]),
        "changes": _words(context["changes"]["words"]),
        "comparing": _words(context["times"]["comparing"]),
        "likening": _words(context["times"]["likening"]),
        "lasting": _words(context["lengths"]["lasting"]),
        "after_time": _words(context["lengths"]["after"]),
        "strong_links": _words(context["links"]["strong"]),
        "weak_links": _words(context["links"]["weak"]),
        "asking": _words(context["links"]["asking"]),
        "fillers": _words(context["links"]["fillers"]),
        "corrections": _words(context["links"]["corrections"]),
        "nps": _words(context["topics"]["nps"]),
        "scores": _words(context["topics"]["score"]),
        "loose_scores": _words(context["topics"]["loose"]),
        "metrics": _words(context["topics"]["metric"]),
        "money_cues": _words(sums["money"]),
        "things": _words(sums["things"]),
        "goods": _words(sums["goods"]),
        "recurring": {word: period for key, period in periods.items() for word in sums[key].split()},
    }


def _starts(words: Mapping[str, Any], money: Mapping[str, Any]) -> dict[str, Any]:
    counted = ("units", "teens", "tens", "factors")
    alone = """
    a an another half point hundred dozen thousand lakh crore double triple twice couple to too for won ate year
    month fortnight
    """
    codes = (code.lower() for code in money["codes"]["codes"].split())
    numbers = (word for part in counted for word in words[part])
    return {"starters": frozenset({*numbers, *"½¼¾⅓⅔", *alone.split(), *codes, *money["prefixes"]})}
