"""Who and what a story calls by name.

There is no list of names: a capital inside of a sentence is one unless the word is known to be harmless, and so is a
word that is no everyday English where a sentence begins, or anywhere in a text without capitals. Too much is taken
rather than too little; the owner says which words are no names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from starproof.bank.redaction.vocabulary import ends_like_a_word, gives_nobody_away, is_ordinary, is_public, listed
from starproof.bank.redaction.wording import Word, is_lower, words_of

Key = tuple[str, ...]
KINDS = ("Person", "Customer", "Company", "Project", "Place", "Name")
_TERM = re.compile(r"(?:q[1-4]|h[12]|[plvtg]\d{1,4}|s3|ec2|mp[34]|h26[45]|fy\d{2,4}|w\d{1,2}|y\d|d\d|b2b|b2c|\d.*)$")
_DERIVED = ("s", "n", "an", "ian", "ns", "ans", "ians", "ese", "er", "ers", "ish")
_LEAST_STEM = 3
_FOREIGN = 4
"""Of so many words one may be in a script without capitals and count as a name."""
_LOWERED = frozenset("the a an in at of our their this that to from".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """One field of one story. ``form`` is ``prose``, ``title``, ``tag`` or ``name``."""

    story: int
    field: str
    text: str
    form: str = "prose"


@dataclass(slots=True)
class Book:
    """All names found. ``order`` has each with the votes for its kind, the first met first."""

    order: dict[Key, Counter[str]] = field(default_factory=dict)
    forced: set[Key] = field(default_factory=set)
    spared: set[str] = field(default_factory=set)
    acting: set[str] = field(default_factory=set)
    """Single words that are names beyond doubt, so that one where a sentence begins counts too."""
    kept: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Words that look like names and stay, each with the reason."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a name stands in a passage, and whose it is."""

    start: int
    end: int
    key: Key


def find_names(passages: Sequence[Passage], also: Iterable[str] = (), keep: Iterable[str] = ()) -> Book:
    """The names in these passages and those that their owner gives, without words that are none as the owner says."""
    book = Book(spared={word.key for name in keep for word in words_of(name)})
    for name in also:
        key = tuple(word.key for word in words_of(name))
        if key:
            book.order.setdefault(key, Counter())
            book.forced.add(key)
    for passage in passages:
        _read(passage, book)
    return book


def _read(passage: Passage, book: Book) -> None:
    words = words_of(passage.text, title=passage.form == "title")
    if passage.form == "name":
        _named(words, passage, book)
        return
    lower = passage.form == "tag" or is_lower(passage.text)
    look = _in_speech if lower else _looks
    foreign = _without_case(words)
    marks = [
        word.key not in book.spared and (word.text in foreign or look(words, at, book)) for at, word in enumerate(words)
    ]
    for first, last in _groups(words, marks, passage.text):
        key = tuple(word.key for word in words[first:last])
        votes = book.order.setdefault(key, Counter())
        votes.update(_kinds(words, first, last))
        if any(not word.initial for word in words[first:last]) or votes["Person"]:
            book.acting.update(word.key for word in words[first:last] if word.capital)


def _without_case(words: Sequence[Word]) -> frozenset[str]:
    """Words in a script without capitals, where they are few among others: such as a name in Chinese."""
    found = [word.text for word in words if word.text.lower() == word.text.upper() and word.text.isalpha()]
    return frozenset(found) if len(found) * _FOREIGN < len(words) else frozenset()


def _named(words: Sequence[Word], passage: Passage, book: Book) -> None:
    """A field that holds a name and nothing else; a role in plain words is none."""
    if not words or all(gives_nobody_away(word.key) or (is_ordinary(word.key) and not word.capital) for word in words):
        return
    key = tuple(word.key for word in words)
    kind = "Company" if passage.field.endswith("company") else "Person"
    book.order.setdefault(key, Counter())[kind] += 5
    book.acting.update(key)


