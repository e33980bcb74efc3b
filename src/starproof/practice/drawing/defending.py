"""Number defence: a figure of a story, the questions that it leaves open, and the card that holds the answer."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from starproof.core.practice import Assignment, CardKey
from starproof.practice.drawing import times
from starproof.practice.drawing.pool import Figure, Wanted


def defence_draw(
    figures: Sequence[Figure], *, seed: int, due: Sequence[Wanted] = (), many: int = 5
) -> tuple[Assignment, ...]:
    """Figures to defend: those that are due first, then others, story after story.

    Args:
        figures: of the stories that may come, each story's first one first.
        due: cards to come first, in order; those of figures that are gone are passed over.
    """
    by_key = {(one.story, one.figure): one for one in figures}
    wanted = {(one.card.story, one.card.figure): one.because for one in due if one.card.kind == "figure"}
    first = [(by_key[key], because) for key, because in wanted.items() if key in by_key]
    rest = [one for one in _turn_about(figures, Random(seed)) if (one.story, one.figure) not in wanted]
    drawn = [*first, *((one, one.because) for one in rest)]
    return tuple(defend(one, because=because) for one, because in drawn[:many])


def defend(figure: Figure, *, because: str | None = None) -> Assignment:
    """One figure to defend."""
    return Assignment(
        ask=figure.card.front,
        because=because or figure.because,
        card=CardKey("figure", story=figure.story, figure=figure.figure),
        story=figure.story,
        seconds=times.DEFENDING,
        follow_ups=0,
        answer=figure.card.back,
    )


def _turn_about(figures: Sequence[Figure], chance: Random) -> list[Figure]:
    """The first figure of each story, then the second of each; in which order the stories come is chance."""
    by_story: dict[str, list[Figure]] = {}
    for one in figures:
        by_story.setdefault(one.story, []).append(one)
    piles = list(by_story.values())
    chance.shuffle(piles)
    deepest = max(map(len, piles), default=0)
    return [pile[place] for place in range(deepest) for pile in piles if place < len(pile)]
