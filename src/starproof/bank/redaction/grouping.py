"""Which neighbouring words are one name, and what the words around it make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.bank.redaction.vocabulary import listed
from starproof.bank.redaction.wording import Word

_LOWERED = frozenset("the a an in at of our their this that to from".split())


def groups(words: Sequence[Word], marks: Sequence[bool], text: str) -> Iterator[tuple[int, int]]:
    """Neighbouring words that are one name, as half-open ranges."""
    at = 0
    while at < len(words):
        if not marks[at]:
            at += 1
            continue
        end = at + 1
        while end < len(words):
            gap = text[words[end - 1].end : words[end].start]
            if gap in (" ", "-", " & ") and (marks[end] or _is_legal(words[end])):
                end += 1
            elif gap == " " and (_is_linked(words, marks, text, end) or _is_before_legal(words, text, end)):
                end += 2
            else:
                break
        yield at, end
        at = end


def _is_legal(word: Word) -> bool:
    return word.capital and word.key in listed("legal")


def _is_before_legal(words: Sequence[Word], text: str, at: int) -> bool:
    """Whether an office's word is part of a firm's name, as in ``Larkspur Payments Ltd``."""
    if at + 1 >= len(words) or not words[at].capital or words[at].key not in listed("offices"):
        return False
    return _is_legal(words[at + 1]) and text[words[at].end : words[at + 1].start] == " "


def _is_linked(words: Sequence[Word], marks: Sequence[bool], text: str, at: int) -> bool:
    """Whether ``of``, ``van`` and the like join what stands before with a further name."""
    if at + 1 >= len(words) or words[at].key not in listed("links") or not marks[at + 1]:
        return False
    return text[words[at].end : words[at + 1].start] == " "


def kinds(words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """What the words around a name make of it."""
    before = words[first - 1].key if first else ""
    prior = words[first - 2].key if first > 1 else ""
    after = words[last].key if last < len(words) else ""
    if words[last - 1].key in listed("legal") and last - first > 1:
        yield from ("Company",) * 3
    if words[first].key in listed("project_before") and last - first > 1:
        yield from ("Project",) * 3
    if after in listed("person_sure") and before not in _LOWERED:
        yield from ("Person",) * 2
    for kind, votes in (("person", 1), ("customer", 5), ("company", 3), ("project", 4), ("place", 1)):
        if before in listed(f"{kind}_before"):
            yield from (kind.capitalize(),) * votes
    if prior in listed("customer_before") and before in ("a", "the", "our", "called", "named"):
        yield from ("Customer",) * 2
    if after in listed("project_after"):
        yield "Project"
    if after in listed("person_after") and before not in _LOWERED:
        yield "Person"
    if not before and after in ("and", "was", "had"):
        yield "Person"
