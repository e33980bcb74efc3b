"""Whether the people of a count are the speaker's: led by them, or one group with them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile, pairwise

from starproof.extract.people.disowned import is_disowned
from starproof.extract.people.firms import is_firm
from starproof.extract.people.users import is_user
from starproof.extract.text.counted import Counted, numeral
from starproof.extract.text.words import singular, words

_CUE_REACH = 16
"""How many words before a figure may say whose people they are."""
_CLOSE = 3
_CROWD = 6
FEW = 3
"""So few builders are most often some of a group, unless the speaker is said to lead them."""
_SHORTEST = 3
"""Letters of the shortest superlatives; "est" and "test" are none that single out people."""
_TO_ME = frozenset([("to", "me"), ("into", "me"), ("under", "me")])
_REPORT = frozenset(["report", "reports", "reported", "reporting", "answer", "answered"])
_SPLIT = frozenset(["in", "across", "over", "between", "under", "total", "altogether", "together", "reporting", "from"])
_WHOSE = frozenset(["the", "my", "our", "his", "her", "their", "them", "these", "those", "whom"])
_EACH = frozenset(["a", "an", "per", "each", "every"])
_GREW = frozenset(["grew", "grow", "growing", "grown", "expanded", "built"])
_GREW_REACH = 7
_PARTING = frozenset(["and", "but", "by", "revenue", "in", "over", "which", "that"])
_TIMES = frozenset(["year", "quarter", "month", "week", "day", "season", "shift"])
_SUMS = (("in", "all"), ("in", "total"), ("all", "told"), ("all", "together"))
_WE_ARE = (("we", "are"), ("we", "were"))
_REPORTING = frozenset("have had i've i'd with my our manage managed managing lead led direct under ran run".split())
"""Beside reports: they are people; so are those with an "and" straight beside them."""
_OTHERS_LEAD = frozenset(["runs", "leads", "heads", "manages", "supervises", "oversees"])
"""A form that no teller uses of themselves."""
_BEHIND_LEADERS = frozenset(["and", "or", "plus", "with", "under", "who", "reporting"])
"""Straight behind "leads": it is a noun, "five shift leads and forty technicians"."""
_BEFORE_LEADERS = frozenset(["team", "tech", "technical", "squad", "shift", "group", "two", "three", "four", "five"])
"""Straight before it, as well: "two of them team leads, about 24 engineers"."""
_WHOLE = frozenset(["whole", "entire"])
_AT_LARGE = frozenset(
    "department division company firm organisation organization business office building site floor group".split()
)
_THERE = (("there", "are"), ("there", "were"), ("there's",))
_MINE = frozenset(["my", "our", "mine", "under", "me"])
_TURNED_TO = frozenset(["to", "with", "from", "asked", "among", "between", "through"])
_SPOKEN_TO = frozenset(["asked", "paid", "told", "rang", "called", "phoned", "emailed", "invited", "begged"])
_AT_THE_HEAD = (("manager", "of"), ("lead", "of"), ("head", "of"), ("supervisor", "of"))


def is_led(count: Counted) -> bool:
    """Whether these are builders of the speaker's own group, or any people with the speaker at their head."""
    if (
        of_others(count)
        or is_firm(count)
        or _at_large(count)
        or _some_of(count)
        or _by_time(count)
        or is_disowned(count)
        or is_user(count)
        or _helping(count)
        or set(count.near(_CROWD)) & words("led", "crowd")
    ):
        return False
    if _one_group(count):
        return True
    if count.noun in words("nouns", "reports") and _written(count):
        return False
    if count.noun in words("nouns", "builders") or count.noun in words("nouns", "reports"):
        if count.noun in words("nouns", "asking"):
            return _told_to_lead(count)
        return count.value > FEW or _headed(count)
    return count.noun in words("nouns", "people") | words("nouns", "leaders") and _headed(count)


def of_others(count: Counted) -> bool:
    """Whether the words straight before say that these are somebody else's, or only met, or lost."""
    if set(count.inside) & words("led", "outside") or _run_by_another(count) or _met(count) or _vacant(count):
        return True
    return bool(set(count.near(3)) & words("led", "others")) or count.near(2) == ("one", "of")


def _run_by_another(count: Counted) -> bool:
    """Whether somebody else runs them: "she leads a crew of six", "Ines runs two shops with four people"."""
    last = ("", *count.near(_CROWD), "")
    leads = any(
        one in _OTHERS_LEAD
        and two not in _BEHIND_LEADERS
        and not (before in _BEFORE_LEADERS if two else before and numeral(before))
        for before, one, two in zip(last, last[1:], last[2:], strict=False)
    )
    return leads and "i" not in last


def _written(count: Counted) -> bool:
    """Whether reports may be what people write or send in, "eighty reports came in", as nothing calls them people."""
    if not any(singular(word) == "report" for word in count.inside):  # a bare number, whose noun was told before
        return _TO_ME.isdisjoint(pairwise(count.next(4)))
    around, beside = {*count.near(_CLOSE), *count.next(2)}, (*count.near(1), *count.next(1))
    return "direct" not in count.inside and around.isdisjoint(_REPORTING) and "and" not in beside


def _vacant(count: Counted) -> bool:
    """Whether they are missing: "he was short two nurses", "we were four people short"."""
    return "short" in count.near(2) or count.next(1) == ("short",)


