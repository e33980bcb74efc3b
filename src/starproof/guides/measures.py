"""Times and ranges as guides write them: "2.5 minutes", "40 seconds", "$1M-$5M", "50-150+ engineers"."""

from __future__ import annotations

import re

from starproof.core.guide import Range

_TIME = re.compile(
    r"(?P<amount>\d+(?:[.,]\d+)?|\bone|\btwo|\bthree|\bfour|\bfive|\bsix|\bhalf an?|\ban?)[\s-]*"
    r"(?P<unit>min(?:ute)?s?\b|sec(?:ond)?s?\b|m\b|s\b)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(\d{1,2}):([0-5]\d)\b")
_WORDS = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "a": 1.0, "an": 1.0,
    "half a": 0.5, "half an": 0.5,
}  # fmt: skip
_NUMBER = r"[$€£]?\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:[KkMmBb](?![A-Za-z])|million\b|thousand\b|billion\b))?"
_RANGE = re.compile(rf"(?P<low>{_NUMBER})\s*(?:[-–—]|\bto\b)\s*(?P<high>{_NUMBER})(?P<open>\s?\+)?", re.IGNORECASE)
_SINGLE = re.compile(
    rf"(?P<under>\b(?:under|below|up to|less than|at most|fewer than)\s+)?(?P<value>{_NUMBER})"
    r"(?P<open>\s?\+|\s(?:or|and) more)?",
    re.IGNORECASE,
)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
_UNITS = (
    (re.compile(r"direct report|\breports\b", re.IGNORECASE), "direct report"),
    (re.compile(r"engineers?\s+(?:annually|a year|per year|yearly)|hir(?:e|es|ing)\b", re.IGNORECASE), "engineer/year"),
    (re.compile(r"engineer|developer", re.IGNORECASE), "engineer"),
    (re.compile(r"\bteams?\b|\bsquads?\b", re.IGNORECASE), "team"),
    (re.compile(r"organi[sz]ation", re.IGNORECASE), "organisation"),
)
_SPANS = (
    (re.compile(r"multi[- ]?year|years\b|long[- ]term", re.IGNORECASE), 730.0, None),
    (re.compile(r"quarter.*(?:annual|year)", re.IGNORECASE), 91.0, 365.0),
    (re.compile(r"annual|yearly", re.IGNORECASE), 365.0, 365.0),
    (re.compile(r"quarter", re.IGNORECASE), 91.0, 91.0),
)


def seconds(text: str) -> float | None:
    """Seconds of a stated time, such as 150 for "2.5 minutes" or "2:30"; ``None`` where there is none."""
    if clock := _CLOCK.search(text):
        return int(clock[1]) * 60.0 + int(clock[2])
    found = list(_TIME.finditer(text))
    if not found:
        return None
    return sum(_amount(one["amount"]) * (60.0 if one["unit"][0] in "mM" else 1.0) for one in found)


def _amount(words: str) -> float:
    known = _WORDS.get(" ".join(words.lower().split()))
    return known if known is not None else float(words.replace(",", "."))


def measure(text: str, *, about: str, near: str = "") -> Range | None:
    """The range that a line states, with its unit; ``None`` where it states none.

    ``about`` is the line's label and ``near`` its other half, by which a unit is found that the text leaves out.
    """
    if found := _RANGE.search(text):
        low, high = _value(found["low"], found["high"]), _value(found["high"], "")
        return Range(low, None if found["open"] else high, _unit(found.group(), text, near, about))
    if (found := _SINGLE.search(text)) and (found["open"] or found["under"]):
        value = _value(found["value"], "")
        unit = _unit(found.group(), text, near, about)
        return Range(0.0, value, unit) if found["under"] else Range(value, None, unit)
    return _span(f"{about} {text}")


def _span(text: str) -> Range | None:
    if not re.search(r"plan|horizon|quarter|year|annual|term", text, re.IGNORECASE):
        return None
    return next((Range(low, high, "day") for words, low, high in _SPANS if words.search(text)), None)


def _value(text: str, scale_from: str) -> float:
    """A number with its scale; "1-5M" means millions on both sides."""
    number = float("".join(ch for ch in text if ch.isdigit() or ch == "."))
    return number * (_scale(text) or _scale(scale_from) or 1.0)


def _scale(text: str) -> float | None:
    found = re.search(r"[A-Za-z]+", text)
    return _SCALE.get(found.group().lower()) if found else None


def _unit(figure: str, *places: str) -> str:
    if re.search(r"[$€£]", figure):
        return {"$": "USD/year", "€": "EUR/year", "£": "GBP/year"}[re.findall(r"[$€£]", figure)[0]]
    for place in places:
        for words, unit in _UNITS:
            if words.search(place):
                return unit
    return ""
