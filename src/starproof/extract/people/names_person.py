"""What the words around a capitalised word make of it: a person for sure, likely one, or a place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise
from typing import Literal

from starproof.core.months import MONTHS
from starproof.extract.people.lands import LANDS
from starproof.extract.people.names_told import (
    BEING,
    SINCE,
    fares,
    has_served,
    is_a_colleague,
    is_given_a_part,
    is_of_mine,
    minded,
    takes_over,
)
from starproof.extract.text.words import words as words_of

Weight = Literal["sure", "likely", "place"]
TITLES = frozenset("mr mrs ms miss dr doctor prof professor hagg frau herr senora don dona".split(" "))
_ROLES = TITLES.union(
    (
        "engineer analyst lead manager director developer designer tester nurse dispatcher planner "
        "driver clerk foreman architect intern apprentice colleague peer boss report deputy counterpart partner friend "
        "successor predecessor technician operator consultant teacher trainer editor buyer seller "
        "delegate principal registrar midwife warden treasurer actuary "
        "guy woman man lady chap girl boy person named called "
        "father mother wife husband son daughter brother sister uncle aunt cousin nephew niece grandfather grandmother "
        "father-in-law mother-in-law brother-in-law sister-in-law"
    ).split(" ")
)
_DEEDS = frozenset(
    (
        "said says told tells asked asks wrote wanted refused disagreed agreed argued quit resigned left objected "
        "insisted promised offered complained replied answered admitted apologised apologized laughed cried shrugged "
        "smiled nodded thought felt believed suggested proposed decided ran led built drafted noticed explained warned "
        "hated loved trusted knows knew thinks called phoned rang goes went joined took got who who'd who's who'll "
        "who’d who’s who’ll"
    ).split(" ")
)
_GOING = frozenset(["goes", "went"])
_SWITCHED = frozenset(["live", "dark", "offline", "online", "down"])
"""Behind "went": a site or a system did, "Riga went live in May"."""
_AFTER_ROLE = _DEEDS | {",", "and", ".", ")", ""}
_CARING = frozenset("hired promoted coached mentored paired phoned trusted thanked fired".split(" "))
"""What is done to nobody but a person."""
_HANDING = frozenset("asked ask asks told tell tells gave called let had made put".split(" "))
"""What is done to people, and to a place or a firm that stands for its people."""
_AFTER_HANDING = frozenset(", . to the a and on that how what why from about so he she i we they it".split(" "))
_GREETINGS = frozenset("hi hello hey dear".split(" "))
_PLACING = frozenset("in near outside inside across around throughout via into".split(" "))
_TRAVELS = frozenset("moved flew drove travelled traveled flight train road bus trip".split(" "))
"""Before "to", which then leads to a place."""
_NO_SUBJECT = frozenset("the a an in at of our their which".split(" "))
_IN_NO_PLACE = _NO_SUBJECT | _PLACING
NO_PLACE = _IN_NO_PLACE | {"from"}
NO_ACTOR = NO_PLACE | {"to", "with", "under", "by"}
"""What a name follows that does not itself do what the verb behind it says: "a captain from Rui asked"."""
_PERSONS = frozenset(
    (
        "junior juniors senior seniors colleagues leads managers engineers guys head chief recruiter officer "
        "secretary founder owner supervisor coordinator accountant lawyer mechanic pilot captain vet"
    ).split(" ")
)
ANYBODY = _ROLES | _PERSONS | {"them", "us", "other", "others"}
"""Words for people that a name may stand beside, as roles do: "one of them, Rui, found it"."""
_TWO = frozenset("two both my our his her their its".split(" "))
"""Before a role, where two names may follow: "both leads, Rui and Amal", not "60 engineers, Oslo and Brno"."""
REACH = 7
"""Words in which somebody's role stands before the name that it is given."""
CALLINGS = _PERSONS | (_ROLES - TITLES - {"guy", "named", "called"})
"""Words for people that are no name of theirs, even with a capital: "Mrs Director"."""
_FIRMS = frozenset("operator partner report buyer seller counterpart peer client".split(" "))
"""Roles that a firm may have too."""
_SHORT = frozenset("mgr eng dev dir tl pm em vp cto ceo cfo coo cio".split(" "))
"""How notes shorten what somebody is."""
ONE = frozenset(word for word in CALLINGS - _FIRMS if word == "boss" or word[-1] != "s")
_STAFFED = frozenset("moved pulled put took kept sent made".split(" "))
"""Before somebody who is given a part or taken off one: "put Rui in charge", "pulled Rui off the launch"."""
_DETERMINERS = frozenset("the a an another".split(" "))
_OF_LANDS = ("ish", "ese", "nch", "tch", "German", "Greek", "Russian", "American", "Italian")
"""How words for where somebody is from end: "the owner is Swedish"."""
_DONE_FOR = frozenset("do write lead take build read call ask present teach explain decide choose".split(" "))
"""What one has somebody do: "I should have had Rui do it"."""
_CALLING = frozenset(["call", "called", "name"])
_OWNED = frozenset(
    (
        "team squad group desk boss manager lead idea question module work review job role seat calendar notebook name "
        "first face voice opinion word words people engineers part turn draft proposal bonus promotion mistake shift "
        "objection objections doubt doubts anger resignation contract"
    ).split(" ")
)
"""What stands behind "Rui's" where Rui is somebody; a firm or a product has other things."""
_ONE_OF_THINGS = frozenset(
    "cities sites plants offices vendors suppliers products services systems platforms tools markets countries firms "
    "companies banks towns regions stores depots hubs labs warehouses factories branches "
    "customers clients brands models apps groups teams squads departments tribes desks units".split(" ")
)
_UNITS = frozenset("team teams squad group desk department tribe org unit crew".split(" "))
_UNITED = 4
"""Words behind a name in which "its" may take it up."""
_NOT_ONE = frozenset("the my our his her this that these those and of on in with for to , .".split(" "))
"""Behind them another thing may be what "its" stands for."""
_TALKING = frozenset("talk talked talking spoke speak speaking spoken apologised apologized".split(" "))
_APPOSED = frozenset("who's who’s she he she's he's she'd he'd who whom my our".split(" "))
AFTER_APPOSED = frozenset(", . ) ; of at in for from there here and who she he herself himself too now".split(" "))
_OF_WHOM = frozenset("i we whom whose everybody everyone nobody".split())
"""Words behind a role by which it is told whom they think of: "Rui, the lead everybody feared to lose"."""
AHEAD = 6
"""Words in which somebody's role stands behind the name that it tells of."""
UNITS = frozenset([word.title() for word in words_of("named", "departments") - {"field"}] + ["Customer", "Client"])
"""Departments, which do what people do; "Field" is as well a surname."""
NEVER = frozenset(month.title() for month in MONTHS).union(
    (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays "
        "Saturdays Sundays Mon Tue Tues Wed Thu Thurs Fri Sat Sept Oct Nov Dec "
        "Christmas Easter Thanksgiving Ramadan Diwali Hi Hello Hey Dear The This "
        "That These Those There Then When What Who Why How And But Because After Before Since While They She He We It "
        "You My Our His Her Their Its One Two Three Four Five Six Seven Eight Nine Ten No Yes Not Now Today In On At "
        "By For From With As If So Or An Also Even Every Each All Both Some Most Many Only Just Still Next First "
        "Second Third Last Once Twice Which Ah Oh Well Okay Finally "
        "Nobody Everybody Somebody Someone Everyone Nothing Everything Something Situation "
        "Task Action Result Reflection English German French Spanish Europe Asia America Africa God "
        "Operations Sales Finance Legal Compliance Support Marketing Product Security Procurement People Staff Design "
        "Engineering Quality Research Risk Treasury Payroll Logistics Purchasing Communications Recruiting Engagement "
        "Team Sir Madam Ms Mr Mrs Prof Dr Senior Junior Chief Head Code Android Kafka"
    ).split(" "),
    LANDS,
    UNITS,
)


