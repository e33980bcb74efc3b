"""Ids of stories: short, readable, and never changed once given."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable

from starproof.bank.store.words import folded
from starproof.core.bank import Draft
from starproof.errors import BankError
from starproof.parse.blocks import cut
from starproof.parse.front_matter import front_matter

MOST_WORDS = 5
LONGEST = 40
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""A word; one with a hyphen is one, so that nothing small is taken out of its middle."""
_SMALL = frozenset(
    "a an and as at but by for from how i in into it my of on or our that the this to was we with".split()
)
_FENCED = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)


def new_id(draft: Draft, taken: Callable[[str], bool]) -> str:
    """An id for a story without one: its title's telling words, or its first words, with a number where needed."""
    base = slug(draft.title or "") or slug(_opening(draft.text)) or "story"
    if not taken(base):
        return base
    number = 2
    while taken(f"{base}-{number}"):
        number += 1
    return f"{base}-{number}"


def _opening(text: str) -> str:
    """The title that a text gives itself, or its first words."""
    begins = _FENCED.sub("", text, count=1)[:400]
    return front_matter(text).values.get("title") or cut(begins).meta.get("title") or begins


def slug(words: str) -> str:
    """The telling words in small letters with hyphens between."""
    found = [match.group() for match in _WORD.finditer(folded(words))]
    telling = [word for word in found if word not in _SMALL] or found
    parts = "-".join(telling).split("-")
    return "-".join(parts[:MOST_WORDS])[:LONGEST].strip("-")


def not_found(id_: str, ids: Collection[str], where: str) -> BankError:
    """The error about a story that is not there, with the ids that come closest."""
    close = difflib.get_close_matches(id_, ids, n=3, cutoff=0.5) or _sharing(id_, ids)
    hint = f"Did you mean {_listed(close)}?" if close else "`starproof story list` shows what there is."
    return BankError("E-BNK-009", f"There is no story {id_!r} in the bank {where}.", hint)


def _sharing(id_: str, ids: Iterable[str]) -> list[str]:
    return [other for other in ids if id_ and (id_ in other or other in id_)][:3]


def _listed(ids: list[str]) -> str:
    return " or ".join(repr(one) for one in ids)
