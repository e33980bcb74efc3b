"""Whether a story answers the question that it is told for.

The principles that the question asks for are held against those that the story shows by itself, and the question's
words, themes and meaning against the story's. Five readable weights make odds of that; ``tools/train_answering.py``
fits them on stories with their own question and with another's, by readers that had seen neither. Most stories that
touch what is asked for count as answers: whether they answer it well is not asked here.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from starproof.core.context import StoryContext
from starproof.core.guide import Guide
from starproof.core.results import RankedPrinciple
from starproof.understand.asked import Asked, meant, read_question, shown, themed, worded
from starproof.understand.principles import knows, rank
from starproof.understand.sketch import sketch
from starproof.understand.themes import mentions
from starproof.understand.topics import stem, words

_OPEN = frozenset(
    map(
        stem,
        (
            "yourself you background career cv resume experience project projects programme initiative accomplishment "
            "achievement achieve accomplished proud proudest pride success successful contribution impact leadership "
            "leader lead led leading manager manage managing management engineering engineer team role example "
            "biggest greatest largest finest challenge challenging challenges hard hardest difficult toughest tough "
            "complex interesting significant important memorable recent favourite favorite strength strengths weakness "
            "weaknesses style story problem solved professional day week current last previous position company"
        ).split(),
    )
)
"""Stems of questions that any story may answer, beside those of which all questions are made."""
_FOREIGN = frozenset(
    (
        "learn-and-be-curious insist-on-the-highest-standards think-big bias-for-action frugality are-right-a-lot "
        "strive-to-be-earths-best-employer success-and-scale-bring-broad-responsibility"
    ).split()
)
"""Themes that are principles of the sixteen, and none of the guide's."""
_TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "failure": ("mistake", "owned-part"),
    "conflict": ("conflict", "disagreement"),
    "disagree-with-manager": ("disagreement",),
    "unpopular-decision": ("disagreement", "unpopular"),
}
"""For themes that are events and not subjects, the signals that tell one: a story of any subject may have it."""
_LEAST = 0.02
"""Added to a share before its logarithm is taken, so that none is too small for one."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The shipped weights, and the odds below which a story is told that it misses its question."""

    start: float
    weights: Mapping[str, float]
    doubtful: float
    """Below these the answer is asked for."""
    plain: float
    """Below these the story is not judged as an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a story stands to its question."""

    odds: float
    """The log odds that it answers; 0 is as likely as not."""
    asked: RankedPrinciple
    """What the question asks for most."""
    told: RankedPrinciple
    """What the story shows most by itself."""
    themes: tuple[str, ...] = ()
    """The themes that the question asks for."""
    touched: bool = False
    """Whether the story has one of them in it, be it in a word; looked for only where the odds are so low."""

    @property
    def misses(self) -> bool:
        """Whether it seems to answer something else."""
        return self.odds < scale().doubtful

    @property
    def plainly(self) -> bool:
        """Whether it plainly does: a story that touches what is asked for may answer, whatever it shows besides."""
        return self.odds < scale().plain and not self.touched


@cache
def scale() -> Scale:
    """The shipped weights, read once."""
    return Scale(**tomllib.loads((files("starproof.understand") / "answering.toml").read_text(encoding="utf-8")))


def answer_of(context: StoryContext) -> Answer | None:
    """How a story stands to its own question, by all that is known of it; ``None`` where that cannot be said."""
    document = context.document
    if not document.question or context.too_short:
        return None
    answer = answering(question=document.question, text=document.told, guide=context.guide, title=document.title)
    if answer is None or not answer.plainly:
        return answer
    signs_of = [kind for theme in answer.themes for kind in _TOLD_BY.get(theme, ())]
    return replace(answer, touched=bool(signs_of and context.facts.of(*signs_of)))


def answering(*, question: str, text: str, guide: Guide, title: str | None = None) -> Answer | None:
    """How the story stands to the question; ``None`` where that cannot be said.

    It cannot for a guide with principles of its own, for a question that no story answers or any, and for one that
    asks for a principle that several of the guide's answer.
    """
    if not knows(guide.principles):
        return None
    asked = read_question(question, guide=guide)
    if not asked.answerable or _OPEN.issuperset(asked.terms) or not _FOREIGN.isdisjoint(asked.themes):
        return None
    told = rank(question=None, text=text, title=title, principles=guide.principles)
    answer = Answer(odds(signs(asked, told, text=text)), asked.principles[0], told[0], asked.themes)
    return replace(answer, touched=_touches(text, asked.themes)) if answer.plainly else answer


def _touches(text: str, themes: Sequence[str]) -> bool:
    return not mentions([stem(word) for word in words(text)]).keys().isdisjoint(themes)


def signs(asked: Asked, told: Sequence[RankedPrinciple], *, text: str) -> dict[str, float]:
    """What the weights weigh."""
    seen = sketch(text=text)
    return {
        "principles": math.log(_LEAST + shown(asked, told)),
        "sureness": math.log(asked.principles[0].score),
        "words": worded(asked, seen.terms),
        "themes": themed(asked, seen.themes),
        "meaning": meant(asked, seen.vector),
    }


def odds(found: Mapping[str, float]) -> float:
    """The log odds of an answer."""
    return scale().start + sum(weight * found[name] for name, weight in scale().weights.items())
