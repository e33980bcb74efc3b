"""What is told behind a name that is told of nobody but a person, or of a place and a firm as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

HONOUR = "(?:san|sama|sensei|ji|ssi)"
"""What is put behind a person's name alone: "Nakagawa-san"."""
_HONOURED = re.compile(rf"-{HONOUR}\Z")
_DEPARTMENTS = frozenset(
    (
        "hr qa it ops finance legal sales support marketing product security procurement design engineering quality "
        "research risk payments billing analytics data operations logistics purchasing compliance platform payroll"
    ).split(" ")
)
"""Where colleagues come from: "with Rui from analytics"."""
_PARTS = frozenset("lead owner manager head deputy".split(" "))
_NOT_BEING = frozenset(["wasn't", "isn't"])
_DID_NOT = frozenset(["didn't", "doesn't", "wouldn't"])
_SPEAKING = frozenset(
    "speak talk say answer ask agree want believe sleep look smile laugh forgive thank greet".split(" ")
)
_RANKS = frozenset("senior lead manager head director principal staff".split(" "))
_FARING = frozenset(
    (
        "promoted hired fired rated furious angry upset happy unhappy convinced afraid scared nervous sceptical "
        "skeptical silent quiet junior senior working pregnant sick ill tired proud"
    ).split(" ")
)
"""What somebody is or becomes; a product or a city does not."""
_AWAY = frozenset("holiday holidays leave vacation parental maternity paternity sick honeymoon".split(" "))
_HAVING = frozenset("had has hadn't hasn't hadn’t hasn’t".split(" "))
_MINDED = frozenset(
    (
        "seen known heard felt noticed insisted thought asked said told left quit refused promised hoped feared "
        "resigned understood learned learnt warned believed wanted agreed disagreed apologised apologized objected"
    ).split(" ")
)
"""What nobody but a person can have done."""
SINCE = frozenset("now then still also already never ever always not just long".split(" "))
"""What may stand between a verb and what it says of somebody."""
BEING = frozenset("is was were became".split(" "))


def is_a_colleague(after: Sequence[str]) -> bool:
    """Whether a name is told by the team it is of: "Rui from payments", "Rui on my team"; a place has teams too."""
    words = [word.lower() for word in after[:3]]
    if len(words) < 2:
        return False
    return (words[0] == "from" and words[1] in _DEPARTMENTS) or words in (["on", "my", "team"], ["on", "our", "team"])


def is_of_mine(name: str, after: Sequence[str]) -> bool:
    """Whether nobody but a person is called so: "Rui on my team", "Rui-san", "the two people Rui lent me"."""
    following = [word.lower() for word in after[:3]]
    mine = following in (["on", "my", "team"], ["on", "our", "team"]) or following[:2] == ["lent", "me"]
    return mine or _HONOURED.search(name) is not None


def is_given_a_part(after: Sequence[str]) -> bool:
    """Whether what follows gives somebody a part or takes one away: "off roaming", "over interfaces", "in charge"."""
    words = [word.lower() for word in after[:3]]
    if words[:1] == ["over"]:
        return words[1:2] not in (["the"], ["a"], ["an"], ["his"], ["its"], ["our"], ["to"], [","], ["."], [])
    return words[:1] == ["off"] or words[:2] == ["in", "charge"] or (words[:1] == ["as"] and bool({*words} & _PARTS))


def has_served(after: Sequence[str]) -> bool:
    """Whether a name is told to have been with the teller so long: "Rui had been with us nine years"."""
    words = [word.lower() for word in after[:4]]
    served = words[1:2] == ["been"] and words[0] in _HAVING
    return served and (words[2:3] == ["with"] or words[2:] == ["on", "my"])


def takes_over(after: Sequence[str]) -> bool:
    """Whether a name takes something over, as a place or a firm does as well: "Brno took it over"."""
    words = [word.lower() for word in after[:4]]
    return words[:1] == ["took"] and ("over" in words[1:3] or "up" in words[1:3])


def minded(after: Sequence[str]) -> bool:
    """Whether a name has done what takes a mind: "Rui had seen it", "Rui hadn't insisted"."""
    if not after or after[0].lower() not in _HAVING:
        return False
    return next(dropwhile(SINCE.__contains__, after[1:]), "").lower() in _MINDED


def fares(after: Sequence[str]) -> bool:
    """Whether of a name is told what befalls nobody but a person: "Rui was promoted", "Rui didn't speak to me"."""
    following = [word.lower().replace("’", "'") for word in after[:3]]
    if following[:1] and following[0] in _DID_NOT:
        return any(word in _SPEAKING for word in following[1:2])
    if following[:2] == ["did", "not"]:
        return following[2:3] != [] and following[2] in _SPEAKING
    if following[:2] == ["was", "made"]:
        return following[2:3] != [] and following[2] in _RANKS
    if following[:2] == ["was", "on"]:
        return following[2:3] != [] and following[2] in _AWAY
    if following[:1] and (following[0] in BEING or following[0] in _NOT_BEING or following[0] == "got"):
        return any(word in _FARING for word in following[1:3])
    return False
