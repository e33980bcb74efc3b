"""How a figure is told: as where a measure stands, as a change, as a margin against a goal, or only to say when."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, WORD, Tokens
from starproof.extract.text.changing import CHANGES


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
    if tokens.word(at) == "at" and tokens.word(at - 1) in LANDED:
        return True
    if tokens.word(at) in ("at", "running"):
        return not STANDS.isdisjoint(lead)
    if tokens.word(at) in _AIMS:
        return True
    if tokens.word(at) in _COSTS:
        return not _TODAY.isdisjoint((*lead, tokens.word(figure.stop)))
    return tokens.word(at) in STANDS and not _NOW.isdisjoint(lead)


_PRICED = frozenset("quoted priced offered valued costed estimated put assessed tendered insured".split())
_BRINGS = frozenset("bring brought get got keep kept push hold cut take".split())
"""Before "it under £20,000", these set a goal to the measure that was told."""
_COSTS = frozenset("costs cost pay pays lose loses spend spends earn earns makes brings".split())
_TODAY = frozenset("now today nowadays currently".split())


_CHANGES = frozenset(
    """fell fallen dropped down came come us went gone cut brought reduced shrank shrunk rose risen grew grown climbed
    up sank sunk got lowered raised crept back slid moved""".split()
)
STANDS = frozenset("is been was were are it's we're stood stands sits back being stayed stays".split())
_NOW = frozenset(
    "now today currently nowadays it it'd it’d bill cost costs limit target plan goal ceiling budget forecast".split()
)
_AIMS = frozenset("promised pitched forecast predicted projected".split())
LANDED = frozenset("landed settled finished ended".split())


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


def changes(tokens: Tokens, figure: Figure) -> bool:
    """Whether a percentage tells by how much something changed, and not where it stands: "31 percent better"."""
    if figure.kind != "percent":
        return False
    after = tokens.word(figure.stop)
    return figure.noun or after in _CHANGED or after in CHANGES or tokens.word(figure.first - 1) in _BY


_CHANGED = frozenset(
    "less fewer more better worse down up lower higher faster slower quicker smaller larger shorter longer cheaper "
    "off".split()
)
_BY = frozenset("down up minus plus by".split())


MISSED = frozenset("missed miss beat beats missing beating".split())
"""Before "by" and a figure, these make it a margin."""
PAST = frozenset("under over below above inside ahead better worse short shy beyond off".split())
_GOALS = frozenset(
    """target goal limit line date deadline schedule plan budget contract promise promised wanted asked set agreed slide
    bar ceiling cap threshold sla forecast estimate deal benchmark average told said pledged need needed""".split()
)


def past_goal(tokens: Tokens, at: int) -> bool:
    """Whether the words from ``at`` on set a margin against a goal: "under what they'd set us", "ahead of the goal"."""
    if tokens.word(at) not in PAST:
        return False
    at += 1 + (tokens.word(at + 1) in ("of", "than"))
    if tokens.word(at) == "what":
        return True
    for here in range(at, at + 5):
        if tokens.sort(here) != WORD:
            return False
        if tokens.word(here) in _GOALS:
            return True
    return False


def off_goal(tokens: Tokens, at: int) -> bool:
    """The same where the goal may go without saying: "a third over." """
    ends = tokens.sort(at + 1) not in (WORD, NUMBER, MARK) and tokens.over_dash(at + 1) == at + 1
    ends = ends or (tokens.word(at + 1) in ("and", "but", "so") and tokens.word(at + 2) != "above")
    return past_goal(tokens, at) or (tokens.word(at) in PAST and ends)
