"""The functions that every face calls. Options are keyword-only; nothing here prints. Each loads on first use."""

from typing import TYPE_CHECKING

from starproof.core.lazy import lazily

_HOMES = {
    "Compiled": "starproof.guides",
    "Options": "starproof.engine",
    "Reviewer": "starproof.engine",
    "Transcribing": "starproof.api.transcribing",
    "as_dict": "starproof.report",
    "audit_guide": "starproof.engine.audit:audit",
    "backup_bank": "starproof.api.banking",
    "carry_out": "starproof.api.exchange",
    "compare": "starproof.report",
    "compare_numbers": "starproof.api.numbers",
    "compile_guide": "starproof.guides",
    "compile_guide_file": "starproof.api.standards",
    "coverage": "starproof.api.planning",
    "data_folder": "starproof.api.banking",
    "describe": "starproof.api.standards",
    "evaluate": "starproof.api.scoring",
    "explain": "starproof.api.lookup",
    "export_stories": "starproof.api.exchange",
    "figures_as_json": "starproof.report.numbers",
    "figures_as_text": "starproof.report.numbers",
    "find_exemplars": "starproof.api.standards",
    "find_question": "starproof.api.matching",
    "guide_as": "starproof.api.standards",
    "list_rules": "starproof.api.lookup",
    "load_guide": "starproof.guides",
    "make_reviewer": "starproof.api.reviewing",
    "match": "starproof.api.matching",
    "moment": "starproof.api.banking",
    "open_bank": "starproof.api.banking",
    "open_studio": "starproof.api.practising",
    "plan_import": "starproof.api.exchange:plan_story_import",
    "plan_loop": "starproof.api.planning",
    "profile": "starproof.api.planning",
    "quantities": "starproof.api.reviewing",
    "questions": "starproof.api.matching",
    "rank_principles": "starproof.api.reviewing",
    "read_file": "starproof.api.reading",
    "read_guide": "starproof.guides",
    "read_source": "starproof.api.reading",
    "read_stdin": "starproof.api.reading",
    "readiness": "starproof.api.planning",
    "redact_stories": "starproof.api.exchange",
    "render": "starproof.report",
    "render_comparison": "starproof.report",
    "restore_bank": "starproof.api.banking",
    "review": "starproof.api.reviewing",
    "run_batch": "starproof.api.many",
    "themes": "starproof.api.matching",
    "what_would_fit": "starproof.api.matching",
}

if TYPE_CHECKING:
    from starproof.api.banking import backup_bank, moment, open_bank, restore_bank
    from starproof.api.exchange import carry_out, export_stories, redact_stories
    from starproof.api.exchange import plan_story_import as plan_import
    from starproof.api.lookup import explain, list_rules
    from starproof.api.many import run_batch
    from starproof.api.matching import find_question, match, questions, themes, what_would_fit
    from starproof.api.numbers import compare_numbers
    from starproof.api.planning import coverage, plan_loop, profile, readiness
    from starproof.api.practising import open_studio
    from starproof.api.reading import read_file, read_source, read_stdin
    from starproof.api.reviewing import make_reviewer, quantities, rank_principles, review
    from starproof.api.scoring import evaluate
    from starproof.api.standards import compile_guide_file, describe, find_exemplars, guide_as
    from starproof.api.transcribing import Transcribing
    from starproof.engine import Options, Reviewer
    from starproof.engine.audit import audit as audit_guide
    from starproof.guides import Compiled, compile_guide, load_guide, read_guide
    from starproof.report import as_dict, compare, render, render_comparison
    from starproof.report.numbers import figures_as_json, figures_as_text

__all__ = [
    "Compiled",
    "Options",
    "Reviewer",
    "Transcribing",
    "as_dict",
    "audit_guide",
    "backup_bank",
    "carry_out",
    "compare",
    "compare_numbers",
    "compile_guide",
    "compile_guide_file",
    "coverage",
    "data_folder",
    "describe",
    "evaluate",
    "explain",
    "export_stories",
    "figures_as_json",
    "figures_as_text",
    "find_exemplars",
    "find_question",
    "guide_as",
    "list_rules",
    "load_guide",
    "make_reviewer",
    "match",
    "moment",
    "open_bank",
    "open_studio",
    "plan_import",
    "plan_loop",
    "profile",
    "quantities",
    "questions",
    "rank_principles",
    "read_file",
    "read_guide",
    "read_source",
    "read_stdin",
    "readiness",
    "redact_stories",
    "render",
    "render_comparison",
    "restore_bank",
    "review",
    "run_batch",
    "themes",
    "what_would_fit",
]

__getattr__ = lazily(__name__, _HOMES, globals())


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
