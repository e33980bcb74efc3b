"""What a new session asks, from what somebody wishes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any, Literal, TypedDict, cast

from starproof.core.practice import MODES, Assignment, CardKey, Manner, Mode
from starproof.errors import NotFound, PracticeError
from starproof.practice.drawing import (
    Pool,
    Wanted,
    ask_about,
    asked_draw,
    defence_draw,
    due_draw,
    essay,
    loop_draw,
    retrieval_draw,
    tell,
)

if TYPE_CHECKING:
    from starproof.api.practising.shapes import Planned
    from starproof.api.practising.studio import Studio

Draw = Literal["due", "asked"]
LONGEST_QUESTION = 2_000
"""Code points of a question in anybody's words: it is kept, shown and read with every session."""
LONGEST_BLOCK = 600.0
"""Minutes with one interviewer."""
STORIES_DEFENDED = 5
"""Stories of which figures are drawn at once: more would only be read and not asked about."""
FIGURES_DEFENDED = 5


_ID = re.compile(r"[A-Za-z]{2}-[Qq]\d+", re.ASCII)
"""What the ids of the question bank look like; nobody asks in such words."""


class Wishes(TypedDict, total=False):
    """What somebody may wish of a new session; whatever is not said, or is ``None``, is chosen."""

    story: str | None
    """The id of the story to practise."""
    question: str | None
    """The id of a question of the question bank, or anybody's words."""
    figure: str | None
    """Of number defence: the figure in the story's words."""
    draw: Draw | None
    """Where nothing is named: what is due, else as an interviewer would; or at once as an interviewer would."""
    many: int | None
    """How many assignments."""
    manner: Manner | None
    seed: int | None
    """The same seed, bank and log draw the same; default: follows from the session's id."""
    minutes: int | None
    """The length of the framework to hold answers against: 2, 3 or 4."""
    block: float | None
    """Of a loop: minutes of every interviewer's block, in place of the loop's own."""
    think: float | None
    """Seconds to think, in place of the mode's own."""
    seconds: float | None
    """Seconds for each answer with its follow-ups, in place of the mode's own."""
    follow_ups: int | None
    """Follow-ups at the most, in place of the mode's own."""


_OWN: tuple[Literal["think", "seconds", "follow_ups"], ...] = ("think", "seconds", "follow_ups")
"""What takes the place of an assignment's own."""
_ALWAYS = frozenset({"manner", "seed", "think", "seconds"})
_WISHES: dict[Mode, frozenset[str]] = {
    "story": _ALWAYS | {"story", "question", "draw", "many", "minutes", "follow_ups"},
    "retrieval": _ALWAYS - {"think"} | {"draw", "many"},
    "defence": _ALWAYS | {"story", "figure", "draw", "many", "follow_ups"},
    "loop": _ALWAYS | {"block", "follow_ups"},
    "essay": _ALWAYS | {"story", "question", "draw", "many"},
}
"""What may be wished of each mode."""


def checked(mode: Mode, wishes: Wishes) -> Wishes:
    """The wishes that were made, without those that were left open.

    Raises:
        PracticeError: when there is no such mode, or it leaves nothing to wish there.
    """
    if mode not in MODES:
        raise PracticeError("E-SES-021", f"There is no mode {mode!r}.", f"There are {', '.join(MODES)}.")
    made = {name: value for name, value in wishes.items() if value is not None}
    for name in made:
        if name not in _WISHES[mode]:
            known = ", ".join(sorted(_WISHES[mode]))
            raise PracticeError("E-SES-044", f"The mode {mode!r} does not take {name!r}.", f"It takes {known}.")
    block = wishes.get("block")
    if block is not None and not 0 < block <= LONGEST_BLOCK:  # nor is it NaN
        what = f"No interviewer has {block:g} minutes."
        raise PracticeError("E-SES-050", what, f"Give more than 0 and at most {LONGEST_BLOCK:g}.")
    if "figure" in made and "story" not in made:
        raise PracticeError("E-SES-046", "A figure alone could be in any story.", "Name its story too.")
    return cast(Wishes, made)


def choose(studio: Studio, mode: Mode, wishes: Wishes, *, pool: Pool, seed: int) -> tuple[Assignment, ...]:
    """The assignments of a new session.

    Raises:
        NotFound: when a story that is named is not there to tell.
        PracticeError: when there is nothing to ask; the hint says what to do about it.
    """
    story = wishes.get("story")
    if story is not None and story not in pool.stories:
        raise NotFound("E-SES-040", f"There is no story {story!r} to tell.", "Add it, or restore it from the archive.")
    drawn = _drawn(studio, mode, wishes, pool, seed)
    if not drawn:
        raise PracticeError("E-SES-041", *_NOTHING[mode])
    return tuple(_as_wished(one, wishes) for one in drawn)


