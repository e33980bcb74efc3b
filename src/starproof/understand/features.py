"""What a labeller looks at: for each sentence of a story, the names of the features that hold."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise

from starproof.understand.clauses import PASSED, clause, tense
from starproof.understand.plainwords import MARKS, MONEY, NUMBER, PERCENT, alike, coarse, plain_words

_MOST_WORDS = 120
"""Words of one sentence that are looked at; what a sentence does shows itself sooner."""
_SUBJECTS = frozenset("i we they it you nobody everyone people who".split(" "))
_AUXILIARY = frozenset("had have has was were am is are 'd 've 's 'm 're 'll will would could should can".split(" "))


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as the labeller sees it: its words, whether it opens a paragraph, punctuation of note, names."""

    words: tuple[str, ...]
    opens: bool
    marks: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


@cache
def _cues() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By a cue's first word: its phrases, padded by spaces, with the cues that have them."""
    data = tomllib.loads((files("starproof.understand") / "cues.toml").read_text(encoding="utf-8"))
    named: dict[str, dict[str, None]] = {}
    for cue, phrases in data.items():
        for phrase in phrases:
            named.setdefault(_said(phrase), {})[cue] = None
    book: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase, cues in named.items():
        book.setdefault(phrase.split(" ")[0], []).append((f" {phrase} ", tuple(cues)))
    return {word: tuple(phrases) for word, phrases in book.items()}


def _said(phrase: str) -> str:
    """A cue's words as they stand in a sentence."""
    return " ".join("not" if word == "n't" else alike(word) for word in phrase.split(" "))


@cache
def cue_names() -> tuple[str, ...]:
    """All cues, in alphabetical order."""
    return tuple(sorted({cue for phrases in _cues().values() for _, cues in phrases for cue in cues}))


def told(text: str, *, opens: bool) -> Told:
    """Read one sentence."""
    words = plain_words(text)[:_MOST_WORDS]
    marks = frozenset(MARKS.findall(text))
    named = frozenset(name.lower() for name in _NAME.findall(text)) - _DATED
    return Told(tuple(words), opens, marks, named)


_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_DATED = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december english"
    ).split(" ")
)
"""Words with a capital that are no names of people, firms or places."""


def features(sentences: Sequence[Told]) -> list[list[str]]:
    """The features of each sentence, its neighbours' and its place among them."""
    cues = [_cued(sentence.words) for sentence in sentences]
    shapes = [_shape(sentence.words) for sentence in sentences]
    names = frozenset[str]().union(*(sentence.named for sentence in sentences))
    clauses = [clause(sentence.words, names) for sentence in sentences]
    own = [_own(sentence, cue) for sentence, cue in zip(sentences, cues, strict=True)]
    seen = _repeated(sentences)
    last = len(sentences) - 1
    for place, row in enumerate(own):
        row.extend(f"shape:{shape}" for shape in shapes[place])
        row.extend(_place(place, last))
        row.extend(f"clause:{shown}" for shown in clauses[place])
        row.extend(_placed(place * 3 // (last + 1), cues[place], shapes[place]))
        row.extend(_paired(cues[place], clauses[place]))
        row.extend(seen[place])
        for name, other in (("<", place - 1), (">", place + 1), ("<<", place - 2), (">>", place + 2)):
            if 0 <= other <= last:
                row.extend(f"near{name}:{cue}" for cue in cues[other])
                row.extend(f"near{name}:{shape}" for shape in shapes[other])
    return own


def _cued(words: Sequence[str]) -> list[str]:
    """The cues whose phrases stand in the sentence, with a plus where several of them do."""
    kinds = [coarse(word) for word in words]
    line, book = f" {' '.join(words)} | {' '.join(kinds)} ", _cues()
    hits: Counter[str] = Counter()
    for word in sorted({*words, *kinds} & book.keys()):
        for phrase, cues in book[word]:
            if phrase in line:
                hits.update(cues)
    return [name for cue, times in hits.items() for name in ((cue, cue + "+") if times > 1 else (cue,))]


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
    kinds = {coarse(word) for word in words}
    for kind in (MONEY, PERCENT, "@time", "@people"):
        if kind in kinds:
            found[f"has {kind}"] = None
    past = sum(tense(word) == "past" for word in words)
    found[f"past {min(past, 3)}"] = None
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


def _place(place: int, last: int) -> list[str]:
    row = [f"pos:{place * 6 // (last + 1)}"]
    if place < 3:
        row.append(f"pos:from start {place}")
    if last - place < 3:
        row.append(f"pos:from end {last - place}")
    return row


def _placed(third: int, cues: Sequence[str], shapes: Sequence[str]) -> list[str]:
    """What a sentence shows, with the third of the story in which it does."""
    kept = [shape for shape in shapes if shape.startswith(("subject", "has", "no subject"))]
    return [f"at{third}:{name}" for name in (*cues, *kept)]


def _paired(cues: Sequence[str], clauses: Sequence[str]) -> list[str]:
    """Each two cues of a sentence, and each with who acts how."""
    few = sorted(cue for cue in cues if not cue.endswith("+"))
    few += [shown for shown in clauses if shown.startswith("by ")]
    return [f"both:{a}&{b}" for a, b in combinations(few, 2)]


def _repeated(sentences: Sequence[Told]) -> list[list[str]]:
    """How much of a sentence speaks of things that the story named before."""
    before: set[str] = set()
    rows = []
    for sentence in sentences:
        content = {word[:6] for word in sentence.words if len(word) > 4}
        share = 4 * len(content & before) // max(len(content), 1)
        rows.append([f"again:{share}"])
        before |= content
    return rows
