"""Write a guide as Markdown, in the shape that ``starproof guide compile`` reads.

Names, texts and times are written; probes, severities and thresholds have no place on such a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from starproof.core.guide import Exemplar, Framework, Guide


def to_markdown(guide: Guide) -> str:
    """The whole guide as Markdown, with a final newline. Parts that the guide lacks are left out."""
    parts = (_expectations, _exemplars, _frameworks, _red_flags, _differences, _criteria)
    blocks = [f"# {_line(guide.title)}", *(block for part in parts for block in part(guide))]
    return "\n\n".join(blocks) + "\n"


def _line(text: str) -> str:
    """The text on one line, since a line is an entry here."""
    return " ".join(text.split())


def _bullets(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- **{_line(name)}**: {_line(says)}" for name, says in pairs)


def _expectations(guide: Guide) -> Iterator[str]:
    if guide.expectations:
        yield f"## {guide.level} Profile Overview"
        yield "### Core Expectations"
        yield _bullets((expectation.name, expectation.says) for expectation in guide.expectations)


def _exemplars(guide: Guide) -> Iterator[str]:
    if guide.principles:
        yield f"## {len(guide.exemplars)} {guide.level} STAR Examples"
    for principle in guide.principles:
        theirs = [exemplar for exemplar in guide.exemplars if exemplar.principle == principle.id]
        yield f"### {_line(principle.name)} ({len(theirs)} Examples)"
        if principle.looks_for:
            yield _line(principle.looks_for)
        for exemplar in theirs:
            yield from (f"#### {exemplar.id}: {_line(exemplar.title)}", _exemplar(exemplar))


def _exemplar(exemplar: Exemplar) -> str:
    lines = [f"**Situation**: {_line(exemplar.situation)}", f"**Task**: {_line(exemplar.task)}"]
    for heading, items in (("Action", exemplar.actions), ("Result", exemplar.results)):
        lines += [f"**{heading}**:", *(f"- {_line(item)}" for item in items)]
    return "\n".join(lines)


def _frameworks(guide: Guide) -> Iterator[str]:
    if guide.frameworks:
        yield "## Answer Structure Guidelines"
    for framework in guide.frameworks:
        name = _line(framework.name)
        yield f"### {name}" if "framework" in name.lower() else f"### {name} Framework"
        yield _sections(framework)


def _sections(framework: Framework) -> str:
    return "\n".join(
        f"{number}. **{section.section.capitalize()}** ({section.seconds:.10g} seconds): {_line(section.says)}"
        for number, section in enumerate(framework.sections, 1)
    )


def _red_flags(guide: Guide) -> Iterator[str]:
    if guide.red_flags:
        yield "## Red Flags to Avoid"
    for group, flags in groupby(guide.red_flags, key=lambda flag: flag.group):
        yield f"### {_line(group).replace('-', ' ').title()} Red Flags"
        yield _bullets((flag.name, flag.says) for flag in flags)


def _differences(guide: Guide) -> Iterator[str]:
    if guide.differences:
        yield f"## Key Differentiators from {guide.next_level or 'the next level'}"
        yield _bullets((difference.name, f"{difference.here} vs {difference.next}") for difference in guide.differences)


def _criteria(guide: Guide) -> Iterator[str]:
    if guide.criteria:
        yield "## Rating Criteria"
        head = ["| Criterion | 1 | 2 | 3 | 4 | 5 |", "| --- | --- | --- | --- | --- | --- |"]
        rows = [_row(criterion.name, *criterion.anchors) for criterion in guide.criteria]
        yield "\n".join(head + rows)


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")
