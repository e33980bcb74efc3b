"""People and organisations that a story calls by name.

A capital letter alone says nothing; what stands around it does: "an analyst, Rui," or "Mrs Petrakis" is a person for
sure, "Rui refused" one unless the story elsewhere says "in Rui", which makes it a place; "at Larkspur Ltd" is an
organisation. Who is named beside somebody ("Rui and Amal") is a person too. There is no list of names, so every origin
is read alike. Speech without capitals has no names that could be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from starproof.core.document import Document
from starproof.core.facts import Name, NameKind
from starproof.core.keeping import kept
from starproof.core.text import Span

_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[a-zß-öø-ÿā-ž]+)(?:['’-][A-ZÀ-Þ][a-zß-ÿā-ž]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()“”\"]|(?<!\S)[-–—](?!\S)")
_DASHES = frozenset("–—")
"""Where a comma might stand; "-" in notes begins another one."""
_TITLES = frozenset("mr mrs ms miss dr doctor prof professor hagg frau herr senora don dona".split(" "))
_ROLES = _TITLES.union(
    (
        "engineer analyst lead manager director developer designer tester nurse dispatcher planner "
        "driver clerk foreman architect intern apprentice colleague peer boss report deputy counterpart partner friend "
        "successor predecessor technician operator consultant teacher trainer editor buyer seller "
        "guy woman man lady chap girl boy person named called"
    ).split(" ")
)
_DEEDS = frozenset(
    (
        "said says told tells asked asks wrote wanted refused disagreed agreed argued quit resigned left objected "
        "insisted promised offered complained replied answered admitted apologised apologized laughed cried shrugged "
        "smiled nodded thought felt believed suggested proposed decided ran led built drafted noticed explained warned "
        "hated loved trusted called phoned rang goes went joined took got who who'd who's who'll who’d who’s who’ll"
    ).split(" ")
)
_AFTER_ROLE = _DEEDS | {",", "and", ".", ")", ""}
_CARING = frozenset("hired promoted coached mentored paired phoned trusted thanked fired".split(" "))
"""What is done to nobody but a person."""
_HANDING = frozenset("asked ask asks told tell tells gave called let had made put".split(" "))
"""What is done to people, and to a place or a firm that stands for its people."""
_AFTER_HANDING = frozenset(", . to the a and on that how what why from about".split(" "))
_GREETINGS = frozenset("hi hello hey dear".split(" "))
_PLACING = frozenset("in near outside inside across around throughout via into".split(" "))
_TRAVELS = frozenset("moved flew drove travelled traveled flight train road bus trip".split(" "))
"""Before "to", which then leads to a place."""
_NO_SUBJECT = frozenset("the a an in at of our their which".split(" "))
_IN_NO_PLACE = _NO_SUBJECT | _PLACING
_NO_PLACE = _IN_NO_PLACE | {"from"}
_NO_ACTOR = _NO_PLACE | {"to", "with", "under", "by"}
"""What a name follows that does not itself do what the verb behind it says: "a captain from Rui asked"."""
_PERSONS = frozenset(
    (
        "junior juniors seniors colleagues leads managers engineers guys head chief recruiter officer "
        "secretary founder owner supervisor coordinator accountant lawyer mechanic pilot captain vet"
    ).split(" ")
)
_ANYBODY = _ROLES | _PERSONS | {"them", "us", "other", "others"}
"""Words for people that a name may stand beside, as roles do: "one of them, Rui, found it"."""
_TWO = frozenset("two both my our his her their its".split(" "))
"""Before a role, where two names may follow: "both leads, Rui and Amal", not "60 engineers, Oslo and Brno"."""
_REACH = 7
"""Words in which somebody's role stands before the name that it is given."""
_CALLINGS = _PERSONS | (_ROLES - _TITLES - {"guy", "named", "called"})
"""Words for people that are no name of theirs, even with a capital: "Mrs Director"."""
_FIRMS = frozenset("operator partner report buyer seller counterpart peer client".split(" "))
"""Roles that a firm may have too."""
_ONE = frozenset(word for word in _CALLINGS - _FIRMS if word == "boss" or word[-1] != "s")
_DETERMINERS = frozenset("the a an another".split(" "))
_APPOSED = frozenset("she he she's he's she'd he'd who whom my our".split(" "))
_AFTER_APPOSED = frozenset(", . ) ; of at in for from there here and who she he".split(" "))
_AHEAD = 6
"""Words in which somebody's role stands behind the name that it tells of."""
_TRADING = frozenset("client customer employer vendor supplier".split(" "))
_LEGAL = frozenset(
    "Inc Ltd GmbH LLC Corp Corporation Group Labs AG Bank Airlines Holdings Systems SA BV AB Oy".split(" ")
)
_NEVER = frozenset(
    (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays "
        "Saturdays Sundays January February March April May "
        "June July August September October November December Mon Tue Tues Wed Thu Thurs Fri Sat Sept Oct Nov Dec "
        "Christmas Easter Thanksgiving Ramadan Diwali Hi Hello Hey Dear The This "
        "That These Those There Then When What Who Why How And But Because After Before Since While They She He We It "
        "You My Our His Her Their Its One Two Three Four Five Six Seven Eight Nine Ten No Yes Not Now Today In On At "
        "By For From With As If So Or An Also Even Every Each All Both Some Most Many Only Just Still Next First "
        "Second Third Last Finally Nobody Everybody Somebody Someone Everyone Nothing Everything Something Situation "
        "Task Action Result Reflection English German French Spanish Europe Asia America Africa God "
        "Operations Sales Finance Legal Compliance Support Marketing Product Security Procurement People Staff Design "
        "Engineering Quality Research Risk Treasury Payroll Logistics Purchasing Communications Recruiting Engagement "
        "Team Sir Madam Ms Mr Mrs Prof Dr Senior Junior Chief Head Code Android Kafka "
        "Italy France Spain Japan India China"
    ).split(" ")
)

