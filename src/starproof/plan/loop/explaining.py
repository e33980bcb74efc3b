"""Why a question has no story, and what a plan as a whole needs to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from starproof.core.bank import Banked
from starproof.core.listing import listed
from starproof.core.planning import Loop, Slot, Sought
from starproof.plan.stories import title
from starproof.plan.strength import strength_for, strengths
from starproof.plan.wording import counted, opened, quoted, small

_NAMED = 3


def uncovered(sought: Sought, shows: Sequence[Banked], told: Mapping[str, str], stories: Sequence[Banked]) -> str:
    """Why nobody can tell a first story here: none shows it, or all that do are needed elsewhere."""
    if not stories:
        return "There are no stories to choose from."
    if not shows:
        nearest = max(stories, key=lambda s: (strength_for(s, sought, strengths(s)), s.id))
        return f"No story shows {sought.name}; the nearest, {quoted(title(nearest))}, is about something else."
    where = [f"{quoted(title(story))} {told.get(story.id, 'is not told')}" for story in shows]
    return f"{_these(sought, len(shows))} told elsewhere: {listed(_short(where))}. One more is needed."


def no_backup(sought: Sought, shows: Sequence[Banked], told: Mapping[str, str]) -> str:
    """Why nothing stands by."""
    others = [story for story in shows if story.id in told]
    if len(shows) <= 1:
        return f"No second story shows {sought.name}."
    return f"The {counted(len(others), 'story', 'stories')} that show {sought.name} all have a place of their own."


def _these(sought: Sought, number: int) -> str:
    if number == 1:
        return f"The one story that shows {sought.name} is"
    return f"{'Both' if number == 2 else opened(f'all {small(number)}')} stories that show {sought.name} are"


def _short(parts: Sequence[str]) -> list[str]:
    more = len(parts) - _NAMED
    return [*parts[:_NAMED], *([f"{counted(more, 'other')} likewise"] if more > 0 else [])]


def notes(
    loop: Loop,
    slots: Sequence[Slot],
    stories: Sequence[Banked],
    groups: Sequence[tuple[int, ...]],
    everything: Sequence[Banked],
) -> Iterator[str]:
    """What to know before reading the plan; ``everything`` are all stories, ``stories`` those that may be told."""
    open_ = sum(slot.first is None for slot in slots)
    if open_:
        yield (
            f"{opened(counted(open_, 'question'))} of {len(slots)} cannot be covered with"
            f" {counted(len(stories), 'story', 'stories')}."
        )
    if not any(interviewer.bar_raiser for interviewer in loop.interviewers):
        yield "No interviewer is marked as bar raiser; all count the same."
    if loop.on is None:
        yield "The loop has no date: there is no practice calendar."
    known = {story.id for story in everything}
    for named in dict.fromkeys((*(told.story for told in loop.told), *loop.leave_out)):
        if named not in known:
            yield f"The loop file speaks of the story {named!r}, which is not there."
    dated = [story for story in stories if story.happened]
    if stories and not dated:
        yield "No story says when it happened, so age counts for nothing."
    yield from _repeated(slots, stories, groups)


def _repeated(slots: Sequence[Slot], stories: Sequence[Banked], groups: Sequence[tuple[int, ...]]) -> Iterator[str]:
    """Interviewers who hear of one project twice."""
    group_of = {stories[place].id: number for number, group in enumerate(groups) for place in group}
    heard = Counter(
        (slot.interviewer, group_of[slot.first.story])
        for slot in slots
        if slot.first is not None and slot.first.story in group_of
    )
    for (who, _), times in heard.items():
        if times > 1:
            yield f"{who} hears {small(times)} stories of what seems one project; no other choice was better."
