"""Others who do something as well: "the walnut line does the ten minutes now too", "the Ottawa office also joined".

What was taken up is often told by its own name and not as "it", so that "too" alone says that others do what the
teller's people do. It says so of others where a body, a place or people of another kind come before the verb, and they
do or have something; to be happy too, to notice it too or to fall too is nothing that was taken up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.kinds import of_another_trade
from starproof.extract.people.led_by import leads
from starproof.extract.people.taken_over import DENIED
from starproof.extract.text.around import clause_within
from starproof.extract.text.presents import NO_DEED, NO_HABIT
from starproof.extract.text.words import singular, words
from starproof.parse.evened import Evened, evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
_KIN = frozenset("other another sister neighbouring neighboring".split())
_ALIKE = Seldom(
    r"\b(?:now|today|themselves)\b|"
    r"\b(?:too|also|as\swell|other|another|sister|neighbou?ring)\b|"
    r"\b(?:adopted|copied|borrowed|nicked|pinched|imitated|took\sover(?!\s(?:the\ssame|at|in|on|from|when)\b)|taken\s(?:over|up))\b|"
    r"\bput\s(?:it|this|that|them|our\s[\w-]+)\sin(?:to)?\b|"
    r"\basked\s(?:us\s|me\s)?(?:for\s(?:it|them|one|a\scopy|our|the|such)|to\s(?:have|copy|get|use|borrow|join|be))\b|"
    r"\btook\s(?:our\b|the\s(?:[\w-]+\s){1,3}?(?:over|as\s(?:a|the)\s(?:norm|standard|rule|model))\b)|"
    r"\bthe\s(?:very\s|exact\s)?same\b(?!\s(?:day|week|night|month|year|time|evening|morning|afternoon|hour|summer|season|"
    r"spring|moment|person|people|quarter)\b)",
    re.IGNORECASE,
)
"""Words of likeness: that others do it as well, asked for it, took what is ours, or have the same."""
_SINCE = re.compile(r"now|today|themselves")
"""Words that say no more than that it is done since, which is also told of the place where the teller works."""
_BARE = "the"
"""In a name's place: one is called by nothing but its kind, "the workshop"."""
_TAKEN_BY = Seldom(
    r"\b(?:adopted|copied|borrowed|taken\s(?:over|up)|picked\sup)\s(?:[\w-]+\s){0,3}?by\s"
    r"(?P<who>(?:[\w’'-]+\s){0,4}[\w’'-]+)",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\s(?!(?:now|since|today|these|this|from|for|with|in|on|they|it|we|i)\b)[\w’'-]+", re.IGNORECASE)
"""Behind "too" it says how much: "too high"."""
_AS = re.compile(r"\sas\b", re.IGNORECASE)
"""Behind "as well" it joins or compares: "as well as"."""
_ENDS = re.compile(
    r"[;:.!?–—(]|\b(?:but|because|so|that|which|who|if|when|while|where|until|before|after|than|though)\b|,\s(?:and\s)?|\band\s",
    re.IGNORECASE,
)
"""Before these another clause ends."""
_WORD = re.compile(r"[\w’'-]+")
_FRONT = frozenset("and then last this in from later by".split())
_LOOSE = frozenset("also too now since already both all each even still today".split())
_SPANS = frozenset("week month quarter year spring summer autumn fall winter season".split())
_PEOPLE = frozenset("colleagues people folks folk lot side fellas crowd bunch arm brand line guys lads".split())
_UNITS = frozenset(
    "agency airfield airline association authority bank bureau canton carrier chapter city competitor "
    "cooperative council county court crew customs dairy department desk directorate division federation firm "
    "fund group hall home institute insurer maker manufacturer ministry municipality network operator partner "
    "pod police pool railway region registry regulator retailer rink rival school section service squad state "
    "supplier team terminal tower tribe tribunal union unit university utility vendor".split()
)
_NEEDS_NAME = frozenset(
    "team group crew squad pod tribe department division section unit desk side lot line board company".split()
)
_ARTICLES = frozenset(
    "the a an another one two three four five six seven eight nine ten several some most many".split()
)
_NOT_OTHERS = frozenset(
    "my our own whole entire same mine ours we i you he she it they was were everyone everybody nobody customers "
    "clients users night day early late first second new old".split()
)
_WHERE = frozenset("in at from of across over near behind".split())
_ALONE = frozenset("upstairs downstairs nearby opposite".split())
_TOOK = frozenset(
    "took nicked pinched imitated copied joined started adopted asked installed connected moved came put "
    "onboarded bought borrowed introduced switched built made".split()
)
_DOING = re.compile(r"(?!being|going|waiting|having|getting|complaining|asking|losing|moving)[a-z]{2,}ing|on")
_BEING = frozenset(["is", "are", "'s", "'re"])
_HAVING = frozenset(["has", "have", "'ve"])
_NO_THING = frozenset("to been had lost no own not never complained noticed left failed closed".split())
_SAYS = frozenset(
    "say says tell tells call calls notice notices laugh laughs look looks sound sounds sit sits sleep sleeps "
    "come comes go goes help helps fall falls rise rises drop drops grow grows end ends stop stops like likes "
    "told thanks thank".split()
)
_ONE_TEAM = re.compile(r"\b(?:team|group|crew|squad)\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:too|also|as\swell|other|another|sister)\b", re.IGNORECASE)
_SCENE = ("situation", "task")
_TOLD_OF = ("result", "reflection", "other")
_FAR = 8
"""Words of a clause among which who does it is looked for."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """Where it is told that others do something as well, and the words that name them."""

    start: int
    end: int
    names: tuple[str, ...]
    one_team: bool
    """Whether one team does it, and no word such as "too" says that it is a further one."""


def likewise(context: StoryContext) -> Iterator[Span]:
    """The clauses that tell of others outside the own team who do it as well, in text order."""
    for one in context.labels:
        if one.label in _TOLD_OF:
            deed = _deed(context.document.quote(one.span, most=LONGEST))
            if deed is not None and not any(_is_own(context, deed, name) for name in deed.names):
                yield clause_within(context, one.span, (deed.start, deed.end))


def _is_own(context: StoryContext, deed: _Deed, name: str) -> bool:
    """Whether a name is that of the teller's own unit; a team called by what the story is about may well be."""
    if name == _BARE or leads(context, name):
        return name != _BARE
    scene = (context.document.quote(one.span, most=LONGEST) for one in context.labels if one.label in _SCENE)
    return deed.one_team and any(name.removesuffix("s") in told.lower() for told in scene)


@kept
def _deed(sentence: str) -> _Deed | None:
    even = evened(sentence)
    passive = next((one for one in _TAKEN_BY.finditer(even.text) if _named_by(even.text, one)), None)
    if passive is not None:
        return _made(even, passive.span(), _named_by(even.text, passive))
    for start, end in _clauses(even.text):
        told = even.text[start:end]
        if _ALIKE.search(told) is None or DENIED.search(told) is not None:
            continue
        names = _who(told)
        if names is not None and _adds(told, names):
            return _made(even, (start, end), names)
    return None


def _made(even: Evened, place: tuple[int, int], names: tuple[str, ...]) -> _Deed:
    told = even.text[slice(*place)]
    return _Deed(*even.back(*place), names, _ONE_TEAM.search(told) is not None and _FURTHER.search(told) is None)


def _named_by(text: str, passive: re.Match[str]) -> tuple[str, ...]:
    """The words that name by whom it was taken up; none where these are no others, or it was not."""
    row = _row(passive["who"])
    body = next((place for place in range(len(row)) if _is_body(row, place)), None)
    if body is None or not _NOT_OTHERS.isdisjoint(row[:body]) or DENIED.search(text, 0, passive.start()):
        return ()
    return _names(row, body)


def _names(row: Sequence[str], body: int) -> tuple[str, ...]:
    bare = body == 0 or (row[body - 1] in _ARTICLES and singular(row[body]) == row[body])
    return (_BARE, row[body]) if bare else tuple(one for one in row[:body] if one not in _ARTICLES) or (row[body],)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for one in _ENDS.finditer(text):
        yield start, one.start()
        start = one.end()
    yield start, len(text)


def _adds(told: str, names: Sequence[str]) -> bool:
    """Whether some word of likeness stands that is no degree: not "too high", nor "as well as"; "other" names who."""
    return any(_is_alike(told, one, names) for one in _ALIKE.finditer(told))


def _is_alike(told: str, found: re.Match[str], names: Sequence[str]) -> bool:
    word = found[0].lower()
    if word in _KIN:
        return word in names
    if _SINCE.fullmatch(word):
        return names[0] != _BARE
    return not (word == "too" and _DEGREE.match(told, found.end())) and not _AS.match(told, found.end())


def _who(told: str) -> tuple[str, ...] | None:
    """The words that name those before the verb of a clause; none where nobody else does anything in it."""
    row = [word for word in _row(told) if word not in _LOOSE]
    while row and (row[0] in _FRONT or row[0] in _SPANS):
        row = row[1:]
    for place, word in enumerate(row[:_FAR]):
        if word in _NOT_OTHERS:
            return None
        if _is_body(row, place) and _acts(row[_behind(row, place) :], many=_many(word)):
            return _names(row, place)
    return None


def _many(word: str) -> bool | None:
    """Whether a noun takes a verb in the plural; ``None`` where it may take either: "the crowd do it"."""
    if singular(word) != word:
        return True
    return None if word in _PEOPLE | _NEEDS_NAME else False


def _row(told: str) -> list[str]:
    return [word for found in _WORD.findall(told.replace("’", "'").lower()) for word in _parted(found)]


def _parted(word: str) -> tuple[str, ...]:
    return (word[:-2], "'s") if word.endswith("'s") and len(word) > 2 else (word,)


def _is_body(row: Sequence[str], place: int) -> bool:
    """Whether the word at a place stands for a body, a place or people that are no team of the teller's."""
    if row[place].endswith("'"):
        return False
    one = singular(row[place])
    named = place > 0 and row[place - 1] not in _ARTICLES
    if one in _PEOPLE | _NEEDS_NAME or row[place] in _PEOPLE:
        return named
    return of_another_trade(row[place]) or one in _UNITS | words("otherwise", "places") | words("nouns", "places")


def _behind(row: Sequence[str], place: int) -> int:
    """Where the verb stands behind those who are named: "in Leeds" and "they" only say where and who."""
    step = place + 1
    if step < len(row) and row[step] in _ALONE:
        step += 1
    elif step < len(row) and row[step] in _WHERE:
        step += 3 if row[step + 1 : step + 2] == ["the"] else 2
    return step + (row[step : step + 1] == ["they"])


def _acts(row: Sequence[str], *, many: bool | None) -> bool:
    """Whether a clause goes on with a verb that tells of a deed, and not of a feeling or a change for the worse."""
    if not row:
        return False
    word, after = row[0], row[1] if len(row) > 1 else ""
    if word in _BEING:
        return _DOING.fullmatch(after) is not None or (word == "'s" and after == "got")
    if word in _HAVING:
        return after not in _NO_THING and row[1:3] != ["their", "own"]
    if word in _TOOK:
        return True
    agrees = many is None or word.endswith("s") is not many
    present = after != "" and word.isalpha() and len(word) > 1 and agrees
    return present and word not in NO_DEED | NO_HABIT | _SAYS
