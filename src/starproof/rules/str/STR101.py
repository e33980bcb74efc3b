"""STR101: a section is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starproof.core.context import StoryContext
from starproof.core.document import SECTIONS, Label
from starproof.core.passing import told_in_passing
from starproof.core.results import Severity
from starproof.rules.base import Hit, rule

SAYS: Mapping[Label, tuple[Severity, str, str]] = {
    "situation": (
        "note",
        "Nothing tells what was going on before you stepped in.",
        "What was going on, and why did it matter enough to act?",
    ),
    "task": (
        "note",
        "Nothing tells what you answered for or what success would have been.",
        "What exactly were you responsible for, and how would you have known that it worked?",
    ),
    "action": (
        "warning",
        "Nothing tells what you did.",
        "What did you yourself do, decide or say?",
    ),
    "result": (
        "warning",
        "Nothing tells what came of it.",
        "What came of it, in figures if you have them?",
    ),
    "reflection": (
        "note",
        "Nothing tells what you learned or do differently now.",
        "What would you do differently, or what have you done differently since?",
    ),
}


@rule("STR101", "missing-section", severity="warning", guide="frameworks")
def missing_section(context: StoryContext) -> Iterator[Hit]:
    """A part of the answer is not there.

    Rationale:
    An interviewer listens for what was going on, what you answered for, what you did, what came of it and
    what you took from it. A part that is not told is asked for, and costs the time of another question.

    Weak:
    Our booking page lost a fifth of its visitors, and the hotels were starting to leave us. I moved two
    people from the rewrite to the page, cut the form from nine fields to four and had the hotels try it.

    Stronger:
    Our booking page lost a fifth of its visitors, and the hotels were starting to leave us. I was asked to
    halve that by the summer. I moved two people from the rewrite to the page, cut the form from nine fields
    to four and had the hotels try it. By June we lost 8 % of the visitors. I learned to ask the hotels
    before we draw anything.

    Limits:
    Sections come from your headings, or else from a labeller that can be wrong. A goal or a lesson told in
    passing counts as told, and so does a scene that is set in one breath with the task.
    """
    told = {sentence.label for sentence in context.labels}
    for section in SECTIONS:
        if section not in told and not told_in_passing(context, section):
            severity, message, probe = SAYS[section]
            yield Hit(f"No {section}: {message[0].lower()}{message[1:]}", probe=probe, severity=severity)
