"""Those who work otherwise since, by number or as a whole: "all 45 schools order in the morning", "every depot".

Where no money is told, this is how a story tells how far its outcome reached. Places and people at work count;
customers are served and change nothing. Those who complain, were asked or only heard of it do nothing otherwise either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from starproof.core.context import StoryContext, once
from starproof.core.document import Label
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import heard_within
from starproof.extract.text.presents import NO_DEED, NO_HABIT
from starproof.extract.text.wording import may_be_past
from starproof.extract.text.words import singular, words

Kind = Literal["places", "people", "whole"]
LONGEST = 600
"""Code points of a sentence that are looked at."""
_OUTCOME: tuple[Label, ...] = ("result", "reflection")
PLACES, PEOPLE = 3, 40
"""From so many places on, and with more people than this, it is no single team any more."""
WIDE_PLACES, WIDE_PEOPLE = 10, 50
"""From so many on, the reach may be worth what the level asks for, though nobody says so in money."""
_SOON = frozenset("now today since also all both each still already finally then soon".split())
_OFTEN = rf"(?:{'|'.join(sorted(_SOON))})"
_IN = frozenset("in of at on from across".split())
_THE = frozenset("the our this a each every all".split())
_SIZE = re.compile(r",\s(?:all\s|about\s|some\s)?[\d,]+\s\w+,")
_WORD = re.compile(r"\s?([a-z’'-]{2,14})\b", re.IGNORECASE)
_FAR = 6
"""How many words behind those who are counted their deed may stand."""
_CHANGED = (
    r"(?:adopted|copied|changed|switched|joined|moved|(?:took|taken)\s(?:it|this|them|up|over|part)|(?:use|do|run|follow|have)"
    r"(?:s|es)?\s(?:it|them|this|ours|the\ssame|our)|does\sit|has\sit|(?:work|hand|plan|order)s?\s(?:with|from|by|over|this|that|the\ssame|in))\b"
)
"""What they do that is a change by itself, whenever it is told."""
_DEED = re.compile(
    rf"(?:(?:have|has|had|are|is|were|was)\s(?:{_OFTEN}\s)*)?(?:{_CHANGED}|(?:using|running|working|following)\b)"
)
_SERVED = re.compile(
    r"(?:\b(?:serv(?:e|es|ed|ing)|cover(?:s|ed|ing)?|reach(?:es|ed)|suppl(?:y|ies))|\b(?:used|adopted|in\suse|copied|taken\s(?:up|over)|"
    r"standard|live|(?:runs?|running|ran|works?|working|holds?|has\sheld)(?:\snow)?)\s(?:by|in|at|across|on|for)|"
    r"\b(?:rolled\sout|extended|spread|moved|went\sout)\s(?:to|in|across|over)|\bacross)\s"
    r"(?:(?:all|the|our|of|over|about|some|nearly|almost|more|than|other|every)\s)*$",
    re.IGNORECASE,
)
"""Before those whom the outcome reaches."""
_NOTED = re.compile(r",\s(?:now\s)?(?:in\s|at\s)?all\s$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")
"""In a note they stand alone behind the outcome: "41 to 9 days, all 26 branches"."""
_TODAY = re.compile(r"\b(?:now|today|since|these\sdays|ever\ssince|by\snow)\b", re.IGNORECASE)
_SINCE = re.compile(r"(?:and\s|so\s)?(?:now|today|since then)\b", re.IGNORECASE)
"""At the beginning of a sentence it is told of all that follows."""
_BEHIND = 60
_UNREAL = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|without|would|could|should|might|will|if|unless|until|plan(?:s|ned)?\sto|hop\w+|want\w*|wish\w*|"
    r"going\sto|lost|los(?:e|ing)|clos(?:ed|ing)|cost|\w+n[’']t)\b",
    re.IGNORECASE,
)
_SAYS = frozenset(
    "ask asks complain complains thank thanks say says tell tells call calls hear hears rang ring rings grumble "
    "grumbles object objects come comes go goes sit sits stand stands wonder wonders expect expects remember remembers "
    "understand understands and or but to than who that which told said in at on of from for with".split()
)
"""What somebody does who only speaks of it, or nobody does."""
_AREA = "|".join(sorted(words("otherwise", "areas")))
_WHOLE = Seldom(
    r"\b(?:(?:every|each)\s(?:single\s)?(?P<one>[a-z]{3,12})|all(?:\sof)?\s(?:the|our)\s(?P<all>[a-z]{3,12}s))\s"
    rf"(?:in|of|across|at|on)\s(?:the|our)\s(?:whole\s|entire\s)?(?:[a-z]+\s)?(?:{_AREA})\b|"
    rf"\bthe\s(?:whole|entire)\s(?:{_AREA})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Some who work otherwise since: who, how many where it is told, and the words that tell it."""

    kind: Kind
    value: float
    span: Span

    @property
    def past_a_team(self) -> bool:
        """Whether these are more than any one team."""
        return self.kind == "whole" or self.value >= (PLACES if self.kind == "places" else PEOPLE + 1)

    @property
    def wide(self) -> bool:
        """Whether these are so many that what it is worth to them is open."""
        return self.kind == "whole" or self.value >= (WIDE_PLACES if self.kind == "places" else WIDE_PEOPLE)


