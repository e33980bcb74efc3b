"""Words of a text with what stands around them, as redaction looks at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?…:;\n\r\u2028\u2029\"“”„«»(\[*_>#|•/]|[-–—][ \t])[\s*_\"“'‘(\[#>-]*$")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")
_TITLED = 0.6
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive. ``initial`` is one whose capital may be owed to its place."""

    text: str
    start: int
    end: int
    initial: bool

    @property
    def key(self) -> str:
        """The word as words are compared."""
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def words_of(text: str, *, title: bool = False) -> list[Word]:
    """The words of a text, in order. In titles and lines of capitals every word counts as initial."""
    titled = list(_titled_lines(text, title))
    found, at = [], 0
    for match in _WORD.finditer(text):
        end = match.end()
        possessive = _POSSESSIVE.search(match.group())
        if possessive and possessive.start():
            end = match.start() + possessive.start()
        while at < len(titled) and titled[at][1] <= match.start():
            at += 1
        in_title = at < len(titled) and titled[at][0] <= match.start()
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        opens = match.start() == 0 or bool(_OPENS.search(before)) or not before.strip()
        found.append(Word(text[match.start() : end], match.start(), end, in_title or opens))
    return found


def is_lower(text: str) -> bool:
    """Whether a text is written without capitals, as speech often is."""
    letters = sum(character.isalpha() for character in text)
    words = [word for word in text.split() if word[:1].isupper() and not word.startswith(("I'", "I’")) and word != "I"]
    return letters > 40 and len(words) * 250 < letters


def _titled_lines(text: str, title: bool) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        long = [word for word in _WORD.findall(line.group()) if len(word) > 3]
        heads = sum(word[0].isupper() for word in long)
        loud = line.group().isupper() and len(long) > 1
        heading = title or line.group().lstrip().startswith(("#", "**", "__"))
        if loud or (heading and long and heads >= _TITLED * len(long) and len(long) > 1):
            yield line.start(), line.end()
