"""A story as Markdown with front matter, or as a line of JSON; both read back to the letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from starproof.bank.importing.exact import SCHEMA, record_of
from starproof.bank.importing.matter import MARK
from starproof.core.bank import Draft

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ -][A-Za-z0-9_]+)*\Z")
_WORDS_WITH_MEANING = frozenset("null true false yes no on off y n".split(" "))
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ODD = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]'  # what YAML would read as something else, or refuse
)


def as_markdown(draft: Draft) -> str:
    """The story behind its front matter. All after the second ruler is its text, to the letter."""
    lines = ["---", MARK, *_lines(record_of(draft)), "---", draft.text]
    return "\n".join(lines)


def as_json_lines(drafts: Iterable[Draft]) -> str:
    """One story a line, each with a line end."""
    records = ({"schema": SCHEMA} | record_of(draft) | {"text": draft.text} for draft in drafts)
    lines = (json.dumps(record, ensure_ascii=False).replace("\x7f", "\\u007f") for record in records)
    return "".join(line + "\n" for line in lines)


def _lines(record: Mapping[str, Any], indent: str = "") -> Iterable[str]:
    for key, value in record.items():
        name = _scalar(key)
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield f"{indent}{name}:"
            for one in value:
                first, *rest = _lines(one)
                yield f"{indent}  - {first}"
                yield from (f"{indent}    {line}" for line in rest)
        elif isinstance(value, list):
            yield f"{indent}{name}: [{', '.join(map(_scalar, value))}]"
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    """Plain where nothing can be mistaken, else in quotation marks on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    words = str(value)
    if _PLAIN.match(words) and words.lower() not in _WORDS_WITH_MEANING:
        return words
    return '"' + _ODD.sub(_escape, words) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    return _ESCAPED.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
