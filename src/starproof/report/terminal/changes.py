"""What changed between two revisions, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from starproof.core.results import Finding
from starproof.report.changes import Comparison
from starproof.report.safe import clipped
from starproof.report.telling import shift_words, summary, verdict_moves
from starproof.report.terminal.look import Look, Style, entry, hanging, said, title, wrapped
from starproof.report.words import plain

_SIGNS: dict[str, tuple[str, Style]] = {"went": ("−", "sure"), "came": ("+", "pencil"), "stayed": ("=", "open")}


def comparison_lines(comparison: Comparison, look: Look) -> list[Text]:
    """The whole comparison, line by line."""
    return [
        *_head(comparison, look),
        *_findings("came", comparison.came, look),
        *_findings("went", comparison.went, look),
        *_findings("stayed", comparison.stayed, look),
        *_verdicts(comparison, look),
        *_figures(comparison, look),
        *_seconds(comparison, look),
    ]


def _head(comparison: Comparison, look: Look) -> Iterator[Text]:
    old, new = comparison.old, comparison.new
    names = f"{old.source or old.title or old.id} → {new.source or new.title or new.id}"
    yield from wrapped(said(names, style=look.style("title")), look.width)
    yield from wrapped(Text(f"{summary(comparison)} {old.words:,} → {new.words:,} words."), look.width)
    if old.guide != new.guide:
        yield from wrapped(said(f"Judged by two guides: {old.guide.id}, {new.guide.id}."), look.width)


def _findings(kind: str, findings: Sequence[Finding], look: Look) -> Iterator[Text]:
    if not findings:
        return
    sign, name = _SIGNS[kind]
    yield from title(f"Findings that {kind}", look)
    for finding in findings:
        words = Text.assemble((f"{finding.code} {plain(finding.name)}: ", look.style("strong")), said(finding.message))
        if finding.evidence:
            words.append(f" “{clipped(finding.evidence[0].quote, most=70)}”", style=look.style("quiet"))
        yield from hanging(Text(f"{sign} ", style=look.style(name)), words, look.width, indent=2)


def _verdicts(comparison: Comparison, look: Look) -> Iterator[Text]:
    moves = list(verdict_moves(comparison))
    if moves:
        yield from title("Verdicts that moved", look)
    for name, sort, old, new in moves:
        yield from entry(
            [(20, said(name)), (10, Text(sort, style=look.style("quiet")))], said(f"{old} → {new}"), look, gap=2
        )


def _figures(comparison: Comparison, look: Look) -> Iterator[Text]:
    rows = [("changed", f"{pair.old.text} → {pair.new.text}") for pair in comparison.changed]
    rows += [("lost", quantity.text) for quantity in comparison.lost]
    rows += [("new", quantity.text) for quantity in comparison.added]
    if rows:
        yield from title("Figures", look)
    for kind, words in rows:
        yield from hanging(Text(kind), said(words), look.width, indent=9)


def _seconds(comparison: Comparison, look: Look) -> Iterator[Text]:
    yield from title("Seconds", look)
    for shift in (*comparison.sections, comparison.total):
        style = look.style("strong") if shift is comparison.total else ""
        yield from hanging(
            Text(shift.section, style=style), Text(shift_words(shift), style=style), look.width, indent=14
        )
