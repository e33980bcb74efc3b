"""Front matter: the lines between two rulers at the top of a file that say what the story is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FENCED = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|[\r\n])((?:[^\r\n]*(?:\r\n|[\r\n])){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|$)"
)
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)$")
KEYS = ("title", "question", "principle", "register", "id")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and the code point at which the story begins."""

    end: int = 0
    values: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """Read the front matter; empty, ending at 0, where there is none."""
    found = _FENCED.match(text)
    if found is None or not any(_PAIR.match(line) for line in found.group(1).splitlines()):
        return FrontMatter()
    values = _values(found.group(1))
    known = {key: value for key, value in values.items() if key in KEYS}
    return FrontMatter(found.end(), known, tuple(sorted(set(values) - set(KEYS))))


def _values(body: str) -> dict[str, str]:
    """YAML where it is YAML; otherwise each ``key: value`` line as it stands, so that nothing is lost."""
    import yaml

    try:
        data = yaml.safe_load(body)
    except (yaml.YAMLError, ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        return {str(k).lower(): str(v).strip() for k, v in data.items() if v is not None}
    pairs = (_PAIR.match(line.strip()) for line in body.splitlines())
    return {pair.group(1).lower(): pair.group(2).strip().strip("\"'") for pair in pairs if pair and pair.group(2)}
