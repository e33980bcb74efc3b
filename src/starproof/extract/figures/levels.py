"""A measure that is told again: "it had fallen to 1.1", "we are at 82 now", "the limit was 3"."""

from __future__ import annotations

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import WORD, Tokens
from starproof.extract.figures.memory import Text
from starproof.extract.figures.nouns import plural
from starproof.extract.figures.taking import ratio, spoken
from starproof.extract.text.changing import CHANGES

_FAR = 60
"""Tokens over which a measure is told again without its unit."""


def level(text: Text, index: int) -> Figure | None:
    """The last figure of about the same size, where the words tell a level; lengths are passed over."""
    figure, tokens = text.figures[index], text.tokens
    if figure.scale != 1.0 or not (tells_level(tokens, figure) or _told(tokens, figure)):
        return None
    if of_people(text, figure):
        return None
    if tokens.word(figure.first - 1) in ("at", "on") and tokens.word(figure.first - 2) in _LANDED:
        return _arrived(text, figure)
    for other in reversed(text.figures[max(0, index - 8) : index]):
        if figure.first - other.stop > _FAR:
            return None
        share = other.kind == "percent" and other.noun
        if _length_again(text, figure, other) and not describes(tokens, other):
            return other
        if other.kind in ("multiple", "duration", None) or other.unit == "pp" or share or change_of(tokens, other):
            continue
        if not _alike(figure, other):
            continue
        apart = text.places[figure.first] - text.places[other.stop - 1]
        far = apart > 1 or (apart > 0 and figure.first - other.stop > 8)
        return None if other.kind == "count" or (other.kind == "money" and _no_sum(text, figure, far=far)) else other
    return None


def _no_sum(text: Text, figure: Figure, *, far: bool) -> bool:
    """Whether a level is none of a sum told before: far from it and of no bill, or counted already."""
    billed = not _BILLS.isdisjoint(text.tokens.low[max(0, figure.first - 4) : figure.first])
    return (far and not billed) or figure.value in text.memory.counted


def aimed(text: Text, index: int) -> Figure | None:
    """The last measure of about its size, over the people told since, for "and a target of ten"."""
    figure, tokens = text.figures[index], text.tokens
    told = tokens.word(figure.first - 1) == "of" and tokens.word(figure.first - 2) in ("target", "goal")
    if not told or figure.period or figure.scale != 1.0 or tokens.sort(figure.stop) == WORD:
        return None
    for other in reversed(text.figures[max(0, index - 6) : index]):
        if in_passing(tokens, other) or (other.kind == "count" and other.unit.rpartition(" ")[2] in STAFF):
            continue
        near = figure.first - other.stop <= _FAR and 0.2 <= ratio(figure, other) <= 3
        return other if near and other.kind in ("percent", "score", "duration") and other.unit != "pp" else None
    return None


STAFF = frozenset("team squad person engineer developer group".split())


def change_of(tokens: Tokens, figure: Figure) -> bool:
    """ "a fall of 65 %": whether a percentage tells a change by name, which no level goes on from."""
    named = tokens.word(figure.first - 1) == "of" and tokens.word(figure.first - 2) in CHANGES
    return named and figure.kind == "percent"


def _arrived(text: Text, figure: Figure) -> Figure | None:
    """ "we landed at three hundred and sixty": the last measure of about this size."""
    near = [f for f in text.memory.measured if f.unit != "pp" and not in_passing(text.tokens, f)]
    return next((f for f in reversed(near) if 0.2 <= figure.value * f.factor / max(abs(f.value), 1e-12) <= 3), None)


_LANDED = frozenset("landed settled finished ended".split())
_BILLS = frozenset("bill bills cost costs invoice invoices".split())


def _length_again(text: Text, figure: Figure, other: Figure) -> bool:
    """ "It took fourteen weeks, and it's nine now." """
    tokens = text.tokens
    if other.kind != "duration" or figure.period or figure.value < 1 or in_passing(tokens, other):
        return False
    if tokens.word(figure.first - 1) in ("were", "are") or finer(figure, other):
        return False
    return 0.12 <= ratio(figure, other) <= 2.5 and figure.first - other.stop < 20


def describes(tokens: Tokens, length: Figure) -> bool:
    """Whether a length tells which things were counted: "54 stops of more than ten minutes"."""
    at = length.first - 1 - 2 * (tokens.low[length.first - 2 : length.first] in (["more", "than"], ["less", "than"]))
    return tokens.word(at) == "of" and plural(tokens.word(at - 1))


def finer(figure: Figure, other: Figure) -> bool:
    """Whether a broken number would go on from whole days or more, which are seldom told so."""
    return figure.value % 0.5 != 0 and spoken(other) % 1 == 0 and other.factor > 3600


