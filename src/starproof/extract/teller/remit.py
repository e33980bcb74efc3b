"""What was not the teller's to do, told as where their remit ends: "formally it was not our problem. We took it on".

The same words push a thing away, "their mess, not our problem". What the teller does next tells the two apart.
"""

from __future__ import annotations

import re

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NOT = (
    r"(?:(?:was|were|is|been|be|really|strictly|formally) )?(?:not|never|n[’']t|hardly|\w{2,6}n[’']t)(?: been| ever)?"
)
_OURS = (
    r"(?:(?:really |even |strictly |formally |officially |technically )?(?:our|my)(?: (?:team|group)[’']s)? "
    r"(?:problem|job|business|fault|bug|issue|remit|task|system|code|area|responsibility)|(?:ours|mine)\b)"
)
_DISOWNED = Seldom(rf"\b{_NOT} {_OURS}", re.IGNORECASE)
_FORMALLY = Seldom(
    rf"\b(?:formally|officially|technically|strictly(?: speaking)?|on paper|by the (?:book|charter)|nominally|"
    rf"in theory),? (?:it|that|this|none of (?:it|this|that)) (?:[a-z]+ )?{_NOT} {_OURS}",
    re.IGNORECASE,
)
"""Where a remit ends by the rules, which whoever says so holds against what they did."""
_TAKES = Seldom(
    r"\b(?:I|we)(?:[’']d| would| had| have|[’']ve)?(?: \w+ly| then| just| still| both| all| also)? (?:"
    r"(?:took|take|taken) (?:it|that|this|them|the (?:\w+ )?(?:problem|thing|work|job|matter|bug|fault)) "
    r"(?:on\b|over\b|up\b|as ours)|(?:took|take) on (?:it|that|this|the)|"
    r"(?:own|owned|adopted|adopt) (?:it|that|this|them|the)\b|made (?:it|that|this|them) (?:ours|mine|our|my)\b|"
    r"(?:picked|pick) (?:it|that|this|them) up|stepped in\b|volunteered\b|"
    r"(?:fixed|fix|repaired|solved|solve|mended) (?:it|that|this|them)\b|(?:did|do) it anyway)",
    re.IGNORECASE,
)
"""The teller takes it on all the same."""
_SCORN = Seldom(
    r"\b(?:their|his|her|whose) (?:own )?(?:mess|problem|fault|mistake|failure|doing|job)\b|"
    r"\b(?:was|were|is|are) (?:entirely|solely|all|purely|simply) (?:on )?(?:them|theirs|him|her)\b",
    re.IGNORECASE,
)
"""It is put on somebody."""
_REFUSED = re.compile(
    r"\b(?:refus\w+|declin\w+|(?:did|would|could|was|were|should)(?:n[’']t| not| never)|never|not going|had to|"
    r"no reason|why should) (?:\w+ ){0,3}?$",
    re.IGNORECASE,
)
_REACH = 24
"""Code points before a deed in which it may be denied."""


@kept
def is_remit(words: str, onwards: str = "") -> bool:
    """Whether a sentence says that a thing was not the teller's and blames nobody for it.

    That is where it is taken on at once, in the sentence or in ``onwards``, the one behind it, or where it is said as
    what the rules say.
    """
    told = evened(words[:LONGEST]).text
    if _DISOWNED.search(told) is None or _SCORN.search(told) is not None:
        return False
    return _FORMALLY.search(told) is not None or takes_on(told) or takes_on(evened(onwards[:LONGEST]).text)


def takes_on(words: str) -> bool:
    """Whether the teller takes a thing on: "I decided that we'd own it"."""
    return any(
        _REFUSED.search(words, max(0, found.start() - _REACH), found.start()) is None
        for found in _TAKES.finditer(words)
    )