def _met(count: Counted) -> bool:
    """Whether managers are only turned to, as peers are: "I took it to the six managers"."""
    if count.noun not in words("nouns", "leaders") or not _MINE.isdisjoint(count.near(2)):
        return False
    return not _TURNED_TO.isdisjoint(count.near(2)) and _MINE.isdisjoint((*count.inside, *count.next(4)))


def _at_large(count: Counted) -> bool:
    """Whoever is there: "in the whole department are 34 engineers", "there are 300 managers with five approvals"."""
    last = count.near(_CROWD)
    if ("back", "when") in pairwise(last):  # they were so many once
        return True
    for before, one, two in zip(("", *last), last, last[1:], strict=False):
        if one in _WHOLE and two in _AT_LARGE and before not in _MINE:
            return True
    there = count.near(2) in _THERE or count.near(1) in _THERE
    return there and count.noun in words("nouns", "leaders") and _MINE.isdisjoint((*last, *count.inside, *count.after))


def is_there(count: Counted) -> bool:
    """Whether builders are only said to be there: "there were 200 engineers, so that was a good deal of coffee"."""
    there = count.near(2) in _THERE or count.near(1) in _THERE
    return there and _MINE.isdisjoint((*count.before, *count.inside, *count.after)) and not _names_team(count.after)


def _helping(count: Counted) -> bool:
    """Whether people only took part or were spoken to: "with sixty volunteers", "I had asked 60 people"."""
    if count.noun == "volunteer":
        return count.near(1) == ("with",) and not set(count.before) & words("led", "manage")
    return count.noun in words("nouns", "people") and not _SPOKEN_TO.isdisjoint(count.near(1))


def _some_of(count: Counted) -> bool:
    """Part of a group, which does not say how large it is: "two of my engineers", "the two strongest engineers"."""
    if count.value <= FEW and any(word.endswith("est") and len(word) > _SHORTEST for word in count.inside):
        return True
    row = list(dropwhile(lambda word: word != "of" and numeral(word), (*count.inside, *count.next(2))))
    return len(row) > 1 and row[0] == "of" and row[1] in _WHOSE


def _by_time(count: Counted) -> bool:
    """So many in a stretch of time, who were never one group: "60 hires a year"."""
    following = count.next(2)
    return len(following) == 2 and following[0] in _EACH and following[1] in _TIMES


def _one_group(count: Counted) -> bool:
    """Told as one group: "a team of eight", "six of us", "a headcount of 40", "a 60-strong crew", "team size: 18"."""
    last = count.near(4)
    of_group = "of" in last[-2:] and any(word in _groups() for word in last)
    of_us = ("of", "us") in (count.next(2), count.inside[-2:]) and not (
        count.near(1) == ("the",) and count.value <= FEW
    )
    if count.near(2) in _AT_THE_HEAD and count.noun not in _things() and all(numeral(word) for word in count.inside):
        return True
    sized = bool({"size", "headcount"} & set(count.near(2))) or _in_all(count)
    return of_group or of_us or sized or _grew(count) or "strong" in {*count.inside, *count.next(1)}


def _in_all(count: Counted) -> bool:
    """A bare number that sums up a group: "so nineteen all in all", "three hundred or so on the rota"."""
    if not all(numeral(word) for word in count.inside):
        return False
    following = count.next(5)
    row = following[2:] if following[:2] == ("or", "so") else following
    if row[:1] == ("on",) and len(row) > 2 and row[2] in words("led", "lists"):
        return True
    summed = row[:2] in _SUMS or row[:1] == ("altogether",) or row[:3] == ("all", "in", "all")
    told = {singular(word) for word in count.near(_CUE_REACH)}
    of_people = bool(told & (words("nouns", "teams") | words("nouns", "people") | words("nouns", "builders")))
    return summed and (of_people or count.near(2) in _WE_ARE)


def _grew(count: Counted) -> bool:
    """What a team grew to: "grew the robotics team from 4 to 13", "grew team 4 -> 13"."""
    others = words("nouns", "organisations") | words("nouns", "places") | words("nouns", "served")
    if count.noun in others - words("nouns", "people"):
        return False
    last = count.near(_GREW_REACH)
    place = next((n for n, word in enumerate(last) if word in _GREW), None)
    return place is not None and _names_team(last[place + 1 :]) and not set(last[place + 1 :]) & _PARTING


def _groups() -> frozenset[str]:
    """Names of one group; in the plural they are batches: "moved in groups of 40"."""
    return words("nouns", "teams") | words("led", "groups")


def _things() -> frozenset[str]:
    """Nouns of what a manager may be of besides people."""
    return (
        words("nouns", "teams") | words("nouns", "organisations") | words("nouns", "places") | words("nouns", "reports")
    )


def _names_team(row: Iterable[str]) -> bool:
    return any(singular(word) in words("nouns", "teams") for word in row)


def _headed(count: Counted) -> bool:
    """Whether the words around say that the speaker leads these people, or speak of a team of them."""
    if _told_to_lead(count) or _names_team(count.near(_CUE_REACH)):
        return True
    return bool(set(count.next(4)) & _SPLIT) and _names_team(count.next(6))


def _told_to_lead(count: Counted) -> bool:
    """Whether the words around say that the speaker leads these people."""
    far, close = set(count.near(_CUE_REACH)), set(count.near(_CLOSE))
    if far & words("led", "before") or close & words("led", "close"):
        return True
    following = count.next(4)
    if count.noun not in words("nouns", "leaders") and not _TO_ME.isdisjoint(pairwise(following)):
        return not _REPORT.isdisjoint(following)
    return bool({"my", "our"} & set(count.next(3)))
