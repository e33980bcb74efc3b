"""Who and what a story calls by name.

There is no list of names: a capital inside of a sentence is one unless the word is known to be harmless, and so is a
word that is no everyday English where a sentence begins, or anywhere in a text without capitals. Too much is taken
rather than too little; the owner says which words are no names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from starproof.bank.redaction.book import Book, Passage
from starproof.bank.redaction.grouping import groups, kinds
from starproof.bank.redaction.looks import looks_like_a_name, may_be_a_name
from starproof.bank.redaction.vocabulary import gives_nobody_away, is_ordinary
from starproof.bank.redaction.wording import Word, is_lower, words_of

_FOREIGN = 4
"""Of so many words one may be in a script without capitals and count as a name."""


def find_names(passages: Sequence[Passage], *, also: Iterable[str] = (), keep: Iterable[str] = ()) -> Book:
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
    look = may_be_a_name if lower else looks_like_a_name
    foreign = _without_case(words)
    marks = [
        word.key not in book.spared and (word.text in foreign or look(words, at, book)) for at, word in enumerate(words)
    ]
    for first, last in groups(words, marks, passage.text):
        key = tuple(word.key for word in words[first:last])
        votes = book.order.setdefault(key, Counter())
        votes.update(kinds(words, first, last))
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
