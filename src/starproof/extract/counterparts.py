"""People of another team who take part: those known by their place elsewhere, and those lent from one team to another.

"The warehouse team under Tess hated it … Tess said okay to try": who stands at the head of another team, or comes from
it, is told once by that place and later by name alone. What they then do, give or agree to moves their team as much as
its own name before a verb would. "I lent him two of mine" and "his drivers loaded with ours" tell of two teams at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from starproof.core.context import StoryContext, once
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.around import clause
from starproof.extract.words import words
from starproof.extract.yielding import yielding
from starproof.parse.evened import evened, place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NO_UNIT = (
    r"(?!(?:my|our|own|whole|same|new|entire|other|best|first|last|night|day|early|late|tech|lead|team|senior)\s)"
)
_UNIT = rf"(?:{_NO_UNIT}[a-z][\w-]{{1,14}}\s)"
_BODY = r"(?:teams?|departments?|desks?|crews?|office|group|unit|squad|people|side)"
_POST = (
    r"(?:manager|head|lead|leader|director|planner|chief|controller|supervisor|foreman|superintendent|dispatcher|"
    r"counterpart)"
)
_TITLE = r"(?:(?:mr|mrs|ms|dr)\.?\s)?"
_WHO = r"(?P<name>[^\W\d_][\w’'-]{1,14})"
_RUNS = r"(?:was\srunning|is\srunning|ran|runs|leads|led|heads|headed|manages|managed|plans|owns|owned|had|has)"
_TIES = tuple(
    Seldom(tie, re.IGNORECASE)
    for tie in (
        rf"\b(?:the|their|another)\s{_UNIT}{{1,2}}{_BODY},?\s(?:under|led\sby|run\sby|headed\sby)\s{_WHO}",
        rf"\b(?:their|another)\s{_UNIT}?{_POST},?\s{_TITLE}{_WHO}",
        rf"\b(?:the|another)\s(?P<unit>[a-z][\w-]{{1,14}})\s{_POST},?\s(?:[a-z]+\s)?{_TITLE}{_WHO}",
        rf"\b{_WHO},\swho\s(?:then\s)?{_RUNS}\s(?:the|that|another|their)\s{_UNIT}*{_BODY}\b",
        rf"\b(?:the|another)\s{_UNIT}{{1,2}}team,\s{_WHO}[’']s\s(?:team|people|lot)\b",
        rf"\b{_WHO}\s(?:from|in|of|over\sin)\s(?:the\s)?(?P<unit>[a-z][\w-]{{1,14}})\b",
        rf"\b{_WHO},\s(?:who\s(?:is|was)\s)?(?:the|their)\s(?P<unit>[a-z][\w-]{{1,14}})\s{_POST}\b",
        rf"\b{_WHO},\s(?:the\s)?head\sof\s(?P<unit>[a-z][\w-]{{1,14}})\b",
    )
)
"""How a story says where somebody belongs; a ``unit`` has to be a department."""
_GIVES = (
    r"(?:said\s(?:ok|okay|yes|fine|all\sright|alright|we\scould\stry)|agreed|accepted|came\s(?:round|along|with)|"
    r"(?:cut|dropped|changed|moved|rewrote|opened|reversed|stopped)\s(?:it|that|this|his|her|their|its|the|one|two)\b|"
    r"(?:gave|lent|sent|freed|put)\s(?:me|us|two|three|one|his|her|a|an|four|five|half)\b|took\s(?:it|this|that|on|over)\b|"
    r"signed|joined|backed|helped|built|wrote|now\s(?!had|was|said|wanted)[a-z]+s\b)"
)
_ALONG = r"(?:along|together|jointly|hand\sin\shand|worked|wrote|written|built|planned|sat\sdown|redrew|agreed)"
_PEOPLE = (
    r"(?:people|engineers?|developers?|examiners?|nurses?|drivers?|technicians?|clerks?|testers?|analysts?|planners?|"
    r"operators?|mechanics?|teachers?|agents?|colleagues|team|crew|staff|men|lads|best|own)"
)
_NUMBER = r"(?:one|two|three|four|five|six|half|some|an?)"
_SHARED = re.compile(
    rf"\b(?:lent|lend|lending|loaned|gave|give|giving|offered|sent)\s(?:(?:him|her|them|you|us|me|the\s\w{{2,14}}(?:\s\w{{2,12}})?)"
    rf"\s)?{_NUMBER}\sof\s(?:mine\b|my\s(?:own\s)?(?:best\s)?{_PEOPLE}\b|(?:his|her|their)\s(?:own\s)?{_PEOPLE}\sto\s)|"
    rf"\b(?:his|her|their)\s(?:own\s)?{_PEOPLE}\s(?:and\s(?:mine|ours)\b|(?:\w+\s){{1,6}}?with\s(?:mine|ours)\b)|"
    rf"\b(?:me|i|we)\sand\sthe\s(?:{_NO_UNIT}[\w’'-]{{2,14}}\s){{1,2}}{_POST}\b|"
    rf"\bthe\s(?:{_NO_UNIT}[\w’'-]{{2,14}}\s){{1,2}}{_POST}\sand\s(?:i|me|we)\b|"
    r"\bthe\s(?:controller|dispatcher|planner|superintendent)\sand\s(?:i|me|we)\b|"
    rf"\b(?:mine|ours|my\s(?:own\s)?{_PEOPLE})\s(?:\w+\s){{1,5}}?with\s(?:his|hers|theirs|(?:his|her|their)\s{_PEOPLE})\b",
    re.IGNORECASE,
)
"""People of one team who work for, or beside, those of another."""
_SHARED_HINTS = (
    " and the ",
    " and i ",
    " and me ",
    " and we ",
    "mine",
    "ours",
    " of my ",
    "of his",
    "of her",
    "of their",
    "with h",
    "with their",
)
_NONE = frozenset(
    "the a an and or but so to of in on at for with by from as who which that this they he she it we i his her their "
    "my our was were had has is are said then when where what whom whose all both each one two three people everyone "
    "nobody somebody someone not no there here also still just only because while if after before customer customers "
    "back half part out most some many none those these others lead leads wanted thought asked told did would could "
    "should will can may might".split()
)
"""Words in a name's place that name nobody."""


