"""What became of a contract: whether the customer who is told of with an amount stayed or left in the end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from operator import attrgetter, itemgetter
from typing import Literal

from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.sums.story.figures import Figure, Telling

Fate = Literal["", "stayed", "left", "open"]
_DEAL = Seldom(
    r"\b(?:contracts?|customers?|clients?|accounts?|tenders?|renewals?|subscriptions?|deals?|advertisers?|tenants?|"
    r"chains?|retailers?|renew\w*|leave|leaving|notice|"
    r"(?:pays?|paid|bills?) us|with us|to us)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:(?:gave|given?|offered) (?:them|the|her|him|it|back)|free|vouchers?|discount\w*|credits?|refund\w*|rebates?|"
    r"goodwill|compensat\w*)\b",
    re.IGNORECASE,
)
_STAYED = (
    r"stayed(?! (?:at|flat|on the|the|up|late|in|with (?:me|him|her)|calm|quiet))|"
    r"(?:re-?)?signed(?! (?:off|up|in|for (?:that|it)))|renewed|remained (?:with us|a customer|customers)|"
    r"came back(?! with)|"
    r"extended|chose us|still with us|kept (?:us|the contract)|prolonged|withdrew (?:the|their|her|his|its) "
    r"(?:notice|review|termination|cancellation)|"
    r"(?:did not|didn't|never) (?:leave|cancel)"
)
_LOSABLE = "contract|customer|client|account|deal|chain|renewal"
_LEFT = (
    r"(?<=they )left|(?<=customer )left|(?<=client )left|(?<=chain )left|(?<=had )left(?= (?:before|by then|already))|"
    r"walked away|(?:cancelled|canceled|ended|terminated) (?:the|their|her|his|its|our) (?:contract|"
    r"subscription|account)|"
    r"went (?:to|with) (?:another|someone|somebody|(?:the|a) (?:other|competitor|rival))|"
    r"(?:did not|didn't) (?:renew|sign|extend)|chose (?:another|someone|somebody|(?:the|an) other)|"
    r"(?:took|wanted|chose) (?:the|their|her|his) (?:refund|deposit back|money back|business elsewhere)|"
    rf"(?:{_LOSABLE})s? (?:was|were|is|are) (?:now |all )?(?:gone|lost)|"
    rf"(?:we|i|and) (?:had |then )?lost (?:the|this|that|our|a) (?:[a-z-]+ )?(?:{_LOSABLE})"
)
_ENDS = Seldom(rf"\b(?:(?P<left>{_LEFT})|(?P<stayed>{_STAYED}))\b", re.IGNORECASE)
_AT_RISK = Seldom(
    r"\b(?:runs out|ran out|wanted out|threaten\w*|about to (?:end|leave)|would(?: not|n't) renew|expir\w+|"
    r"notice|at risk|"
    r"(?:to|could|might|may|would|will) (?:leave|cancel)|in danger|finishes|ends)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"(?:\b(?:would|could|might|may|will|if|to|i|we|whether|unless|until|nobody|had i)|n't|not|never) (?:\w+ly )?$",
    re.IGNORECASE,
)
_OTHERS = Seldom(
    r"\b(?:another|other|engineers?|suppliers?|vendors?|meetings?|lead|manager|director|boss|designers?|testers?|"
    r"developers?|people|colleagues?|see whether) (?:[^\W\d]+ ){0,3}$",
    re.IGNORECASE,
)
"""Right before it, these say that it was somebody else, or nothing of a customer."""
_ANOTHER = Seldom(
    r"\b(?:another|a second|a smaller|a different|one other) (?:[a-z-]+ )?(?:customer|client|account|tenant|chain|"
    r"retailer|"
    r"advertiser|subscriber|partner)\b",
    re.IGNORECASE,
)
"""In a sentence, these bring in somebody of whom it was not told before."""
_ABOUT = 48


@dataclass(slots=True)
class Deals:
    """The contracts of a story, and what became of them; the text is read once, and each sentence once."""

    story: Telling
    read: dict[int, Fate] = field(default_factory=dict)
    ends: tuple[list[tuple[int, Fate]], list[tuple[int, Fate]]] | None = None
    """Where customers stayed or left, in text order; apart, those in a sentence that brings in another customer."""

    def fate(self, figure: Figure) -> Fate:
        """What became of the contract that an amount belongs to; nothing where it belongs to none."""
        if figure.sentence not in self.read:
            self.read[figure.sentence] = self._fate(figure.sentence)
        return self.read[figure.sentence]

    def _fate(self, sentence: int) -> Fate:
        if not 0 <= sentence < len(self.story.sentences):
            return ""
        span = self.story.sentences[sentence]
        words = self.story.text[span.start : span.end]
        if not _DEAL.search(words) or _GIVEN.search(words):
            return ""
        return self._told_from(span) or ("open" if _AT_RISK.search(words) else "")

    def _told_from(self, span: Span) -> Fate:
        """What is first told from a sentence on to have come of it; of another customer in that sentence alone."""
        if self.ends is None:
            self.ends = self._told()
        nearest = min((_first(ends, span.start) for ends in self.ends), key=itemgetter(0))
        theirs = _first(self.ends[0], span.start)
        return nearest[1] if nearest[0] < span.end else theirs[1]

    def _told(self) -> tuple[list[tuple[int, Fate]], list[tuple[int, Fate]]]:
        """Where customers stayed or left, those whom a sentence brings in as others apart."""
        spans = self.story.sentences
        others = {at for at, span in enumerate(spans) if _ANOTHER.search(self.story.text[span.start : span.end])}
        found: tuple[list[tuple[int, Fate]], list[tuple[int, Fate]]] = ([], [])
        for end in _ends(self.story.text.replace("’", "'")):
            told = bisect_right(spans, end[0], key=attrgetter("start")) - 1
            found[told in others].append(end)
        return found


def _first(ends: Sequence[tuple[int, Fate]], start: int) -> tuple[float, Fate]:
    """The first of these from there on."""
    place = bisect_left(ends, start, key=itemgetter(0))
    return ends[place] if place < len(ends) else (inf, "")


def _ends(text: str) -> Iterator[tuple[int, Fate]]:
    for hit in _ENDS.finditer(text):
        about = max(0, hit.start() - _ABOUT)
        if not _UNREAL.search(text, max(0, hit.start() - 24), hit.start()) and not _OTHERS.search(
            text, about, hit.start()
        ):
            yield hit.start(), "left" if hit["left"] else "stayed"