@once
def work_otherwise(context: StoryContext) -> tuple[Otherwise, ...]:
    """Those of whom the outcome tells that they do something otherwise since, in text order."""
    found = [*_counted(context), *_wholes(context)]
    return tuple(sorted(found, key=lambda one: one.span))


def _counted(context: StoryContext) -> Iterator[Otherwise]:
    for figure in context.facts.quantities:
        kind = _kind(figure)
        if kind is not None and _does(context, figure.span):
            yield Otherwise(kind, figure.value, figure.span)


def _kind(figure: Quantity) -> Kind | None:
    """What a figure counts: places of work, people at work, or neither."""
    if figure.kind != "count" or not figure.unit:
        return None
    noun = singular(figure.unit.lower().split()[-1])
    if noun in words("otherwise", "places"):
        return "places"
    return "people" if noun in words("otherwise", "workers") else None


def _wholes(context: StoryContext) -> Iterator[Otherwise]:
    for one in context.labelled(*_OUTCOME):
        told = context.document.quote(one.span, most=LONGEST)
        for found in _WHOLE.finditer(told):
            span = Span(one.span.start + found.start(), one.span.start + found.end())
            if _is_wide(found) and _does(context, span):
                yield Otherwise("whole", 0.0, span)


def _is_wide(found: re.Match[str]) -> bool:
    """Whether all of one kind in a body are told of that has many: "every depot in the county", "the whole plant"."""
    of_all = found["one"] or found["all"]
    return of_all is None or singular(of_all.lower()) in _ones()


@cache
def _ones() -> frozenset[str]:
    return (
        words("otherwise", "places")
        | words("otherwise", "workers")
        | words("nouns", "teams")
        | {"department", "division"}
    )


def _does(context: StoryContext, span: Span) -> bool:
    """Whether the words around some tell in the outcome that they do something since, or that it serves them."""
    place = context.sentence_at(span.start)
    if place is None or context.labels[place].label not in _OUTCOME:
        return False
    sentence = context.labels[place].span
    before, after = (
        heard_within(context, sentence.start, span.start)[-LONGEST:],
        heard_within(context, span.end, sentence.end),
    )
    clause = _last_clause(before)
    if _UNREAL.search(clause) is not None or _UNREAL.search(_first_clause(after)) is not None:
        return False
    noted = _NOTED.search(before) is not None and _ENDS.match(after) is not None
    return noted or _SERVED.search(before) is not None or _acts(before, after[:LONGEST])


def _acts(before: str, after: str) -> bool:
    """Whether they are told to do something, straight behind their number or behind where they are."""
    size = _SIZE.match(after)
    row = list(_words(after, size.end() if size is not None else 0))
    first = _verb_from([word for word, _ in row])
    since = _TODAY.search(_last_clause(before)) or _SINCE.match(before) or _TODAY.search(after, 0, _BEHIND)
    for word, place in row[first : first + 2]:
        if word in _SOON:
            continue
        if _DEED.match(after, place) is not None:
            return True
        return since is not None and not may_be_past(word) and word not in NO_DEED | NO_HABIT | _SAYS
    return False


def _words(told: str, place: int) -> Iterator[tuple[str, int]]:
    """The first words behind a place, in small letters, each with where it stands; no mark stands between them."""
    for _ in range(_FAR):
        found = _WORD.match(told, place)
        if found is None:
            return
        yield found[1].lower(), found.start(1)
        place = found.end()


def _verb_from(row: Sequence[str]) -> int:
    """Where the verb may stand behind those who are counted: "in the studio" and "in Leeds" only say where they are."""
    if not row or row[0] not in _IN:
        return 0
    return 3 if row[1:2] and row[1] in _THE else 2


def _last_clause(told: str) -> str:
    return re.split(r"[;:.!?]\s|\bbut\b|\band\b", told)[-1]


def _first_clause(told: str) -> str:
    return re.split(r"[;:.!?](?:\s|$)|,\sand\b|\bbut\b|\binstead\b", told)[0][:_BEHIND]
