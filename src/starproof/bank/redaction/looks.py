"""Whether a word looks like a name or part of one. Words that do and stay all the same are noted in the book."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starproof.bank.redaction.book import Book
from starproof.bank.redaction.vocabulary import ends_like_a_word, gives_nobody_away, is_ordinary, is_public, listed
from starproof.bank.redaction.wording import Word

_TERM = re.compile(r"(?:q[1-4]|h[12]|[plvtg]\d{1,4}|s3|ec2|mp[34]|h26[45]|fy\d{2,4}|w\d{1,2}|y\d|d\d|b2b|b2c|\d.*)$")


def looks_like_a_name(words: Sequence[Word], at: int, book: Book) -> bool:
    """Whether the word is a name or part of one, in a text with capitals."""
    word = words[at]
    text, key = word.text, word.key
    camel = any(letter.isupper() for letter in text[1:]) and not text.isupper()
    if not (word.capital or camel):
        return False
    if gives_nothing_away(words, at) or len(text) < 2:
        return False
    if is_public(key):
        book.kept[text, "public technology, language or region"] += 1
        return False
    if any(character.isdigit() for character in text):
        return _TERM.match(key) is None
    if text.isupper() and is_ordinary(key) and _among_capitals(words, at):
        return False
    if camel or not word.initial:
        office = is_of_an_office(words, at)
        if office:
            book.kept[text, "an everyday word beside an office"] += 1
        return not office
    following = words[at + 1].key if at + 1 < len(words) else ""
    return not is_ordinary(key) or (key in listed("both") and following in listed("person_sure"))


def _among_capitals(words: Sequence[Word], at: int) -> bool:
    """Whether the word beside is in capitals too, as in words that are shouted."""
    beside = (words[near].text for near in (at - 1, at + 1) if 0 <= near < len(words))
    return any(len(text) > 1 and text.isupper() and text.isalpha() for text in beside)


def gives_nothing_away(words: Sequence[Word], at: int) -> bool:
    """Days, offices and acronyms; ``April said`` is a person all the same."""
    key = words[at].key
    if not gives_nobody_away(key) and not (key.endswith("s") and key[:-1] in listed("acronyms")):
        return False
    if key not in listed("both"):
        return True
    following = words[at + 1].key if at + 1 < len(words) else ""
    inside = not words[at].initial and key not in listed("plain")  # "asked Will to", but "in May"
    return not (inside or following in listed("person_sure"))


def is_of_an_office(words: Sequence[Word], at: int) -> bool:
    """Whether an everyday word is part of an office's name, such as ``Change Board``."""
    if not is_ordinary(words[at].key):
        return False
    beside = [words[near] for near in (at - 1, at + 1, at - 2) if 0 <= near < len(words)]
    return any(one.capital and one.key in listed("offices") for one in beside)


def may_be_a_name(words: Sequence[Word], at: int, book: Book) -> bool:
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
