"""Front matter of imported files: all of its keys, as words; that of our own export is read to the letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from starproof.bank.importing.found import refused
from starproof.parse.front_matter import front_matter

MARK = "starproof: story/1"
"""The first line in the front matter of a story that we exported; all behind that is text, to the letter."""
_DEPTH = 4
_PAIR = re.compile(r"([A-Za-z_][\w -]{0,60}?)[ \t]*:[ \t]*(\S.*)$")


def own_export(text: str, place: str) -> tuple[Mapping[str, Any], str] | None:
    """What our own export says of its story, and the story; ``None`` for any other file.

    Raises:
        InputError: when it begins as one and was cut off or broken.
    """
    end_of_line = "\r\n" if text.startswith("---\r\n") else "\n"
    if not text.startswith(f"---{end_of_line}{MARK}{end_of_line}"):
        return None
    closing = f"{end_of_line}---{end_of_line}"
    end = text.find(closing, 3)
    if end < 0:
        hint = "Export the story again, or take the first line out to import the file as it is."
        raise refused(14, f"The front matter of {place!r} has no end.", hint)
    said = _loaded(text[3 + len(end_of_line) : end] + "\n")
    if said is None:
        hint = "Put words that hold signs such as : or # in quotation marks, or export the story again."
        raise refused(14, f"The front matter of {place!r} is no YAML.", hint)
    return said, text[end + len(closing) :]


def matter_of(text: str) -> tuple[Mapping[str, Any], int, tuple[str, ...]]:
    """What front matter says, where the text behind it begins, and what was odd."""
    end = front_matter(text).end
    if not end:
        return {}, int(text.startswith("\ufeff")), ()
    inner = "\n".join(text[:end].splitlines()[1:-1])
    said = _loaded(inner)
    if said is not None:
        return said, end, ()
    pairs = (_PAIR.match(line) for line in inner.splitlines())
    found = {pair.group(1): pair.group(2).strip().strip("\"'") for pair in pairs if pair}
    return found, end, ("Its front matter is no proper YAML; it was read line by line.",)


def _loaded(block: str) -> Mapping[str, Any] | None:
    """A mapping of words, lists and mappings; ``None`` for another thing, and for aliases, which can blow up."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(block, Loader=loader)):
            return None
        root = yaml.compose(block, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    value = _value(root, _DEPTH)
    return value if isinstance(value, Mapping) else None


def _value(node: Any, depth: int) -> Any:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        plain = node.style is None and node.value in ("", "~", "null", "Null", "NULL")
        return None if plain else node.value
    if depth == 0:
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_value(one, depth - 1) for one in node.value]
    return {str(key.value): _value(one, depth - 1) for key, one in node.value if isinstance(key, yaml.ScalarNode)}
