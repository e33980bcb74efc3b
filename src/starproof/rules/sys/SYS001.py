"""SYS001: a rule failed on this story."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule


@rule("SYS001", "rule-crashed", severity="note", any_text=True)
def rule_crashed(context: StoryContext) -> Iterator[Hit]:
    """One of our rules failed; the rest of the review stands.

    Rationale:
    A fault of ours must not cost you the review. The engine catches the failure, names the rule and the error in
    this finding, answers the rule's red flag with `cannot say`, and goes on.

    Weak:
    A story on which a rule divides by zero.

    Stronger:
    Any story on which all rules run.

    Limits:
    It is reported by the engine itself and looks at nothing. Please report it with the story, if you may share it.
    """
    yield from ()
