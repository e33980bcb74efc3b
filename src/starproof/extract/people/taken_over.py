"""Others called by their work or by whose they are, who took it up: "search adopted it", "Ama uses it with her people".

Who does the same since is often told by a department's bare name, or by the one who stands at the head of another team.
A name alone may be a report of the teller's, and a department may be the teller's own: the name has to be told to
belong elsewhere, and the department may not be told to be led by the teller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.people.counterparts import tied_names
from starproof.extract.people.led_by import leads
from starproof.extract.text.around import clause_within
from starproof.extract.text.words import singular, words
from starproof.parse.evened import evened
from starproof.parse.words import CAPITAL, SMALL

LONGEST = 600
"""Code points of a sentence that are looked at."""
_SOON = r"(?:(?:since|now|also|both|too|then|later|all|already|even|each|still)\s){0,2}"
_SAME = (
    r"(?:it|them|this|us|ours|the\ssame|the\sidea|the\s(?:habit|method|practice|rule|form|format|page)|our\s[\w-]+)\b"
)
_HAVE = r"(?:(?:have|has|had)\s|[’'](?:ve|s)\s)?"
_TOOK = (
    rf"{_HAVE}{_SOON}(?:(?:adopted|copied|borrowed|took\s(?:up|over)|taken\s(?:up|over)|picked\sup)\s{_SAME}|"
    r"(?:took|taken|picked)\s(?:it|this|them)\s(?:up|over)\b)"
)
_DO = r"(?:do|does|use|uses|run|runs|follow|follows|work\sby|works\sby)"
_DO_IT = rf"{_SOON}{_DO}\s{_SAME}"
_WITH_OWN = (
    rf"(?:{_HAVE}{_SOON}(?:brought|taken|took|carried|moved|introduced)\s{_SAME}\s(?:in)?to\s(?:her|his|their)\s(?:own\s)?|"
    rf"{_SOON}{_DO}\s{_SAME}\s(?:with|in|for)\s(?:her|his|their)\s(?:own\s)?)"
    r"(?:team|people|side|lot|group|department|crew|squad|desk|shop|engineers)\b"
)
_TODAY = re.compile(
    r"\b(?:now(?!\sand\sthen)|too|also|as\swell|since|today|still|these\sdays|the\ssame)\b", re.IGNORECASE
)
_AFTER = 16
"""Code points behind an act in which it is told that it is done since, or as well."""
_LEFT = r"(?!\s(?:up|out|off|down|away|back|instead|themselves|badly|personally)\b)"
_ACT = Seldom(rf"\s(?:(?P<own>{_WITH_OWN})|(?P<took>{_TOOK})|(?P<do>{_DO_IT})){_LEFT}", re.IGNORECASE)
_FIRM = r"(?:company|firm|organi[sz]ation|business|division|group|site|department|directorate|ministry|hospital|floor)"
_ALL = (
    rf"(?:the\swhole\s(?:of\s(?:the\s)?)?(?:{_FIRM}|engineering|technology|operations)|"
    rf"all\sof\s(?:the\s{_FIRM}|engineering|technology|operations)|"
    rf"every\s(?:other\s)?team\s(?:on|in|across|at)\s(?:the\s{_FIRM}|engineering|technology|operations))"
)
_RULE = r"(?:rule|standard|norm|default|habit|practice|way)"
_EVERYBODY = Seldom(
    rf"(?P<all>\b{_ALL})\s{_DO_IT}|"
    rf"\b(?:is|are|was|were|becomes?|became|made\s(?:it|this|that))\s(?:now\s|since\s)?(?:the\s|a\s|our\s)?{_RULE}\s"
    rf"(?:(?:for|in|across)\s{_ALL}|across\sengineering\b)|"
    r"\b(?:director|boss|vp|cto|cio|ceo|coo|chief|head|management)\s(?:has\s|have\s)?(?:since\s)?made\s(?:it|this|that)\s"
    rf"(?:the|a)\s{_RULE}\s(?:for|in|across)\s(?:every|all|the\swhole)\b(?!\s(?:my|our|of\s(?:my|our|us))\b)",
    re.IGNORECASE,
)
"""All of the firm, or a large part of it, does the same, or is told to."""
_SPREAD = Seldom(r"\b(?:spread|spread\son)\sto\s(?P<who>[^.;:!?]{3,70})", re.IGNORECASE)
_BY = Seldom(
    r"\b(?:adopted|copied|borrowed|(?:taken|picked)\s(?:up|over))\s(?:now\s|since\s|today\s)?by\s(?P<who>[^.;:!?]{3,70})",
    re.IGNORECASE,
)
"""The same in the passive: "the checklist was taken over by sales and support"."""
_BODIES = frozenset(
    "team people person lot side department desk crew group squad folk engineer developer office".split()
)
_LIST = frozenset(["and", "the", "both", "then", ",", "of", "in"])
_MOST = 9
"""Words before an act that are looked at for who did it."""
_OPENS = frozenset("and but so then now since while meanwhile also ; : . ! ? – — (".split())
DENIED = re.compile(
    r"\b(?:no|none|nobody|not|never|neither|nor|without|might|would|could|should|if|unless|hope\w*|wish\w*|"
    r"maybe|perhaps|mak(?:e|ing)\ssure|ensur(?:e|ing)|\w+n[’']t)\b",
    re.IGNORECASE,
)
"""Words by which a deed did not happen, or might."""
_WORD = re.compile(r"[\w’'-]+|[,;:.!?–—(]")
_TOLD_OF = ("result", "reflection", "other")


def taken_over(context: StoryContext) -> Iterator[Span]:
    """The clauses that tell which others, known by their work or their head, do the same since, in text order."""
    for one in context.labels:
        if one.label in _TOLD_OF:
            sentence = context.document.quote(one.span, most=LONGEST)
            place = next((place for place, who in _deeds(sentence) if _are_others(context, who)), None)
            if place is not None:
                yield clause_within(context, one.span, place)


_Deed = tuple[tuple[int, int], tuple[str, ...]]
"""Where it is told that something was taken up, with the words for who did."""


@kept
def _deeds(sentence: str) -> tuple[_Deed, ...]:
    """What a sentence tells of who took something up: much of the firm, somebody who acts, whom it spread to."""
    even = evened(sentence)
    told = [*_by_all(even.text), *_by_deed(even.text), *_by_spread(even.text)]
    return tuple((even.back(start, end), who) for (start, end), who in told if _is_so(even.text, start))


def _by_all(told: str) -> Iterator[_Deed]:
    yield from ((one.span(), ("all", *_words(one["all"] or ""))) for one in _EVERYBODY.finditer(told))


def _by_deed(told: str) -> Iterator[_Deed]:
    for one in _ACT.finditer(told):
        since = one["do"] is None or _TODAY.search(told, one.start(), one.end() + _AFTER) is not None
        if since and (who := _who(told[: one.start()], act=one)):
            yield (one.start() + 1, one.end()), who


def _by_spread(told: str) -> Iterator[_Deed]:
    for way in (_SPREAD, _BY):
        yield from ((one.span(), _listed(_words(one["who"]))) for one in way.finditer(told))


def _is_so(told: str, start: int) -> bool:
    return DENIED.search(told, max(0, start - 40), start) is None


def _words(told: str) -> list[str]:
    return [one.lower().replace("’", "'") for one in _WORD.findall(told)]


def _who(before: str, *, act: re.Match[str]) -> tuple[str, ...]:
    """The words for who did it, straight before the act; "and" alone leads on from whoever was named last."""
    row = _words(before)[-_MOST:]
    if row[-1:] == ["and"]:
        named = _NAME.findall(before) if act["own"] else []
        return tuple(name.lower() for name in named[-1:])
    first = len(row)
    while first and _may_be_who(row[first - 1]):
        first -= 1
    who = tuple(row[first:])
    if set(who) <= _LIST:
        return ()
    opened = first == 0 or row[first - 1] in _OPENS
    return who if _are_people(who, opened=opened, runs=act["do"] is not None) else ()


def _are_people(who: Sequence[str], *, opened: bool, runs: bool) -> bool:
    """Whether the last of these words stands for people: "the billing pipeline uses it" tells of none."""
    last, before = who[-1], who[-2] if len(who) > 1 else ""
    if singular(last) in _BODIES or (not _is_department(last) and before not in ("and", "the")):
        return singular(last) in _BODIES or before in ("", ",") or last.endswith("'s")
    beside = before == "and" and len(who) > 2 and _is_department(who[-3])
    if not _is_department(last):
        return beside
    return beside or before == "," or (opened and before != "the" and not (runs and last in _THINGS))


_THINGS = frozenset(
    "backend checkout data firmware frontend hardware infra infrastructure integration mobile network platform product "
    "production search service storage supply tooling transport web".split()
)
"""Departments' words that alone, where something uses it, are as well things."""
_NAME = re.compile(rf"(?<![.!?]\s)\b[{CAPITAL}][{SMALL}]{{2,14}}\b")