@once
def others_who_move(context: StoryContext) -> tuple[Span, ...]:
    """The clauses in which others outside the own team change what they do or take part, in text order."""
    return tuple(sorted({*yielding(context), *counterparts(context)}, key=lambda span: (span.start, span.end)))


def counterparts(context: StoryContext) -> Iterator[Span]:
    """The clauses in which people of another team take part, in text order."""
    found = sorted(_tied(context))
    begun = False
    for sentence in context.labels:
        begun = begun or sentence.label in ("task", "action")
        if not begun or sentence.label == "reflection":
            continue
        told = context.document.quote(sentence.span, most=LONGEST)
        place = _shared(told) or (_acts(found, told) if found else None)
        if place is not None:
            yield clause(context, Span(sentence.span.start + place[0], sentence.span.start + place[1]))


def _tied(context: StoryContext) -> set[str]:
    """The names, in small letters, of those who are told to belong to another team."""
    capitals = any(map(str.isupper, context.document.text[:LONGEST]))
    named = (name for one in context.labels for name in _named(context.document.quote(one.span, most=LONGEST)))
    return {name.lower() for name in named if not capitals or name[:1].isupper()}


@kept
def _named(sentence: str) -> tuple[str, ...]:
    """The names in a sentence that it ties to another team."""
    if not _may_tie(sentence):
        return ()
    told = evened(sentence).text
    return tuple(name for tie in _TIES for one in tie.finditer(told) if (name := _name(one)) is not None)


def _may_tie(sentence: str) -> bool:
    return any(map(sentence.__contains__, _HINTS))


_HINTS = (
    " under ", "led by", "run by", "headed by", "manager", "head", "lead", "director", "planner", "chief", "controller",
    "supervisor", "foreman", "superintendent", "dispatcher", "counterpart", ", who ", "team, ", " from ", " in ",
    " of ",
)  # fmt: skip


def _name(found: re.Match[str]) -> str | None:
    name, unit = found["name"], found.groupdict().get("unit")
    if name.lower() in _NONE or name.lower() in words("named", "departments"):
        return None
    return None if unit is not None and unit.lower() not in words("named", "departments") else name


def _acts(names: list[str], sentence: str) -> tuple[int, int] | None:
    """Where in a sentence one of these takes part, gives way or gives something."""
    low = sentence.lower()
    present = tuple(name for name in names if name in low)
    return place_of(_acting(present), sentence) if present else None


@lru_cache(maxsize=256)
def _acting(names: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"(?:{'|'.join(map(re.escape, names))})"
    ma = r"(?:\sma[’']am|\ssir)?"
    return re.compile(
        rf"\b{one}{ma}\s(?:then\s|also\s|even\s|finally\s|soon\s|later\s)?{_GIVES}|"
        rf"\b(?:me|i|we|my\s\w{{2,14}})\sand\s{one}\b|\b{one}\sand\s(?:i|me|my\s\w{{2,14}})\b|"
        rf"\b{_ALONG}\s(?:[\w-]+\s){{0,5}}?with\s{one}\b",
        re.IGNORECASE,
    )


@kept
def _shared(sentence: str) -> tuple[int, int] | None:
    low = sentence.lower()
    return place_of(_SHARED, sentence) if any(map(low.__contains__, _SHARED_HINTS)) else None
