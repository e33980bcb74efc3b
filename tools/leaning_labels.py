"""Labels of the training stories as they are read by a labeller that never saw their hand.

The shipped labeller learned from these very stories and hardly errs on them. A reader of flags that was taught with its
labels would trust them on strange stories too, where one in ten is wrong, and its measure by hands left out would not
show it. So it is taught with the labels that ``train_labeller.py`` gives to hands left out; they are kept in
``labelling/data/held-out.txt``, one story a line, a letter and a confidence in percent for each sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from starproof.core.document import LABELS, Document, Label, LabelledSentence, Sentence

HELD_OUT = Path(__file__).resolve().parent / "labelling" / "data" / "held-out.txt"
_LETTERS: Mapping[str, Label] = {"f" if label == "reflection" else label[0]: label for label in LABELS}
_LETTER = {label: letter for letter, label in _LETTERS.items()}
Guess = tuple[Label, float]
"""A label and its confidence."""


def kept_held_out(stories: Iterable[tuple[str, Sequence[Sequence[float]]]]) -> bytes:
    """The file of what each story's sentences may be: for each of them the shares in the order of ``LABELS``."""
    lines = [" ".join([name, *map(_guess, shares)]) for name, shares in stories]
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def _guess(shares: Sequence[float]) -> str:
    best = max(range(len(LABELS)), key=shares.__getitem__)
    return f"{_LETTER[LABELS[best]]}{round(100 * shares[best])}"


@cache
def held_out(path: Path = HELD_OUT) -> Mapping[str, tuple[Guess, ...]]:
    """By story, the label of each of its sentences and the confidence in it."""
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {name: tuple((_LETTERS[one[0]], int(one[1:]) / 100) for one in told) for name, *told in rows}


def labelled(
    document: Document, spans: Sequence[tuple[int, int]], guesses: Sequence[Guess]
) -> tuple[LabelledSentence, ...]:
    """The document's sentences, each with the label of the corpus's sentence that it shares most with."""
    return tuple(_labelled(sentence, spans, guesses) for sentence in document.sentences)


def _labelled(sentence: Sentence, spans: Sequence[tuple[int, int]], guesses: Sequence[Guess]) -> LabelledSentence:
    start, end = sentence.span.start, sentence.span.end
    common = [min(end, after) - max(start, before) for before, after in spans]
    label, confidence = guesses[common.index(max(common))]
    return LabelledSentence(sentence.span, label, confidence, paragraph=sentence.paragraph)
