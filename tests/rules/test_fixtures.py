"""Every rule against its own cases, through the whole engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.document import Story
from starproof.core.results import Evidence, Finding, Review
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.rules.base import Rule
from tests.rules.cases import FIXTURES, Case, all_cases, cases_of

REVIEWER = Reviewer()
RULES = {rule.code: rule for rule in REVIEWER.rules if rule.family not in {"GDE", "SYS"}}
CASES = all_cases()
PREAMBLE = "---\nnote: kept for later\n---\n"


def review(text: str, register: str | None = None) -> Review:
    return REVIEWER.review(Story("case", text, register=register))  # type: ignore[arg-type]


def findings(review: Review, code: str) -> list[Finding]:
    return [finding for finding in review.findings if finding.code == code]


def shifted(evidence: Evidence, by: int) -> Evidence:
    return replace(evidence, span=Span(evidence.span.start + by, evidence.span.end + by))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule_gives_each_case_its_fate(case: Case) -> None:
    found = review(case.story, case.register)
    hits = findings(found, case.rule)
    flag = RULES[case.rule].flag
    status = next((f.status for f in found.flags if f.id == flag), None)
    crashes = [f.message for f in found.findings if f.code == "SYS001"]
    assert not crashes
    if case.fate == "fails":
        assert hits, f"{case.rule} is silent; the flag is {status}"
        quotes = [evidence.quote for hit in hits for evidence in hit.evidence]
        for words in case.evidence:
            assert any(words in quote or quote in words for quote in quotes), f"{words!r} not among {quotes}"
        assert any(case.message in hit.message for hit in hits), [hit.message for hit in hits]
    else:
        assert not hits, [(hit.message, [e.quote for e in hit.evidence]) for hit in hits]
        if flag is not None:
            assert status == ("clear" if case.fate == "passes" else "cannot_say")


@pytest.mark.parametrize("case", [case for case in CASES if case.fate == "fails"], ids=str)
def test_front_matter_shifts_evidence_and_changes_nothing_else(case: Case) -> None:
    plain = findings(review(case.story, case.register), case.rule)
    moved = findings(review(PREAMBLE + case.story, case.register), case.rule)
    back = [replace(f, evidence=tuple(shifted(e, -len(PREAMBLE)) for e in f.evidence)) for f in moved]
    assert back == plain


@pytest.mark.parametrize("case", [case for case in CASES if case.fate == "fails"], ids=str)
def test_line_ends_of_windows_change_no_verdict(case: Case) -> None:
    plain = findings(review(case.story, case.register), case.rule)
    windows = case.story.replace("\n", "\r\n")
    other = findings(review(windows, case.register), case.rule)
    assert [f.message for f in other] == [f.message for f in plain]
    assert [[e.quote.replace("\r\n", "\n") for e in f.evidence] for f in other] == [
        [e.quote for e in f.evidence] for f in plain
    ]


def test_every_rule_has_a_fixture_with_a_failing_and_two_passing_cases() -> None:
    thin = []
    for code in RULES:
        cases = list(cases_of(FIXTURES / f"{code}.toml"))
        fates = [case.fate for case in cases]
        if fates.count("fails") < 1 or fates.count("passes") < 2:
            thin.append(code)
    assert not thin


def test_every_fixture_belongs_to_a_rule() -> None:
    assert {case.rule for case in CASES} <= set(RULES)


def quoted(block: str) -> str:
    return "\n".join(line.removeprefix(">").strip() for line in block.splitlines()).strip()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_the_weak_example_on_a_rules_page_fires_and_the_stronger_one_does_not(rule: Rule) -> None:
    assert findings(review(quoted(rule.doc.weak)), rule.code), "Weak is silent"
    hits = findings(review(quoted(rule.doc.stronger)), rule.code)
    assert not hits, [(hit.message, [e.quote for e in hit.evidence]) for hit in hits]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_messages_are_short_and_about_the_story(rule: Rule) -> None:
    for hit in findings(review(quoted(rule.doc.weak)), rule.code):
        assert len(hit.message) <= 240
        assert hit.message[0].isupper() or not hit.message[0].isalpha() or hit.message.startswith("says")
