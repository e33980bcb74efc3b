"""Tokens of a text in one pass: words, numbers in digits, currency marks, punctuation."""

from __future__ import annotations

import re
from dataclasses import dataclass

SKIP, NUMBER, MARK, WORD, BREAK, PUNCT = 1, 2, 3, 4, 5, 6
"""Kinds of token. ``SKIP`` is never read as a number: addresses, clock times, ISO dates."""

_TOKEN = re.compile(
    r"""
      ( (?:https?://|www\.)\S++                              # an address
      | \d{4}-\d\d-\d\d(?!\d)                                # an ISO date
      | \d{1,2}:\d\d(?::\d\d)?+(?![\d:])                     # a clock time
      | \+\d[\d-]*+(?:[ ]\d[\d-]*+)++                        # a telephone number
      )
    | ( \d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})++(?:[.,]\d++)?+(?!\d)
      | \d++(?:[.,'’]\d++)*+
      )
    | ( (?:USD|US|AUD|AU|A|CAD|CA|C|SG|S|R|NZ|HK|MX|NT)?\$ | [€£¥₹₦₱₽₩₫₺₴฿₪] )
    | ( [^\W\d_]++(?:['’][^\W\d_]++)*+ )
    | ( \n[^\S\n]*+\n\s*+ )
    | ( [^\w\s] | _ | \n )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text, as parallel lists; offsets are those of the text."""

    text: str
    low: list[str]
    """Each token in lower case."""
    kind: list[int]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.low)

    def word(self, index: int) -> str:
        """The token at ``index`` in lower case; empty outside the text."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def glued(self, index: int) -> bool:
        """Whether no space stands between the token at ``index`` and the next."""
        return 0 <= index < len(self.low) - 1 and self.end[index] == self.start[index + 1]


def lex(text: str, start: int, end: int) -> Tokens:
    """The tokens between two offsets."""
    found = Tokens(text, [], [], [], [])
    low, kind, starts, ends = found.low.append, found.kind.append, found.start.append, found.end.append
    for match in _TOKEN.finditer(text, start, end):
        low(match.group().lower())
        kind(match.lastindex or PUNCT)
        starts(match.start())
        ends(match.end())
    return found
