"""COM604: a flat list of steps."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import cleared, due, spoken, too_short


@red_flag("COM604", "linear-story", severity="note")
def linear_story(context: StoryContext) -> Verdict:
    """One step follows the other, without stakes and without a turn.

    Rationale:
    First, then, after that: a list of steps shows that a plan was carried out. What shows judgement is the moment in
    which the plan did not fit, or two things pulled in different directions.

    Weak:
    Our school portal had no timetable. I was responsible for it. First we collected the requirements. Then we drew
    the screens. After that we built the timetable. Next we tested it with two schools. Then we trained the teachers.
    Finally we switched it on for all 80 schools.

    Stronger:
    Our school portal had no timetable, and 30 schools were about to leave it before the autumn. I was responsible for
    it. We built a timetable, and in the first school it put two classes in one room: the schools kept their rooms in
    heads and not in lists. I had to choose between the date and the rooms, and took the rooms, although sales had
    promised September. In November it ran in all 80 schools, and 29 of the 30 stayed.

    Limits:
    Words of sequence are not a fault where something is at stake. A story that is dramatic in tone and flat in
    substance can pass.
    """
    short = too_short(context)
    if short is not None:
        return short
    if due(context, "linear-story"):
        because = "It is told as a list of steps: no stakes, no turn, nothing that pulled the other way."
        return Verdict("raised", because, spoken(context, "linear-story"))
    return cleared(context, "linear-story", "It has stakes or a turn.", "stakes", "turn", "setback")