def _looks(words: Sequence[Word], at: int, book: Book) -> bool:
    """Whether the word is a name or part of one, in a text with capitals."""
    word = words[at]
    text, key = word.text, word.key
    camel = any(letter.isupper() for letter in text[1:]) and not text.isupper()
    if not (word.capital or camel):
        return False
    if _gives_nothing_away(words, at) or len(text) < 2:
        return False
    if is_public(key):
        book.kept[text, "public technology, language or region"] += 1
        return False
    if any(character.isdigit() for character in text):
        return _TERM.match(key) is None
    if text.isupper() and is_ordinary(key) and _among_capitals(words, at):
        return False
    if camel or not word.initial:
        return not _is_of_an_office(words, at, book)
    following = words[at + 1].key if at + 1 < len(words) else ""
    return not is_ordinary(key) or (key in listed("both") and following in listed("person_sure"))


def _among_capitals(words: Sequence[Word], at: int) -> bool:
    """Whether the word beside is in capitals too, as in words that are shouted."""
    beside = (words[near].text for near in (at - 1, at + 1) if 0 <= near < len(words))
    return any(len(text) > 1 and text.isupper() and text.isalpha() for text in beside)


def _gives_nothing_away(words: Sequence[Word], at: int) -> bool:
    """Days, offices and acronyms; ``April said`` is a person all the same."""
    key = words[at].key
    if not gives_nobody_away(key) and not (key.endswith("s") and key[:-1] in listed("acronyms")):
        return False
    if key not in listed("both"):
        return True
    following = words[at + 1].key if at + 1 < len(words) else ""
    inside = not words[at].initial and key not in listed("plain")  # "asked Will to", but "in May"
    return not (inside or following in listed("person_sure"))


def _is_of_an_office(words: Sequence[Word], at: int, book: Book) -> bool:
    """Whether an everyday word is part of an office's name, such as ``Change Board``."""
    word = words[at]
    if not is_ordinary(word.key):
        return False
    beside = [words[near] for near in (at - 1, at + 1, at - 2) if 0 <= near < len(words)]
    office = any(one.capital and one.key in listed("offices") for one in beside)
    if office:
        book.kept[word.text, "an everyday word beside an office"] += 1
    return office


def _in_speech(words: Sequence[Word], at: int, book: Book) -> bool:
    """Whether the word may be a name, in a text without capitals: any that is no everyday word."""
    word = words[at]
    key = word.key
    if len(key) < 3 or not key.isalpha() or is_ordinary(key) or gives_nobody_away(key):
        return False
    if is_public(key):
        book.kept[word.text, "public technology, language or region"] += 1
        return False
    if ends_like_a_word(key) and not word.capital:
        book.kept[word.text, "no everyday word, in a text without capitals"] += 1
        return False
    return True


def _groups(words: Sequence[Word], marks: Sequence[bool], text: str) -> Iterator[tuple[int, int]]:
    """Neighbouring words that are one name, as half-open ranges."""
    at = 0
    while at < len(words):
        if not marks[at]:
            at += 1
            continue
        end = at + 1
        while end < len(words):
            gap = text[words[end - 1].end : words[end].start]
            if gap in (" ", "-", " & ") and (marks[end] or _is_legal(words[end])):
                end += 1
            elif gap == " " and (_is_linked(words, marks, text, end) or _is_before_legal(words, text, end)):
                end += 2
            else:
                break
        yield at, end
        at = end


def _is_legal(word: Word) -> bool:
    return word.capital and word.key in listed("legal")


def _is_before_legal(words: Sequence[Word], text: str, at: int) -> bool:
    """Whether an office's word is part of a firm's name, as in ``Larkspur Payments Ltd``."""
    if at + 1 >= len(words) or not words[at].capital or words[at].key not in listed("offices"):
        return False
    return _is_legal(words[at + 1]) and text[words[at].end : words[at + 1].start] == " "


def _is_linked(words: Sequence[Word], marks: Sequence[bool], text: str, at: int) -> bool:
    """Whether ``of``, ``van`` and the like join what stands before with a further name."""
    if at + 1 >= len(words) or words[at].key not in listed("links") or not marks[at + 1]:
        return False
    return text[words[at].end : words[at + 1].start] == " "


