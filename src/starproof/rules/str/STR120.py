"""STR120: the text tells no story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule

ASKS: Mapping[str, str] = {
    "hypothetical": "When did you last face this, and what did you do?",
    "opinion": "When did you last act on that, and what came of it?",
    "plan": "What of it is done, and what came of that?",
    "fragment": "What was going on, what did you do, and what came of it?",
}
"""What would make a story of each genre that is none."""


@rule("STR120", "not-a-story", severity="error", any_text=True)
def not_a_story(context: StoryContext) -> Iterator[Hit]:
    """The text says what you think, plan or would do, not what you did.

    Rationale:
    A behavioral question asks for something that happened. A view, a plan or a guess shows what you would like to
    be true of you; an interviewer notes that no example was given. Nothing else is judged in such a text.

    Weak:
    I would first talk to both leads and find out what each of them needs. Then I would bring them together, and
    if they could not agree, I would decide and explain why.

    Stronger:
    Last May my two leads could not agree on who owned the returns desk. I talked to each of them, brought them
    together with the desk's clerks, and when they still did not agree I decided for the team that sat nearer.
    Returns took four days less by August, and I learned to bring the clerks in first.

    Limits:
    Told by the words: "would", "should" and "will" against what was done. A story told wholly in the present tense
    with many general statements can be mistaken for an opinion. A true story that answers another question than the one
    it is given with is judged like any other: at one wrong accusation in two hundred only a fifth of them were told.
    """
    reading = context.facts.genre
    if reading.genre in ASKS:
        yield Hit(f"This is no story yet. {reading.because}", context.evidence(*reading.evidence), ASKS[reading.genre])
