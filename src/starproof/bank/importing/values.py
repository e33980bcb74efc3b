"""Values as other programs write them, read as what a story holds: days, principles, links, words of any shape."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starproof.bank.importing.found import refused
from starproof.core.months import SHORT
from starproof.parse import LONGEST

_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$")
_MONTH = re.compile(r"(?:\d{1,2}\.? )?([A-Za-z]{3,9})\.?,? (\d{4})$|([A-Za-z]{3,9})\.? \d{1,2},? (\d{4})$")
MOST_LISTED = 200
"""Tags or uses that one story may have."""


def principle_id(words: str, principles: Mapping[str, str]) -> str | None:
    """The guide's principle that these words name; ``principles`` maps ids to names."""
    slug = slug_of(unlinked(words))
    if slug in principles:
        return slug
    for id, name in principles.items():
        for known in (id, slug_of(name)):
            if slug.startswith(known + "-") or (len(slug) > 5 and known.startswith(slug + "-")):
                return id
    return None


def unlinked(words: str | int) -> str:
    """Words without the brackets of an Obsidian link; what a link shows counts above where it leads."""
    plain = str(words).strip()
    if plain.startswith("[[") and plain.endswith("]]"):
        return plain[2:-2].rpartition("|")[2].strip()
    return plain


def day_of(words: str) -> str | None:
    """A year, month or day in ISO 8601; ``None`` where it cannot be told."""
    words = words.strip()
    found = _DAY.match(words)
    if found:
        parts = [int(part) for part in found.groups() if part]
        ranges = ((1900, 2200), (1, 12), (1, 31))
        if all(low <= part <= high for part, (low, high) in zip(parts, ranges, strict=False)):
            return "-".join((f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])))
        return None
    named = _MONTH.match(words)
    if named is None:
        return None
    month, year = named.group(1) or named.group(3), named.group(2) or named.group(4)
    short = month[:3].lower()
    return f"{year}-{SHORT.index(short) + 1:02d}" if short in SHORT else None


def checked(words: str, place: str, what: str = "text") -> str:
    """The words themselves.

    Raises:
        InputError: when they are too long, or hold what no file could: NUL or half a surrogate pair.
    """
    if len(words) > LONGEST:
        hint = "Split it into its stories; an answer of four minutes has about 3,500 characters."
        raise refused(12, f"The {what} in {place} has {len(words):,} characters; it may have {LONGEST:,}.", hint)
    if "\x00" in words:
        raise refused(16, f"The {what} in {place} holds the character NUL.", "Take it out and import again.")
    try:
        words.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"The {what} in {place} holds half a surrogate pair at character {error.start:,}."
        raise refused(16, what, "Write the character itself or both halves of its escape.") from None
    return words


def slug_of(words: str) -> str:
    """Words as an id: small Latin letters and digits, joined by hyphens; empty where there are none."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower().replace("&", " and ")))


def in_words(value: object, depth: int = 3) -> str:
    """A value of any shape as words, for the notes."""
    if isinstance(value, list | Mapping) and depth == 0:
        return "..."
    if isinstance(value, list):
        return ", ".join(in_words(one, depth - 1) for one in value[:MOST_LISTED])
    if isinstance(value, Mapping):
        pairs = list(value.items())[:MOST_LISTED]
        return ", ".join(f"{name} {in_words(one, depth - 1)}" for name, one in pairs)
    return str(value)[:20_000]
