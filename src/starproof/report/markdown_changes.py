"""What changed between two revisions, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.core.results import Finding
from starproof.report.changes import Comparison
from starproof.report.markdown import escaped, table
from starproof.report.safe import clipped
from starproof.report.telling import shift_words, summary, verdict_moves
from starproof.report.words import plain


def changes_as_markdown(comparison: Comparison) -> str:
    """The whole comparison under one heading."""
    return "\n".join(_lines(comparison)).strip() + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    yield f"# {escaped(old.source or old.title or old.id)} → {escaped(new.source or new.title or new.id)}\n"
    yield f"{summary(comparison)} {old.words:,} → {new.words:,} words."
    for kind in ("came", "went", "stayed"):
        yield from _findings(kind, getattr(comparison, kind))
    moves = [tuple(map(escaped, move)) for move in verdict_moves(comparison)]
    if moves:
        yield "\n## Verdicts that moved"
        yield from table(("verdict", "of", "before", "after"), moves)
    figures = list(_figures(comparison))
    if figures:
        yield "\n## Figures"
        yield from table(("", "before", "after"), figures)
    yield "\n## Seconds"
    shifts = [(shift.section, shift_words(shift)) for shift in (*comparison.sections, comparison.total)]
    yield from table(("section", "told in"), shifts)


def _findings(kind: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield f"\n## Findings that {kind}\n"
    for finding in findings:
        quote = f" “{escaped(clipped(finding.evidence[0].quote, most=100))}”" if finding.evidence else ""
        yield f"- `{finding.code}` **{escaped(plain(finding.name))}**: {escaped(finding.message)}{quote}"


def _figures(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    for pair in comparison.changed:
        yield "changed", escaped(pair.old.text), escaped(pair.new.text)
    for quantity in comparison.lost:
        yield "lost", escaped(quantity.text), ""
    for quantity in comparison.added:
        yield "new", "", escaped(quantity.text)
