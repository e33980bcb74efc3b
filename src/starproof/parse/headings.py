"""Headings: which lines an author wrote over a section, and which section each opens."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from starproof.core.document import SECTIONS, Label

_MARK = r"[*_]{1,3}"
_HASH = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(.{1,200}?)[ \t]*#*[ \t]*$")
_WHOLE = re.compile(rf"[ \t]*({_MARK})([^*_\n]{{1,120}}?)[:：]?({_MARK})[ \t]*[:：.]?[ \t]*$")
_BOLD = re.compile(rf"[ \t]*({_MARK})([^*_\n]{{1,60}}?)[ \t]*([:：]?)({_MARK})[ \t]*([:：–—-]?)[ \t]+(?=\S)")
_PLAIN = re.compile(r"[ \t]*[\[(]?([^\W\d_][^:：\n\[\]()*–—]{0,40}?)[\])]?(?:[ \t]*[:：]|[ \t]+[–—-](?=[ \t]))[ \t]*")
_ALONE = re.compile(r"[ \t]*[\[(]?([^\W\d_][^:：\n\[\]()*]{0,40}?)[\])]?[ \t]*[:：]?[ \t]*$")
_BRACKETED = re.compile(r"[ \t]*\[([^\W\d_][^:：\n\[\]()*]{0,40}?)\][ \t]+(?=\S)")
_LETTER = re.compile(r"[ \t]*(?:\(([A-Z])\)|([A-Z])[.)])[ \t]+(?=\S)")
_CELL = re.compile(r"[ \t]*\|[ \t]*(?:[*_]{1,3})?([^|*_\n]{1,60}?)(?:[*_]{1,3})?[ \t]*\|[ \t]*(?=[^\s|])")
_LEAD = re.compile(r"[ \t]*(?:(?:\d{1,2}|[ivxIVX]{1,4})[.)]|[^\w\s#*_>|\[\](){}\"'“”‘’–—-]{1,3})[ \t]+")
_INITIAL = re.compile(r"[ \t]*(\*\*|__)([A-Z])\1([^\W\d_][^:：\n*_]{1,30}?)[ \t]*[:：][ \t]*")
_NUMBER = re.compile(r"^(?:(?:step|part|section)[ \t]+)?(?:\d{1,2}|[ivx]{1,4})[.):][ \t]+", re.IGNORECASE)
_TIME = re.compile(r"[ \t]*[(\[][^()\[\]]{0,40}[)\]]$")
_MANY = r"(?:\d{1,3}|an?|one|two|three|four|five|six|nine|ten|twelve|eighteen|(?:the[ \t]+)?(?:first|last|next))"
_STRETCH = rf"{_MANY}[ \t-]*(?:d|days?|w|wks?|weeks?|m|mos?|mths?|months?|q|qtrs?|quarters?|y|yrs?|years?)"
_WHEN = re.compile(
    rf"(?:[ \t]*[,;–—-][ \t]*|[ \t]+)(?:(?:after|at|within|over|in|by)[ \t]+{_STRETCH}|"
    rf"{_STRETCH}[ \t]+(?:on|later|in|out|after)|so far|to date|as of (?:today|now)|today|since(?: then)?)$"
)
"""When a section speaks of, behind its name: ``Outcome, 12 mo on``, ``Results after a year``, ``Impact so far``."""
_JOINER = re.compile(r"[ \t]*(?:/|&|\+|,|\band\b|\bund\b|\by\b|\bet\b)[ \t]*")
_ASKING = frozenset(["interviewer", "recruiter", "hiring manager", "bar raiser", "panel", "question from the panel"])
_ANSWERING = frozenset(["candidate", "interviewee", "me", "my answer", "answer", "story"])


@dataclass(frozen=True, slots=True)
class Found:
    """What a line begins with. ``end`` is where the heading ends within the line."""

    words: str
    label: Label | None
    end: int
    depth: int
    """1 to 6 by its hashes; 7 for bold, 8 for plain words."""
    marked: bool
    """Whether markup makes it a heading; plain words count only in company."""
    section: bool
    """Whether it names a section, or several at once (then ``label`` is ``None``)."""


def _folded(words: str) -> str:
    """Lower case without accents, however they are written: ``RESULTATS`` and both forms of ``Résultats`` are one."""
    apart = unicodedata.normalize("NFKD", words.lower())
    return "".join(character for character in apart if not unicodedata.combining(character))


@cache
def _book() -> dict[str, Label]:
    data = tomllib.loads((files("starproof.parse") / "headings.toml").read_text(encoding="utf-8"))
    return {_folded(words): label for label in SECTIONS for words in data[label]}


def _plainly(words: str) -> str:
    """A heading's words without numbering, stress, times in brackets and decoration."""
    words = words.strip().strip("*_:： \t").strip()
    words = _NUMBER.sub("", words)
    words = _TIME.sub("", words).strip("*_:： \t")
    while words and not (words[0].isalnum() or words[-1] == words[0]):
        words = words[1:].lstrip()
    return _folded(words.rstrip(".:-–— ")).replace("’", "'")


