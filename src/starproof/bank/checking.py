"""What a bank takes: refused here is what a database would change, or what nobody could find again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from starproof.core.bank import MINUTES, Draft, Use
from starproof.core.document import ORIGINS, Provenance
from starproof.errors import BankError

LONGEST_ID = 200
LONGEST_TEXT = 1_000_000
"""Code points; as many as a review reads."""
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\Z", re.ASCII)
BROKEN = re.compile("[\x00\ud800-\udfff]")
"""Characters that no database keeps: NUL, and halves of pairs."""


def refused(message: str, hint: str) -> BankError:
    """The error about a value that the bank cannot keep."""
    return BankError("E-BNK-012", message, hint)


def check_draft(draft: Draft) -> None:
    """Refuse a draft that cannot be kept.

    Raises:
        BankError: says which value, and what would do.
    """
    name = draft.id or draft.title or draft.source or "a story"
    if draft.id is not None:
        _check_id(draft.id)
    check_fields({field: getattr(draft, field) for field in draft.__slots__ if field != "id"}, name)


def check_fields(fields: Mapping[str, Any], name: str) -> None:
    """Refuse values of a story that cannot be kept.

    Raises:
        BankError: as ``check_draft``.
    """
    for field, value in fields.items():
        for words in _strings(value):
            if BROKEN.search(words):
                raise refused(
                    f"In the {field} of {name!r} is a character that no database keeps (NUL or half of a pair).",
                    "Remove it, or save the file as UTF-8.",
                )
    _check_texts(fields, name)
    _check_dates(fields, name)
    _check_names(fields, name)


def _check_id(id_: str) -> None:
    if not id_ or id_ != id_.strip() or len(id_) > LONGEST_ID or not id_.isprintable():
        raise refused(f"{id_!r} is no id for a story.", f"Give 1 to {LONGEST_ID} printable characters.")


def _check_texts(fields: Mapping[str, Any], name: str) -> None:
    texts = [("text", fields["text"])] if "text" in fields else []
    for minutes, text in fields.get("versions", {}).items():
        if minutes not in MINUTES:
            raise refused(f"{name!r} has a version of {minutes!r} minutes.", "A version takes 2, 3 or 4 minutes.")
        texts.append((f"version of {minutes} minutes", text))
    for what, text in texts:
        if not isinstance(text, str) or not text.strip():
            raise refused(f"The {what} of {name!r} is empty.", "Write the story first.")
        if len(text) > LONGEST_TEXT:
            raise refused(
                f"The {what} of {name!r} has {len(text):,} characters.", f"At most {LONGEST_TEXT:,} are kept."
            )


def _check_dates(fields: Mapping[str, Any], name: str) -> None:
    happened = fields.get("happened")
    if happened is not None and not _DATE.match(happened):
        raise refused(f"{happened!r} is no date for {name!r}.", "Write 2025, 2025-03 or 2025-03-31.")
    for use in fields.get("uses", ()):
        if not _DAY.match(use.on):
            raise refused(f"{use.on!r} is no day on which {name!r} was told.", "Write it as 2025-03-31.")
        if use.went not in (None, "well", "mixed", "badly"):
            raise refused(f"{use.went!r} does not say how {name!r} went.", "Say well, mixed or badly.")


def _check_names(fields: Mapping[str, Any], name: str) -> None:
    for field in ("tags", "principles"):
        for one in fields.get(field, ()):
            if not one or one != one.strip() or not one.isprintable():
                raise refused(f"{one!r} is no tag for {name!r}.", "Give words without line breaks.")
    if fields.get("register") not in (None, "written", "spoken"):
        raise refused(f"{fields['register']!r} is no register.", "Say written or spoken.")
    for one in fields.get("provenance", ()):
        if one.origin not in ORIGINS:
            raise refused(f"{one.origin!r} is no origin of a figure of {name!r}.", f"Say {', '.join(ORIGINS)}.")


def _strings(value: Any) -> Iterator[str]:
    """Every text in a value of a draft."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, Use | Provenance):
        for field in value.__slots__:
            yield from _strings(getattr(value, field))
