"""TOML that holds nothing but words and lists of words, as lexicons do, read in half the time.

A first review reads a quarter of a million letters of it. Whatever is written in another way, or wrongly, is left to
``tomllib``, so that files may say all that TOML can, and mistakes are told in the usual words.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

_LETTER = r"[^\"\\\x00-\x08\n-\x1f\x7f]"
_WORDS, _NOTE = rf'"(?!""){_LETTER}*"', r"#[\t -~]*\n"
_LINES = rf'"""(?:{_LETTER}|\\?\n)*+"""'
_ONE = rf"(?:{_LINES}|{_WORDS})"
_APART = rf"(?:[ \t\n]|{_NOTE})*+"
_MANY = rf"\[({_APART}(?:{_ONE}{_APART},{_APART})*+(?:{_ONE}{_APART})?)\]"
_ENTRY = re.compile(rf"(?:[ \t]*\n|{_NOTE})*+([\w-]+) = (?:({_ONE})|{_MANY})(?=\n)", re.ASCII)
_EACH = re.compile(rf"{_NOTE}|{_ONE}")
_BROKEN = re.compile(r"\\\n[ \t\n]*")


def lists(text: str) -> dict[str, Any]:
    """What a text in TOML says.

    Raises:
        tomllib.TOMLDecodeError: when it is none.
    """
    found: dict[str, Any] = {}
    at = 0
    while (entry := _ENTRY.match(text, at)) is not None and entry[1] not in found:
        key, one, many = entry.groups()
        found[key] = _said(one) if many is None else [_said(each) for each in _EACH.findall(many) if each[0] == '"']
        at = entry.end()
    return tomllib.loads(text) if text[at:].strip(" \t\n") else found


def _said(written: str) -> str:
    """The words that stand between quotation marks."""
    if not written.startswith('"""'):
        return written[1:-1]
    return _BROKEN.sub("", written[3:-3].removeprefix("\n"))
