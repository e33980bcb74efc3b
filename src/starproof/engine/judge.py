"""Run every rule over a story. A rule that crashes becomes a ``SYS`` finding; the review goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starproof.core.context import StoryContext
from starproof.core.results import FLAGS, SEVERITIES, Finding, Flag, Severity
from starproof.rules.base import Hit, Rule, Verdict, to_findings

_WEIGHT = {severity: place for place, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules said: findings by severity and place, and one flag for each the guide names."""

    findings: tuple[Finding, ...]
    flags: tuple[Flag, ...]


def judge(context: StoryContext, rules: Iterable[Rule]) -> Judgement:
    """Run the rules in order of their codes; the same context gives the same judgement."""
    findings: list[Finding] = []
    flags: dict[str, Flag] = {}
    for rule in rules:
        if rule.flag is not None:
            flag, more = _flag(context, rule)
            flags[rule.flag] = flag
        else:
            more = _findings(context, rule)
        findings.extend(more)
    return Judgement(_sorted(findings), tuple(flags[name] for name in _order(flags)))


def _order(flags: dict[str, Flag]) -> list[str]:
    known = [name for name in FLAGS if name in flags]
    return known + sorted(name for name in flags if name not in FLAGS)


def _sorted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    def key(finding: Finding) -> tuple[int, int, str]:
        place = finding.evidence[0].span.start if finding.evidence else -1
        return _WEIGHT[finding.severity], place, finding.code

    return tuple(sorted(findings, key=key))


def _findings(context: StoryContext, rule: Rule) -> tuple[Finding, ...]:
    if rule.check is None or not (rule.any_text or context.facts.genre.genre == "story"):
        return ()
    try:
        return to_findings(rule, list(rule.check(context)))
    except Exception as error:
        return (crashed(rule, error),)


def _flag(context: StoryContext, rule: Rule) -> tuple[Flag, tuple[Finding, ...]]:
    """The flag, and the findings that go with it: one when it is raised or its rule crashed."""
    assert rule.judge is not None
    assert rule.flag is not None
    known = context.guide.red_flag(rule.flag)
    severity: Severity = rule.severity
    probe = known.probe if known else None
    if context.facts.genre.genre != "story":
        return Flag(rule.flag, "cannot_say", severity, context.facts.genre.because), ()
    try:
        verdict = rule.judge(context)
    except Exception as error:
        because = f"The rule {rule.code} failed, so nothing is said here."
        return Flag(rule.flag, "cannot_say", severity, because), (crashed(rule, error),)
    flag = _from(verdict, rule.flag, severity, verdict.probe or probe)
    if verdict.status != "raised":
        return flag, ()
    return flag, to_findings(rule, [Hit(verdict.because, verdict.evidence, flag.probe)])


def _from(verdict: Verdict, flag_id: str, severity: Severity, probe: str | None) -> Flag:
    asked = probe if verdict.status == "raised" else verdict.probe
    return Flag(flag_id, verdict.status, severity, verdict.because, verdict.evidence, asked)


def crashed(rule: Rule, error: Exception) -> Finding:
    """A failure of ours, told as data."""
    return Finding(
        code="SYS001",
        name="rule-crashed",
        severity="note",
        message=f"Rule {rule.code} ({rule.name}) failed on this story with {type(error).__name__}: {error}. "
        "The other rules ran; please report it.",
    )
