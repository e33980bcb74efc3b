"""Answer frameworks of a Markdown guide: their minutes, their sections and what they ask for."""

from __future__ import annotations

import re

from starproof.core.guide import Ask, FrameworkSection
from starproof.guides.draft import Draft, FrameworkDraft
from starproof.guides.lines import Labelled, Line, labelled
from starproof.guides.measures import seconds
from starproof.guides.vocabulary import ASKS, SECTIONS, every, first, slug

_ONLY_IN = {"own-actions": "action", "context": "situation"}
"""Asks whose words are too common to mean them anywhere but in their own section."""
_FRAMEWORK_WORDS = re.compile(r"\b(?:answer|framework|format|structure|guidelines?)\b", re.IGNORECASE)


def framework_heading(draft: Draft, line: Line) -> bool:
    """Open a framework where a heading names minutes; otherwise it only groups what follows."""
    nominal = seconds(line.text)
    if nominal is None:
        return True
    name = slug(_FRAMEWORK_WORDS.sub("", line.text)) or slug(line.text)
    chosen = draft.unique(name, [framework.id for framework in draft.frameworks], line)
    draft.frameworks.append(FrameworkDraft(chosen, line.text, nominal, draft.heading))
    return True


def framework_line(draft: Draft, line: Line) -> bool:
    """One section with its time; more text under it is kept with the section."""
    entry = _entry(line)
    section = first(SECTIONS, entry.label) if entry else None
    if not draft.frameworks or entry is None or section is None:
        return False
    planned = seconds(entry.paren)
    if planned is None:
        planned = seconds(entry.rest)
    if not planned or any(known.section == section for known in draft.frameworks[-1].sections):
        draft.problem(line, "left out: a section without a time, or told twice")
        return True
    names = [name for name in every(ASKS, entry.rest) if _ONLY_IN.get(name, section) == section]
    asks = tuple(Ask(name, _says(name, entry.rest), name) for name in names)
    if entry.rest and not asks:
        draft.problem(line, "nothing that a check could look for; it is kept as text")
    draft.frameworks[-1].sections.append(FrameworkSection(section, planned, asks, entry.rest))
    return True


def _entry(line: Line) -> Labelled | None:
    if line.kind == "row" and len(line.cells) >= 2:
        return Labelled(line.cells[0], line.cells[1], " ".join(line.cells[2:]))
    return labelled(line.text)


def _says(ask: str, text: str) -> str:
    """What the guide's own words say about this ask: the phrase between commas that holds it."""
    pattern = dict(ASKS)[ask]
    phrases = re.split(r",|;|\band\b|\bwith\b", text)
    return next((phrase.strip().lower() for phrase in phrases if pattern.search(phrase)), ask.replace("-", " "))
