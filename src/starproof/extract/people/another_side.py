"""Whose things the teller goes through: to look closely at those of another side is no control of the own people.

A manager who reads a vendor's contract line by line, or goes through the list of another team's manager with her, deals
with an equal. The same words about a report's work are control. The other side is named in the sentence, or is the last
one named before a "her" or "their".
"""

from __future__ import annotations

import re
from typing import Literal

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.extract.people.counterparts import NAMELESS, tied_names
from starproof.extract.text.words import words
from starproof.parse.words import CAPITAL, SMALL

LONGEST = 600
"""Code points of a sentence that are looked at."""
BACK = 3
"""Sentences before one in which the other side may be named that it calls "her" or "their"."""
_OUTSIDE = (
    r"(?:vendor|supplier|contractor|customer|client|auditor|regulator|lawyer|counsel|landlord|insurer|inspector|"
    r"examiner|union|works\scouncil|steward|partner|agency|integrator|purchaser|buyer|distributor|bidder|bank)"
)
_ABOVE = r"(?:director|boss|vp|cfo|cto|ceo|coo|cio|general\smanager|vice\spresident)"
_POST = r"(?:managers?|heads?|leads?|directors?|owners?|chief|planner|controller|counterpart|people|team|side)"
_DATES = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
)
_SOMEBODY = Seldom(
    rf"\b(?:my|our|the|their|a|an|another|his|her)\s(?:[\w-]{{2,14}}\s)?(?:(?P<firm>{_OUTSIDE})|{_ABOVE})s?\b|"
    rf"\b(?:the|another|their|our)\s(?P<unit>[a-z][\w-]{{1,14}})\s(?P<post>{_POST})\b|"
    rf"\b(?:my|a)\s(?:fellow\s[\w-]{{3,14}}|peers?|counterparts?|opposite\snumber)\b|"
    rf"\b(?!(?:{_DATES})\b)(?-i:(?P<name>[{CAPITAL}][{SMALL}]{{2,14}}))\b",
    re.IGNORECASE,
)
"""Somebody of another side by trade or rank, and any name, which may be one."""
_OWN = Seldom(
    r"\b(?:my|our|the|each|every|these|those|both)\s(?:\w{2,12}\s){0,2}?(?:engineers?|developers?|coders?|programmers?|"
    r"juniors?|seniors?|reports?|testers?|analysts?|designers?|tech\sleads?|leads|deputy|apprentices?)\b|"
    r"\bmy\s(?:own\s|whole\s)?(?:team|people|lead|squads?|staff|crew)\b",
    re.IGNORECASE,
)
"""The teller's own people."""
_THEIR_WORK = Seldom(
    r"\b(?:pull\srequests?|merge\srequests?|commits?|patch(?:es)?|code|functions?|tickets?|every\stasks?|their\stasks?|"
    r"rewr[oi]te\w*|redid|before\s(?:they|he|she|it)\s(?:could|went|was)|let\sthem\s(?:merge|send|ship))\b",
    re.IGNORECASE,
)
"""What reports make, or may not do before the teller has seen it."""
_HABIT = Seldom(
    r"\b(?:every|each)\s(?:\w{2,10}\s)?(?:night|day|morning|evening|afternoon|hour|message|change|deploy\w*|config)\b|"
    r"\b(?:daily|nightly|hourly|repos?|git|deploy(?:s|ed|ment|ments)?|merged?)\b|\bsee\sit\sfirst\b|\bI\ssign\b",
    re.IGNORECASE,
)
"""What is looked at again and again is the own people's."""
_THEY = re.compile(r"\b(?:they|their|theirs|with\sthem)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:him|his|her|hers|she|he)\b", re.IGNORECASE)
_THEM = re.compile(r"\bthem\b", re.IGNORECASE)
_BODIES = ("people", "team", "side")
Side = Literal["own", "body", "person"]


def is_another_sides(context: StoryContext, place: int) -> bool:
    """Whether what the teller goes through in this sentence is another side's: a peer's, a boss's, a firm's outside."""
    if len(context.labels[place].span) > LONGEST:
        return False
    said = context.sentence(place, most=LONGEST)
    if any(pattern.search(said) for pattern in (_OWN, _THEIR_WORK, _HABIT)):
        return False
    names = tied_names(context)
    if (here := _last_named(said, names)) is not None:
        return here != "own"
    before = (context.sentence(place - step, most=LONGEST) for step in range(1, BACK + 1))
    return _is_meant(said, next((side for told in before if (side := _last_named(told, names))), None))


def _is_meant(said: str, side: Side | None) -> bool:
    """Whether a sentence may be about what those made who were named last; "them" may be their papers."""
    if _THEY.search(said):
        return side == "body"
    return side == "person" if _SHE.search(said) else side in ("person", "body") and _THEM.search(said) is not None


def _last_named(sentence: str, names: frozenset[str]) -> Side | None:
    """Of which side the last one is whom a sentence names; ``None`` where it names nobody."""
    own = max((found.end() for found in _OWN.finditer(sentence)), default=-1)
    end, side, name = max(_named(sentence), default=(-1, None, ""))
    if max(own, end) < 0:
        return None
    return "own" if own > end or (name and name not in names) else side


@kept
def _named(sentence: str) -> tuple[tuple[int, Side, str], ...]:
    """Where those end whom a sentence names: a body or a person, with the name where only that is told."""
    units = words("named", "departments")
    found = []
    for one in _SOMEBODY.finditer(sentence):
        name, unit = (one["name"] or "").lower(), (one["unit"] or "").lower()
        if name in NAMELESS or (unit and unit not in units):
            continue
        body = name in units or bool(one["firm"]) or one["post"] in _BODIES
        side: Side = "body" if body else "person"
        found.append((one.end(), side, "" if name in units else name))
    return tuple(found)
