"""Every rule about guides against its own cases, through the compiler and the audit."""

from __future__ import annotations

import tomllib

import pytest

from starproof.core.results import Finding
from starproof.engine.audit import audit
from starproof.guides import compile_guide, load_guide
from starproof.rules.base import Rule, discover
from tests.rules.cases import FIXTURES

RULES = [rule for rule in discover() if rule.family == "GDE"]
CASES = [
    (path.stem, fate, name, case["guide"], case.get("message", ""))
    for path in sorted(FIXTURES.glob("GDE*.toml"))
    for fate, cases in tomllib.loads(path.read_text(encoding="utf-8")).items()
    if fate in ("fails", "passes")
    for name, case in cases.items()
]


def findings(page: str, code: str) -> list[Finding]:
    found = audit(compile_guide(f"# The bar, L6\n{page}", name="bar.md").guide)
    assert not [finding.message for finding in found if finding.code == "SYS001"]
    return [finding for finding in found if finding.code == code]


@pytest.mark.parametrize(("code", "fate", "name", "page", "message"), CASES, ids=lambda value: str(value)[:30])
def test_guide_rule_gives_each_case_its_fate(code: str, fate: str, name: str, page: str, message: str) -> None:
    found = findings(page, code)
    assert bool(found) == (fate == "fails"), [finding.message for finding in found]
    if message:
        assert any(message in finding.message for finding in found), [finding.message for finding in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_weak_guide_on_a_rules_page_is_found_and_the_stronger_one_is_not(rule: Rule) -> None:
    assert findings(rule.doc.weak, rule.code)
    assert not [finding.message for finding in findings(rule.doc.stronger, rule.code)]


def test_every_guide_rule_has_a_fixture_with_a_failing_and_two_passing_cases() -> None:
    fates = {rule.code: [case[1] for case in CASES if case[0] == rule.code] for rule in RULES}
    assert {code: f for code, f in fates.items() if f.count("fails") < 1 or f.count("passes") < 2} == {}


def test_the_audit_of_the_shipped_guide_finds_what_its_source_got_wrong() -> None:
    messages = {finding.code: [] for finding in audit(load_guide())}  # type: dict[str, list[str]]
    for finding in audit(load_guide()):
        messages[finding.code].append(finding.message)
    assert [m.split(":")[0] for m in messages["GDE901"]] == ["2-minute", "3-minute", "4-minute"]
    assert all("20 s more" in message for message in messages["GDE901"])
    disagreeing = {message.split(":")[0] for message in messages["GDE903"]}
    assert disagreeing == {"CO-4", "IS-2"}
    assert [m.split(":")[0] for m in messages["GDE905"]] == ["DR-3"]
    assert any("5,000,000" in message and "10,000,000" in message for message in messages["GDE902"])
    assert not messages.get("SYS001")