def _kinds(words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """What the words around a name make of it."""
    before = words[first - 1].key if first else ""
    prior = words[first - 2].key if first > 1 else ""
    after = words[last].key if last < len(words) else ""
    if words[last - 1].key in listed("legal") and last - first > 1:
        yield from ("Company",) * 3
    if words[first].key in listed("project_before") and last - first > 1:
        yield from ("Project",) * 3
    if after in listed("person_sure") and before not in _LOWERED:
        yield from ("Person",) * 2
    for kind, votes in (("person", 1), ("customer", 5), ("company", 3), ("project", 4), ("place", 1)):
        if before in listed(f"{kind}_before"):
            yield from (kind.capitalize(),) * votes
    if prior in listed("customer_before") and before in ("a", "the", "our", "called", "named"):
        yield from ("Customer",) * 2
    if after in listed("project_after"):
        yield "Project"
    if after in listed("person_after") and before not in _LOWERED:
        yield "Person"
    if not before and after in ("and", "was", "had"):
        yield "Person"


class Names:
    """Every way to say each name, and whose it is."""

    def __init__(self, book: Book) -> None:
        self.book = book
        keys = sorted(book.order, key=len, reverse=True)
        self.owner: dict[Key, Key] = {}
        by_word: dict[str, list[Key]] = {}
        for key in keys:
            longer = {self.owner[one] for one in by_word.get(key[0], ()) if _is_part(key, one)}
            self.owner[key] = longer.pop() if len(longer) == 1 else key
            for word in key:
                by_word.setdefault(word, []).append(key)
        self._parts(by_word)
        self.first: dict[str, list[Key]] = {}
        for key in sorted(self.owner, key=len, reverse=True):
            self.first.setdefault(key[0], []).append(key)

    def _parts(self, by_word: dict[str, list[Key]]) -> None:
        """One word of a long name, such as a family name, is that name where it is of no other."""
        for word, keys in by_word.items():
            owners = {self.owner[key] for key in keys}
            harmless = is_ordinary(word) or word in listed("legal") or word in listed("links")
            if len(owners) == 1 and (word,) not in self.owner and not harmless and len(word) > 2:
                self.owner[word,] = owners.pop()

    def mentions(self, passage: Passage) -> Iterator[Mention]:
        """Where names stand in a passage, in order and without overlap; the longest at each place."""
        words = words_of(passage.text, title=passage.form == "title")
        lower = passage.form == "tag" or is_lower(passage.text)
        at = 0
        while at < len(words):
            key = next((key for key in self.first.get(words[at].key, ()) if self._is_here(key, words, at, lower)), None)
            key = key or self._derived(words[at].key)
            if key is None or (len(key) == 1 and words[at].key in self.book.spared):
                at += 1
                continue
            yield Mention(words[at].start, words[at + len(key) - 1].end, self.owner[key])
            at += len(key)

    def _derived(self, word: str) -> Key | None:
        """The name that a word is made of, such as ``Larkspurs`` or ``Lisboan``."""
        if is_public(word) or is_ordinary(word):
            return None
        for end in _DERIVED:
            stem = word[: -len(end)]
            if word.endswith(end) and len(stem) > _LEAST_STEM and (stem,) in self.owner and not is_ordinary(stem):
                return (stem,)
        return None

    def _is_here(self, key: Key, words: Sequence[Word], at: int, lower: bool) -> bool:
        here = words[at : at + len(key)]
        if tuple(word.key for word in here) != key:
            return False
        if key in self.book.forced or len(key) > 1:
            return True
        word = here[0]
        if not is_ordinary(word.key):
            return True
        if lower or not word.capital:
            return False
        if not word.initial:
            return not _gives_nothing_away(words, at) and not _is_of_an_office(words, at, Book())
        following = words[at + 1].key if at + 1 < len(words) else ""
        person = self.book.order.get(key, Counter())["Person"] > 0
        return word.key in self.book.acting and (person or following in listed("person_sure"))


def _is_part(key: Key, longer: Key) -> bool:
    size = len(key)
    return size < len(longer) and any(longer[at : at + size] == key for at in range(len(longer) - size + 1))


def kind_of(votes: Counter[str]) -> str:
    """The kind with most votes; of equals, the one that comes first in ``KINDS``; ``Name`` where nothing tells."""
    best = max(KINDS, key=lambda kind: votes[kind])
    return best if votes[best] else "Name"
