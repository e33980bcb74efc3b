"""The sections of an answer that follows its written story.

An engine mishears words and runs sentences together, and what it wrote is then hard to read for sections. Where an
answer says the words of the written story in their order, the story tells which section they belong to. A sentence in
other words keeps the section that was read in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from starproof.core.document import Label, LabelledSentence
from starproof.core.results import Review
from starproof.core.text import Span
from starproof.practice.delivery.placing import aligned, key

FOLLOWS = 0.6
"""The share of a sentence's words that stand in the story in this order, from which it is the story's own."""
FEWEST = 3
"""Words of one section that stand together, from which a sentence is cut for them."""
_WORD = re.compile(r"\S+")


def following(text: str, sentences: Sequence[LabelledSentence], written: Review) -> tuple[LabelledSentence, ...]:
    """The sentences of an answer with the sections of the story that it follows.

    Args:
        text: the answer.
        sentences: its sentences as they were read, in text order.
        written: the review of the story on paper.

    Returns:
        The same sentences; one that goes from one section of the story into the next is cut there.
    """
    paper = written.document.text
    here, there = _words(text), _words(paper)
    pairs = aligned([key(span.of(text)) for span in here], [key(span.of(paper)) for span in there])
    same = {one for one, _ in pairs}
    labels = _labels(pairs, len(here), [_label_at(written.sentences, span.start) for span in there])
    found: list[LabelledSentence] = []
    for sentence in sentences:
        own = range(_before(here, sentence.span.start), _before(here, sentence.span.end))
        if own and sum(place in same for place in own) >= FOLLOWS * len(own):
            found += _cut(sentence, [(labels[place] or sentence.label, here[place]) for place in own])
        else:
            found.append(sentence)
    return tuple(found)


def _before(words: Sequence[Span], at: int) -> int:
    """How many words begin before a code point."""
    return bisect_left(words, at, key=lambda one: one.start)


def _words(text: str) -> list[Span]:
    return [Span(*one.span()) for one in _WORD.finditer(text) if any(map(str.isalnum, one.group()))]


def _label_at(sentences: Sequence[LabelledSentence], start: int) -> Label | None:
    place = bisect_right(sentences, start, key=lambda one: one.span.start) - 1
    return sentences[place].label if place >= 0 and start < sentences[place].span.end else None


def _labels(pairs: Sequence[tuple[int, int]], count: int, written: Sequence[Label | None]) -> list[Label | None]:
    """The section of each word: of its own place in the story, or of the place that it must have been said for."""
    found: list[Label | None] = [None] * count
    for (one, there), (other, after) in pairwise([(-1, -1), *pairs, (count, len(written))]):
        for place in range(max(one, 0), other):
            found[place] = written[max(min(there + place - one, after - 1), 0)] if written else None
    return found


def _cut(sentence: LabelledSentence, words: Sequence[tuple[Label, Span]]) -> Iterator[LabelledSentence]:
    """A piece for each run of words of one section; together they cover the sentence."""
    runs = _runs(words)
    edges = [sentence.span.start, *(start for _, start in runs[1:]), sentence.span.end]
    for (label, _), (start, end) in zip(runs, pairwise(edges), strict=True):
        yield replace(sentence, label=label, span=Span(start, end))


def _runs(words: Sequence[tuple[Label, Span]]) -> list[tuple[Label, int]]:
    """The sections of a sentence, each with the start of its first word; a word or two by themselves are chance."""
    every = [(label, list(run)) for label, run in groupby(words, key=lambda one: one[0])]
    long = [one for one in every if len(one[1]) >= FEWEST] or [max(every, key=lambda one: len(one[1]))]
    return [(label, next(run)[1]) for label, run in groupby(((name, run[0][1].start) for name, run in long), _first)]


def _first(one: tuple[Label, int]) -> Label:
    return one[0]
