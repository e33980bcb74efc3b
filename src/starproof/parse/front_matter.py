"""Front matter: the lines between two rulers at the top of a file that say what the story is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.parse.headings import section_of
from starproof.parse.numbers import Numbers, numbers_from_yaml

_FENCED = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|[\r\n])((?:[^\r\n]*(?:\r\n|[\r\n])){0,300}?)(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|$)"
)
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)$")
_NUMBERS = re.compile(
    r"(?:^|(?<=[\r\n]))numbers[ \t]*:(?![^ \t\r\n])[^\r\n]*(?:\r\n|[\r\n]|$)"
    r"(?:(?:[ \t]+[^\r\n]*|-[ \t][^\r\n]*|#[^\r\n]*)?(?:\r\n|[\r\n]))*",
    re.IGNORECASE,
)
"""The key ``numbers`` with all lines below it that are indented, list items, comments or blank."""
_NOTHING = ("", "~", "null", "Null", "NULL")
_LINE_END = re.compile(r"\r\n|[\r\n]")
KEYS = ("title", "question", "principle", "register", "id")
MOST_LINES = 60
"""Lines beside those of ``numbers``; two rulers further apart stand in a story."""
LONGEST = 20_000
"""Code points of front matter that are read as YAML; longer ones are read line by line."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and the code point at which the story begins."""

    end: int = 0
    values: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    numbers: Numbers = field(default_factory=Numbers)


def front_matter(text: str) -> FrontMatter:
    """Read the front matter; empty, ending at 0, where there is none."""
    found = _FENCED.match(text)
    if found is None or not any(_PAIR.match(line) for line in found.group(1).splitlines()):
        return FrontMatter()
    body = found.group(1)
    block = _NUMBERS.search(body)
    rest = body if block is None else body[: block.start()] + body[block.end() :]
    if len(rest.splitlines()) > MOST_LINES:
        return FrontMatter()
    values = _values(rest)
    if block is None and not set(values) & set(KEYS) and any(section_of(key)[0] for key in values):
        return FrontMatter()  # a story whose sections stand between rulers
    known = {key: value for key, value in values.items() if key in KEYS}
    numbers = Numbers() if block is None else _numbers(text, found.start(1), block)
    return FrontMatter(found.end(), known, tuple(sorted(set(values) - set(KEYS))), numbers)


def _numbers(text: str, start: int, block: re.Match[str]) -> Numbers:
    at = Span(start + block.start(), start + block.end())
    line = 1 + sum(1 for _ in _LINE_END.finditer(text, 0, at.start))
    return numbers_from_yaml(block.group()[:LONGEST], start=at.start, line=line)


@kept
def _values(body: str) -> Mapping[str, str]:
    """YAML where it is YAML; otherwise each ``key: value`` line as it stands, so that nothing is lost.

    Words are taken as they are written (``id: 007``, ``title: yes``), and a value that is no words by its line.
    """
    import yaml

    lines = _pairs(body)
    try:
        root = yaml.compose(body, Loader=yaml.BaseLoader) if len(body) <= LONGEST else None
    except (yaml.YAMLError, ValueError, RecursionError):
        root = None
    if not isinstance(root, yaml.MappingNode):
        return {key: value for key, value in lines.items() if value}
    values = {}
    for key, node in root.value:
        name = str(key.value).lower() if isinstance(key, yaml.ScalarNode) else ""
        said = node.value.strip() if isinstance(node, yaml.ScalarNode) else lines.get(name, "")
        if name and said not in _NOTHING:
            values[name] = said
    return values


def _pairs(body: str) -> dict[str, str]:
    pairs = (_PAIR.match(line.strip()) for line in body.splitlines())
    return {pair.group(1).lower(): pair.group(2).strip().strip("\"'") for pair in pairs if pair}
