"""What in a guide contradicts itself: its exemplars are reviewed by the guide's own rules."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.core.document import Story
from starproof.core.guide import Exemplar, Guide
from starproof.core.results import Finding
from starproof.engine.judge import crashed
from starproof.engine.reviewer import Options, Reviewer
from starproof.rules.base import Rule, to_findings


def audit(guide: Guide) -> tuple[Finding, ...]:
    """Run every ``GDE`` rule over a guide; findings by rule, then in the guide's order."""
    reviewer = Reviewer(guide, Options(exemplars_are_stories=True))
    reviews = {exemplar.id: reviewer.review(as_story(exemplar)) for exemplar in guide.exemplars}
    context = GuideContext(guide, reviews)
    return tuple(finding for rule in reviewer.rules for finding in _findings(context, rule))


def as_story(exemplar: Exemplar) -> Story:
    """An exemplar as its author would hand it in, with a heading for each section."""
    parts = [f"**Situation**: {exemplar.situation}", f"**Task**: {exemplar.task}"]
    for heading, items in (("Action", exemplar.actions), ("Result", exemplar.results)):
        parts.append("\n".join([f"**{heading}**:", *(f"- {item}" for item in items)]))
    return Story(exemplar.id, "\n\n".join(parts), exemplar.title, None, exemplar.principle)


def _findings(context: GuideContext, rule: Rule) -> Iterator[Finding]:
    if rule.audit is None:
        return
    try:
        yield from to_findings(rule, list(rule.audit(context)))
    except Exception as error:
        yield crashed(rule, error)