def is_title(words: Sequence[str]) -> bool:
    """Whether a word and its full stop are a title: "Ms." is, "1500 ms." is not."""
    return len(words) > 1 and words[0][:1].isupper() and words[0].lower() in TITLES


def person(name: str, before: Sequence[str], after: Sequence[str], *, alone: bool) -> Weight | None:
    """What the words on each side make of a name; ``None`` where they do not tell."""
    last, prior = before[-1].lower() if before else "", before[-2].lower() if len(before) > 1 else ""
    following = after[0].lower() if after else ""
    if _given_a_role(before, following) or (_apposed(after) and last not in _IN_NO_PLACE):
        return "sure"
    if (
        is_of_mine(name, after)
        or has_served(after)
        or _is_told_to_be(name, before, after)
        or (last in ("him", "her") and prior in _CALLING)
    ):
        return "sure"
    if _is_a_unit(last, after) or _are_where(before, following):
        return "place"
    if following == "'s":
        return "likely" if after[1:2] and after[1].lower() in _OWNED and last not in _NO_SUBJECT else None
    if last in ("had", "have", "let") and following in _DONE_FOR:
        return "sure"
    handed = following in _AFTER_HANDING or not after
    if last in _CARING and handed:
        return "sure"
    if last in _GREETINGS or (last in _HANDING and handed) or (last in ("to", "with") and prior in _TALKING):
        return "likely"
    if (last not in NO_PLACE and is_a_colleague(after)) or (last in _STAFFED and is_given_a_part(after)):
        return "likely"
    switched = following in _GOING and bool(after[1:]) and after[1].lower() in _SWITCHED
    acts = (following in _DEEDS and not (takes_over(after) or switched)) or minded(after) or fares(after)
    if acts and last not in (NO_PLACE if following.startswith("who") else NO_ACTOR):
        return "likely"
    return "place" if alone and (last in _PLACING or (last == "to" and prior in _TRAVELS)) else None


