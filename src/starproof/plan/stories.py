"""Stories on their way into coverage and plans: reviewed where they are not yet, in one order, each once."""

from __future__ import annotations

from collections.abc import Iterable

from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Guide
from starproof.core.planning import LeftOut
from starproof.engine import Reviewer
from starproof.engine.digest import digest
from starproof.errors import InputError, UsageError
from starproof.plan.strength import tags

_GENRES = {
    "opinion": "It gives an opinion; nothing happens in it.",
    "plan": "It is a plan; nothing has happened yet.",
    "hypothetical": "It tells what one would do, not what was done.",
    "gibberish": "It cannot be read.",
    "foreign": "It is in another language than English.",
    "fragment": "It is too short to judge.",
    "instruction": "It gives instructions and tells no story.",
    "copied": "It repeats an exemplar of the guide, and interviewers know those too.",
}


def banked(stories: Iterable[Banked | Story], *, guide: Guide) -> tuple[Banked, ...]:
    """The stories by id, those that were handed in as text reviewed by this guide.

    Raises:
        InputError: when two stories share an id.
        UsageError: when something else than a story was handed in.
    """
    reviewer: Reviewer | None = None
    found: dict[str, Banked] = {}
    for story in stories:
        if isinstance(story, Story):
            reviewer = reviewer or Reviewer(guide)
            story = Banked(digest(reviewer.review(story)))
        if not isinstance(story, Banked):
            raise UsageError("E-USE-024", f"{type(story).__name__!r} is no story.", "Give Story(id, text).")
        if story.id in found:
            raise InputError(
                "E-PLN-001", f"Two stories share the id {story.id!r}.", "Give each story an id of its own."
            )
        found[story.id] = story
    return tuple(found[key] for key in sorted(found))


def usable(stories: Iterable[Banked]) -> tuple[list[Banked], tuple[LeftOut, ...]]:
    """The stories that count, and those that do not with the reason why."""
    kept: list[Banked] = []
    out: list[LeftOut] = []
    for story in stories:
        why = _unusable(story)
        if why is None:
            kept.append(story)
        else:
            out.append(LeftOut(story.id, title(story), why))
    return kept, tuple(out)


def _unusable(story: Banked) -> str | None:
    """Why a story counts for nothing; ``None`` where it counts. A note that its owner tagged is a story to be told."""
    if story.archived:
        return "It is archived."
    guessed = story.digest.too_short and not tags(story)
    return _GENRES.get(story.digest.genre) or (_GENRES["fragment"] if guessed else None)


def title(story: Banked) -> str:
    """What a story is called."""
    return story.digest.title or story.id
