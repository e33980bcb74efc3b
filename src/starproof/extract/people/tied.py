"""Names that are somebody's by who is tied to them: who reports to them, stands beside them, or is meant by "he"."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.extract.people.names_person import AFTER_APPOSED, NO_ACTOR, ONE
from starproof.extract.people.names_told import BEING
from starproof.extract.people.pronouns import PRONOUNS, TAKEN_UP, is_called, is_somebody

_REPORTING = frozenset(["to", "through", "under", "via"])
"""Behind "reports", before who it is that others report to."""
_BODIES = frozenset("team teams squad squads group groups desk desks department departments".split(" "))
_ARTICLES = frozenset("the my two his her our".split(" "))
_CURRENCY = 2
"""Letters of what stands before an amount: "under Rp 250,000"."""
_OF_ONE = frozenset("the a an my our".split(" "))
_SAID_OF = 5
"""Words by which somebody is told to be this or that: "was the best welder"."""
_JOINING = frozenset(["And", "But", "So"])


def is_tied(name: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether others are tied to a name: "reports to me through Rui", "Billing under Rui", "Rui and the two leads"."""
    last, following = before[-1].lower() if before else "", after[0].lower() if after else ""
    if last in _REPORTING and any(word.lower().startswith("report") for word in before[-5:-1]):
        return True
    if last == "under" and len(name) > _CURRENCY and before[-2:-1]:
        return (before[-2][:1].isupper() or before[-2] in _BODIES) and following in AFTER_APPOSED and bool(following)
    if following != "and" or last in NO_ACTOR or after[1:2] == [] or after[1] not in _ARTICLES:
        return False
    return any(word.lower().removesuffix("s") in ONE for word in after[2:])


def heads(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a sentence tells of one name and of nobody else: "Rui was the best of all", "And Rui?"."""
    if first != last or first > 1 or words[last + 1 : last + 2] in (["'s"], [","], ["and"], [":"]):
        return False
    behind = words[last + 1 :]
    if behind[:1] and behind[0] in BEING and behind[1:2] and behind[1] in _OF_ONE:
        behind = behind[_SAID_OF:]  # what he or she is told to be
    return not any(map(is_called, [*words[:first], *behind]))


def goes_on(words: Sequence[str]) -> bool:
    """Whether a sentence is about him or her of whom the one before tells: nobody else stands before the pronoun."""
    first = next((word for word in words[:TAKEN_UP] if is_somebody(word) and word not in _JOINING), "")
    return first.lower() in PRONOUNS