def _may_be_who(word: str) -> bool:
    return word in _LIST or _is_department(word) or singular(word) in _BODIES or word.endswith("'s") or _is_called(word)


def _is_called(word: str) -> bool:
    """Whether a word may be a name, or a department that no list knows; never one that stands for the teller's side."""
    return word.isalpha() and len(word) > 2 and word not in _OPENS and word not in _PLAIN


_PLAIN = frozenset(
    "who which that this they we you she all one two three four five six team teams them people everyone everybody "
    "nobody someone our his her their its with for from when where what because after before engineers leads juniors "
    "seniors developers testers reports whole rest other others every each my own".split()
)


def _listed(row: Sequence[str]) -> tuple[str, ...]:
    """The words of a list up to the first that names nobody."""
    end = next((place for place, word in enumerate(row) if not _may_be_who(word)), len(row))
    return tuple(row[:end])


def _is_department(word: str) -> bool:
    return word in words("named", "departments")


def _are_others(context: StoryContext, who: Sequence[str]) -> bool:
    """Whether one of these is a department that the teller does not lead, or another team's head, or its people."""
    if not who:
        return False
    if who[0] == "all":
        return not any(leads(context, word) for word in who[1:] if word not in ("the", "whole", "of", "in", "on"))
    units = [word for word in who if _is_department(word)]
    if units:
        return not any(leads(context, unit) for unit in units)
    names = tied_names(context)
    return any(word.removesuffix("'s") in names for word in who)