def section_of(words: str) -> tuple[bool, Label | None]:
    """Whether these words name a section or several, and the one section where it is one."""
    plain = _plainly(words)
    timed = _WHEN.sub("", plain)
    if plain not in _book() and len(timed) > 1:
        plain = timed
    if plain in _book():
        return True, _book()[plain]
    parts = [part for part in _JOINER.split(plain) if part]
    if len(parts) > 1 and all(part in _book() for part in parts):
        labels = {_book()[part] for part in parts}
        return True, labels.pop() if len(labels) == 1 else None
    spread = re.match(r"(\w)[ \t]*[-–—:=][ \t]*(.+)$", plain)  # "S - Situation"
    if spread and spread.group(2) in _book():
        return True, _book()[spread.group(2)]
    return False, None


def find(line: str) -> Found | None:
    """The heading that a line is or begins with, without its line end; ``None`` where it is text."""
    return _hashed(line) or _bold(line) or _cell(line) or _lettered(line) or _plain(line)


def _hashed(line: str) -> Found | None:
    found = _HASH.match(line)
    if found is None:
        return None
    words = found.group(2)
    inline = _PLAIN.match(words)
    if inline and inline.end() < len(words) and len(inline.group(1)) > 1 and section_of(inline.group(1))[0]:
        end = found.start(2) + inline.end()
        return Found(inline.group(1), section_of(inline.group(1))[1], end, len(found.group(1)), True, True)
    named, label = section_of(words)
    return Found(words.strip("*_ \t"), label, len(line), len(found.group(1)), True, named)


def _bold(line: str) -> Found | None:
    whole = _WHOLE.match(line)
    if whole:
        named, label = section_of(whole.group(2))
        if named or len(whole.group(2).split()) <= 8:
            return Found(whole.group(2).strip(), label, len(line), 7, len(_plainly(whole.group(2))) > 1, named)
    initial = _INITIAL.match(line)  # **S**ituation: ...
    if initial:
        words = initial.group(2) + initial.group(3)
        named, label = section_of(words)
        return Found(words, label, initial.end(), 7, True, True) if named else None
    inline = _BOLD.match(line)
    if inline:
        named, label = section_of(inline.group(2))
        sure = bool(inline.group(3) or inline.group(5)) and len(_plainly(inline.group(2))) > 1
        if named and (inline.group(2)[0].isupper() or sure):
            return Found(inline.group(2).strip(), label, inline.end(), 7, sure, True)
    return None


def _cell(line: str) -> Found | None:
    """The first cell of a row of a table, such as ``| Situation | Our tills stopped. |``."""
    found = _CELL.match(line)
    named, label = section_of(found.group(1)) if found else (False, None)
    return Found(found.group(1), label, found.end(), 8, False, True) if found and named else None


def _lettered(line: str) -> Found | None:
    """A single letter as people number sections with it: ``(S) Our tills stopped.`` or ``S. Our tills stopped.``"""
    found = _LETTER.match(line)
    letter = (found.group(1) or found.group(2)) if found else ""
    named, label = section_of(letter) if letter else (False, None)
    return Found(letter, label, found.end(), 8, False, True) if found and named else None


def _plain(line: str) -> Found | None:
    body = line
    shift = 0
    number = _LEAD.match(line)
    if number:
        body, shift = line[number.end() :], number.end()
    for pattern in (_ALONE, _PLAIN, _BRACKETED):
        found = pattern.match(body)
        if found and (pattern is not _ALONE or len(found.group(1)) > 1 or _lone_letter(line)):
            named, label = section_of(found.group(1))
            if named and not (len(_plainly(found.group(1))) == 1 and not found.group(1)[0].isupper()):
                return Found(found.group(1).strip(), label, shift + found.end(), 8, False, True)
    return None


def _lone_letter(line: str) -> bool:
    """Whether a line is one letter as people head their notes with it: ``S:``, or a bare capital ``S``."""
    body = line.strip()
    return body.endswith((":", "：")) or (len(body) == 1 and body.isupper())


def speaker(line: str) -> tuple[int, bool] | None:
    """Where a line names who speaks (``Interviewer:``): the end of the name, and whether it asks."""
    found = re.match(rf"[ \t]*(?:{_MARK})?([A-Za-z][A-Za-z ]{{1,24}}?)[ \t]*[:：](?:{_MARK})?[ \t]*(?=\S)", line)
    if found is None:
        return None
    name = found.group(1).lower()
    if name in _ASKING:
        return found.end(), True
    return (found.end(), False) if name in _ANSWERING else None
