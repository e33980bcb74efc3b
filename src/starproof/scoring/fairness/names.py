"""People, employers and places of another origin."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from starproof.scoring.fairness.edits import Edit, Rewrite, Telling
from starproof.scoring.fairness.tables import alternatives, table

_ROLE = re.compile(
    r"\b(?:my|our|one of my|one of our) (?:(?:own|tech|team|product|engineering|senior) )?"
    r"(?:manager|boss|director|lead|leads|engineers|managers|deputy|counterpart|vp|skip)\b(?=[\s.,;])(?!['’])",
    re.IGNORECASE,
)
"""Somebody without a name, to whom one can be given."""
_SHARED = re.compile(
    r"dollar|pound|quid|shilling|peso|franc|crown|kron|rupee|dinar|rial|\breais|\bcents?\b", re.IGNORECASE
)
_CURRENCY = re.compile(
    r"[$€£¥₹₦₱₽₩₺₴฿₪]|\b(?:usd|eur|gbp|inr|jpy|chf|ngn|kes|zar|brl|sgd|aud|cad|yuan|yen|won|euros?|naira|baht|ringgit|"
    r"rands?|z[lł]oty\w*|hryvnia|forint|lira|real|dirham|riyal|cedi|birr|taka|dong|rupiah|shekel)",
    re.IGNORECASE,
)
"""Words that say which country's money an amount is, whatever the place."""
_LARGE = re.compile(r"\b(?:million|billion|lakh|crore|grand)\b", re.IGNORECASE)
_NEAR = 24
"""Code points around a large number in which its currency stands."""
_SHE = re.compile(r"\b(she|her|he|his|him)\b", re.IGNORECASE)


def known_names() -> dict[str, str]:
    """Every given name we know, with ``f`` or ``m``."""
    origins = table("names")
    return {name: sex for origin in origins.values() for sex, names in origin.items() for name in names}


def people(origin: str) -> Rewrite:
    """Give everybody with a known name another one of this origin and the same sex."""

    def rewrite(telling: Telling, rng: random.Random) -> Iterator[Edit]:
        new: dict[str, str] = {}
        spelled = {name.lower(): name for name in known_names()}
        free = {sex: rng.sample(names, len(names)) for sex, names in table("names")[origin].items()}
        for found in named(telling):
            name = spelled[found.group().lower()]
            if name in table("names")[origin]["f"] + table("names")[origin]["m"]:
                continue
            taken = free[known_names()[name]]
            if name not in new and taken:
                new[name] = taken.pop()
            if name in new:
                yield Edit(found.start(), found.end(), new[name].lower() if telling.bare else new[name])

    return rewrite


def named(telling: Telling) -> Iterable[re.Match[str]]:
    """Every mention of a name we know that is no part of a city's; in raw speech names have no capital either."""
    names = known_names()
    known = alternatives({name.lower() if telling.bare else name for name in names})
    return re.finditer(rf"(?<!\bSão )(?<!\bSan )(?<!\bSanta )\b(?:{known})\b", telling.text)


def introduced(telling: Telling, origin: str, rng: random.Random) -> list[Edit]:
    """Give the first nameless person of a story a name of this origin; nothing where there is none."""
    found = _ROLE.search(telling.text)
    if found is None:
        return []
    near = _SHE.search(telling.text, found.end(), found.end() + 150)
    sex = rng.choice("fm") if near is None else "f" if near.group().lower() in ("she", "her") else "m"
    name = rng.choice(table("names")[origin][sex])
    if telling.bare:
        return [Edit(found.end(), found.end(), f" {name.lower()}")]
    close = "" if telling.text[found.end()] in ".,;" else ","
    return [Edit(found.end(), found.end(), f", {name}{close}")]


def employer(telling: Telling, name: str) -> Edit:
    """Say at the outset where this was."""
    return Edit(0, 0, f"this was at {name} ".lower() if telling.bare else f"This was at {name}. ")


def places(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Move a story: each city, country and people's name becomes another one, always the same.

    A story that names its currency by a word which several countries use, or by no word at all, stays where it is:
    there the place tells what an amount is worth.
    """
    if any(_SHARED.search(telling.text, start, end) for start, end in telling.figures):
        return
    if any(_CURRENCY.search(telling.text, start, end) is None for start, end in _amounts(telling)):
        return
    for kind in ("cities", "countries", "peoples", "demonyms"):
        known: list[str] = table("places")[kind]
        new: dict[str, str] = {}
        free = rng.sample(known, len(known))
        cased = {name.lower() if telling.bare else name: name for name in known}
        for found in re.finditer(rf"\b(?:{alternatives(cased)})\b", telling.text):
            name = cased[found.group()]
            if name not in new:
                new[name] = _other(name, free)
            yield Edit(found.start(), found.end(), new[name].lower() if telling.bare else new[name])


def _amounts(telling: Telling) -> Iterator[tuple[int, int]]:
    """Where amounts of money stand, and large numbers that may be some."""
    yield from telling.money
    for found in _LARGE.finditer(telling.text):
        yield max(0, found.start() - _NEAR), found.end() + _NEAR


def _other(name: str, free: list[str]) -> str:
    """A free name that takes the same article, so that nothing but the name changes."""
    place = next(i for i, other in enumerate(free) if other != name and _vowel(other) == _vowel(name))
    return free.pop(place)


def _vowel(name: str) -> bool:
    return name[0] in "AEIO"
