"""starproof proofreads behavioral-interview stories for engineering managers, offline.

``starproof.review(text)`` is the main door; the public names below load on first use, so that
``import starproof`` itself stays light.
"""

from starproof.core.lazy import lazily
from starproof.core.version import __version__

TYPE_CHECKING = False  # checkers take it for true; typing itself would be most of what this import costs

_HOMES = {
    "Finding": "starproof.core.results",
    "Guide": "starproof.core.guide",
    "Match": "starproof.matching",
    "Options": "starproof.engine",
    "Provenance": "starproof.core.document",
    "Review": "starproof.core.results",
    "Reviewer": "starproof.engine",
    "StarproofError": "starproof.errors",
    "Story": "starproof.core.document",
    "compile_guide": "starproof.api",
    "coverage": "starproof.api",
    "evaluate": "starproof.api",
    "explain": "starproof.api",
    "list_rules": "starproof.api",
    "load_guide": "starproof.api",
    "match": "starproof.api",
    "open_bank": "starproof.api",
    "plan_loop": "starproof.api",
    "profile": "starproof.api",
    "quantities": "starproof.api",
    "rank_principles": "starproof.api",
    "readiness": "starproof.api",
    "render": "starproof.api",
    "review": "starproof.api",
    "what_would_fit": "starproof.api",
}

if TYPE_CHECKING:
    from starproof.api import (
        compile_guide,
        coverage,
        evaluate,
        explain,
        list_rules,
        load_guide,
        match,
        open_bank,
        plan_loop,
        profile,
        quantities,
        rank_principles,
        readiness,
        render,
        review,
        what_would_fit,
    )
    from starproof.core.document import Provenance, Story
    from starproof.core.guide import Guide
    from starproof.core.results import Finding, Review
    from starproof.engine import Options, Reviewer
    from starproof.errors import StarproofError
    from starproof.matching import Match

__all__ = [
    "Finding",
    "Guide",
    "Match",
    "Options",
    "Provenance",
    "Review",
    "Reviewer",
    "StarproofError",
    "Story",
    "__version__",
    "compile_guide",
    "coverage",
    "evaluate",
    "explain",
    "list_rules",
    "load_guide",
    "match",
    "open_bank",
    "plan_loop",
    "profile",
    "quantities",
    "rank_principles",
    "readiness",
    "render",
    "review",
    "what_would_fit",
]


__getattr__ = lazily(__name__, _HOMES, globals())


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
