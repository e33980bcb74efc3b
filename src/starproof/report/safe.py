"""Characters that act instead of showing, made visible, so that no story can drive a terminal or turn a page."""

from __future__ import annotations

import re

_PICTURES = {**{chr(code): chr(0x2400 + code) for code in range(0x20)}, "\x7f": "\u2421"}
_ACTING = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, old and new
    "\u200b\u2028\u2029\u2060-\u2064\ufeff"  # no width, or a line's end in disguise
    "\u202a-\u202e\u2066-\u206f"  # turns the direction of all that follows
    "\ud800-\udfff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"  # letters that nobody sees
    "]"
)
_SPACE = re.compile(r"[ \t\r\n]+")


def visible(text: str) -> str:
    """The text with a sign in place of each character that acts: a picture of it, or its number.

    Tabs, line ends and the joiners that emoji and some scripts need are left alone.
    """
    return _ACTING.sub(_sign, text)


def one_line(text: str) -> str:
    """The visible text with each run of spaces and line ends as one space."""
    return _SPACE.sub(" ", visible(text))


def clipped(text: str, *, most: int) -> str:
    """One line of at most so many characters, cut at a word where there is one."""
    line = one_line(text).strip()
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > most // 2 else cut).rstrip() + "…"


def _sign(found: re.Match[str]) -> str:
    character = found.group()
    return _PICTURES.get(character) or f"\u27e8U+{ord(character):04X}\u27e9"
