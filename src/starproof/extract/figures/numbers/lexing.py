"""Tokens of a text in one pass: words, numbers in digits, currency marks, punctuation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from starproof.core.keeping import kept
from starproof.core.records import record
from starproof.core.text import Span
from starproof.extract.figures.numbers.tables import Tables
from starproof.parse.asides import asides, standard_word

SKIP, NUMBER, MARK, WORD, BREAK, PUNCT = 1, 2, 3, 4, 5, 6
"""Kinds of token. ``SKIP`` is never read as a number: addresses, clock times, ISO dates."""

DASHES = ("-", "–", "—", "‑", "−")
OPENINGS = (".", "!", "?", ":", "\n", "", "-", "•", "*", "“", '"')
"""What stands before the first word of a sentence or of a line."""

_TOKEN = re.compile(
    r"""
      ( (?:https?://|www\.)\S++                              # an address
      | \d{4}-\d\d-\d\d(?!\d)                                # an ISO date
      | \d{1,2}:\d\d(?::\d\d)?+(?![\d:])                     # a clock time
      | \+\d[\d-]*+(?:[ ]\d[\d-]*+)++                        # a telephone number
      )
    | ( (?<![^\W\d_])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})++(?:[.,]\d++)?+(?!\d)
      | (?=[\d,]++[ ],)\d{1,3}(?:[ ]?,\d{3})++(?:[ ]?\.\d++)?+(?![\d,]\d)   # parted by a speech recogniser: 25 ,000
      | \d++[ ]\.\d++(?![.\d])                                            # likewise: 1 .8
      | \d++(?:[.,'’]\d++)*+
      )
    | ( (?:USD|US|AUD|AU|A|CAD|CA|C|SG|S|R|NZ|HK|MX|NT)?\$ | (?:GH)?₵ | [€£¥₹₦₱₽₩₫₺₴฿₪₵₸₾৳₡₲₼₮] )
    | ( [^\W\d_]++(?:['’][^\W\d_]++)*+ )
    | ( \n[^\S\n]*+\n\s*+ )
    | ( [^\w\s] | _ | \n )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_MISHEARD = re.compile(
    r"\b(?:(?:to|too|for|ate) (?:percent|million|thousand|hundred|billion|[a-z]{4}bytes|cents)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?:for|ate|won) [a-z]"
    r"|(?:ate|won) (?:weeks?|days?|months?|hours?|years?|minutes?))\b"
)


@record
class Tokens:
    """The tokens of a text as parallel lists, with the tables they are read by; offsets are those of the text."""

    text: str
    known: Tables
    low: list[str]
    """Each token in lower case."""
    kind: list[int]
    start: list[int]
    end: list[int]
    european: bool = False
    """Whether the text writes decimals with a comma, so that 1.400 is fourteen hundred."""
    misheard: bool = False
    """Whether a speech recogniser wrote "for" and "to" for 4 and 2 in this text."""
    cuts: list[int] = field(default_factory=list)
    """The index after the last token of each sentence or clause, as far as they are told apart by their marks."""
    breaks: list[int] = field(default_factory=list)
    """Where the breaks are."""

    def __len__(self) -> int:
        return len(self.low)

    def word(self, index: int) -> str:
        """The token at ``index`` in lower case; empty outside the text."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def sort(self, index: int) -> int:
        """The kind of the token at ``index``; ``BREAK`` outside the text."""
        return self.kind[index] if 0 <= index < len(self.kind) else BREAK

    def glued(self, index: int) -> bool:
        """Whether no space stands between the token at ``index`` and the next."""
        return 0 <= index < len(self.low) - 1 and self.end[index] == self.start[index + 1]

    def over_dash(self, index: int) -> int:
        """The index after a dash without spaces around it, as in "three-year"; else ``index`` itself.

        A speech recogniser parts "3 -year" before the dash.
        """
        if self.word(index) not in DASHES or not self.glued(index):
            return index
        inside = self.glued(index - 1) or (self.sort(index - 1) == NUMBER and self.sort(index + 1) == WORD)
        return index + 1 if inside else index

    def dashed(self, index: int) -> bool:
        """Whether a dash without spaces around it joins the token at ``index`` to the one before."""
        return self.word(index - 1) in DASHES and self.glued(index - 1) and self.glued(index - 2)

    def part(self, first: int, stop: int) -> Tokens:
        """The tokens of a half-open range as if there were no others."""
        end = self.end[stop - 1] + 1 if stop else 0
        return Tokens(
            self.text,
            self.known,
            [*self.low[first:stop], ""],
            [*self.kind[first:stop], BREAK],
            [*self.start[first:stop], end],
            [*self.end[first:stop], end],
            european=self.european,
            misheard=self.misheard,
        )

    def original(self, index: int) -> str:
        """The token at ``index`` as the user wrote it."""
        return self.text[self.start[index] : self.end[index]] if 0 <= index < len(self.low) else ""


def lex(text: str, spans: Sequence[Span], known: Tables) -> Tokens:
    """The tokens inside the spans, in text order, with a break after each span."""
    found = Tokens(text, known, [], [], [], [], european=_is_european(text), misheard=_has_misheard(text))
    cuts = _SENTENCE if text.count(". ") * _LONG > len(text) else _CLAUSE
    last = -1
    for span in sorted(spans):
        at = span.start
        if len(found.low) > 1 and (_unmarked(text, last, at) or _parted(found, text[last : at + _AHEAD])):
            for tokens in (found.low, found.kind, found.start, found.end, found.breaks):
                tokens.pop()
        last = span.end
        for cut in [*(match.end() for match in cuts.finditer(text, span.start, span.end)), span.end]:
            low, kind, starts, ends = _lexed(text[at:cut])
            found.low.extend(low)
            found.kind.extend(kind)
            found.start.extend([at + start for start in starts])
            found.end.extend([at + end for end in ends])
            found.cuts.append(len(found.low))
            at = cut
        found.breaks.append(len(found.low))
        found.low.append("")
        found.kind.append(BREAK)
        found.start.append(span.end)
        found.end.append(span.end)
    return found


def _unmarked(text: str, last: int, at: int) -> bool:
    """Whether raw speech was parted where it has no mark, and so perhaps in the midst of what a number is of."""
    return text[last:at] == " " and text[last - 1].isalnum() and text[at : at + 1].islower()


def _parted(found: Tokens, after: str) -> bool:
    """Whether a break was put into the midst of a figure."""
    before, known = found.low[-2], found.known
    if before in known.number_words:
        return _runs_on(found, after)
    return before in known.moneys and _recurs(known, after)


def _recurs(known: Tables, after: str) -> bool:
    """Whether raw speech was parted before how often a sum comes: "nine hundred dollars | every month so we"."""
    gap, *words = after.lower().split(" ")
    if gap or len(words) < 3 or words[1] not in known.periods or words[0] not in ("a", "per", "every", "each", "one"):
        return False
    return words[0] == "per" or not (words[2] in known.after_time or words[2] in _TELLS)


_TELLS = frozenset("i we he she they it the my our you there that this one".split())
"""After "every month", these open what happens then, and the month belongs to them."""


def _runs_on(found: Tokens, after: str) -> bool:
    """Whether raw speech was parted between a number and what it counts: "we lost two hundred | bags of it"."""
    known, before = found.known, found.low[-2]
    gap, _, rest = after.partition(" ")
    word, _, rest = rest.lower().partition(" ")
    if not gap and word in known.digits and "point" in found.low[-4:-2]:  # "one point one | four million"
        return rest.partition(" ")[0] in (*known.scales, "percent")
    if not gap and word == "hundred" and before == "one":
        return found.low[-3] in known.tens
    if gap or before == "one" or word in known.stop or word in known.verbs:
        return False
    if word == "hundred":
        return before in known.digits or before in known.teens
    if word in known.scales or (word in known.digits and before in known.tens):
        return True
    if word in known.number_words:
        return before in ("hundred", "thousand") and word not in known.scales
    units = (known.scales, known.fractions, known.moneys, known.durations, known.people, known.sizes)
    if word == "second":  # which opens what comes next more often
        return False
    if any(word in words for words in units):
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return plural and (before in known.scales or "point" not in found.low[-5:])


_AHEAD = 24
"""Code points of a span in which its first word is looked for."""
_SENTENCE = re.compile(r"[.!?] (?=[A-Za-z])")
_CLAUSE = re.compile(r" (?=(?:and|but|so) )")
"""Where a text may be cut so that no token stands on both sides: a token goes on over a space with digits only."""
_LONG = 400
"""Code points of a sentence; a text with longer ones is raw speech."""


@kept
def _lexed(piece: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """The tokens of a piece in lower case, their kinds, and where they start and end in it.

    An aside between commas that only fills a pause is none of them: "the eleventh, um, of June".
    """
    found = list(_TOKEN.finditer(piece))
    if gaps := asides(piece):
        found = [match for match in found if not any(start <= match.start() < end for start, end in gaps)]
    lows = [standard_word(match.group().lower()) for match in found]
    return (
        tuple(low if " " not in low else low.replace(" .", ".").replace(" ,", ",") for low in lows),
        tuple(match.lastindex or PUNCT for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


_EUROPEAN = re.compile(
    r"\d(?:,\d\d? ?(?:%|€|mio|mrd|mil[lhij])|,\d (?!and|or|to)[a-zà-ÿ]{3}|\.\d{3}[,.]\d|\.000 [a-zà-ÿ]{4})",
    re.IGNORECASE,
)
"""Decimals after a comma, "12,5 horas", and thousands after points, "118.000 households"."""


def _is_european(text: str) -> bool:
    """Whether a comma parts decimals somewhere in the text."""
    return _EUROPEAN.search(text) is not None


def _has_misheard(text: str) -> bool:
    """Whether raw speech without punctuation has a "for" or "to" where only a number makes sense."""
    return text.count(". ") + text.count(", ") < 2 and _MISHEARD.search(text) is not None
