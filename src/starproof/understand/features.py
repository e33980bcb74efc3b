"""What a labeller looks at: for each sentence of a story, the names of the features that hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise

from starproof.core.keeping import kept
from starproof.core.lists import lists
from starproof.core.records import record
from starproof.parse.plain import is_article
from starproof.parse.tags import tag
from starproof.parse.words import CAPITAL, SMALL
from starproof.understand.clauses import PASSED, clause, tense
from starproof.understand.plainwords import MARKS, MONEY, NUMBER, PERCENT, alike, coarse, plain_words

_MOST_WORDS = 120
"""Words of one sentence that are looked at; what a sentence does shows itself sooner."""
_SUBJECTS = frozenset("i we they it you nobody everyone people who".split(" "))
_AUXILIARY = frozenset("had have has was were am is are 'd 've 's 'm 're 'll will would could should can".split(" "))


@record
class Told:
    """One sentence as the labeller sees it: its words, whether it opens a paragraph, punctuation of note, names."""

    words: tuple[str, ...]
    opens: bool
    marks: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


Cue = tuple[int, tuple[str, ...], tuple[str, ...]]
"""Of a cue's phrase: its place among all, its words after the second, and the cues that have it."""


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """The cues that have each phrase, phrases of one first word together."""
    data = lists((files("starproof.understand") / "cues.toml").read_text(encoding="utf-8"))
    named: dict[str, dict[str, None]] = {}
    for cue, phrases in data.items():
        for phrase in phrases:
            named.setdefault(_said(phrase), {})[cue] = None
    return {phrase: tuple(named[phrase]) for phrase in sorted(named, key=lambda phrase: phrase.split(" ")[0])}


@cache
def _cues() -> Mapping[str, Mapping[str, tuple[Cue, ...]]]:
    """By a phrase's first word and the next one, the phrases that may stand there; by no word, those of one word."""
    book: dict[str, dict[str, list[Cue]]] = {}
    for place, (phrase, cues) in enumerate(_phrases().items()):
        first, second, *rest = *phrase.split(" "), *([""] if " " not in phrase else [])
        book.setdefault(first, {"": []}).setdefault(second, []).append((place, tuple(rest), cues))
    return {
        first: {second: tuple(found if not second else [*found, *after[""]]) for second, found in after.items()}
        for first, after in book.items()
    }


def _said(phrase: str) -> str:
    """A cue's words as they stand in a sentence."""
    words = [word for word in phrase.split(" ") if not is_article(word)]
    return " ".join("not" if word == "n't" else alike(word) for word in words)


@cache
def cue_names() -> tuple[str, ...]:
    """All cues, in alphabetical order."""
    return tuple(sorted({cue for cues in _phrases().values() for cue in cues}))


def told(text: str, *, opens: bool) -> Told:
    """Read one sentence."""
    words, marks, named = _heard(text)
    return Told(words, opens, marks, named)


@kept
def _heard(text: str) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    names, marks = _NAME.findall(text), MARKS.findall(text, 0, tag(text))
    named = frozenset([name.lower() for name in names]) - _DATED if names else _NONE
    return tuple(plain_words(text)[:_MOST_WORDS]), frozenset(marks) if marks else _NONE, named


_NONE: frozenset[str] = frozenset()
_NAME = re.compile(rf"(?<=[{SMALL},;] )[{CAPITAL}][{SMALL}]+")
_DATED = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december english"
    ).split(" ")
)
"""Words with a capital that are no names of people, firms or places."""


def features(sentences: Sequence[Told], *, before: int = 0, after: int = 0) -> list[list[str]]:
    """The features of each sentence, its neighbours' and its place among them.

    ``before`` and ``after`` are how many sentences of the story are not at hand.
    """
    shown = [Shown.of(sentence.words) for sentence in sentences]
    names, seen = named(sentences), repeated([content(sentence.words) for sentence in sentences])
    size = len(sentences)
    last = before + size + after - 1
    rows = []
    for place, (sentence, here) in enumerate(zip(sentences, shown, strict=True)):
        clauses, stands = clause(sentence.words, names), before + place
        row = [*own(sentence, here), *place_of(stands, last), *acting(clauses), *placed(third(stands, last), here)]
        row += [*paired(here, clauses), *([] if before else [seen[place]])]
        for side, step in SIDES.items():
            if 0 <= place + step < size:
                row += beside(side, shown[place + step])
        rows.append(row)
    return rows


SIDES = {"<": -1, ">": 1, "<<": -2, ">>": 2}
"""The neighbours that are looked at, by the mark of their features."""
THIRDS = 3


