"""How long one may think and answer, and why just so long. All in seconds."""

from __future__ import annotations

THINK = 20.0
"""Before a story: a sip of water and a moment to choose, which nobody minds; half a minute of silence feels long."""
THINK_FOR_ESSAY = 0.0
"""A written narrative is thought out while it is written."""
NAMING = 10.0
"""To name a story: as long as one can say that it is a good question and that one will think for a moment."""
NAMED_AT_ONCE = 10
"""Questions of one drill: with a breath between them it takes three minutes."""
DEFENDING = 60.0
"""To defend a figure: period, baseline, source and what else changed are told in two or three sentences."""
BLOCK = 45 * 60.0
"""An interviewer's block where the loop does not say: what most companies book, an hour with its margins."""
AROUND = 10 * 60.0
"""Of a block, what greetings and the candidate's own questions take; the rest is for answers."""
LEAST = 4 * 60.0
"""For one question of a loop at the least: a three-minute answer and one follow-up."""
ESSAY = 60 * 60.0
"""For a written narrative: two pages in an hour, so that the second pass falls on another day."""
FOLLOW_UPS = 3
"""After a story; the time that an interviewer has for one question is over then."""
FOLLOW_UPS_IN_LOOP = 5
"""In a loop the clock ends them before their number does."""


def share(block: float | None, questions: int) -> float:
    """What one question of a block may take, with its follow-ups.

    Args:
        block: the interviewer's minutes, in seconds; ``None`` where nobody said.
        questions: how many there are in it.
    """
    return max(LEAST, ((block or BLOCK) - AROUND) / max(1, questions))