def _is_a_unit(last: str, after: Sequence[str]) -> bool:
    """Whether a name is a group's: "the Rates team", "Rates would run its own engine"."""
    following = [word.lower() for word in after[:_UNITED]]
    if following[:1] and following[0] in _UNITS and last in ("the", "our", "their"):
        return True
    place = following.index("its") if "its" in following else 0
    return place > 0 and _DETERMINERS.isdisjoint(following[:place]) and not {*_NOT_ONE} & set(following[:place])


def _are_where(before: Sequence[str], following: str) -> bool:
    """Whether two names behind a comma are places: "two depots, Rui and Brno", "head of tools, Rui and Brno"."""
    if before[-1:] == ["and"] and before[-3:-2] == [","]:  # the second of the two
        before, following = before[:-2], "and"
    if following != "and" or before[-1:] != [","] or not before[:-1]:
        return False
    last, told = before[-2].lower(), before[:-1]
    if last in _ONE_OF_THINGS:
        return True
    one = _of_a_person(told, two=False) and not _of_a_person(told, two=True)
    return one and last.removesuffix("s") not in ANYBODY


def _given_a_role(before: Sequence[str], following: str) -> bool:
    """Whether the words before a name say who it is: "my lead Rui", "Mr. Rui", "one of my leads, Rui, said"."""
    last, prior = before[-1] if before else "", before[-2].lower() if len(before) > 1 else ""
    if last == "," and _one_of_ours(before):
        return following in _AFTER_ROLE
    if last == ",":
        of_a_person = following in _AFTER_ROLE and _of_a_person(before[:-1], two=following == "and")
        return prior in _ROLES or of_a_person
    if last == ".":
        return is_title(before[-2:])
    return last.lower() in TITLES or last in _ROLES


def _one_of_ours(before: Sequence[str]) -> bool:
    """Whether the words before a comma name one of several: "one of mine, Rui,", "one from my team, Rui,"."""
    words = [word.lower() for word in before[-6:-1]]
    place = next((n for n, word in enumerate(words) if word in ("one", "somebody", "someone")), None)
    return place is not None and words[place + 1 : place + 2] in (["of"], ["from"]) and words[-1] not in _ONE_OF_THINGS


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
        if word.lower() in ONE | _SHORT and (following in AFTER_APPOSED or following.lower() in _OF_WHOM):
            return True
        if not word[:1].islower() or word in AFTER_APPOSED:
            return False
    return False


def _is_told_to_be(name: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb of being ties a name to somebody's role: "one of the leads was Rui", "Rui is now a lead"."""
    if after and after[0].lower() in BEING:
        told = list(dropwhile(SINCE.__contains__, after[1:]))
        return bool(told) and _is_role(told, bare=False)
    ends = not after or after[0] in AFTER_APPOSED
    if not before or before[-1].lower() not in BEING or not ends or name.endswith(_OF_LANDS):
        return False
    return len(before) > 1 and before[-2].lower() in CALLINGS - _FIRMS


def _of_a_person(before: Sequence[str], *, two: bool) -> bool:
    """Whether the last words are of a person, or of ``two``, with no place and no pause after it."""
    if before and before[-1].lower() in _ONE_OF_THINGS:
        return False  # "two other groups, Rates and Cards"
    for place, word in reversed(list(enumerate(before))):
        if word.lower() in ANYBODY or word.lower().removesuffix("s") in ONE:
            return not two or not _TWO.isdisjoint(other.lower() for other in before[:place])
        if two and word.lower() in _TWO:
            return False  # "a pilot in two depots, Rui and Brno"
        if not word[:1].islower() or word in _PLACING:
            return False
    return False
