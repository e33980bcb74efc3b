"""Figures of which some questions are not asked, by how they are told: a price, a bound, a sum that goes once."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.extract.text.around import clause

_ONCE = Seldom(
    r"\b(?:refunded|paid|lost|spent|fined|penalty|penalties|buy|bought|purchased?|budget(?:s|ed)?|approved|"
    r"(?:gave|given|give|handed|hand) (?:\w+ )?back)\b",
    re.IGNORECASE,
)
"""Words of money that goes once, whose time is no question."""
_PIECE = re.compile(
    r"\s{1,3}(?:a|an|per|each|apiece|every)\b(?! (?:year|month|week|day|quarter|night|hour|season)\b)", re.IGNORECASE
)
"""Words straight after a figure that make it the price of one."""
_LIMIT = Seldom(
    r"\b(?:under|below|above|over|less than|more than|at most|at least|no more than|up to|of (?:the|these|those)|"
    r"(?:starts?|starting) at)\s{1,3}$",
    re.IGNORECASE,
)
"""Words straight before a figure that make it a bound, of which there is no before."""
_LATE = Seldom(
    r"\b(?:late|slip(?:s|ped)?|slid|delayed|behind|postponed|pushed(?: back| out)?|moved back|set back|took)(?: by)?"
    r"(?: about| nearly| almost| some| only)? $",
    re.IGNORECASE,
)
"""Words straight before how late something came: a plan is missed by so much, and nobody measures it."""
_SET = Seldom(r"\b(?:VAT|tax|duty|levy|interest)(?: \w{1,8}){0,2} $", re.IGNORECASE)
"""Words straight before a share that others have set."""
_PRICE = re.compile(
    r"\b(?:costs|priced? (?:at|of|is)|(?:fee|rate|tariff|price) (?:of|is|was)|"
    r"(?:we|they) (?:were|are|had been) paying|(?:which|that) (?:comes|came) to|"
    r"budget(?: \w{1,6}){0,3} (?:of|was|is|were)|"
    r"(?:supplier|vendor|provider|bank|broker|agency|carrier|platform) (?:now )?"
    r"(?:takes?|took|charges?|charged|asks?|asked)|"
    r"(?:each|every) \w{3,12}(?: \w{1,12}){0,5} ?(?:=|is|was))(?: \w{1,8}){0,3}\s{0,2}$",
    re.IGNORECASE,
)
"""Words of a price that stands, whoever pays it: nobody measured it, and no work moved it."""
FAR_BACK = 60
"""Code points before a figure in which it may be called a price."""
_CONTRACT = Seldom(
    r"\b(?:contracts?|renew(?:ed|s|al)|signed|invoiced?|fines?|fined|penalt(?:y|ies)|refunded|budgeted)\b",
    re.IGNORECASE,
)
"""Words of money that stands on paper."""
_RARE = re.compile(
    r"(?:one|1|an?)(?: [^\W\d_]{2,14}){0,3} (?:in|out of) (?:about |every |each )?(?:\d[\d,. ]{2,}|(?:\w{3,9} )?"
    r"(?:hundred|thousand|million)|a (?:hundred|thousand|million))",
    re.IGNORECASE,
)
LED_UP = 80
"""Code points before a figure in which it is said that something goes to a part of the traffic first."""
_STAGED = re.compile(
    r"\b(?:roll(?:ed|ing)? (?:it )?out|released?|launched|shipped|opened|switched (?:it )?on|went live|"
    r"turned (?:it )?on)\b"
    r"[^.;:!?]{0,50}\b(?:to|for|with|on) (?:about |just |only |the first )?$",
    re.IGNORECASE,
)


def is_price(context: StoryContext, figure: Quantity) -> bool:
    """Whether money is a price that stands, or a sum on paper: "it costs $49 a month", "renewed at £2.4 million"."""
    if figure.kind != "money":
        return False
    around = clause(context, figure.span)
    words, before = context.document.quote(around), context.document.text[around.start : figure.span.start]
    return _PRICE.search(before[-FAR_BACK:]) is not None or _CONTRACT.search(words) is not None


def goes_once(context: StoryContext, figure: Quantity) -> bool:
    """Whether a sum was paid or lost once, or is the price of one piece, so that it has no period."""
    piece = _PIECE.match(context.document.text, figure.span.end) is not None
    return piece or _ONCE.search(context.document.quote(clause(context, figure.span))) is not None


def is_rare(figure: Quantity) -> bool:
    """Whether a figure says how seldom a thing happens, "one in nine thousand": it has its whole, and moved nothing."""
    return _RARE.match(figure.text) is not None


def is_bound(context: StoryContext, figure: Quantity) -> bool:
    """Whether a figure is told as a bound, "under 1%", goes first in a rollout, or is set by law: "VAT is 23%"."""
    before = context.document.text[max(0, figure.span.start - 20) : figure.span.start]
    return is_set(context, figure) or _LIMIT.search(before) is not None


def is_set(context: StoryContext, figure: Quantity) -> bool:
    """Whether somebody set a figure, so that nobody has measured it: the part that goes first in a rollout, a tax."""
    before = context.document.text[max(0, figure.span.start - 20) : figure.span.start]
    led_up = max(0, figure.span.start - LED_UP)
    staged = _STAGED.search(context.document.text, led_up, figure.span.start) is not None
    return staged or is_late(context, figure) or _SET.search(before) is not None


def is_late(context: StoryContext, figure: Quantity) -> bool:
    """Whether quarters are those of a year by which something came late: "it slipped three quarters"."""
    before = context.document.text[max(0, figure.span.start - FAR_BACK) : figure.span.start]
    return "quarter" in figure.text and _LATE.search(before) is not None
