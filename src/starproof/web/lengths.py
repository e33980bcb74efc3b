"""How long a text may be to be read at once. An answer of ten minutes has about nine thousand characters."""

from __future__ import annotations

from starproof.bank import Bank
from starproof.bank.records import Entry
from starproof.errors import InputError

READ = 100_000
"""Code points that a page waits for."""
LIVE = 30_000
"""Code points that are read at a pause in typing."""


def check_length(text: str, most: int = READ) -> None:
    """Refuse to keep somebody waiting for a text that nobody tells.

    Raises:
        InputError: says how long it is, and what to do.
    """
    if len(text) <= most:
        return
    what = f"This text has {len(text):,} characters; up to {most:,} are read here."
    hint = "It is kept as it is. An answer of ten minutes has about 9,000: cut it, or split it into its stories."
    raise InputError("E-WEB-016", what, hint)


def entry_of(bank: Bank, story: str) -> Entry:
    """A story of the bank, read unless it is too long to wait for.

    Raises:
        BankError: when it is not there.
    """
    with bank.store.reading() as connection:
        entry = bank.working.entry(connection, bank.working.number(connection, story))
    return entry if entry.digest is not None or len(entry.draft.text) > READ else bank.get(story)
