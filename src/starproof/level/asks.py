"""What a dimension would still need to hear, asked in the guide's own terms; no figure is ever proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starproof.core.guide import Guide
from starproof.core.results import Reading


@dataclass(frozen=True, slots=True)
class Ask:
    """A dimension's two questions: to learn what there is, and to learn whether there is more."""

    what: str
    more: str


_ASKS: Mapping[str, Ask] = {
    "scope": Ask(
        "What did the work cover, and who beyond your own team relied on it?",
        "Did others build on it, beyond the teams you name?",
    ),
    "horizon": Ask(
        "How far ahead did you plan, and how long has it held?",
        "What did you plan for the years after, and what of it stands today?",
    ),
    "influence": Ask(
        "How many engineers did you lead or move?", "Did it change how more engineers work than those you tell of?"
    ),
    "impact": Ask(
        "What was it worth in a year, in revenue or in cost?", "Was it worth more than you say, once it spread?"
    ),
    "complexity": Ask(
        "Which other teams had to change what they did, and how did you bring them along?",
        "Which organizations with aims of their own had to agree, and what did it take?",
    ),
    "external": Ask(
        "Has anyone outside the company taken note, and how?", "Has anyone outside the company taken note, and how?"
    ),
}


_OF_PEOPLE = Ask(
    "What could the team do afterwards that it could not do before, and what was that worth?",
    "Was it worth more than you say, once others took it over?",
)
"""Asked for the impact of a story about people, whose worth is seldom told in money."""


def missing(
    guide: Guide, dimension: str, reads_as: Reading, *, people: bool = False, told: bool = True
) -> tuple[str, ...]:
    """What this level would still need to hear where it is not reached, and what the next one would.

    Where something of it is ``told``, more is asked for; where nothing is, what there is, and nobody asks for more than
    what was said.

    Of visibility outside the firm, which this level hardly asks for, only the next level's part is asked; of a story
    about ``people``, what they could do afterwards rather than what it earned, without the levels' sums of money.
    """
    difference, ask = guide.difference(dimension), _ASKS[dimension]
    if difference is None or reads_as == "above":
        return ()
    if people and dimension == "impact":
        return (_OF_PEOPLE.more if told and reads_as != "unclear" else _OF_PEOPLE.what,)
    following = f"{ask.more} {guide.next_level}: {difference.next}."
    if reads_as == "at" or dimension == "external":
        return (following,)
    if reads_as == "below":
        return (f"{ask.more if told else ask.what} {guide.level}: {difference.here}.",)
    return (f"{ask.what} {guide.level}: {difference.here}; {guide.next_level}: {difference.next}.",)
