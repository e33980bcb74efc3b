"""The tables of a guide file: which keys each has, how each is read, and what is built of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starproof.core.guide import (
    Ask,
    Criterion,
    Difference,
    Exemplar,
    Expectation,
    Framework,
    FrameworkSection,
    Guide,
    Principle,
    Range,
    RedFlag,
)
from starproof.core.results import SEVERITIES
from starproof.guides import checks
from starproof.guides.checks import Place, Reader

SECTIONS = ("situation", "task", "action", "result", "reflection")
REQUIRED: Any = object()


@dataclass(frozen=True, slots=True)
class Key:
    """How one key is read, and what stands for it when it is missing."""

    read: Reader
    default: Any = REQUIRED


def table(build: Callable[..., Any], keys: Mapping[str, Key]) -> Reader:
    """A reader of a table with exactly these keys."""

    def read(value: object, place: Place) -> Any:
        if not isinstance(value, dict):
            raise checks.wrong_type(value, place, wanted="a table")
        inner = place.inside(f"key {place.key!r}") if place.key else place
        checks.unknown_keys(value, keys, inner)
        return build(**{name: _value(value, name, key, inner) for name, key in keys.items()})

    return read


def _value(raw: Mapping[str, object], name: str, key: Key, place: Place) -> Any:
    if name in raw:
        return key.read(raw[name], place.at(name))
    if key.default is REQUIRED:
        raise place.at(name).error("E-GDE-010", "this key is missing.", f"Add it: {name} = ...")
    return key.default


def array(of: Reader, *, by: str = "id") -> Reader:
    """A reader of an array of tables; no two may have the same value of the key ``by``."""

    def read(value: object, place: Place) -> tuple[Any, ...]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise checks.wrong_type(value, place, wanted="an array of tables")
        places = [_entry(place, item, index, by) for index, item in enumerate(value, 1)]
        found = tuple(of(item, at) for item, at in zip(value, places, strict=True))
        _unique([getattr(item, by) for item in found], places, by)
        return found

    return read


def _entry(place: Place, item: Mapping[str, object], index: int, by: str) -> Place:
    name = item.get(by)
    return place.inside(f"{place.key} {name!r}" if isinstance(name, str) and name else f"{place.key} number {index}")


def _unique(names: list[str], places: list[Place], by: str) -> None:
    seen: set[str] = set()
    for name, place in zip(names, places, strict=True):
        if name in seen:
            raise place.at(by).error("E-GDE-014", f"{name!r} is there twice.", "Give each its own.")
        seen.add(name)


def range_(value: object, place: Place) -> Range:
    """A range that runs upwards, or is open."""
    found: Range = _RANGE(value, place)  # type: ignore[assignment]
    if found.high is not None and found.high < found.low:
        raise place.error(
            "E-GDE-015", f"it runs from {found.low:g} down to {found.high:g}.", "Put the lower number in low."
        )
    return found


_ID, _NAME, _SAYS, _SOURCE = Key(checks.identifier), Key(checks.words), Key(checks.text), Key(checks.text, "")

_RANGE = table(Range, {"low": Key(checks.number), "high": Key(checks.number, None), "unit": Key(checks.text)})

_EXPECTATION = table(
    Expectation, {"id": _ID, "name": _NAME, "says": _SAYS, "source": _SOURCE, "range": Key(range_, None)}
)
_PRINCIPLE = table(Principle, {"id": _ID, "name": _NAME, "looks_for": Key(checks.text, ""), "source": _SOURCE})
_EXEMPLAR = table(
    Exemplar,
    {
        "id": _ID, "label": Key(checks.text, ""), "principle": Key(checks.identifier), "title": _NAME,
        "situation": _SAYS, "task": _SAYS, "actions": Key(checks.texts, ()), "results": Key(checks.texts, ()),
        "source": _SOURCE,
    },
)  # fmt: skip
_ASK = table(Ask, {"id": _ID, "says": _SAYS, "detector": Key(checks.identifier)})
_FRAMEWORK_SECTION = table(
    FrameworkSection,
    {
        "section": Key(checks.one_of(SECTIONS, code="E-GDE-018")),
        "seconds": Key(checks.positive),
        "says": Key(checks.text, ""),
        "asks": Key(array(_ASK), ()),
    },
)
_FRAMEWORK = table(
    Framework,
    {
        "id": _ID, "name": _NAME, "seconds": Key(checks.positive), "source": _SOURCE,
        "sections": Key(array(_FRAMEWORK_SECTION, by="section")),
    },
)  # fmt: skip
_RED_FLAG = table(
    RedFlag,
    {
        "id": _ID, "name": _NAME, "group": Key(checks.words), "says": _SAYS,
        "severity": Key(checks.one_of(SEVERITIES, code="E-GDE-019"), "warning"),
        "probe": Key(checks.text, ""), "source": _SOURCE, "thresholds": Key(checks.numbers, {}),
    },
)  # fmt: skip
_DIFFERENCE = table(
    Difference,
    {
        "id": _ID, "name": _NAME, "here": _SAYS, "next": _SAYS, "source": _SOURCE,
        "here_range": Key(range_, None), "next_range": Key(range_, None),
    },
)  # fmt: skip
_CRITERION = table(Criterion, {"id": _ID, "name": _NAME, "anchors": Key(checks.five_texts)})

GUIDE = table(
    Guide,
    {
        "id": _ID, "version": _NAME, "title": _NAME, "level": _NAME,
        "next_level": Key(checks.text, ""), "role": Key(checks.text, ""), "source": _SOURCE,
        "expectations": Key(array(_EXPECTATION), ()),
        "principles": Key(array(_PRINCIPLE), ()),
        "exemplars": Key(array(_EXEMPLAR), ()),
        "frameworks": Key(array(_FRAMEWORK), ()),
        "red_flags": Key(array(_RED_FLAG), ()),
        "differences": Key(array(_DIFFERENCE), ()),
        "criteria": Key(array(_CRITERION), ()),
    },
)  # fmt: skip
