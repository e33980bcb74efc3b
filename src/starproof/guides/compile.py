"""Markdown guides to ``Guide``: each line is understood or listed, nothing is dropped silently."""

from __future__ import annotations

import re

from starproof.core.guide import Guide
from starproof.errors import GuideError
from starproof.guides.compiled import Compiled, Problem
from starproof.guides.draft import Draft
from starproof.guides.entries import READERS
from starproof.guides.frameworks import framework_heading
from starproof.guides.headings import exemplar_heading, is_exemplar
from starproof.guides.lines import Line, lines
from starproof.guides.loading import load_guide, read_guide
from starproof.guides.toml_out import to_toml
from starproof.guides.vocabulary import PARTS, first, slug

_LEVEL = re.compile(r"\b([A-Z]{1,3}\d{1,2})\b")
_ROLE = re.compile(r"((?:\w+ )?(?:manager|director|engineer|lead|architect|scientist))\b", re.IGNORECASE)
_NESTING = ("red_flags", "differences", "criteria", "frameworks")
"""Parts that may open below another part's heading; the others' words occur in too many headings."""


def compile_guide(text: str, *, name: str) -> Compiled:
    """Read a guide written in Markdown.

    Args:
        text: a page in the shape of the shipped guide (``starproof guide show --format markdown``).
        name: where it came from; its stem becomes the guide's id.

    Returns:
        The guide, and every line that was not understood or contradicts the page, with its number.

    Raises:
        GuideError: when nothing of a guide is in it.
    """
    draft = Draft(name)
    for line in lines(text):
        if line.text and not _read(draft, line):
            draft.problem(line, "not understood")
    if not any((draft.expectations, draft.exemplars, draft.frameworks, draft.red_flags, draft.differences)):
        raise GuideError(
            "E-GDE-060",
            f"{name!r} holds nothing of a guide: no expectations, exemplars, frameworks, red flags or differences.",
            "`starproof guide show --format markdown` prints a page of the shape that is read.",
        )
    _check(draft)
    guide = _guide(draft, text)
    _check_use(draft, guide)
    return Compiled(guide, tuple(sorted(draft.problems, key=lambda problem: problem.line)))


def _read(draft: Draft, line: Line) -> bool:
    if line.kind == "heading":
        return _heading(draft, line)
    reader = READERS.get(draft.part or "")
    return reader is not None and reader(draft, line)


def _heading(draft: Draft, line: Line) -> bool:
    draft.heading = line.text
    if not draft.title and line.depth == 1:
        draft.title = line.text
        return True
    part = first(PARTS, line.text)
    inside = draft.part is not None and line.depth > draft.part_depth
    nested = part in _NESTING and part != draft.part and not is_exemplar(line)
    if part and (nested or not inside):
        return _open(draft, line, part)
    if not inside:
        draft.part = None
        return False
    return _inner(draft, line)


def _open(draft: Draft, line: Line, part: str) -> bool:
    draft.part, draft.part_depth, draft.principle_depth = part, line.depth, 0
    stated = re.search(r"\b(\d+)\b", _LEVEL.sub("", line.text)) if part == "exemplars" else None
    if stated:
        draft.stated_exemplars = (int(stated[1]), line.number)
    return part != "frameworks" or framework_heading(draft, line)


def _inner(draft: Draft, line: Line) -> bool:
    if draft.part == "exemplars":
        return exemplar_heading(draft, line)
    if draft.part == "frameworks":
        return framework_heading(draft, line)
    return True  # a group of entries: kept as the source of what follows


def _check(draft: Draft) -> None:
    """Note what is missing, and where the page's own counts are wrong."""
    if draft.stated_exemplars and draft.stated_exemplars[0] != len(draft.exemplars):
        stated, number = draft.stated_exemplars
        what = f"the page speaks of {stated} exemplars and has {len(draft.exemplars)}"
        draft.problems.append(Problem(number, what, draft.title))
    for exemplar in draft.exemplars:
        for section in ("situation", "task", "action", "result"):
            if not exemplar.parts.get(section):
                draft.problems.append(Problem(exemplar.line, f"{exemplar.id} has no {section}", exemplar.title))
    for part in ("expectations", "principles", "exemplars", "frameworks", "red_flags", "differences"):
        if not getattr(draft, part):
            draft.problems.append(Problem(1, f"the page has no {part.replace('_', ' ')}", draft.title))


def _check_use(draft: Draft, guide: Guide) -> None:
    """Note what the page says that no guide may say, such as levels whose bands overlap."""
    try:
        read_guide(to_toml(guide), name=f"{guide.id}.toml")
    except GuideError as error:
        draft.problems.append(Problem(1, f"the guide cannot be used as it stands: {error.message}", draft.title))


def _guide(draft: Draft, text: str) -> Guide:
    stem = slug(re.sub(r"\.\w+$", "", draft.name.replace("\\", "/").rsplit("/", 1)[-1])) or "guide"
    level, after = _levels(draft, text)
    found = _ROLE.search(_LEVEL.sub("", draft.title))
    return Guide(
        id=stem,
        version="1",
        title=draft.title or stem,
        level=level,
        next_level=after,
        role=found[1].strip().lower() if found else "candidate",
        source=draft.name,
        expectations=tuple(draft.expectations),
        principles=tuple(draft.principles),
        exemplars=tuple(exemplar.done(f"{draft.name}, line {exemplar.line}") for exemplar in draft.exemplars),
        frameworks=tuple(framework.done() for framework in draft.frameworks),
        red_flags=tuple(draft.red_flags),
        differences=tuple(draft.differences),
        criteria=tuple(draft.criteria) or load_guide().criteria,
    )


def _levels(draft: Draft, text: str) -> tuple[str, str]:
    """The guide's level and the next, such as L6 and L7: the title's, and the one its differences name."""
    titled = _LEVEL.findall(draft.title)
    named = draft.differences[0].source if draft.differences else ""
    others = [level for level in _LEVEL.findall(named) if level not in titled]
    here = titled[0] if titled else next(iter(_LEVEL.findall(text)), "this level")
    return here, others[0] if others else "the next level"