Weight = Literal["sure", "likely", "place"]


@dataclass(frozen=True, slots=True)
class _Said:
    """One mention of a name: its words, its place in the sentence, and what its surroundings make of it."""

    words: str
    place: int
    kind: NameKind
    weight: Weight


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What one sentence says of names."""

    said: tuple[_Said, ...]
    capitals: frozenset[str]
    """Words with a capital of their own."""
    pairs: tuple[tuple[str, int, str, int], ...]
    """Two names joined by "and", each with its place."""


def names(document: Document) -> tuple[Name, ...]:
    """Each person and organisation by name, at its first mention as one."""
    found: dict[str, Name] = {}
    weights: dict[str, set[Weight]] = {}
    inside: set[str] = set()
    pairs: list[tuple[str, str, Span]] = []
    for sentence in document.sentences:
        at, read = sentence.span.start, _read(document.quote(sentence.span))
        for one in read.said:
            weights.setdefault(one.words, set()).add(one.weight)
            if one.weight != "place":
                found.setdefault(one.words, Name(_span(at, one.place, one.words), one.kind))
        inside.update(read.capitals)
        for left, here, right, there in read.pairs:
            pairs += [(left, right, _span(at, there, right)), (right, left, _span(at, here, left))]
    found = {words: name for words, name in found.items() if words.split()[0] in inside and _holds(weights[words])}
    for known, beside, span in pairs:
        if known in found and found[known].kind == "person" and beside not in weights:
            found.setdefault(beside, Name(span, "person"))
    return tuple(sorted(found.values(), key=lambda name: name.span))


def _span(sentence: int, place: int, words: str) -> Span:
    return Span(sentence + place, sentence + place + len(words))


def _holds(weights: set[Weight]) -> bool:
    """Whether a name stays one: what is also a place is somebody only where that is sure."""
    return "sure" in weights or "place" not in weights


@kept
def _read(sentence: str) -> _Sentence:
    words = [(word.group(), word.start()) for word in _WORD.finditer(sentence)]
    plain = [word for word, _ in words]
    capitals = [n for n, word in enumerate(plain) if not "a" <= word[0] <= "z" and _NAME.fullmatch(word)]
    runs = tuple(_runs(plain, capitals))
    said = tuple(_named(sentence, words, runs))
    return _Sentence(said, frozenset(_inside(plain, capitals)), tuple(_pairs(words, runs)))


def _pairs(words: Sequence[tuple[str, int]], runs: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, str, int]]:
    """Names of one word that are joined by "and"."""
    for (first, last), (second, end) in pairwise(runs):
        if first == last and second == end == last + 2 and words[last + 1][0] == "and":
            yield *words[first], *words[second]


def _inside(words: Sequence[str], capitals: Sequence[int]) -> list[str]:
    """Words with a capital that is not owed to the beginning of a sentence or of a quotation."""
    return [
        words[place] for place in capitals if place and (words[place - 1] not in '.!?:“"-' or _titled(words, place))
    ]


def _titled(words: Sequence[str], place: int) -> bool:
    return words[place - 1] == "." and _is_title(words[place - 2 : place])


def _is_title(words: Sequence[str]) -> bool:
    """Whether a word and its full stop are a title: "Ms." is, "1500 ms." is not."""
    return len(words) > 1 and words[0][:1].isupper() and words[0].lower() in _TITLES


def _named(sentence: str, words: Sequence[tuple[str, int]], runs: Sequence[tuple[int, int]]) -> Iterator[_Said]:
    plain = ["," if word in _DASHES else word for word, _ in words]
    for first, last in runs:
        before = plain[max(0, first - _REACH) : first]
        after = plain[last + 1 : last + 1 + _AHEAD]
        titled = first < last and words[first][0].lower() in _TITLES
        weight = "sure" if titled else _person(before, after, alone=first == last)
        start, end = words[first][1], words[last][1] + len(words[last][0])
        if words[last][0] in _LEGAL and first < last:
            yield _Said(sentence[start:end], start, "organisation", "sure")
        elif weight is not None:
            yield _Said(sentence[start:end], start, "person", weight)
        elif first == last and before[-1:] and before[-1].lower() in _TRADING and words[first][0][-1:] != "s":
            yield _Said(sentence[start:end], start, "organisation", "likely")


def _runs(words: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last place of one or two capitalised words in a row; a longer row is as often a title or a product."""
    capital = set(capitals)
    names = {place for place in capitals if words[place] not in _NEVER and words[place].lower() not in _CALLINGS}
    taken = capital | {n for n, word in enumerate(words) if word[:1].isupper() and word.lower() not in _TITLES}
    goes_on = taken - (capital - names)
    for place in sorted(names):
        last = place + 1 if place + 1 in names else place
        if place - 1 not in goes_on and last + 1 not in taken:
            yield place, last