def in_passing(tokens: Tokens, figure: Figure) -> bool:
    """Whether a length only tells when: "in ten weeks", "half a year later"."""
    if figure.kind != "duration":
        return False
    at = figure.first - 1
    while tokens.word(at) in tokens.known.approx or tokens.word(at) in ("the", "only", "just", "first", "last", "next"):
        at -= 1
    ends = tokens.sort(figure.stop + 1) != WORD or tokens.word(figure.stop + 1) in ("and", "but", "now")
    if tokens.word(at) == "for" and (tokens.word(at - 1) in _STAYED or tokens.word(at - 1) in ("still", "asked")):
        return False
    if tokens.word(at) == "been" and tokens.word(at - 1) in ("it's", "its", "that's") and figure.factor > 86400:
        return True
    if tokens.word(at) in ("in", "within") and not _DUE.isdisjoint(tokens.low[max(0, at - 5) : at]):
        return False
    if tokens.word(at) == "in" and tokens.low[at - 2 : at] in (["want", "it"], ["wants", "it"], ["wanted", "it"]):
        return False
    if tokens.word(figure.stop) == "before" and tokens.word(at) == "to":
        return False
    if tokens.word(figure.stop) == "before" and ends and tokens.word(at) in ("took", "was", "lasted", "needed", "in"):
        return False
    if tokens.word(figure.stop) == "on" and tokens.sort(figure.stop + 1) == WORD:
        return tokens.word(at) in _WITHIN
    return tokens.word(at) in _WITHIN or tokens.word(figure.stop) in (*tokens.known.after_time, "now")


_DUE = frozenset("should must".split())
"""Before "in sixty minutes", these make the length a limit."""
_STAYED = frozenset(
    "open closed empty waited wait waiting stood stand queued queue queuing lay lie hold held down offline out".split()
)
"""Before "for 22 minutes", these measure the length."""
_WITHIN = frozenset("in for after over within every each since during".split())


def of_team(text: Text, figure: Figure) -> bool:
    """ "and my team was just nine" """
    at = figure.first - 1 - (text.tokens.word(figure.first - 1) in ("just", "only", "about"))
    return text.tokens.word(at) in ("was", "is", "were") and text.tokens.word(at - 1) in (
        "team",
        "squad",
        "crew",
        "group",
    )


def of_people(text: Text, figure: Figure) -> bool:
    """ "the team is still eight", "the number of technicians was fixed at 64": no length and no rate."""
    low, at = text.tokens.low, figure.first
    while at > max(0, figure.first - 7) and text.places[at - 1] == text.places[figure.first]:
        at -= 1
    words = low[at : figure.first]
    return of_team(text, figure) or (not _PEOPLE.isdisjoint(words) and _SHARES.isdisjoint(words))


_SHARES = frozenset(
    "percent % share rate part proportion score engagement satisfaction took takes needs needed".split()
)
_PEOPLE = frozenset("team teams crew people headcount staff squad group engineers number".split())


def _told(tokens: Tokens, figure: Figure) -> bool:
    at = figure.first - 1
    if tokens.word(at) in ("maybe", "perhaps") and tokens.word(at - 1) == ",":
        return True
    while tokens.word(at) in tokens.known.fillers or tokens.word(at) in ("under", "over", "below", "above", "at"):
        at -= 1
    return tokens.word(at) in _STANDS and tokens.word(at - 1) not in ("we", "they", "there", "us", "you")


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether two numbers as spoken are near enough to be of one measure."""
    told = spoken(other) / (other.scale if figure.value < 1000 else 1.0)
    if other.kind == "count" and figure.value != int(figure.value):
        return False
    return 1 / 8 <= figure.value / max(told, 1e-9) <= 4 or 1 / 8 <= figure.value / max(told * 1000, 1e-9) <= 1


def tells_level(tokens: Tokens, figure: Figure) -> bool:
    """Whether the words before a sum tell where a measure stands: "fell to", "down to", "we were at", "now it is"."""
    at = figure.first - 1
    while tokens.word(at) in tokens.known.approx or tokens.word(at) in ("just", "only", "under", "over", "below"):
        at -= 1
    lead = tokens.low[max(0, at - 4) : at]
    if "." in lead:
        lead = lead[len(lead) - lead[::-1].index(".") :]
    if tokens.word(figure.first - 1) in ("under", "below") and tokens.word(at) in ("it", "that", "them"):
        return not _BRINGS.isdisjoint(lead)
    if tokens.word(at) == "to":
        return not _CHANGES.isdisjoint(lead)
    if tokens.word(at) == "at" and tokens.word(at - 1) in _PRICED:
        return False
    if tokens.word(at) == "at" and tokens.word(at - 1) in _LANDED:
        return True
    if tokens.word(at) in ("at", "running"):
        return not _STANDS.isdisjoint(lead)
    if tokens.word(at) in _AIMS:
        return True
    if tokens.word(at) in _COSTS:
        return not _TODAY.isdisjoint((*lead, tokens.word(figure.stop)))
    return tokens.word(at) in _STANDS and not _NOW.isdisjoint(lead)


_PRICED = frozenset("quoted priced offered valued costed estimated put assessed tendered insured".split())
_BRINGS = frozenset("bring brought get got keep kept push hold cut take".split())
"""Before "it under £20,000", these set a goal to the measure that was told."""
_COSTS = frozenset("costs cost pay pays lose loses spend spends earn earns makes brings".split())
_TODAY = frozenset("now today nowadays currently".split())


_CHANGES = frozenset(
    """fell fallen dropped down came come us went gone cut brought reduced shrank shrunk rose risen grew grown climbed
    up sank sunk got lowered raised crept back slid moved""".split()
)
_STANDS = frozenset("is been was were are it's we're stood stands sits back being stayed stays".split())
_NOW = frozenset(
    "now today currently nowadays it it'd it’d bill cost costs limit target plan goal ceiling budget forecast".split()
)
_AIMS = frozenset("promised pitched forecast predicted projected".split())
