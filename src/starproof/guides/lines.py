"""A Markdown page as a flat row of lines that remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it.token import Token

Kind = Literal["heading", "text", "item", "row"]
_BOLD = re.compile(r"^(?:\*\*|__)(?P<label>[^*_]{1,90})(?:\*\*|__)\s*(?P<rest>.*)$")
_PLAIN = re.compile(r"^(?P<label>[^\W\d_][^:.!?*]{0,60})[:：]\s*(?P<rest>.*)$")
_PAREN = re.compile(r"\(([^()]{1,60})\)")
_MARKUP = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")


@dataclass(frozen=True, slots=True)
class Line:
    """One heading, line of prose, list item or table row. ``number`` counts from 1."""

    number: int
    kind: Kind
    text: str
    depth: int = 0
    """A heading's level, or how deep a list item is nested."""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """``**Situation** (25 seconds): Our shop ...`` cut into its parts."""

    label: str
    paren: str
    rest: str


def lines(text: str) -> tuple[Line, ...]:
    """The page's lines in order; rulers and comments are left out."""
    from markdown_it import MarkdownIt  # only compiling a guide needs it; every review would pay for its import

    return tuple(_lines(MarkdownIt("commonmark").enable("table").parse(text)))


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    nesting, cells, row = 0, list[str](), 0
    for place, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            nesting += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            nesting -= 1
        elif token.type == "tr_open":
            cells, row = [], _number(token)
        elif token.type == "tr_close":
            yield Line(row, "row", " | ".join(cells), 0, tuple(cells))
        elif token.type == "inline":
            around = tokens[place - 1]
            if around.type in ("td_open", "th_open"):
                cells.append(plain(token.content))
            else:
                yield from _inline(token, around, nesting)
        elif token.type in ("fence", "code_block"):
            yield from (
                Line(_number(token) + at, "text", line) for at, line in enumerate(token.content.split("\n")) if line
            )


def _number(token: Token) -> int:
    return (token.map or [0])[0] + 1


def _inline(token: Token, around: Token, nesting: int) -> Iterator[Line]:
    if around.type == "heading_open":
        yield Line(_number(token), "heading", plain(token.content), int(around.tag[1:]))
        return
    item: list[str] = []
    for at, line in enumerate(token.content.split("\n")):
        # Markdown takes a line right below a list for the last item's; a bold label there is meant to stand alone.
        if nesting and not (at and _BOLD.match(line.strip())):
            item.append(line.strip())
            continue
        if item:
            yield Line(_number(token), "item", " ".join(item), nesting)
            item = []
        yield Line(_number(token) + at, "text", line.strip())
    if item:
        yield Line(_number(token), "item", " ".join(item), nesting)


def plain(text: str) -> str:
    """The words without Markdown's stars, underlines and back ticks."""
    return _MARKUP.sub("", text).strip()


def labelled(text: str) -> Labelled | None:
    """The label that a line begins with, what stands in brackets after it, and the rest; ``None`` without one."""
    found = _BOLD.match(text) or _PLAIN.match(plain(text))
    if found is None:
        return None
    label, rest = found["label"].strip(), found["rest"].strip()
    paren = _PAREN.search(label)
    if paren:
        label = (label[: paren.start()] + label[paren.end() :]).strip()
    elif rest.startswith("(") and (paren := _PAREN.match(rest)):
        rest = rest[paren.end() :].strip()
    return Labelled(label.rstrip(":：").strip(), paren[1] if paren else "", plain(rest.lstrip(":：–—-").strip()))
