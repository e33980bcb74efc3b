"""People whom something went wrong for: "400 customers were locked out" is how large the harm was, and no reach.

What is told straight before their number or behind it decides, and a "not" or "no longer" among it takes it back: "nine
thousand users have not lost a booking since" were served.
"""

from __future__ import annotations

import re

from starproof.core.seeking import Seldom
from starproof.extract.text.counted import Counted

_AHEAD, _BACK = 7, 4
"""How many words behind the number, and before it, say what became of them."""
_OFF = r"(?:out|off|up|away)"
_SUFFERED = Seldom(
    r" (?:(?:was|were|got|had been|have been|been|being|are|is) (?:also |then |all |each )?(?:"
    rf"(?:locked|shut|cut|thrown|kicked|logged|turned|held|messed) {_OFF}|charged (?:twice|wrongly|double)|"
    r"double charged|overcharged|misbilled|stranded|stuck|affected|hit|hurt|harmed|blocked|misled|delayed|"
    r"exposed|injured|down|offline|angry|upset|without|left (?:without|standing|waiting)|"
    r"(?:sent|told|given|billed|paid|shown) (?:the|a) wrong)|"
    r"(?:could|can) not|couldn't|can't|cannot|(?:lost|missed|suffered|complained|waited|cancelled|canceled|"
    r"went without|sat in the dark|stood in|(?:got|received|saw|were sent|paid) (?:a |the )?wrong)) "
)
_HARMING = Seldom(
    r" (?:hit|hits|hitting|hurt|affect(?:s|ed|ing)?|strand(?:ed|ing)?|lock(?:ed|ing) out|shut(?:ting)? out|"
    r"cut(?:ting)? off|refund(?:ed|ing)?|compensat(?:e|ed|ing)|overcharg(?:ed|ing)|fail(?:ed|ing)|delay(?:ed|ing)|"
    r"expos(?:ed|ing)|leak(?:ed|ing) (?:\S+ ){0,2}of|apologi[sz](?:e|ed|ing) to) "
    r"(?:(?:about|some|roughly|nearly|almost|over|around|more|than|up|to|the|all|those|these|another|for) ){0,3}$"
)
_TAKEN_BACK = re.compile(r" (?:not|never|no|nobody|without|stopped|avoid\w*|instead) ")


def is_harmed(count: Counted) -> bool:
    """Whether the people that a figure counts are told as those whom something went wrong for."""
    before, after = (f" {' '.join(row)} " for row in (count.near(_BACK), count.next(_AHEAD)))
    if harming := _HARMING.search(before):
        return _TAKEN_BACK.search(before[: harming.start() + 1]) is None
    suffered = _SUFFERED.search(after)
    return suffered is not None and _TAKEN_BACK.search(after[: suffered.start() + 1]) is None
