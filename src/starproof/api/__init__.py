"""The functions that every face calls. Options are keyword-only; nothing here prints."""

from starproof.api.lookup import explain, list_rules
from starproof.api.many import run_batch
from starproof.api.reading import read_file, read_source
from starproof.api.reviewing import make_reviewer, quantities, rank_principles, review
from starproof.api.scoring import evaluate
from starproof.api.standards import compile_guide_file, describe, find_exemplars, guide_as
from starproof.engine import Options, Reviewer
from starproof.engine.audit import audit as audit_guide
from starproof.guides import compile_guide, load_guide
from starproof.report import as_dict, compare, render, render_comparison

__all__ = [
    "Options",
    "Reviewer",
    "as_dict",
    "audit_guide",
    "compare",
    "compile_guide",
    "compile_guide_file",
    "describe",
    "evaluate",
    "explain",
    "find_exemplars",
    "guide_as",
    "list_rules",
    "load_guide",
    "make_reviewer",
    "quantities",
    "rank_principles",
    "read_file",
    "read_source",
    "render",
    "render_comparison",
    "review",
    "run_batch",
]
