"""Rank stories for a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace

from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Guide
from starproof.errors import UsageError
from starproof.guides import load_guide
from starproof.matching.cards import Card, card
from starproof.matching.exemplars import known
from starproof.matching.explaining import Part, Words, because, parts
from starproof.matching.scoring import MOST_REST, agreement, quick_score, rest
from starproof.understand.asked import Asked, read_question, themed

LEAST = 0.2
"""A story that scores less does not answer the question."""
LEAST_AGREEMENT = 0.17
"""How well a story must show what is asked for, more than by chance; words in common alone are no answer."""
MOST_QUOTED = 50
"""Of so many of the stories found, the words are read for a sentence that speaks to the question."""
Texts = Callable[[Sequence[str]], Mapping[str, str]]
"""The texts of stories by their ids."""
_TOLD = ("story", "copied", "fragment")


@dataclass(frozen=True, slots=True)
class Match:
    """A story that answers a question."""

    id: str
    score: float
    """0 to about 1."""
    because: str
    """What of the story speaks to the question, in its own words; empty where nothing can be said."""
    title: str | None = None
    parts: tuple[Part, ...] = ()
    """What the score is made of."""


def match(
    question: str,
    stories: Iterable[Story | Banked | Card],
    *,
    limit: int = 5,
    guide: Guide | None = None,
    texts: Texts | None = None,
) -> tuple[Match, ...]:
    """The stories that answer the question, best first; none where no story fits.

    Stories of a bank are matched by their digests, bare ones after a light reading. Archived stories and texts that
    are no stories are passed over. The same question and stories give the same matches, in whatever order they come.

    Args:
        question: as an interviewer asks it.
        stories: those to choose from; cards made beforehand save time where many questions are asked.
        limit: at most so many.
        guide: whose principles count; the shipped one where ``None``.
        texts: asked once for the texts of a bank's stories that are found, by their ids, so that they can be quoted
            in whole; a bank's ``texts`` does. Without it, what their digests quote has to do.

    Raises:
        UsageError: when the question is empty, or ``limit`` is less than 1.
    """
    guide = guide or load_guide()
    asked, best = _found(question, stories, limit, guide)
    return _reasoned(asked, best, texts=texts, guide=guide)


def scores(
    question: str, stories: Iterable[Story | Banked | Card], *, limit: int = 5, guide: Guide | None = None
) -> tuple[tuple[str, float], ...]:
    """The ids that ``match`` finds with their scores, without its reasons, which take most of its time."""
    _, best = _found(question, stories, limit, guide or load_guide())
    return tuple((one.id, value) for value, one in best)


def _found(
    question: str, stories: Iterable[Story | Banked | Card], limit: int, guide: Guide
) -> tuple[Asked, list[tuple[float, Card]]]:
    if not question.strip():
        raise UsageError("E-USE-070", "The question is empty.", "Ask as an interviewer would.")
    if limit < 1:
        raise UsageError("E-USE-071", f"At most {limit} matches were asked for.", "Ask for at least 1.")
    asked = read_question(question, guide=guide)
    if not asked.answerable:
        return asked, []
    exemplars = known(guide.exemplars)
    cards = (
        story if isinstance(story, Card) else card(story, guide=guide, exemplars=exemplars)
        for story in stories
        if counts(story)
    )
    return asked, _best(asked, cards, limit)


def _reasoned(
    asked: Asked, best: Sequence[tuple[float, Card]], *, texts: Texts | None, guide: Guide
) -> tuple[Match, ...]:
    """Those found, each with what its words say to the question and what sets it apart from the next."""
    wanted = [one.id for _, one in best[:MOST_QUOTED] if not isinstance(one.origin, Story)]
    words = texts(wanted) if texts and wanted else {}
    found = []
    for place, (value, one) in enumerate(best, 1):
        after = best[place][1] if place < len(best) else None
        said = _words(one, words) if place <= MOST_QUOTED else Words("", whole=False)
        why = because(asked, one, said, after=after, guide=guide)
        found.append(Match(one.id, value, why, one.title, parts(asked, one, guide=guide)))
    return tuple(found)


def _words(one: Card, texts: Mapping[str, str]) -> Words:
    """The words of a story, as far as they are known."""
    if one.id in texts:
        return Words(texts[one.id], whole=True)
    return Words(one.known_words, whole=isinstance(one.origin, Story))


def counts(story: Story | Banked | Card) -> bool:
    """Whether this may be told: not archived, and a story, if a short or a copied one.

    Raises:
        UsageError: when it is something else than a story.
    """
    if not isinstance(story, Story | Banked | Card):
        raise UsageError("E-USE-072", f"{type(story).__name__!r} is no story.", "Give Story(id, text).")
    return not isinstance(story, Banked) or (not story.archived and story.digest.genre in _TOLD)


def _best(asked: Asked, cards: Iterable[Card], limit: int) -> list[tuple[float, Card]]:
    """The best that fit, by the whole score. Only those that can still be among them are scored in full."""
    hopeful = _hopeful(asked, cards, limit)
    scored = [(value + rest(asked, one), one) for value, one in hopeful if _shows_enough(asked, one)]
    best = sorted((pair for pair in scored if pair[0] >= LEAST), key=lambda pair: (-pair[0], pair[1].id))
    return best[:limit]


def _hopeful(asked: Asked, cards: Iterable[Card], limit: int) -> list[tuple[float, Card]]:
    """Those whose quick score is so near the best ones' that the rest of the score may lift them among these."""
    kept: list[tuple[float, Card]] = []
    best: list[float] = []
    floor = LEAST - MOST_REST
    for one in cards:
        value = quick_score(asked, one)
        if value < floor:
            continue
        kept.append((value, one))
        if not _shows_enough(asked, one):
            continue
        if len(best) < limit:
            heappush(best, value)
        elif value > best[0]:
            heapreplace(best, value)
        if len(best) == limit:
            floor = max(floor, best[0] - MOST_REST)
    return [pair for pair in kept if pair[0] >= floor]


def _shows_enough(asked: Asked, one: Card) -> bool:
    return agreement(asked, one) >= LEAST_AGREEMENT or themed(asked, one.sketch.themes) == 1.0