@record
class Shown:
    """The cues of a sentence's words, and their shapes: who acts and when, figures and their kinds."""

    cues: tuple[str, ...]
    shapes: tuple[str, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> Shown:
        """What these words show."""
        return cls(tuple(_cued(words)), tuple(_shape(words)))

    def telling(self) -> list[str]:
        """The shapes that tell something else in each third of a story."""
        return [shape for shape in self.shapes if shape.startswith(("subject", "has", "no subject"))]


def named(sentences: Iterable[Told]) -> frozenset[str]:
    """The names of a story."""
    return frozenset[str]().union(*(sentence.named for sentence in sentences))


def third(place: int, last: int) -> int:
    """The third of the story, from 0, in which a sentence stands."""
    return place * THIRDS // (last + 1)


def own(sentence: Told, shown: Shown) -> list[str]:
    """The features that hang on the sentence alone."""
    return [*_own(sentence, shown.cues), *(f"shape:{shape}" for shape in shown.shapes)]


def acting(clauses: Iterable[str]) -> list[str]:
    """The features of its main clause."""
    return [f"clause:{shown}" for shown in clauses]


def beside(side: str, shown: Shown) -> list[str]:
    """The features that a sentence gives to a neighbour."""
    return [f"near{side}:{name}" for name in (*shown.cues, *shown.shapes)]


def _cued(words: Sequence[str]) -> list[str]:
    """The cues whose phrases stand in the sentence, with a plus where several of them do."""
    said, kinds = tuple(words), tuple(coarse(words))
    found = _standing(said)
    if kinds != said:
        found |= _standing(kinds)
    hits = Counter([cue for place in sorted(found) for cue in found[place]])
    return [name for cue, times in hits.items() for name in ((cue, cue + "+") if times > 1 else (cue,))]


def _standing(words: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    """The phrases that stand in a row of words, by their place among all, with the cues that have them."""
    book, found = _cues(), dict[int, tuple[str, ...]]()
    for at, word in enumerate(words, 1):
        after = book.get(word)
        if after is None:
            continue
        may = after.get(words[at]) if at < len(words) else None
        if may := after[""] if may is None else may:
            for number, rest, cues in may:
                if not rest or words[at + 1 : at + 1 + len(rest)] == rest:
                    found[number] = cues
    return found


def _own(sentence: Told, cues: Iterable[str]) -> list[str]:
    words = sentence.words
    row = ["bias:", f"length:{min(len(words), 8) if len(words) < 8 else 8 + min(len(words) // 8, 5)}"]
    if sentence.opens:
        row.append("opens:")
    row.extend(f"mark:{mark}" for mark in sorted(sentence.marks))
    row.extend(f"cue:{cue}" for cue in cues)
    row.extend({f"w:{word}": None for word in words})
    row.extend({f"b:{a} {b}": None for a, b in pairwise(words)})
    row.extend({f"s:{a} {b}": None for a, b in zip(words, words[2:], strict=False)})
    row.extend({f"end:{word[-3:]}": None for word in words if len(word) > 4})
    row.extend({f"stem:{word[:5]}": None for word in words if len(word) > 5})
    if words:
        row.append(f"first:{words[0]}")
        row.append(f"first2:{' '.join(words[:2])}")
        row.append(f"first3:{' '.join(words[:3])}")
        row.append(f"final:{words[-1]}")
    return row


def _shape(words: Sequence[str]) -> list[str]:
    """Who acts, and when: subjects with the tense of their verbs, figures and their kinds."""
    found: dict[str, None] = {}
    first = True
    for place, word in enumerate(words):
        if word in _SUBJECTS:
            verb, auxiliary = _verb(words, place + 1)
            found[f"{word} {verb}"] = None
            found[f"{word} {tense(verb)} {auxiliary}"] = None
            if first:
                found[f"subject {word} {tense(verb)}"] = None
            first = False
    if first:
        found["no subject"] = None
    figures = words.count(NUMBER)
    found[f"figures {min(figures, 4)}"] = None
    kinds = set(coarse(words))
    for kind in (MONEY, PERCENT, "@time", "@people"):
        if kind in kinds:
            found[f"has {kind}"] = None
    found[f"past {min([tense(word) for word in words].count('past'), 3)}"] = None
    return list(found)


def _verb(words: Sequence[str], place: int) -> tuple[str, str]:
    """The word that the subject does, and the auxiliaries before it."""
    auxiliary = ""
    for word in words[place : place + 4]:
        if word not in PASSED:
            return word, auxiliary
        if word in _AUXILIARY or word == "n't" or word == "not":
            auxiliary = word
    return "", auxiliary


def place_of(place: int, last: int) -> list[str]:
    """The features of where a sentence stands."""
    row = [f"pos:{place * 6 // (last + 1)}"]
    if place < 3:
        row.append(f"pos:from start {place}")
    if last - place < 3:
        row.append(f"pos:from end {last - place}")
    return row


def placed(third: int, shown: Shown) -> list[str]:
    """What a sentence shows, with the third of the story in which it does."""
    return [f"at{third}:{name}" for name in (*shown.cues, *shown.telling())]


def paired(shown: Shown, clauses: Sequence[str]) -> list[str]:
    """Each two cues of a sentence, and each with who acts how."""
    few = sorted(cue for cue in shown.cues if not cue.endswith("+"))
    few += [act for act in clauses if act.startswith("by ")]
    return [f"both:{a}&{b}" for a, b in combinations(few, 2)]


def content(words: Iterable[str]) -> frozenset[str]:
    """What the longer words of a sentence begin with."""
    return frozenset(word[:6] for word in words if len(word) > 4)


def repeated(contents: Iterable[frozenset[str]]) -> list[str]:
    """How much of each sentence speaks of things that the story named before, as a feature."""
    before: set[str] = set()
    rows = []
    for said in contents:
        rows.append(f"again:{4 * len(said & before) // max(len(said), 1)}")
        before |= said
    return rows
