"""What is done with several stories at once: all of it is one change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from starproof.errors import UsageError

if TYPE_CHECKING:
    from starproof.bank.bank import Bank
    from starproof.bank.records import Changed

Do = Literal["archive", "restore", "tag", "untag"]
"""What can be done."""


def carried_out(bank: Bank, do: Do, ids: Sequence[str], tags: Sequence[str]) -> Changed:
    """Change these stories, all or none.

    Raises:
        UsageError: when a tag is needed and there is none.
        BankError: when a story is not there, or a tag cannot be kept.
    """
    if do in ("tag", "untag") and not tags:
        raise UsageError("E-WEB-011", "No tag was written.", "Write one; in the page, beside the button.")
    if do == "archive":
        return bank.archive_all(ids)
    if do == "restore":
        return bank.restore_all(ids)
    return bank.tag_all(ids, **{"add" if do == "tag" else "remove": tags})
