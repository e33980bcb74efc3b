"""Headings among the exemplars: principles, and the exemplars themselves."""

from __future__ import annotations

import re

from starproof.core.guide import Principle
from starproof.guides.draft import Draft, ExemplarDraft
from starproof.guides.lines import Line
from starproof.guides.loading import load_guide
from starproof.guides.vocabulary import slug

_EXEMPLAR = re.compile(r"^(?P<id>[A-Za-z]{1,6}[-_ ]?\d{1,3})\s*[:.)–—-]+\s*(?P<title>.+)$")
_COUNT = re.compile(r"\(?\b(\d+)\s+(?:[\w-]+\s+){0,3}?(?:examples?|stories|exemplars?)\b\)?", re.IGNORECASE)


def is_exemplar(line: Line) -> bool:
    """Whether a heading begins with an id such as ``CO-4:``."""
    return _EXEMPLAR.match(line.text) is not None


def exemplar_heading(draft: Draft, line: Line) -> bool:
    """Open a principle or an exemplar; a heading without an id below a principle's is an exemplar too."""
    found = _EXEMPLAR.match(line.text)
    if found is None and (not draft.principle_depth or line.depth <= draft.principle_depth):
        return _principle(draft, line)
    if not draft.principles:
        return False
    principle = draft.principles[-1].id
    label = re.sub(r"\s", "-", found["id"]) if found else f"{slug(principle)}-{len(draft.exemplars) + 1}"
    if found is None:
        draft.problem(line, f"an exemplar without an id; it is called {label}")
    chosen = draft.unique(label, [exemplar.id for exemplar in draft.exemplars], line)
    title = found["title"] if found else line.text
    draft.exemplars.append(ExemplarDraft(chosen, label, principle, title, line.number))
    return True


def _principle(draft: Draft, line: Line) -> bool:
    draft.principle_depth = line.depth
    name = _COUNT.sub("", line.text).strip(" :–—-()")
    known = {p.id: p.looks_for for p in load_guide().principles}
    chosen = draft.unique(slug(name) or f"principle-{line.number}", [p.id for p in draft.principles], line)
    draft.principles.append(Principle(chosen, name, known.get(chosen, ""), line.text))
    return True
