"""A story that is to be retold, and changes to its words that leave alone whatever a fact rests on."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from starproof.scoring.alignment import joined
from starproof.scoring.measures import Item

_CONTEXT = 40
"""Code points shown on each side of a change."""
_AROUND = re.compile(r"\S+")
_NUMBER = re.compile(
    r"\d(?:[\d.,]*\d)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|"
    r"million|billion|lakh|crore|dozen|half|quarter|third)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put ``words`` in place of the text from ``start`` to ``end``; an insertion where the two are equal."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A story as a transformation sees it."""

    id: str
    text: str
    spoken: bool
    sentences: tuple[tuple[int, int], ...]
    figures: tuple[tuple[int, int], ...]
    """Where its annotated quantities and claims stand."""
    around: tuple[tuple[int, int], ...]
    """The same with a word before and two after, which say what is counted and how often."""
    money: tuple[tuple[int, int], ...] = ()
    """Where its annotated amounts of money stand."""

    @property
    def bare(self) -> bool:
        """Whether this is raw speech without capitals and marks."""
        return self.text == self.text.lower()


Rewrite = Callable[[Telling, random.Random], Iterable[Edit]]


def telling_of(story: Item) -> Telling:
    """An annotated story to be retold; its figures and claims are kept, or any number where none is annotated."""
    text, spans = joined(story)
    annotated = [*story["quantities"], *story.get("claims", [])]
    figures = tuple(sorted((one["start"], one["start"] + len(one["text"])) for one in annotated))
    if not story["quantities"]:
        figures = tuple(sorted({*figures, *(found.span() for found in _NUMBER.finditer(text))}))
    around = tuple(_widened(text, start, end) for start, end in figures)
    sentences = tuple((start, end) for start, end, _ in spans)
    amounts = [one for one in story["quantities"] if one.get("kind") == "money"]
    money = tuple((one["start"], one["start"] + len(one["text"])) for one in amounts)
    return Telling(story["id"], text, story.get("register") == "spoken", sentences, figures, around, money)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    before = list(_AROUND.finditer(text, max(0, start - 40), start))
    after = list(_AROUND.finditer(text, end, end + 60))[:3]
    low = before[-1].start() if before else start
    return low, after[min(2, len(after) - 1)].end() if after else end


def allowed(telling: Telling, edits: Iterable[Edit], *, close: bool = False) -> list[Edit]:
    """The edits that touch no figure and no earlier edit, in text order; ``close`` lets them touch its neighbours."""
    kept = telling.figures if close else telling.around
    good: list[Edit] = []
    for edit in sorted(set(edits)):
        if good and edit.start < max(good[-1].end, good[-1].start + 1):
            continue
        if telling.text[edit.start : edit.end] != edit.words and not _hits(kept, edit):
            good.append(edit)
    return good


def _hits(kept: tuple[tuple[int, int], ...], edit: Edit) -> bool:
    return any(edit.start < end and start < max(edit.end, edit.start + 1) for start, end in kept)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after its edits, which must be in order and apart."""
    out, place = [], 0
    for edit in edits:
        out += [text[place : edit.start], edit.words]
        place = edit.end
    return "".join([*out, text[place:]])


def shown(text: str, edit: Edit) -> str:
    """An edit with the words around it, such as ``and then [she > he] said``."""
    old, new = text[edit.start : edit.end].strip(), edit.words.strip()
    change = f"[{old} > {new}]" if old else f"[+ {new}]"
    return f"{text[max(0, edit.start - _CONTEXT) : edit.start]}{change}{text[edit.end : edit.end + _CONTEXT]}".replace(
        "\n", " "
    )


def like(word: str, model: str) -> str:
    """A word with a capital where its model has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of one story that state the same facts."""

    story: str
    transformation: str
    text: str
    """The story as it was."""
    before: tuple[Edit, ...]
    """What makes the left telling of it; mostly nothing."""
    after: tuple[Edit, ...]
    """What makes the right one."""

    @property
    def left(self) -> str:
        """The telling to compare with."""
        return applied(self.text, self.before)

    @property
    def right(self) -> str:
        """The telling that must be judged alike."""
        return applied(self.text, self.after)

    def alone(self) -> Iterator[Pair]:
        """The same pair with one of its changes only, for each of them."""
        if len(self.after) > 1:
            yield from (replace(self, after=(edit,)) for edit in self.after)

    def shown(self) -> list[str]:
        """Each change with the words around it."""
        return [shown(self.text, edit) for edit in [*self.before, *self.after]]
