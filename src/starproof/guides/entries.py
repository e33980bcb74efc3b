"""One reader for each part of a Markdown guide: a list item, line or table row at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from starproof.core.guide import Criterion, Difference, Expectation, Principle, RedFlag
from starproof.guides.draft import Draft
from starproof.guides.frameworks import framework_line
from starproof.guides.lines import Labelled, Line, labelled
from starproof.guides.loading import load_guide
from starproof.guides.measures import measure
from starproof.guides.vocabulary import CRITERIA, DIMENSIONS, EXPECTATIONS, FLAGS, SECTIONS, first, slug

_VERSUS = re.compile(r"\s+(?:vs\.?|versus)\s+|\s*(?:→|->|\|)\s*", re.IGNORECASE)
_MONEY = re.compile(r"[$€£]\s*([\d.,]+)\s*([KkMm]?)")
_TABLE_HEADS = frozenset(["dimension", "area", "aspect", "expectation", "name", "red flag", "criterion", "section"])
PLAIN_PROBE = "What would you say to somebody who noticed this in your story?"


def _entry(line: Line) -> Labelled | None:
    """What names something and says what it is."""
    if line.kind == "row" and len(line.cells) >= 2:
        return Labelled(line.cells[0], "", " | ".join(line.cells[1:]))
    return labelled(line.text)


def _table_head(line: Line) -> bool:
    return line.kind == "row" and bool(line.cells) and line.cells[0].lower() in _TABLE_HEADS


def _exemplar_line(draft: Draft, line: Line) -> bool:
    if not draft.exemplars or not draft.principles or draft.exemplars[-1].principle != draft.principles[-1].id:
        return _about_principle(draft, line)
    exemplar, found = draft.exemplars[-1], labelled(line.text)
    section = first(SECTIONS, found.label) if found and line.kind == "text" else None
    if section and found:
        exemplar.add(section, found.rest)
    elif exemplar.section:
        exemplar.add(exemplar.section, line.text)
    else:
        return False
    return True


def _about_principle(draft: Draft, line: Line) -> bool:
    """Prose between a principle's heading and its first exemplar says what is listened for."""
    if not draft.principles or line.kind == "row":
        return False
    last = draft.principles[-1]
    draft.principles[-1] = Principle(last.id, last.name, line.text, last.source)
    return True


def _expectation(draft: Draft, line: Line) -> bool:
    entry = _entry(line)
    if entry is None or _table_head(line):
        return entry is not None
    wanted = first(EXPECTATIONS, entry.label) or slug(entry.label)
    chosen = draft.unique(wanted, [expectation.id for expectation in draft.expectations], line)
    says = f"{entry.rest} ({entry.paren})" if entry.paren else entry.rest
    draft.expectations.append(Expectation(chosen, entry.label, says, draft.heading, measure(says, about=entry.label)))
    return True


def _red_flag(draft: Draft, line: Line) -> bool:
    entry = _entry(line)
    if entry is None or _table_head(line):
        return entry is not None
    known = first(FLAGS, entry.label) or first(FLAGS, entry.rest)
    if known is None:
        draft.problem(line, "no rule looks for this red flag; it is kept as text")
    chosen = draft.unique(known or slug(entry.label), [flag.id for flag in draft.red_flags], line)
    draft.red_flags.append(_flag(draft, chosen, entry))
    return True


def _flag(draft: Draft, flag_id: str, entry: Labelled) -> RedFlag:
    shipped = load_guide().red_flag(flag_id)
    group = slug(re.sub(r"\bred flags?\b", "", draft.heading, flags=re.IGNORECASE))
    return RedFlag(
        id=flag_id,
        name=entry.label,
        group=group or "general",
        says=entry.rest or entry.label,
        severity=shipped.severity if shipped else "warning",
        probe=shipped.probe if shipped else PLAIN_PROBE,
        source=draft.heading,
        thresholds=_thresholds(flag_id, f"{entry.label} {entry.rest}", shipped),
    )


def _thresholds(flag_id: str, text: str, shipped: RedFlag | None) -> Mapping[str, float]:
    """The page's own sum for low impact; the shipped thresholds for flags whose page states none."""
    found = _MONEY.search(text) if flag_id == "low-impact" else None
    if found:
        scale = {"k": 1e3, "m": 1e6}.get(found[2].lower(), 1.0)
        return {"annual_usd_under": float(found[1].replace(",", "").rstrip(".")) * scale}
    return shipped.thresholds if shipped else {}


def _difference(draft: Draft, line: Line) -> bool:
    entry = _entry(line)
    sides = _VERSUS.split(entry.rest) if entry else []
    if entry is None or len(sides) != 2 or _table_head(line):
        return _table_head(line)
    here, after = (side.strip() for side in sides)
    wanted = first(DIMENSIONS, entry.label) or slug(entry.label)
    chosen = draft.unique(wanted, [difference.id for difference in draft.differences], line)
    ranges = (measure(here, about=entry.label, near=after), measure(after, about=entry.label, near=here))
    draft.differences.append(Difference(chosen, entry.label, here, after, draft.heading, *ranges))
    return True


def _criterion(draft: Draft, line: Line) -> bool:
    """A table row with a name and five anchors."""
    cells = line.cells
    wanted = first(CRITERIA, cells[0]) if len(cells) == 6 else None
    if wanted is None:
        return _table_head(line)
    draft.criteria.append(Criterion(wanted, cells[0], (cells[1], cells[2], cells[3], cells[4], cells[5])))
    return True


READERS: Mapping[str, Callable[[Draft, Line], bool]] = {
    "expectations": _expectation,
    "exemplars": _exemplar_line,
    "frameworks": framework_line,
    "red_flags": _red_flag,
    "differences": _difference,
    "criteria": _criterion,
}
