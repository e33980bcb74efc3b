"""People of another team who take part: those known by their place elsewhere, and those lent from one team to another.

"The warehouse team under Tess hated it … Tess said okay to try": who stands at the head of another team, or comes from
it, is told once by that place and later by name alone. What they then do, give or agree to moves their team as much as
its own name before a verb would. "I lent him two of mine" and "his drivers loaded with ours" tell of two teams at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from starproof.core.context import StoryContext, once
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.giving import SOON, TAKES_PART
from starproof.extract.people.institutions import institutions
from starproof.extract.people.trained import trained
from starproof.extract.people.yielding import yielding
from starproof.extract.text.around import clause
from starproof.extract.text.words import words
from starproof.parse.evened import evened, place_of
from starproof.parse.words import CAPITAL, SMALL

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
        rf"\b{_WHO},\swho\s(?:then\s)?{_RUNS}\s(?P<unit>[a-z][\w-]{{1,14}})\b",
        rf",\swho\s(?:then\s)?{_RUNS}\s(?:the|that|another|their)\s{_UNIT}*{_BODY},?\sand\s(?:to\s|with\s|for\s)?"
        rf"{_WHO},\swho\s(?:then\s)?{_RUNS}\s",
    )
)
"""How a story says where somebody belongs; a ``unit`` has to be a department."""
_ALONG = (
    r"(?:along|together|jointly|hand\sin\shand|worked|wrote|written|built|planned|sat|sat\sdown|redrew|agreed|run|ran|"
    r"tested|rehearsed|(?:check|read|review|go\sthrough)\s(?:it|them|this)\s(?:every|each|(?:once|twice)\sa)\s"
    r"(?:day|week|month|quarter|year))"
)
_HABIT = (
    r"(?:now\s)?(?:use|fill|check|test|send|run|read|write|follow|plan|sign|enter|log|start|book|order|work|build)\b"
)
_PEOPLE = (
    r"(?:people|engineers?|developers?|examiners?|nurses?|drivers?|technicians?|clerks?|testers?|analysts?|planners?|"
    r"operators?|mechanics?|teachers?|agents?|colleagues|team|crew|staff|men|lads|best|own)"
)
_NUMBER = r"(?:one|two|three|four|five|six|half|some|an?)"
_TAKEN_UP = Seldom(
    rf"(?:^|[,;:.–—]\s|\b(?:and|but|so|then|until|when|till|there)\s)(?:and\s|but\s|so\s|then\s)?"
    rf"(?:(?:he|she)\s{SOON}{TAKES_PART}|"
    rf"(?:his|her)\s(?:own\s)?{_PEOPLE}\s{SOON}(?:{TAKES_PART}|{_HABIT})|we\s(?:both\s)?agreed\s(?:to|on|that)\b)",
    re.IGNORECASE,
)
"""What "he" or "she" does who was named just before."""
_ANOTHER = re.compile(
    rf"(?<=[a-z,]\s)(?!I\b)[{CAPITAL}][{SMALL}]+|\bmy\s(?:\w{{2,12}}\s)?(?:boss|manager|director|lead|engineers?|deputy|"
    r"vp|head|tester|developers?|analysts?)\b|\bmy\s[a-z]{3,12}(?:er|or|ist|yst)\b"
)
"""Somebody else whom a pronoun may stand for."""
_SHARED = Seldom(
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
NAMELESS = frozenset(
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
    return tuple(
        sorted(
            {*yielding(context), *counterparts(context), *institutions(context), *trained(context)},
            key=lambda span: (span.start, span.end),
        )
    )


def counterparts(context: StoryContext) -> Iterator[Span]:
    """The clauses in which people of another team take part, in text order."""
    found = sorted(tied_names(context))
    begun, last = False, ""
    for sentence in context.labels:
        begun = begun or sentence.label in ("task", "action")
        told = context.document.quote(sentence.span, most=LONGEST)
        if begun and sentence.label != "reflection":
            place = _shared(told) or (_acts(found, told, last) if found else None)
            if place is not None:
                yield clause(context, Span(sentence.span.start + place[0], sentence.span.start + place[1]))
        last = told


@once
def tied_names(context: StoryContext) -> frozenset[str]:
    """The names, in small letters, of those who are told to belong to another team."""
    capitals = any(map(str.isupper, context.document.text[:LONGEST]))
    named = (name for one in context.labels for name in _named(context.document.quote(one.span, most=LONGEST)))
    return frozenset(name.lower() for name in named if not capitals or name[:1].isupper())


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
    if name.lower() in NAMELESS or name.lower() in words("named", "departments"):
        return None
    return None if unit is not None and unit.lower() not in words("named", "departments") else name


def _acts(names: list[str], sentence: str, before: str) -> tuple[int, int] | None:
    """Where in a sentence one of these takes part, gives way or gives something, by name or as "she" behind it."""
    present = _present(names, sentence)
    if present and (place := place_of(_acting(present), sentence)) is not None:
        return place
    earlier = present or _present(names, before)
    if not earlier:
        return None
    start = max(map(sentence.lower().rfind, present)) if present else 0
    found = next((one for one in _TAKEN_UP.finditer(evened(sentence).text) if one.start() >= start), None)
    if found is None or not _is_last_named(earlier, before, sentence[: found.start()]):
        return None
    return evened(sentence).back(*found.span())


def _present(names: Iterable[str], sentence: str) -> tuple[str, ...]:
    low = sentence.lower()
    return tuple(name for name in names if name in low)


def _is_last_named(names: tuple[str, ...], before: str, told: str) -> bool:
    """Whether nobody else by name stands between one of these and a pronoun."""
    words = f"{before} {told}"
    place = max((words.lower().rfind(name) + len(name) for name in names), default=-1)
    return place >= 0 and _ANOTHER.search(words, place) is None


@lru_cache(maxsize=256)
def _acting(names: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"(?:{'|'.join(map(re.escape, names))})"
    ma = r"(?:\sma[’']am|\ssir|\s(?:from|in|over\sin)\s(?:the\s)?[a-z][\w-]{1,14}(?:\steam)?,?)?"
    return re.compile(
        rf"\b{one}{ma}\s{SOON}{TAKES_PART}|"
        rf"(?:^|[,;:]\s|\b(?:and|but|then)\s){one}{ma}(?:\s(?!(?:I|we|he|she|they|who)\b)[\w’'-]+){{1,9}}\sand\s{SOON}{TAKES_PART}|"
        rf"\b{one}[’']s\s(?:own\s)?{_PEOPLE}\s{SOON}(?:{TAKES_PART}|{_HABIT})|"
        rf"\b(?:persuaded|convinced|won)\s(?:over\s)?{one}\b|"
        rf"\b(?:me|i|we|my\s\w{{2,14}})\sand\s{one}\b|\b{one}\sand\s(?:i|me|my\s\w{{2,14}})\b|"
        rf"\b{_ALONG}\s(?:[\w-]+\s){{0,5}}?with\s{one}\b",
        re.IGNORECASE,
    )


@kept
def _shared(sentence: str) -> tuple[int, int] | None:
    low = sentence.lower()
    return place_of(_SHARED, sentence) if any(map(low.__contains__, _SHARED_HINTS)) else None
