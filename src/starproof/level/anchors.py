"""Whether the guide's words for a rating hold of a story, or its reasons have to stand alone.

The words for a number say what a story of that number has and lacks. Points are counted by kinds of facts, so a story
can come to the number in another way; words that would then say more or less than the story does are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

from starproof.core.guide import Guide
from starproof.level.tally import Tally

GOAL, LESSON, OUTCOME = "the responsibility or the goal", "a lesson", "what came of it"
SCENE, DEEDS = "the situation or the task", "what was done"
DID, ANSWERS = "the teller's own deeds", "what the teller answers for"
HOLDS = "a fault that the teller owns, and what holds since"
CHOICE, REASON, COST = "a decision", "its reason", "its cost"
AGAINST, RISK = "who disagreed", "what was risked"
TROUBLE, OWNED, LASTING = "what went wrong", "a mistake of the teller's own", "what changed for good"
FIGURE, SERVED = "the outcome in figures", "whom it served"
SIZED, AFTER, WE, WHOLE, FLAGGED, AIMED = "~sized", "~after", "~we", "~whole", "~flagged", "~aimed"
AGREE, WEIGHTY = "~agree", "~weighty"
"""What is no part of the tale itself, and so is never listed as untold."""
_Need = tuple[str, ...]
_NEEDS: Mapping[str, Mapping[int, tuple[_Need, ...]]] = {
    "structure": {
        5: ((AIMED,), (LESSON,)),
        4: ((SCENE,), (GOAL,), (DEEDS,), (OUTCOME,), (WEIGHTY,)),
        3: ((SCENE,), (DEEDS,), (OUTCOME,)),
    },
    "ownership": {5: ((ANSWERS,), (HOLDS,)), 4: ((DID,), (ANSWERS,)), 3: ((DID,), ("-" + ANSWERS,)), 2: ((WE,),)},
    "scope": {5: ((SIZED,),), 4: ((SIZED,),), 3: ((SIZED,),)},
    "impact": {5: ((SIZED,), (AFTER,), (AGREE,)), 4: ((SIZED,),), 3: ((FIGURE,),), 2: ((SIZED,),)},
    "judgement": {
        5: ((CHOICE,), (REASON,), (COST,), (AGAINST, RISK)),
        4: ((CHOICE,), (REASON,), (COST,)),
        3: ((CHOICE,), (REASON,), ("-" + COST,), ("-" + AGAINST,)),
        2: ((CHOICE,), ("-" + REASON,)),
        1: ((FLAGGED,),),
    },
    "learning": {
        5: ((OWNED,), (LESSON,), (LASTING,)),
        4: ((OWNED,), (LESSON,)),
        3: ((LESSON,),),
        2: ((TROUBLE,), ("-" + LESSON,)),
        1: ((FLAGGED,),),
    },
    "clarity": {5: ((WHOLE,), (AGREE,))},
}
"""By criterion and number: one of each row has to be told, or, with a minus, not to be told."""


def anchor(guide: Guide, criterion: str, rating: int, tally: Tally) -> str | None:
    """The guide's words for this number, or ``None`` where they would not be true of what the tally found."""
    anchors = next((one.anchors for one in guide.criteria if one.id == criterion), None)
    needs = _NEEDS.get(criterion, {}).get(rating, ())
    holds = all(any(_holds(tally, one) for one in need) for need in needs)
    return anchors[rating - 1] if anchors and holds and rating >= min(5, tally.points) else None


def _holds(tally: Tally, need: str) -> bool:
    return need[1:] not in tally.told if need.startswith("-") else need in tally.told


def reasons(tally: Tally, rating: int) -> tuple[str, ...]:
    """Why it is this number: what holds it down first, then what gave the points, then what is not told."""
    held = [words for words in tally.because if words.startswith(f"No more than {rating}:")][:1]
    others = [words for words in tally.because if words not in held]
    if held or not tally.untold or rating == 5:
        return (*held, *others)
    how = " in so many words" if tally.unheard else ""
    return (*others, f"Not told{how}: {', '.join(tally.untold)}.")
