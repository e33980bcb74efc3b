"""Stories from files of many kinds: read, split, compared with what is there, and planned before anything is added."""

from starproof.bank.importing.found import Found, Item, Skipped
from starproof.bank.importing.gather import FORMATS, gather, gather_bytes, sources
from starproof.bank.importing.plan import Entry, ImportPlan, Known, digest_of, plan_import

__all__ = [
    "FORMATS",
    "Entry",
    "Found",
    "ImportPlan",
    "Item",
    "Known",
    "Skipped",
    "digest_of",
    "gather",
    "gather_bytes",
    "plan_import",
    "sources",
]
