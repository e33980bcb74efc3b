"""The bank: stories with immutable revisions, kept in a database on the owner's machine. Names load on first use."""

from typing import TYPE_CHECKING

from starproof.core.lazy import lazily

_HOMES = {
    "Bank": "starproof.bank.bank",
    "Changed": "starproof.bank.records",
    "Changes": "starproof.bank.records",
    "Entry": "starproof.bank.records",
    "Event": "starproof.bank.records",
    "Judge": "starproof.bank.records",
    "Judged": "starproof.bank.records",
    "Line": "starproof.bank.records",
    "Page": "starproof.bank.records",
    "Reviewed": "starproof.bank.records",
    "Revision": "starproof.bank.records",
    "Status": "starproof.bank.records",
    "open_bank": "starproof.bank.opening",
}

if TYPE_CHECKING:
    from starproof.bank.bank import Bank
    from starproof.bank.opening import open_bank
    from starproof.bank.records import (
        Changed,
        Changes,
        Entry,
        Event,
        Judge,
        Judged,
        Line,
        Page,
        Reviewed,
        Revision,
        Status,
    )

__all__ = [
    "Bank",
    "Changed",
    "Changes",
    "Entry",
    "Event",
    "Judge",
    "Judged",
    "Line",
    "Page",
    "Reviewed",
    "Revision",
    "Status",
    "open_bank",
]

__getattr__ = lazily(__name__, _HOMES, globals())
