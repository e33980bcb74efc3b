"""Others who work along with the teller: "with the lab, nursing and the vendor we rewrote the rule".

Who did it with the teller is told by a list, of which one at least is another team or function. A list of things, "with
time and patience", tells of nobody.
"""

from __future__ import annotations

import re

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.extract.people.across import INFORMED
from starproof.extract.people.work_behind import fronted
from starproof.extract.text.words import words

_DID = (
    r"(?:(?:then|also|finally|first|now|both|all|together|re)\s){0,2}(?:re)?(?:wrote|wrote\sup|built|agreed|"
    r"designed|drew|"
    r"planned|settled|set|changed|drafted|worked|defined|tested|made|fixed|decided|chose|cut|moved|put|tried|ran|"
    r"mapped|went)\b"
)
_WORD = r"[A-Za-z][\w’'-]{0,20}"
_ONE = rf"(?:{_WORD}\s){{0,3}}{_WORD}"
_LIST = rf"{_ONE}(?:,\s(?!(?:I|we|and)\s){_ONE}){{0,4}},?\sand\s{_ONE}"
_ALONG = Seldom(
    rf"(?:^|[.;:,]\s|\b(?:and|so|then)\s)(?:then\s|and\s|so\s)?(?:together\s)?with\s(?P<first>{_LIST}),?\s(?:I|"
    rf"we)\s{_DID}|"
    rf"\b(?:I|we)\s{_DID}[^.;:!?,]{{0,60}}?\s(?:together|jointly)\swith\s(?P<then>{_LIST})(?=[.,;:!?]|$)",
    re.IGNORECASE,
)
_JOINTLY = Seldom(
    r"\b(?:(?:planned|(?:re)?built|made|(?:re)?wrote|drafted|(?:re)?designed|(?:re)?drew|rehearsed|tested|tried|agreed|"
    r"settled|worked|sat|met|mapped|defined|reviewed|negotiated|checked|compared|ran)\s(?:[\w’'-]+\s){0,5}?with|"
    r"(?:joined\sforces|hand\sin\shand|jointly)\swith)\s(?P<one>[\w-]+(?:\s[\w-]+){0,2})",
    re.IGNORECASE,
)
_PART = frozenset("problem problems data test tests issue issues system systems tool tools ticket tickets".split())
"""Behind a department's word these make it a thing: "worked with finance data"."""
_EACH = re.compile(r",\sand\s|,\s|\sand\s")
_OWN = frozenset(["my", "our", "own"])
_BODIES = re.compile(
    r"(?:teams?|departments?|desks?|crews?|union|council|board|office|squads?|labs?|wards?|plants?|depots?)"
)


@kept
def joins(sentence: str) -> tuple[int, int] | None:
    """Where a sentence tells that others did something with the teller; ``None`` where none of them is a unit."""
    if "with" not in sentence.lower():
        return None
    even = fronted(sentence)
    found = next((one for one in _ALONG.finditer(even.text) if _has_unit(one["first"] or one["then"])), None)
    return None if found is None else even.back(*found.span())


@kept
def joins_one(sentence: str) -> tuple[tuple[int, int], str] | None:
    """Where a sentence tells that something was done with one other department, and which; ``None`` where none is."""
    if "with" not in sentence.lower():
        return None
    even = fronted(sentence)
    for found in _JOINTLY.finditer(even.text):
        row = found["one"].lower().split()
        unit = _one_unit(row[1:], the=True) if row[0] == "the" else _one_unit(row, the=False)
        if unit is not None and INFORMED.match(even.text, found.end()) is None:
            return even.back(*found.span()), unit
    return None


def _one_unit(row: list[str], *, the: bool) -> str | None:
    """The department's word at the beginning of a row, where it stands for people."""
    if not row or row[0] == "hr" or row[0] not in words("named", "departments"):
        return None
    after = row[1] if len(row) > 1 else ""
    people = after in _PEOPLE or _BODIES.fullmatch(after) is not None
    alone = not the and row[0] not in _THINGS and after not in _PART
    return row[0] if people or alone else None


_PEOPLE = frozenset(
    "people folks side lot guys crowd reps manager managers head lead leads director colleagues".split()
)


def _has_unit(listed: str) -> bool:
    return any(_is_unit(one.lower().split()) for one in _EACH.split(listed))


def _is_unit(row: list[str]) -> bool:
    """Whether one of a list is called by a department's word, or as a body of people that is not the teller's own."""
    if not row or not _OWN.isdisjoint(row):
        return False
    alone = row[1:] if row[0] in ("the", "both") else row
    if len(alone) == 1 and alone[0] in words("named", "departments"):
        return alone[0] not in _THINGS or row[0] != alone[0]
    return row[0] in ("the", "both", "their") and _BODIES.fullmatch(row[-1]) is not None and len(row) > 1


_THINGS = frozenset(
    "data delivery design growth insurance integration network planning production quality research risk safety search "
    "security shipping storage supply support training transport web mobile hardware infrastructure".split()
)
"""Departments' words that without an article are as well things: "with data and patience"."""
