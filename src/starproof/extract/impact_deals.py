"""What became of a contract: whether the customer who is told of with an amount stayed or left in the end."""

from __future__ import annotations

import re
from typing import Literal

from starproof.extract.sums.figures import Figure, Telling

Fate = Literal["", "stayed", "left", "open"]
_DEAL = re.compile(
    r"\b(?:contracts?|customers?|clients?|accounts?|tenders?|renewals?|subscriptions?|deals?|advertisers?|tenants?|"
    r"chains?|retailers?|renew\w*|leave|leaving|notice|"
    r"(?:pays?|paid|bills?) us|with us|to us)\b"
)
_GIVEN = re.compile(
    r"\b(?:(?:gave|given?|offered) (?:them|the|her|him|it|back)|free|vouchers?|discount\w*|credits?|refund\w*|rebates?|"
    r"goodwill|compensat\w*)\b"
)
_STAYED = (
    r"stayed(?! (?:at|flat|on the|the|up|late|in|with (?:me|him|her)|calm|quiet))|"
    r"(?:re-?)?signed(?! (?:off|up|in|for (?:that|it)))|renewed|remained (?:with us|a customer|customers)|"
    r"came back(?! with)|"
    r"extended|chose us|still with us|kept (?:us|the contract)|prolonged|withdrew (?:the|their|her|his) notice|"
    r"(?:did not|didn't|never) (?:leave|cancel)"
)
_LEFT = (
    r"(?<=they )left|(?<=customer )left|(?<=client )left|(?<=chain )left|(?<=had )left(?= (?:before|by then|already))|"
    r"walked away|(?:cancelled|canceled|ended|terminated) (?:the|their|her|his|its|our) (?:contract|"
    r"subscription|account)|"
    r"went (?:to|with) (?:another|someone|somebody|(?:the|a) (?:other|competitor|rival))|"
    r"(?:did not|didn't) (?:renew|sign|extend)|chose (?:another|someone|somebody|(?:the|an) other)"
)
_ENDS = re.compile(rf"\b(?:(?P<left>{_LEFT})|(?P<stayed>{_STAYED}))\b")
_AT_RISK = re.compile(
    r"\b(?:runs out|ran out|wanted out|threaten\w*|about to (?:end|leave)|would(?: not|n't) renew|expir\w+|"
    r"notice|at risk|"
    r"(?:to|could|might|may|would|will) (?:leave|cancel)|in danger|finishes|ends)\b"
)
_UNREAL = re.compile(
    r"(?:\b(?:would|could|might|may|will|if|to|i|we|whether|unless|until|nobody|had i)|n't|not|never) (?:\w+ly )?$"
)


def fate(story: Telling, figure: Figure) -> Fate:
    """What became of the contract that an amount belongs to; nothing where it belongs to none."""
    words = _sentence(story, figure)
    if not _DEAL.search(words) or _GIVEN.search(words):
        return ""
    return _told(story.text[story.sentences[figure.sentence].start :].lower().replace("’", "'")) or (
        "open" if _AT_RISK.search(words) else ""
    )


def _told(text: str) -> Fate:
    """What is first told to have come of it."""
    for hit in _ENDS.finditer(text):
        if not _UNREAL.search(text, max(0, hit.start() - 24), hit.start()):
            return "left" if hit["left"] else "stayed"
    return ""


def _sentence(story: Telling, figure: Figure) -> str:
    """The sentence in which an amount stands."""
    if not 0 <= figure.sentence < len(story.sentences):
        return ""
    span = story.sentences[figure.sentence]
    return story.text[span.start : span.end].lower()
