"""What the modes, grades and sessions of practice are called, in the terminal and in the browser alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from starproof.core.bank import Banked
from starproof.core.practice import Grade, Mode, Setup
from starproof.report.safe import clipped
from starproof.report.words import counted

_TIED = re.compile(
    r"(?:(?:and|so|but|or|then|because|which|that|um|uh|well|like|yeah)\b,? )*"
    r"(?:(?:that's|that’s|that is|which is|this is|it's|it’s|is|are|was|were|comes to|came to)\b (?:what )?)?",
    re.IGNORECASE,
)

MODE_NAMES: Mapping[Mode, str] = {
    "story": "One story",
    "retrieval": "Name the story",
    "defence": "Defend a number",
    "loop": "The whole loop",
    "essay": "The written narrative",
}
GRADE_SAYS: Mapping[Grade, str] = {
    "again": "I lost the thread, or could not tell it.",
    "hard": "I got through it, with effort or with gaps.",
    "good": "I told it as I meant to.",
    "easy": "I would tell it like this tomorrow.",
}
"""Each grade in the words of the speaker."""


def session_title(setup: Setup, *, most: int) -> str:
    """What a session is about, in a line of so many characters at the most."""
    if setup.mode == "retrieval":
        return counted(len(setup.assignments), "question")
    if setup.mode == "defence":
        return counted(len(setup.assignments), "figure")
    if setup.mode == "loop":
        people = dict.fromkeys(one.interviewer or "" for one in setup.assignments)
        return clipped("with " + ", ".join(people), most=most)
    return clipped(setup.assignments[0].ask, most=most)


def figure_title(words: str) -> str:
    """A figure with the words around it, as the title of its card: without what ties a clause to the one before."""
    tied = _TIED.match(words)
    rest = words[tied.end() :].strip() if tied else words
    told = rest or words
    return told[:1].upper() + told[1:]


def story_titles(stories: Iterable[Banked]) -> dict[str, str]:
    """What every story is called, by its id: its title, else its opening, else its id."""
    return {one.id: one.digest.title or clipped(one.digest.opening, most=70) or one.id for one in stories}
