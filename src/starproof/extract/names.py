"""People and organisations that a story calls by name.

A capital letter alone says nothing; what stands around it does: "an analyst, Rui," or "Mrs Petrakis" is a person for
sure, "Rui refused" one unless the story elsewhere says "in Rui", which makes it a place; "at Larkspur Ltd" is an
organisation. There is no list of names, so every origin is read alike. Speech without capitals has no names that could
be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from starproof.core.document import Document
from starproof.core.facts import Name, NameKind
from starproof.core.keeping import kept
from starproof.core.text import Span

_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[a-zß-öø-ÿā-ž]+)(?:['’-][A-ZÀ-Þ][a-zß-ÿā-ž]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()“”\"]")
_TITLES = frozenset("mr mrs ms miss dr frau herr senora don dona".split(" "))
_ROLES = _TITLES.union(
    (
        "engineer analyst lead manager director developer designer tester nurse dispatcher planner "
        "driver clerk foreman architect intern apprentice colleague peer boss report deputy counterpart partner friend "
        "successor predecessor technician operator consultant doctor professor teacher trainer editor buyer seller "
        "guy woman man lady chap girl boy person named called hagg"
    ).split(" ")
)
_DEEDS = frozenset(
    (
        "said says told tells asked asks wrote wanted refused disagreed agreed argued quit resigned left objected "
        "insisted promised offered complained replied answered admitted apologised apologized laughed cried shrugged "
        "smiled nodded thought felt believed suggested proposed decided ran led built drafted noticed explained warned "
        "hated loved trusted called phoned rang goes went joined took got was's had'd who"
    ).split(" ")
)
_AFTER_ROLE = _DEEDS | {",", "and"}
_HANDING = frozenset(
    "asked told gave hired promoted coached mentored paired phoned called let had made put trusted thanked fired".split(
        " "
    )
)
_AFTER_HANDING = frozenset(", . to the a and on that how what why".split(" "))
_PLACING = frozenset("in near outside inside across around throughout via into".split(" "))
_NO_SUBJECT = frozenset("the a an in at of our their which".split(" "))
_NO_ACTOR = _NO_SUBJECT | _PLACING
_PERSONS = frozenset(
    (
        "them us other others juniors seniors colleagues leads managers engineers guys head chief recruiter officer "
        "secretary founder owner supervisor coordinator accountant lawyer mechanic pilot captain vet"
    ).split(" ")
)
"""Words for people that a name may stand beside, as roles do: "one of them, Rui, found it"."""
_REACH = 6
"""Words in which somebody's role stands before the name that it is given."""
_APPOSED = frozenset("she he she's he's she'd he'd who whom my our one".split(" "))
_TRADING = frozenset("client customer employer vendor supplier".split(" "))
_LEGAL = frozenset(
    "Inc Ltd GmbH LLC Corp Corporation Group Labs AG Bank Airlines Holdings Systems SA BV AB Oy".split(" ")
)
_NEVER = frozenset(
    (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Fridays January February March April May "
        "June July August September October November December Christmas Easter Thanksgiving Ramadan Diwali The This "
        "That These Those There Then When What Who Why How And But Because After Before Since While They She He We It "
        "You My Our His Her Their Its One Two Three Four Five Six Seven Eight Nine Ten No Yes Not Now Today In On At "
        "By For From With As If So Or An Also Even Every Each All Both Some Most Many Only Just Still Next First "
        "Second Third Last Finally Nobody Everybody Somebody Someone Everyone Nothing Everything Something Situation "
        "Task Action Result Reflection English German French Spanish Europe Asia America Africa God "
        "Operations Sales Finance Legal Compliance Support Marketing Product Security Procurement People Staff Design "
        "Engineering Quality Research Risk Treasury Payroll Logistics Purchasing Communications Recruiting Engagement "
        "Ms Mr Mrs Dr Senior Junior Chief Head Code Android Kafka Italy France Spain Japan India China"
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


def names(document: Document) -> tuple[Name, ...]:
    """Each person and organisation by name, at its first mention as one."""
    found: dict[str, Name] = {}
    weights: dict[str, set[Weight]] = {}
    inside: set[str] = set()
    for sentence in document.sentences:
        said, capitals = _read(document.quote(sentence.span))
        for one in said:
            weights.setdefault(one.words, set()).add(one.weight)
            if one.weight != "place":
                start = sentence.span.start + one.place
                found.setdefault(one.words, Name(Span(start, start + len(one.words)), one.kind))
        inside.update(capitals)
    kept = (name for words, name in found.items() if words.split()[0] in inside and _holds(weights[words]))
    return tuple(sorted(kept, key=lambda name: name.span))


def _holds(weights: set[Weight]) -> bool:
    """Whether a name stays one: what is also a place is somebody only where that is sure."""
    return "sure" in weights or "place" not in weights


@kept
def _read(sentence: str) -> tuple[tuple[_Said, ...], frozenset[str]]:
    """The names of a sentence, and its words with a capital of their own."""
    words = [(word.group(), word.start()) for word in _WORD.finditer(sentence)]
    capitals = [n for n, (word, _) in enumerate(words) if not "a" <= word[0] <= "z" and _NAME.fullmatch(word)]
    return tuple(_named(sentence, words, capitals)), frozenset(_inside([word for word, _ in words], capitals))


def _inside(words: Sequence[str], capitals: Sequence[int]) -> list[str]:
    """Words with a capital that is not owed to the beginning of a sentence or of a quotation."""
    return [words[place] for place in capitals if place and (words[place - 1] not in '.!?:“"' or _titled(words, place))]


def _titled(words: Sequence[str], place: int) -> bool:
    return words[place - 1] == "." and _is_title(words[place - 2 : place])


def _is_title(words: Sequence[str]) -> bool:
    """Whether a word and its full stop are a title: "Ms." is, "1500 ms." is not."""
    return len(words) > 1 and words[0][:1].isupper() and words[0].lower() in _TITLES


def _named(sentence: str, words: Sequence[tuple[str, int]], capitals: Sequence[int]) -> Iterator[_Said]:
    for first, last in _runs([word for word, _ in words], capitals):
        before = [word for word, _ in words[max(0, first - _REACH) : first]]
        after = [word for word, _ in words[last + 1 : last + 3]]
        weight = _person(before, after, alone=first == last)
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
    names = {place for place in capitals if words[place] not in _NEVER}
    taken = capital | {n for n, word in enumerate(words) if word[:1].isupper() and word.lower() not in _TITLES}
    goes_on = taken - (capital - names)
    for place in sorted(names):
        last = place + 1 if place + 1 in names else place
        if place - 1 not in goes_on and last + 1 not in taken:
            yield place, last


def _person(before: list[str], after: list[str], *, alone: bool) -> Weight | None:
    """What the words on each side make of a name; ``None`` where they do not tell."""
    last, prior = before[-1].lower() if before else "", before[-2].lower() if len(before) > 1 else ""
    following = after[0].lower() if after else ""
    if last in _ROLES or (last == "." and _is_title(before[-2:])) or (last == "," and prior in _ROLES):
        return "sure"
    if last == "," and following in _AFTER_ROLE and _of_a_person(before[:-1]):
        return "sure"
    if following == "," and after[1:2] and after[1].lower() in _APPOSED and last not in _NO_SUBJECT:
        return "sure"
    if last in _HANDING and (following in _AFTER_HANDING or not after):
        return "sure"
    if following in _DEEDS and last not in _NO_ACTOR:
        return "likely"
    return "place" if alone and last in _PLACING else None


def _of_a_person(before: Sequence[str]) -> bool:
    """Whether the last words are of a person, with no place and no pause after it."""
    for word in reversed(before):
        if word.lower() in _ROLES or word.lower() in _PERSONS:
            return True
        if not word[:1].islower() or word in _PLACING:
            return False
    return False
