"""Whether a story is a later draft of one that the bank has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starproof.bank.importing.likeness import Match, alike, words_of

if TYPE_CHECKING:
    from starproof.bank import Bank
    from starproof.core.bank import Draft


def earlier_of(draft: Draft, bank: Bank, *, besides: str | None = None) -> Match | None:
    """The story in use that this one is likely another draft of; ``None`` where it stands alone.

    Looked for among the stories of the same title or source and those that begin alike, so that it costs as little in
    a large bank as in a small one.

    Args:
        draft: the story on its way in.
        bank: that it is held against.
        besides: the id of a story that does not count, such as the draft itself.
    """
    words = words_of(draft.text)
    best: Match | None = None
    for entry in bank.kindred(draft):
        near = alike(words, words_of(entry.draft.text)) if entry.id != besides else None
        if near and (best is None or near[0] > best.share):
            best = Match(entry.id, entry.draft.title, *near)
    return best


def take_into(bank: Bank, later: str, earlier: str) -> int:
    """Make one story's text the next revision of another, and put the one away; nothing is deleted.

    Returns:
        The number of the new revision.

    Raises:
        BankError: when one of them is not there, or the bank cannot be written to.
    """
    entry = bank.edit(earlier, text=bank.get(later).draft.text)
    bank.archive(later)
    return entry.revision
