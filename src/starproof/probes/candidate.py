"""A question that could be asked, with what it would cost the speaker to have no answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starproof.core.context import StoryContext
from starproof.core.keeping import Very, remembered
from starproof.core.results import Probe
from starproof.core.text import Span

_JOINTS = frozenset("and but so then".split())
"""Words behind which a clause begins."""
_BINDING = frozenset("because when while although".split())
"""Words with which one begins."""
_COUNTING = frozenset("hundred thousand million".split())
"""Before "and" these go on with a number: "a hundred and eighteen"."""
_HANGING = frozenset("which who and but because".split())
"""Words with which the next clause begins; a quote does not end with one."""
FEWEST_WORDS = 3
"""Words of a quote of which none is left out."""
LONGEST_LEAD = 24
"""Words of a clause up to which it is quoted from its beginning where it has no joint."""
MOST_WORDS = 12
"""Words of a quote inside a question; the whole of it stands in the evidence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One question. ``hurt`` ranks it: a figure that does not add up weighs 100, curiosity 10."""

    kind: str
    hurt: float
    question: str
    because: str
    spans: tuple[Span, ...]
    bare: bool = False
    """Whether it asks for what the story nowhere tells: it stands without a quote and takes no sentence's turn."""

    def probe(self, context: StoryContext) -> Probe:
        """The question as it is shown, with the user's own words."""
        return Probe(self.question, self.because, context.evidence(*self.spans))


@dataclass(frozen=True, slots=True)
class Sight:
    """A story with its facts by sentence, so that what stands near a thing is found at once."""

    context: StoryContext
    kinds: tuple[frozenset[str], ...]
    """The kinds of signals of each sentence."""
    figures: tuple[tuple[int, ...], ...]
    """Indices of the quantities of each sentence."""

    @staticmethod
    def of(context: StoryContext) -> Sight:
        """Look over the whole story; all that ask about one story share what was seen."""
        return _seen(Very(context))

    def near(self, sentence: int, kinds: Iterable[str], *, steps: Iterable[int] = (0,)) -> bool:
        """Whether a sentence, or one so many steps from it, has a signal of these kinds."""
        wanted = frozenset(kinds)
        places = (sentence + step for step in steps)
        return any(wanted & self.kinds[place] for place in places if 0 <= place < len(self.kinds))


@remembered(1)
def _seen(very: Very[StoryContext]) -> Sight:
    context = very.thing
    kinds: list[set[str]] = [set() for _ in context.labels]
    figures: list[list[int]] = [[] for _ in context.labels]
    for kind, found in context.facts.signals.items():
        for signal in found:
            kinds[signal.sentence].add(kind)
    for index, figure in enumerate(context.facts.quantities):
        place = context.sentence_at(figure.span.start)
        if place is not None:
            figures[place].append(index)
    return Sight(context, tuple(map(frozenset, kinds)), tuple(map(tuple, figures)))


def quoted(context: StoryContext, span: Span, *, about: Span | None = None) -> str:
    """The words as a question holds them: on one line, in quotation marks, cut after a dozen words.

    Where what it is ``about`` stands behind the cut, as on a page without full stops, it begins at the last joint
    before that.
    """
    words = context.document.quote(span).split()
    first = _joint(context, span, words, about) if about is not None and len(words) > MOST_WORDS else 0
    rest = words[first : first + MOST_WORDS]
    if first + MOST_WORDS >= len(words) and len(rest) > FEWEST_WORDS and rest[-1].lower() in _HANGING:
        rest.pop()
    cut = " ".join(rest).rstrip(".,;:!?") + (" …" if first + MOST_WORDS < len(words) else "")
    return f"“{'… ' if first else ''}{cut}”"


def _joint(context: StoryContext, span: Span, words: Sequence[str], about: Span) -> int:
    """The place of the word from which a quote holds what it is about; 0 where it does from the beginning."""
    text = context.document.text
    place = len(text[span.start : max(span.start, about.start)].split())
    if text[about.start - 1 : about.start].strip():
        place = max(0, place - 1)  # in the midst of a word
    if place + len(text[about.start : about.end].split()) <= MOST_WORDS:
        return 0
    said = [word.lower().strip(",") for word in words[: place + 1]]
    joints = [n for n, word in enumerate(said) if word in _BINDING]
    joints += [n + 1 for n, word in enumerate(said[:-1]) if word in _JOINTS and said[n - 1] not in _COUNTING]
    near = [n for n in joints if place - n < MOST_WORDS - 2]
    return max(near, default=max(0, place - MOST_WORDS // 2) if len(words) > LONGEST_LEAD else 0)
