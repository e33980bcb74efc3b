"""One story to tell: a chosen one, one that is due, or one that a drawn question asks for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from random import Random

from starproof.core.bank import Banked
from starproof.core.practice import Assignment, CardKey
from starproof.core.questions import Question
from starproof.errors import NotFound
from starproof.practice.drawing import times
from starproof.practice.drawing.pool import FITTING, MIDDLE, Pool, Wanted
from starproof.practice.drawing.spreading import spread

OPEN = "Walk me through this one: {title}."
"""What is asked where no question of the bank fits a story."""
_BESIDE = 0.1
"""From this share on a story shows a principle beside its first."""
_MOST_SHOWN = 2
"""Of so many principles the questions are tried: each that nothing answers is held to every story of the bank."""


def tell(pool: Pool, story: str, *, seed: int, because: str = "you chose it", seconds: float = MIDDLE) -> Assignment:
    """A chosen story under a question that it answers: its own where that was not asked lately, else one that fits.

    One that it plainly does not answer is not its own, whatever it was told for.

    Args:
        seed: decides between questions that fit.
        seconds: the length of the framework that it is held against.

    Raises:
        NotFound: when there is no such story to tell.
    """
    told = pool.stories.get(story)
    if told is None:
        raise NotFound("E-SES-040", f"There is no story {story!r} to tell.", "Archived stories cannot be practised.")
    ask, principle = _question_for(pool, told, Random(seed))
    card = CardKey("story", story=story, question=_key(pool, ask))
    return _assignment(pool, ask, because, card, story=story, principle=principle, seconds=seconds)


def ask_about(pool: Pool, question: str, *, because: str = "you chose it", seconds: float = MIDDLE) -> Assignment:
    """A question, by id or in anybody's words, with the story that answers it best, where there is one."""
    known = pool.question(question)
    ask = known.text if known else question.strip()
    story, fitting = pool.expected(ask)
    card = CardKey("question", story=story, question=known.id if known else ask)
    principle = known.principle if known else None
    return _assignment(pool, ask, because, card, story=story, principle=principle, seconds=seconds, fitting=fitting)


def asked_draw(pool: Pool, *, many: int = 1, seed: int, seconds: float = MIDDLE) -> tuple[Assignment, ...]:
    """Questions as an interviewer would ask them, whether a story answers them or not."""
    drawn = spread(pool.questions, chance=Random(seed), many=many, lately=pool.lately)
    return tuple(
        ask_about(
            pool, one.id, because=f"drawn: an interviewer may ask for {_name(pool, one.principle)}", seconds=seconds
        )
        for one in drawn
    )


def due_draw(
    pool: Pool, due: Sequence[Wanted], *, many: int = 1, seed: int, seconds: float = MIDDLE
) -> tuple[Assignment, ...]:
    """The stories and questions that are due, in their order; cards whose story is gone are passed over."""
    found = (_due(pool, wanted, seed + number, seconds) for number, wanted in enumerate(due))
    return tuple(islice((one for one in found if one is not None), many))


def _due(pool: Pool, wanted: Wanted, seed: int, seconds: float) -> Assignment | None:
    card = wanted.card
    if card.kind == "story" and card.story is not None and card.story in pool.stories:
        return tell(pool, card.story, seed=seed, because=wanted.because, seconds=seconds)
    if card.kind == "question" and card.question:
        return ask_about(pool, card.question, because=wanted.because, seconds=seconds)
    return None


def _question_for(pool: Pool, told: Banked, chance: Random) -> tuple[str, str | None]:
    own, principle = None if told.digest.astray else told.digest.question, principle_of(told)
    if own and own not in pool.lately:
        return own, principle
    for shown in _shown(told):
        asking = [one for one in pool.questions if one.principle == shown and one.text not in pool.lately]
        for some in (_spoken_to(pool, asking, told.id), asking):
            drawn = spread(some, chance=chance, many=1, fits=lambda one: pool.answered(one.text, told.id))
            if drawn:
                return drawn[0].text, shown
    return own or OPEN.format(title=told.digest.title or told.id), principle


def _shown(told: Banked) -> list[str]:
    """What a story may be asked for, what it shows first before all: where another story is clearly the better answer
    to that, it is told for what it shows beside it."""
    first = principle_of(told)
    beside = [one.id for one in told.digest.principles if one.score >= _BESIDE]
    return list(dict.fromkeys([*([first] if first else []), *told.principles, *beside]))[:_MOST_SHOWN]


def _spoken_to(pool: Pool, questions: Sequence[Question], story: str) -> list[Question]:
    """Those that a story answers about as well as any of them: of the many that ask for what it shows, most ask for
    something that it does not tell of, and whoever told it then would have the wrong answer by heart."""
    worth = [(pool.worth(one.text, story), one) for one in questions]
    least = FITTING * max((value for value, _ in worth), default=0.0)
    return [one for value, one in worth if value >= least]


def principle_of(told: Banked) -> str | None:
    """What a story shows first: by its owner's tags, else its front matter, else its words."""
    if told.principles or told.digest.principle:
        return (*told.principles, told.digest.principle)[0]
    return told.digest.principles[0].id if told.digest.principles else None


def _key(pool: Pool, ask: str) -> str:
    known = pool.question(ask)
    return known.id if known else ask


def _name(pool: Pool, principle: str) -> str:
    return next((one.name for one in pool.guide.principles if one.id == principle), principle)


def _assignment(
    pool: Pool,
    ask: str,
    because: str,
    card: CardKey,
    *,
    story: str | None,
    principle: str | None,
    seconds: float,
    fitting: tuple[str, ...] = (),
) -> Assignment:
    framework = pool.framework(seconds)
    return Assignment(
        ask=ask,
        because=because,
        card=card,
        story=story,
        principle=principle,
        think=times.THINK,
        framework=framework.id if framework else None,
        follow_ups=times.FOLLOW_UPS,
        fitting=fitting,
    )
