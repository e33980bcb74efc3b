"""Which sentence of a story speaks to a question, in the story's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from starproof.core.document import Story
from starproof.core.guide import Guide
from starproof.parse import parse
from starproof.understand.asked import Asked, meant, shown, worded
from starproof.understand.principles import rank_question
from starproof.understand.sketch import sketch

_LEAST_WORDS = 4
_MOST_SENTENCES = 300
"""So many are looked at, so that a book among the stories takes no longer than a long story."""
_MOST_QUOTED = 180
"""Code points of a sentence that are quoted."""
_PRINCIPLE, _THEME, _WORDS, _MEANING = 0.4, 0.3, 0.5, 0.5
_OWN = 0.15
"""What it adds that a sentence tells what the teller did: questions ask for that, not for how things stood."""
_LEAST = 0.45
"""A sentence that is worth less says nothing to the question."""
_PLAINLY = 0.5
"""How well a sentence must show what is asked for, beside the best that one could, to be said to speak of it."""
_TELLING = 0.2
"""Which share of the question's telling words a sentence must have to count as worded like it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that speaks to the question."""

    quote: str
    """Its words; the end of a long one is left out, which a sign tells."""
    themes: tuple[str, ...]
    """The themes asked for that it speaks of."""
    plain: bool
    """Whether it shows by itself the principle that is asked for."""
    shares: bool
    """Whether it has telling words of the question."""
    only: bool = True
    """Whether no other sentence speaks of a theme asked for either."""


def speaks(asked: Asked, text: str, *, guide: Guide) -> Said | None:
    """The sentence that speaks to the question most, the first of equals; none where none does."""
    heard = [_heard(asked, sentence, guide) for sentence in _sentences(text)]
    worth, said = max(heard, key=lambda pair: pair[0], default=(0.0, None))
    if said is None or worth <= _LEAST:
        return None
    return replace(said, only=not any(other.themes for _, other in heard if other is not said))


def _sentences(text: str) -> list[str]:
    """What is told in whole sentences. A question at a story's head is the interviewer's."""
    spans = islice(parse(Story("", text)).sentences, _MOST_SENTENCES)
    told = (" ".join(one.span.of(text).split()) for one in spans)
    return [one for one in told if one.count(" ") >= _LEAST_WORDS - 1 and not one.endswith("?")]


def _heard(asked: Asked, sentence: str, guide: Guide) -> tuple[float, Said]:
    seen = sketch(text=sentence)
    themes = tuple(theme for theme in asked.themes if theme in seen.themes)
    plain, words = shown(asked, rank_question(sentence, guide.principles)), worded(asked, seen.terms)
    worth = _PRINCIPLE * plain + _THEME * bool(themes) + _WORDS * words + _MEANING * meant(asked, seen.vector)
    if worth > _LEAST and "I" in sentence.replace("’", "'").replace("'", " ").split():
        worth += _OWN
    return worth, Said(_short(sentence), themes, plain >= _PLAINLY, words >= _TELLING)


def _short(sentence: str) -> str:
    if len(sentence) <= _MOST_QUOTED:
        return sentence.rstrip(".")
    return sentence[:_MOST_QUOTED].rpartition(" ")[0].rstrip(" ,;:") + " …"
