"""The months: their names in small letters, and patterns of them in full and in short."""

from __future__ import annotations

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT = tuple(month[:3] for month in MONTHS)
NAMES = frozenset((*MONTHS, *SHORT, "sept"))
"""In full and as people shorten them."""
IN_FULL = "|".join(MONTHS)
IN_SHORT = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""The same as a pattern: in full or shortened."""
