"""In which length to tell a story to an interviewer."""

from __future__ import annotations

from starproof.core.bank import MINUTES, Banked
from starproof.core.lengths import clock
from starproof.core.planning import Interviewer
from starproof.plan.weights import weights

_BRIEF = ("brief", "short", "terse", "fast", "rapid")
_DEEP = ("deep", "detail", "thorough", "long")


def telling(story: Banked, interviewer: Interviewer) -> str:
    """The length in words, and how far the story is from it; by the interviewer's style and minutes."""
    wanted = minutes(interviewer)
    if wanted in story.minutes:
        return f"tell your {wanted}-minute version"
    told = story.digest.seconds
    if abs(told / 60.0 - wanted) <= 0.5:
        return f"tell it in {wanted} minutes, as it stands"
    return f"tell it in {wanted} minutes; it runs {clock(told)} now"


def minutes(interviewer: Interviewer) -> int:
    """2, 3 or 4: what the style says, else what time there is for each principle, else the middle one."""
    style = interviewer.style.casefold()
    short, medium, long = MINUTES
    if any(word in style for word in _BRIEF):
        return short
    if any(word in style for word in _DEEP):
        return long
    if interviewer.minutes is None:
        return medium
    rules = weights("loop")
    each = (interviewer.minutes - rules["opening_minutes"]) / len(interviewer.principles)
    if each <= rules["short_up_to"]:
        return short
    return medium if each <= rules["medium_up_to"] else long