_NOTHING: dict[Mode, tuple[str, str]] = {
    "story": ("There is nothing to ask.", "Add a story, or name a question."),
    "retrieval": ("Your stories answer no question of the question bank yet.", "Add stories, then drill naming them."),
    "defence": ("There is no figure to defend.", "Add a story with figures in its result, or name another story."),
    "loop": (
        "There is no loop with questions to rehearse.",
        "Say who interviews you in loop.toml, or on the page Loop.",
    ),
    "essay": ("There is nothing to write about.", "Add a story, or name a question."),
}


def _drawn(studio: Studio, mode: Mode, wishes: Wishes, pool: Pool, seed: int) -> tuple[Assignment, ...]:
    if mode == "retrieval":
        return retrieval_draw(pool, seed=seed, due=_due(studio, wishes), **_many(wishes))
    if mode == "defence":
        return _defended(studio, wishes, pool, seed)
    if mode == "loop":
        return _looped(studio.planned(), wishes, pool, seed)
    told = _told(studio, wishes, pool, seed)
    return told if mode == "story" else tuple(essay(one) for one in told)


def _told(studio: Studio, wishes: Wishes, pool: Pool, seed: int) -> tuple[Assignment, ...]:
    story, question, length = wishes.get("story"), wishes.get("question"), _length(wishes)
    if question is not None:
        _check_question(question)
        asked = ask_about(pool, question, **length)
        return (asked if story is None else _for_story(asked, story),)
    if story is not None:
        return (tell(pool, story, seed=seed, **length),)
    if due := due_draw(pool, _due(studio, wishes), seed=seed, **_many(wishes), **length):
        return due
    return asked_draw(pool, seed=seed, **_many(wishes), **length)


def _check_question(question: str) -> None:
    if not question.strip():
        raise PracticeError("E-SES-042", "The question has no words.", "Ask as an interviewer would.")
    if len(question) > LONGEST_QUESTION:
        what = f"The question has {len(question):,} characters; it may have {LONGEST_QUESTION:,}."
        raise PracticeError("E-SES-049", what, "Ask as an interviewer would.")
    if _ID.fullmatch(question.strip()):
        from starproof.api.matching import find_question

        find_question(question)  # says which ids come close where there is none


def _for_story(asked: Assignment, story: str) -> Assignment:
    return replace(asked, story=story, card=CardKey("story", story=story, question=asked.card.question), fitting=())


def _defended(studio: Studio, wishes: Wishes, pool: Pool, seed: int) -> tuple[Assignment, ...]:
    from starproof.api.practising.pooling import figures_of

    due = [one for one in _due(studio, wishes) if one.card.kind == "figure"]
    stories, wanted = _stories(pool, wishes, due, seed), wishes.get("figure")
    if wanted is None:
        figures = figures_of(studio.bank, stories, studio.review)
    else:
        every = figures_of(studio.bank, stories, studio.review, most=None)
        figures = tuple(one for one in every if wanted in one.figure)
    return defence_draw(figures, seed=seed, due=due, **({"many": FIGURES_DEFENDED} | _many(wishes)))


def _stories(pool: Pool, wishes: Wishes, due: Sequence[Wanted], seed: int) -> list[str]:
    """Whose figures come: the story named; else those with figures that are due, then others by chance."""
    if story := wishes.get("story"):
        return [story]
    first = dict.fromkeys(one.card.story for one in due if one.card.story in pool.stories)
    others = [story for story in sorted(pool.stories) if story not in first and pool.stories[story].digest.figures]
    Random(seed).shuffle(others)
    return [story for story in (*first, *others) if story is not None][:STORIES_DEFENDED]


def _looped(planned: Planned | None, wishes: Wishes, pool: Pool, seed: int) -> tuple[Assignment, ...]:
    if planned is None:
        return ()
    minutes = {one.name: one.minutes for one in planned.loop.interviewers if one.minutes is not None}
    return loop_draw(pool, planned.plan, seed=seed, minutes=minutes, block=wishes.get("block"))


def _due(studio: Studio, wishes: Wishes) -> tuple[Wanted, ...]:
    """What is due. Without a loop to prepare for, one new figure is as good as another, and chance may choose."""
    if wishes.get("draw", "due") != "due":
        return ()
    planned = studio.planned() is not None
    return tuple(
        Wanted(one.card.key, one.because)
        for one in studio.due()
        if planned or one.card.memory is not None or one.card.key.kind != "figure"
    )


def _many(wishes: Wishes) -> dict[str, Any]:
    many = wishes.get("many")
    return {} if many is None else {"many": max(1, many)}


def _length(wishes: Wishes) -> dict[str, Any]:
    minutes = wishes.get("minutes")
    return {} if minutes is None else {"seconds": minutes * 60.0}


def _as_wished(one: Assignment, wishes: Wishes) -> Assignment:
    own: dict[str, Any] = {name: wishes[name] for name in _OWN if name in wishes}
    return replace(one, **own)
