"""Reviews for people and programs: terminal, JSON, Markdown, HTML, SARIF.

Each format loads what it needs when it is asked for, so that one does not pay for another.
"""

from __future__ import annotations

from starproof.report.changes import Comparison, compare
from starproof.report.data import as_dict, as_json, as_json_line
from starproof.report.formats import FORMATS, render, render_comparison

__all__ = [
    "FORMATS",
    "Comparison",
    "as_dict",
    "as_json",
    "as_json_line",
    "compare",
    "render",
    "render_comparison",
]
