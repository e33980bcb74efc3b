"""People and organisations that a story calls by name.

A capital letter alone says nothing; what stands around it does: "an analyst, Rui," or "Rui refused" is a person, "at
Larkspur Ltd" an organisation. There is no list of names, so every origin is read alike. Speech without capitals has
no names that could be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.document import Document
from starproof.core.facts import Name, NameKind
from starproof.core.keeping import kept
from starproof.core.text import Span

_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[a-zß-öø-ÿā-ž]+)(?:['’-][A-ZÀ-Þ][a-zß-ÿā-ž]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()“”\"]")
_ROLES = frozenset(
    (
        "engineer engineers analyst lead leads manager director developer designer tester nurse dispatcher planner "
        "driver clerk foreman architect intern apprentice colleague peer boss report deputy counterpart partner friend "
        "successor predecessor technician operator consultant doctor professor teacher trainer editor buyer seller "
        "guy woman man lady chap girl boy person named called mr mrs ms miss dr frau herr senora don dona hagg"
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
_HANDING = frozenset(
    "asked told gave hired promoted coached mentored paired phoned called let had made put trusted thanked fired".split(
        " "
    )
)
_APPOSED = frozenset("she he she's he's she'd he'd who whom my our one".split(" "))
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


def names(document: Document) -> tuple[Name, ...]:
    """Each person and organisation by name, at its first mention."""
    found: dict[str, Name] = {}
    inside: set[str] = set()
    for sentence in document.sentences:
        named, capitals = _read(document.quote(sentence.span))
        for words, place, kind in named:
            start = sentence.span.start + place
            found.setdefault(words, Name(Span(start, start + len(words)), kind))
        inside.update(capitals)
    return tuple(sorted((name for words, name in found.items() if words.split()[0] in inside), key=lambda n: n.span))


@kept
def _read(sentence: str) -> tuple[tuple[tuple[str, int, NameKind], ...], frozenset[str]]:
    """The names of a sentence, each with its place and kind, and its words with a capital of their own."""
    words = [(word.group(), word.start()) for word in _WORD.finditer(sentence)]
    capitals = [n for n, (word, _) in enumerate(words) if not "a" <= word[0] <= "z" and _NAME.fullmatch(word)]
    return tuple(_named(sentence, words, capitals)), frozenset(_inside([word for word, _ in words], capitals))


def _inside(words: Sequence[str], capitals: Sequence[int]) -> list[str]:
    """Words with a capital that is not owed to the beginning of a sentence or of a quotation."""
    return [words[place] for place in capitals if place and words[place - 1] not in '.!?:“"']


def _named(
    sentence: str, words: Sequence[tuple[str, int]], capitals: Sequence[int]
) -> Iterator[tuple[str, int, NameKind]]:
    for place in capitals:
        word, start = words[place]
        if word in _NEVER:
            continue
        around = [other for other, _ in words[max(0, place - 2) : place + 3]]
        here = min(place, 2)
        kind = _kind(around[:here], word, around[here + 1 :])
        if kind is None:
            continue
        legal, begins = words[place + 1] if place + 1 < len(words) else ("", 0)
        end = begins + len(legal) if kind == "organisation" and legal in _LEGAL else start + len(word)
        yield sentence[start:end], start, kind


def _kind(before: list[str], word: str, after: list[str]) -> NameKind | None:
    """What the two words on each side make of a capitalised word; ``None`` where they do not tell."""
    last, prior = (before[-1] if before else ""), (before[-2] if len(before) > 1 else "")
    following = after[0] if after else ""
    if following in _LEGAL:
        return "organisation"
    if following[:1].isupper() or last[:1].isupper():
        return None  # part of a longer proper name, which is as often a place or a product
    if last.lower() in _ROLES or (last == "," and prior.lower() in _ROLES):
        return "person"
    if following.lower() in _DEEDS and last.lower() not in ("the", "a", "an", "in", "at", "of", "our", "their"):
        return "person"
    if last.lower() in _HANDING and (
        following in (",", ".", "to", "the", "a", "and", "on", "that", "how", "what", "why")
    ):
        return "person"
    if (
        following == ","
        and (after[1:2] or [""])[0].lower() in _APPOSED
        and last.lower() not in ("in", "at", "of", "the")
    ):
        return "person"
    if last.lower() in ("client", "customer", "employer", "vendor", "supplier") and word[-1:] != "s":
        return "organisation"
    return None
