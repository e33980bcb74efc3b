"""How a rule is written, registered and documented: one file, one function, one docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Literal

from starproof.core.context import GuideContext, StoryContext
from starproof.core.results import Evidence, Finding, FlagStatus, Severity
from starproof.errors import ConfigError

Life = Literal["preview", "stable", "deprecated"]
Check = Callable[[StoryContext], "Iterable[Hit]"]
FlagCheck = Callable[[StoryContext], "Verdict"]
GuideCheck = Callable[[GuideContext], "Iterable[Hit]"]
FAMILIES: dict[str, str] = {
    "STR": "structure", "NUM": "numbers", "OWN": "ownership", "IMP": "impact and scope", "LDR": "judgement",
    "COM": "telling", "DLV": "delivery", "PRV": "privacy", "GDE": "guides", "SYS": "ourselves",
}  # fmt: skip
_PARTS = ("Rationale", "Weak", "Stronger", "Limits")


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule's check reports; the engine turns it into a ``Finding``."""

    message: str
    evidence: tuple[Evidence, ...] = ()
    probe: str | None = None
    severity: Severity | None = None
    """Where one hit weighs less or more than its rule; ``None`` keeps the rule's own."""

    def __post_init__(self) -> None:
        _only_evidence(self.evidence)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a red flag's check reports: always a status, always a reason."""

    status: FlagStatus
    because: str
    evidence: tuple[Evidence, ...] = ()
    probe: str | None = None
    """A question about this very story; the guide's own probe is used where this is ``None``."""

    def __post_init__(self) -> None:
        _only_evidence(self.evidence)


def _only_evidence(given: Iterable[object]) -> None:
    """Fail within the rule that made a mistake, which is then told of, and not where all findings are put in order."""
    for one in given:
        if not isinstance(one, Evidence):
            raise TypeError(f"evidence holds {type(one).__name__}; context.evidence(span) is the whole of it")


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule's page, cut from its docstring."""

    summary: str
    rationale: str
    weak: str
    stronger: str
    limits: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code, name, severity, life and page."""

    code: str
    name: str
    severity: Severity
    doc: RuleDoc
    life: Life = "stable"
    flag: str | None = None
    """The red flag that it decides, if it decides one."""
    any_text: bool = False
    """Whether it also runs on a text that is no story."""
    guide: str | None = None
    check: Check | None = field(default=None, compare=False)
    judge: FlagCheck | None = field(default=None, compare=False)
    audit: GuideCheck | None = field(default=None, compare=False)

    @property
    def family(self) -> str:
        """The first three letters of the code."""
        return self.code[:3]


def rule(
    code: str,
    name: str,
    *,
    severity: Severity,
    life: Life = "stable",
    guide: str | None = None,
    any_text: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields a ``Hit`` for each fault. Its docstring is the rule's page."""

    def wrap(check: Check) -> Rule:
        doc = read_page(code, check.__doc__)
        return Rule(code, name, severity, doc, life, None, any_text, guide, check=check)

    return wrap


def red_flag(
    code: str, flag: str, *, severity: Severity = "warning", life: Life = "stable"
) -> Callable[[FlagCheck], Rule]:
    """Make the rule that decides one red flag of a function that returns a ``Verdict``."""

    def wrap(judge: FlagCheck) -> Rule:
        doc = read_page(code, judge.__doc__)
        return Rule(code, flag, severity, doc, life, flag, False, f"red_flags/{flag}", judge=judge)

    return wrap


def guide_rule(code: str, name: str, *, severity: Severity, life: Life = "stable") -> Callable[[GuideCheck], Rule]:
    """Make a rule about a guide of a function that yields a ``Hit`` for each contradiction in it."""

    def wrap(audit: GuideCheck) -> Rule:
        return Rule(code, name, severity, read_page(code, audit.__doc__), life, audit=audit)

    return wrap


def read_page(code: str, docstring: str | None) -> RuleDoc:
    """Cut a rule's docstring into its parts.

    Raises:
        ConfigError: when a part is missing, empty or out of order.
    """
    lines = [line.strip() for line in (docstring or "").strip().splitlines()]
    pattern = r"^(.*?)\n+Rationale:\n(.*?)\n+Weak:\n(.*?)\n+Stronger:\n(.*?)\n+Limits:\n(.*)$"
    found = re.match(pattern, "\n".join(lines), re.DOTALL)
    if found is None or not all(part.strip() for part in found.groups()):
        raise ConfigError(
            "E-RUL-001",
            f"The docstring of rule {code} lacks one of its parts.",
            f"Write a summary line, then {', '.join(part + ':' for part in _PARTS)} in this order.",
        )
    return RuleDoc(*(part.strip() for part in found.groups()))


@cache
def discover() -> tuple[Rule, ...]:
    """All rules of this package, by code: every ``rules/<family>/<CODE>.py`` holds exactly one. Looked for once.

    Raises:
        ConfigError: when a file holds no rule, or its name and its rule's code differ.
    """
    package = import_module("starproof.rules")
    return tuple(sorted(_rules_below(package), key=lambda rule: rule.code))


def _rules_below(package: ModuleType) -> Iterator[Rule]:
    for family in iter_modules(package.__path__, package.__name__ + "."):
        if not family.ispkg or family.name.rpartition(".")[2].upper() not in FAMILIES:
            continue
        for module in iter_modules(import_module(family.name).__path__, family.name + "."):
            if re.fullmatch(r"[A-Z]{3}\d{3}", module.name.rpartition(".")[2]):
                yield _rule_in(import_module(module.name))


def _rule_in(module: ModuleType) -> Rule:
    rules = [value for value in vars(module).values() if isinstance(value, Rule)]
    name = module.__name__.rpartition(".")[2]
    if len(rules) != 1 or rules[0].code != name:
        raise ConfigError(
            "E-RUL-002",
            f"{module.__name__} holds the rules {[rule.code for rule in rules]}, not just {name}.",
            "Keep one rule in a file that is named by its code.",
        )
    return rules[0]


def to_findings(rule: Rule, hits: Iterable[Hit]) -> tuple[Finding, ...]:
    """A rule's hits as findings."""
    return tuple(
        Finding(
            code=rule.code,
            name=rule.name,
            severity=hit.severity or rule.severity,
            message=hit.message,
            evidence=hit.evidence,
            guide=rule.guide,
            probe=hit.probe,
        )
        for hit in hits
    )
