"""A sentence with its marks and articles, but without its speaker's habits.

What is read off the letters of a sentence, and not off its plain words, should not hang on fillers, on "I think" or on
a dialect's small words either: "she, um, wasnae happy" reads "she was not happy". Whatever else the sentence holds
stays to the letter, and every stretch keeps its place in the text. Most sentences hold no such word and stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from starproof.core.keeping import kept
from starproof.core.records import record
from starproof.core.seeking import Pattern
from starproof.parse.plain import AINT, BEING, PRESENT, fills, habits_of_speech, helped, not_done, row_at, whole
from starproof.parse.signs import signs
from starproof.parse.tags import tag
from starproof.parse.words import FILLERS, Token, said

_STANDARD = frozenset("can't cannot won't shan't little yes yeah yep yup ya".split(" "))
"""Words that plain words write out, and that everybody reads as they stand."""
_MEANT = {
    "you know": frozenset("do did don't didn't if let as what how who to would when that than once".split(" ")),
    "sort of": frozenset("what this that a an some any new these those all every the same other which no".split(" ")),
}
_MEANT |= {"kind of": _MEANT["sort of"], "i mean": frozenset(["what", "that", "if", "how", "by"])}
"""After these, such words are meant and fill no pause."""
_CLAUSE = re.compile(r" (?!you know|i mean|i think|i guess)(?:I|we|they|he|she|it|you|there|this)\b", re.IGNORECASE)
_JOINING = frozenset("and but so or because that when if then which as while where".split(" "))
_CLIPPED = ("in'", "in’", "'cause", "’cause", "'Cause", "’Cause")
"""Where a word may have lost its g, or its beginning."""
_COMMON = frozenset(
    "i you of to me us him her them in the at on that do how would could said told asked only every and be not can say "
    "end is about each both many several too for done it going know small like team company office site department "
    "i'd some was were he she".split(" ")
)
"""Words of rows that many sentences hold."""
_COMPARED = frozenset(
    "this that these those it them him her me us you mine ours everybody everyone anybody anyone nobody any most all "
    "ordinary usual before last".split(" ")
)
"""After "like", these are what something is compared with."""
Cut = tuple[int, int, str]
"""From where to where a sentence is read otherwise, and how."""


@record
class Evened:
    """What is read in place of a sentence, and where each stretch of it stands."""

    text: str
    starts: tuple[int, ...] = ()
    """Where stretches of the text start; none where it is the sentence as it stands."""
    stretches: tuple[tuple[int, int, bool], ...] = ()
    """Of each stretch: from where to where it stands in the sentence, and whether it stands there to the letter."""

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where in the sentence stands what the text has from ``start`` to ``end``."""
        if not self.starts:
            return start, end
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, max(start, end - 1)) - 1
        low, _, whole = self.stretches[first]
        _, high, alike = self.stretches[last]
        if whole:
            low += start - self.starts[first]
        if alike:
            high = self.stretches[last][0] + end - self.starts[last]
        return low, high

    def forth(self, place: int) -> int:
        """Where in the text stands what the sentence has at this place, or what follows it where that is left out."""
        if not self.starts:  # nothing is left out, or everything
            return min(place, len(self.text))
        at = bisect_right(self.stretches, place, key=_begins) - 1
        if at < 0:
            return 0
        start, end, alike = self.stretches[at]
        size = (self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)) - self.starts[at]
        within = min(place, end) - start if alike else size * (place > start)
        return self.starts[at] + within


def _begins(stretch: tuple[int, int, bool]) -> int:
    return stretch[0]


def place_of(pattern: Pattern, sentence: str, group: str | int = 0) -> tuple[int, int] | None:
    """Where in a sentence stands what a pattern finds past its speaker's habits, first; ``None`` for nothing.

    ``group`` is the part of it that is meant, where that is not the whole.
    """
    even = evened(sentence)
    found = pattern.search(even.text)
    return even.back(*found.span(group)) if found is not None else None


@kept
def evened(sentence: str) -> Evened:
    """A sentence without its speaker's habits."""
    words, stop, size = said(sentence), tag(sentence), len(sentence)
    noted = list(signs(sentence))
    if stop < size:
        words = tuple([token for token in words if token.start < stop])
    elif not noted and not _may_tell(sentence, [token.word for token in words]):
        return Evened(sentence)
    cuts = list(_apart(iter(sorted([*_cuts(sentence, words), *noted]))))
    if stop < size:
        cuts.append((stop, size, "."))
    return without(sentence, cuts) if cuts else Evened(sentence)


@cache
def _odd() -> frozenset[str]:
    """The words with one of which a habit begins."""
    return _single() | habits_of_speech().rows.keys()


@cache
def _single() -> frozenset[str]:
    """The words that are a habit by themselves, or may be."""
    habits = habits_of_speech()
    words = FILLERS | habits.abroad | habits.aside | {"like", "been"}
    return (words | habits.words.keys() | habits.lasting.keys()) - _STANDARD