def _person(before: Sequence[str], after: Sequence[str], *, alone: bool) -> Weight | None:
    """What the words on each side make of a name; ``None`` where they do not tell."""
    last, prior = before[-1].lower() if before else "", before[-2].lower() if len(before) > 1 else ""
    following = after[0].lower() if after else ""
    if _given_a_role(before, following) or (_apposed(after) and last not in _IN_NO_PLACE):
        return "sure"
    handed = following in _AFTER_HANDING or not after
    if last in _CARING and handed:
        return "sure"
    if last in _GREETINGS or (last in _HANDING and handed):
        return "likely"
    if following in _DEEDS and last not in (_NO_PLACE if following.startswith("who") else _NO_ACTOR):
        return "likely"
    return "place" if alone and (last in _PLACING or (last == "to" and prior in _TRAVELS)) else None


def _given_a_role(before: Sequence[str], following: str) -> bool:
    """Whether the words before a name say who it is: "my lead Rui", "Mr. Rui", "one of my leads, Rui, said"."""
    last, prior = before[-1] if before else "", before[-2].lower() if len(before) > 1 else ""
    if last == ",":
        of_a_person = following in _AFTER_ROLE and _of_a_person(before[:-1], two=following == "and")
        return prior in _ROLES or of_a_person
    if last == ".":
        return _is_title(before[-2:])
    return last.lower() in _TITLES or last in _ROLES


def _apposed(after: Sequence[str]) -> bool:
    """Whether a name is told more of, as of a person: "Rui, who", "Rui, one of my", "Rui (the lead of sales)"."""
    if after[:1] not in ([","], ["("]) or not after[1:]:
        return False
    if after[1].lower() in _APPOSED or [word.lower() for word in after[1:3]] == ["one", "of"]:
        return True
    return _is_role(after[1:], bare=after[0] == "(")


def _is_role(words: Sequence[str], *, bare: bool) -> bool:
    """Whether these begin with a role and an end after it: "the manager there", not "the head office"."""
    if words[0].lower() not in _DETERMINERS and not bare:
        return False
    for word, following in pairwise(words):
        if word.lower() in _ONE and following in _AFTER_APPOSED:
            return True
        if not word[:1].islower() or word in _AFTER_APPOSED:
            return False
    return False


def _of_a_person(before: Sequence[str], *, two: bool) -> bool:
    """Whether the last words are of a person, or of ``two``, with no place and no pause after it."""
    for word in reversed(before):
        if word.lower() in _ANYBODY:
            return not two or not _TWO.isdisjoint(other.lower() for other in before)
        if not word[:1].islower() or word in _PLACING:
            return False
    return False
