"""Where names stand in a text, in whichever way they are said, and whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starproof.bank.redaction.book import Book, Key, Passage
from starproof.bank.redaction.looks import gives_nothing_away, is_of_an_office
from starproof.bank.redaction.vocabulary import is_ordinary, is_public, listed
from starproof.bank.redaction.wording import Word, is_lower, words_of

_DERIVED = ("s", "n", "an", "ian", "ns", "ans", "ians", "ese", "er", "ers", "ish")
_LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a name stands in a passage, and whose it is."""

    start: int
    end: int
    key: Key


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
            return not gives_nothing_away(words, at) and not is_of_an_office(words, at)
        following = words[at + 1].key if at + 1 < len(words) else ""
        person = self.book.order.get(key, Counter())["Person"] > 0
        return word.key in self.book.acting and (person or following in listed("person_sure"))


def _is_part(key: Key, longer: Key) -> bool:
    size = len(key)
    return size < len(longer) and any(longer[at : at + size] == key for at in range(len(longer) - size + 1))
