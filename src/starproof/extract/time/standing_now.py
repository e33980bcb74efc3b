"""What others do today, told in the present: "this year they own the threshold", "she now runs it for three sites"."""

from __future__ import annotations

import re

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.parse.evened import evened
from starproof.parse.forms import form

_SEASON = r"(?:year|season|quarter|spring|summer|autumn|fall|winter|month|week)"
_TODAY = rf"(?:this {_SEASON}|today|nowadays|these days|to this day|by now)"
_ACTOR = r"(they|we|he|she)"
_OTHERS = r"((?:the|all|both|our)(?: [a-z-]+)? [a-z]+s)"
_ALSO = r"(?:(?:all|both|still|also|even|just|now) )?"
_STANDING = Seldom(
    rf"^(?:(?:and|but|so),? )?{_TODAY},? {_ACTOR} {_ALSO}([a-z]+)\b|"
    rf"^(?:(?:and|but|so),? )?{_TODAY},? {_OTHERS} {_ALSO}([a-z]+) (?=it\b|them\b|this\b|that\b|their\b|the\b|our\b)|"
    rf"\b{_ACTOR} (?:all |both )?now ([a-z]+)\b|"
    rf"\b{_ACTOR} ([a-z]+)(?: [\w’'-]+){{1,6}} (?:now|these days|nowadays|today)(?=[.,;]|$)",
    re.IGNORECASE,
)
_MINDED = frozenset(
    "be am is are was were have has had do does did know think see understand believe feel hope wish want need like "
    "remember say mean can could will would shall should may might must ought wait lose miss fail complain go come "
    "agree disagree realise realize sound look seem get call what that how why the it".split()
)
"""Verbs of a state, of a mind or of a trouble, and what is none."""
_SINGULAR = frozenset(["he", "she"])


@kept
def standing(sentence: str) -> tuple[int, int] | None:
    """Where a sentence tells what others, or the teller with them, do today; it is no trouble and no thought."""
    even = evened(sentence)
    for found in _STANDING.finditer(even.text):
        who, does = (word.lower() for word in found.groups() if word)
        if _does(who, does):
            return even.back(*found.span())
    return None


def _does(who: str, verb: str) -> bool:
    """Whether a verb is one of doing, in the present."""
    plain = _plain(verb) if who in _SINGULAR else verb
    known = plain is not None and form(plain) == plain and not plain.endswith(("ed", "ly"))
    return known and plain not in _MINDED


def _plain(verb: str) -> str | None:
    """The plain form of a verb of the third person; ``None`` where it is none."""
    if not verb.endswith("s") or verb.endswith("ss"):
        return None
    if verb.endswith(("ches", "shes", "sses", "xes", "oes")):
        return verb[:-2]
    return verb[:-3] + "y" if verb.endswith("ies") else verb[:-1]
