"""Reads the fixtures of the rules: named cases with a story and what should be found in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent / "fixtures"
FATES = ("fails", "passes", "cannot_say")


@dataclass(frozen=True, slots=True)
class Case:
    """One story of a fixture and the fate its rule should give it."""

    rule: str
    name: str
    fate: str
    story: str
    evidence: tuple[str, ...]
    message: str
    register: str | None

    def __str__(self) -> str:
        return f"{self.rule}-{self.fate}-{self.name}"


def cases_of(path: Path) -> Iterator[Case]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(data) - {"rule", *FATES}
    assert not unknown, f"{path.name}: unknown tables {sorted(unknown)}"
    for fate in FATES:
        for name, case in data.get(fate, {}).items():
            yield _case(data["rule"], name, fate, case)


def _case(rule: str, name: str, fate: str, case: dict[str, Any]) -> Case:
    unknown = set(case) - {"story", "evidence", "message", "register"}
    assert not unknown, f"{rule} {name}: unknown keys {sorted(unknown)}"
    return Case(
        rule=rule,
        name=name,
        fate=fate,
        story=case["story"].strip(),
        evidence=tuple(case.get("evidence", ())),
        message=case.get("message", ""),
        register=case.get("register"),
    )


def all_cases() -> list[Case]:
    return [case for path in sorted(FIXTURES.glob("*.toml")) if path.name[:3] != "GDE" for case in cases_of(path)]