@cache
def _telling() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """The words that hint at a habit: those that suffice for it, and by a common word the rows that it stands in."""
    rare, common = set(_single()), dict[str, tuple[str, ...]]()
    several = habits_of_speech().several
    for row in [row[0] for found in habits_of_speech().rows.values() for row in found]:
        if row[0] in several:
            common[row[1]] = (*common.get(row[1], ()), " ".join(row))
            continue
        seldom = [word for word in row if word not in _COMMON]
        if seldom:
            rare.add(max(seldom, key=len))
        else:
            word = max(row, key=len)
            common[word] = (*common.get(word, ()), " ".join(row))
    return frozenset(rare), common


def _may_tell(sentence: str, words: Sequence[str]) -> bool:
    """Whether a sentence may hold a habit, asked of every sentence and so in the fewest steps."""
    rare, common = _telling()
    if not rare.isdisjoint(words) or (
        ("'" in sentence or "’" in sentence) and any(map(sentence.__contains__, _CLIPPED))
    ):
        return True
    hints = common.keys() & words
    return bool(hints) and any(row in sentence.lower() for word in hints for row in common[word])


def _cuts(sentence: str, words: Sequence[Token]) -> Iterator[Cut]:
    """What is left out or said otherwise, in order."""
    odd, habits = _odd(), habits_of_speech()
    place, before = 0, ""
    while place < len(words):
        token = words[place]
        if token.word == AINT:
            yield _denied(sentence, words, place, before)
            before, place = "not", place + 1
            continue
        if token.word not in odd:
            yield from _whole(sentence, token)
            before, place = "not" if token.word.endswith("n't") else token.word, place + 1
            continue
        row = row_at(words, place)
        if row is not None and before not in _MEANT.get(" ".join(row[0]), ()):
            end = words[place + len(row[0]) - 1].end
            yield (token.start, end, " ".join(row[1])) if row[1] else _gap(sentence, token.start, end, before)
            place += len(row[0])
            continue
        if token.word == "been":
            if before and not helped(sentence, token.start):
                yield token.start, token.start, "had "
            before = token.word
        elif token.word in habits.lasting and before in BEING:
            past, present = habits.lasting[token.word]
            yield words[place - 1].start, token.end, present if before in PRESENT else past
        elif token.word in FILLERS or (fills(sentence, token, before) and not _compares(words, place)):
            yield _gap(sentence, token.start, token.end, before)
        elif token.word in habits.words:
            read = _contracted(" ".join(habits.words[token.word]))
            yield (token.start, token.end, read) if read else _gap(sentence, token.start, token.end, before)
            before = token.word
        else:
            before = token.word
        place += 1


def _denied(sentence: str, words: Sequence[Token], place: int, before: str) -> Cut:
    """What "ain't" stands for: "hadn't" before what was done, "I'm not" of the speaker, else "isn't"."""
    token = words[place]
    if read := not_done(sentence, token, before):
        return token.start, token.end, read
    return (words[place - 1].start, token.end, "I'm not") if before == "i" else (token.start, token.end, "isn't")


def _contracted(read: str) -> str:
    """A denial as most people say it: "didn't" for "did not"."""
    if not read.endswith(" not"):
        return read
    return {"can not": "can't", "will not": "won't"}.get(read, f"{read[:-4]}n't")


def _compares(words: Sequence[Token], place: int) -> bool:
    """Whether "like" compares: "as a module like this", "we stopped like everybody else"."""
    like, following = words[place], words[place + 1 : place + 2]
    close = [token.word for token in following if token.start == like.end + 1]
    return like.word == "like" and not _COMPARED.isdisjoint(close)


def _whole(sentence: str, token: Token) -> Iterator[Cut]:
    """A word with what its apostrophe stands for."""
    if token.word == "cause" or token.word.endswith("in"):
        word, before = whole(sentence, token), token.word == "cause"
        if word != token.word:
            yield token.start - before, token.end + (not before), word


def _gap(sentence: str, start: int, end: int, before: str) -> Cut:
    """The place of words that are left out, with the marks and the blank that part them from what is said.

    One comma stays where the next clause begins: "I looked, honestly, I enjoyed it".
    """
    comma = sentence[end : end + 1] == ","
    if start == 0:
        end += comma
        return start, end + (sentence[end : end + 1] == " "), ""
    if sentence[start - 2 : start] != ", ":
        return start - (sentence[start - 1] == " "), end + comma, ""
    if sentence[end + comma : end + comma + 1].isalnum():
        return start, end + comma, ""
    clause = before not in _JOINING and _CLAUSE.match(sentence, end + comma) is not None
    aside = comma or not sentence[end : end + 1].isspace()
    return start - 2 + (clause or not aside), end + comma, ""


def _apart(cuts: Iterator[Cut]) -> Iterator[Cut]:
    """The cuts without what two of them share."""
    last = 0
    for start, end, read in cuts:
        yield max(start, last), end, read
        last = end


def without(sentence: str, cuts: Sequence[Cut]) -> Evened:
    """The sentence with each of these stretches, which must be in order and apart, read as it says."""
    texts: list[str] = []
    starts: list[int] = []
    stretches: list[tuple[int, int, bool]] = []
    at = size = 0
    for start, end, read in [*cuts, (len(sentence), len(sentence), "")]:
        for text, stretch in ((sentence[at:start], (at, start, True)), (read, (start, end, False))):
            if text:
                texts.append(text)
                starts.append(size)
                stretches.append(stretch)
                size += len(text)
        at = end
    return Evened("".join(texts), tuple(starts), tuple(stretches))
