"""A written story beside an answer: what was lost on the way."""

from __future__ import annotations

from starproof.core.results import Review
from starproof.practice.lost.content import Content
from starproof.practice.lost.figures import Figures, figures
from starproof.practice.lost.sections import lesson_told, sections_told
from starproof.practice.lost.sentences import sentences_told
from starproof.practice.lost.told import Lost

_UNREADABLE = {
    "foreign": "The answer is not in English, so what it says cannot be compared with the story.",
    "gibberish": "The answer cannot be read as sentences, so what it says cannot be compared with the story.",
}
ANOTHER = "The answer has next to no figure of the written story, so it seems to tell another one."
_FEW = 2


def lost(written: Review, said: Review) -> Lost:
    """What the written story has and the answer did not say.

    Args:
        written: The review of the story on paper; spans of what was dropped count its text.
        said: The review of the answer, spoken or typed; spans of what was said count its text.
    """
    paper, aloud = Content.of(written), Content.of(said)
    found = figures(paper, aloud)
    if _another(found):
        return Lost((), (), (), (), (), None, ANOTHER)
    why = _UNREADABLE.get(said.facts.genre.genre) or _UNREADABLE.get(written.facts.genre.genre)
    both = [(one.written, one.said) for one in found.said] + [(one.written, one.said) for one in found.otherwise]
    pairs = [(paper_figure.figure.span, spoken.figure.span) for paper_figure, spoken in both]
    sentences = () if why else sentences_told(paper, aloud, pairs)
    return Lost(
        dropped=found.dropped,
        otherwise=found.otherwise,
        said=found.said,
        invented=found.invented,
        sections=tuple(sections_told(sentences)),
        lesson=lesson_told(paper, aloud, sentences),
        cannot_say=why,
    )


def _another(found: Figures) -> bool:
    """Whether hardly a figure agrees and several differ: nobody misremembers a story so, but another one does this.

    Of 120 pairs of unlike stories this knows half, with three quarters of the figures that would be shown as said
    differently; of 139 tellings and parts of tellings it takes none for another story.
    """
    return len(found.otherwise) >= max(_FEW, 2 * len(found.said) + 1)
