"""The longest stretch that the work or its effect is said to cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.facts import Measure
from starproof.extract.text.counted import Counted
from starproof.extract.text.rows import Row
from starproof.extract.text.words import singular, words
from starproof.extract.time.dates import WE, YEAR, between_dates, standing_years
from starproof.extract.time.history import is_history
from starproof.extract.time.months import between_months
from starproof.extract.time.no_work import is_no_work

DAY = 86400.0
LEAST_DAYS = 7.0
"""A shorter stretch is part of the doing, not a horizon."""
MOST_DAYS = 15 * YEAR
"""A longer one is a history, not a horizon."""
_CUE_REACH = 4
_GIVEN = frozenset("asked gave give given mandate entrusted promise promised goal target mission".split())
_ONES = frozenset("my our the a this one that".split())
"""Before "bet", which is a plan then and no wager: "our bet was one platform, for four years"."""
_GIVEN_REACH = 20
_I, _HAD = frozenset(["i", "we"]), frozenset(["had", "have"])
_TO_DO_IT = frozenset("to for until till before and but so".split())
"""Straight behind what the teller had, or nothing: it is the time given, "we had six weeks to move the shop"."""
_THEY = frozenset("they he she they'd he'd she'd their his her".split(" "))
_HELD_REACH = 5
_SIGNED_REACH = 8
_STAYED_REACH = 5
_LATTER = frozenset(["last", "past", "previous"])
_TAKING = frozenset("of to plan programme program work away until till if before".split(" "))
"""Right after a stretch that "it's" tells: so long it takes, or is still to come."""
_STAYED = frozenset(["stayed", "stays", "remained", "remains", "like"])
_STANDS = (("stands",), ("holds",), ("works",))
_LEVELS = frozenset("between under below above over at on in up down this that".split(" "))
_AUXILIARIES = frozenset(
    "been is are was were has have had will would it's that's i've we've they've i'd we'd they'd".split(" ")
)
_HAS = frozenset("been has it's that's have i've we've they've".split(" "))
_DENIED_REACH = 7
_NONE_OF = frozenset(["0"])
"""Before a thing: it did not come back, "0 outages in 2 yrs"; a level is one that the work took to reach."""
_LEVELLED = frozenset("from to at was reached hit".split())
_AMOUNTS = frozenset("million billion thousand hundred m k bn dollars euros pounds rupees crore lakh".split())
_SIGNS = frozenset("$ £ € ¥ ₹ usd eur gbp".split(" "))
_RATED = frozenset(["year", "yr", "annum", "month", "week"])
_PRICE_REACH = 8
_LONG = 180 * DAY
"""Seconds from which a stretch without a thing is a state, and no pause that somebody makes."""
_OURS = frozenset("i i'd i'm i've me my we we'd we've us our".split(" "))
_UNSIGNED = frozenset(
    "want wanted wants about offered offering offer asked asking proposed suggested would supposed due refused "
    "declined instead rather hoped".split(" ")
)
"""Before a bond and its length: it was only thought of, "wanted to renew it for three more years"."""
_VAGUELY = frozenset(["maybe", "perhaps", "or", "roughly"])
"""Behind "ago": somebody recalls when it was."""
_TOOK = frozenset("took take takes taking".split())
_TOOK_REACH = 7
_ABOUT = frozenset(
    "about some roughly around nearly almost up to over more than only often usually still then now had".split()
)
_EACH = frozenset(["a", "an", "each", "every", "any"])
_SHORT = 3
_BONDING = frozenset("sign renew extend renewing signing extending".split(" "))


def horizon(row: Row, durations: Sequence[Counted]) -> Measure | None:
    """The longest of: a stretch told as a length, a standing number of years, the span between dates told."""
    told = [duration for duration in durations if _covers(duration)]
    return _longest([*_lengths(told), *standing_years(row), *_dated(row, ours=False)])


def planned(row: Row, durations: Sequence[Counted]) -> Measure | None:
    """The longest stretch that the work was given or took; how long its outcome has held, or will bind, is none."""
    told = [duration for duration in durations if _covers(duration) and not _outcome(duration)]
    return _longest([*_lengths(told), *_dated(row, ours=True)])


def _dated(row: Row, *, ours: bool) -> Sequence[Measure]:
    """The stretch between years told, else between months."""
    if any(between_dates(row)):
        return list(between_dates(row, ours=ours))
    return list(between_months(row, ours=ours))


def _longest(found: Sequence[Measure]) -> Measure | None:
    fits = [m for m in found if LEAST_DAYS <= m.value <= MOST_DAYS]
    return max(fits, key=lambda m: (m.value, -m.span.start), default=None)


def _lengths(durations: Sequence[Counted]) -> Iterator[Measure]:
    for duration in durations:
        yield Measure(duration.value / DAY, duration.span)


def _outcome(duration: Counted) -> bool:
    """Whether it tells how long something has held, binds somebody, or how long somebody was there."""
    return _held(duration) or _signed(duration) or _stayed(duration)


def _stayed(duration: Counted) -> bool:
    """How long others stayed or were kept: "two of them left within seven months", "his pay was kept for a year"."""
    last = duration.near(_STAYED_REACH)
    return bool(set(last) & words("horizon", "staying")) and WE.isdisjoint(last)


def _held(duration: Counted) -> bool:
    """Whether it is the outcome's own age: "two years later it still runs", "it has run for two years"."""
    if set(duration.next(2)) & words("horizon", "held") and not _place(duration):
        return True
    if _ensuing(duration):
        return True
    if duration.near(1) == ("it's",):  # "it's five weeks", "it's three years of digging" tell what it takes
        told = duration.near(2)[:1] == ("that",)
        return duration.value >= _LONG and not told and set(duration.next(1)).isdisjoint(_TAKING)
    if set(duration.near(_HELD_REACH)) & words("horizon", "holding") or _since(duration):
        return True
    return _has_stood(duration) or _never_again(duration)


def _ensuing(duration: Counted) -> bool:
    """What came behind the work: "in the two years after, all eleven stayed", and not "after I had joined"."""
    if duration.near(1) != ("the",) or duration.next(1) not in (("after",), ("following",), ("afterwards",)):
        return False
    return not is_history(duration) and words("horizon", "begun").isdisjoint(duration.next(4))


def _has_stood(duration: Counted) -> bool:
    """What stands today: "after two years the chip is in the meter too", "has hung over my desk for three years"."""
    if duration.near(1) == ("after",):
        return not words("horizon", "standing").isdisjoint(duration.after)
    if duration.near(1) != ("for",):
        return False
    last = duration.near(_HELD_REACH + 3)
    if any(one in _STAYED and two in _LEVELS for one, two in pairwise(last)) or last[-2:-1] in _STANDS:
        return True
    return next(filter(_AUXILIARIES.__contains__, reversed(last)), "") in _HAS


def _never_again(duration: Counted) -> bool:
    """What did not come back: "no fire in five years"; "no new features for ten weeks" is what somebody does."""
    if duration.near(1) == ("in",) or (duration.near(1) == ("for",) and duration.value >= _LONG):
        last = duration.near(_DENIED_REACH + 1)
        denied = any(_denies(word) and before != "from" for before, word in pairwise(last))
        return denied or any(two in _NONE_OF and one not in _LEVELLED for one, two in pairwise(("", *last[:-2])))
    return False


def _denies(word: str) -> bool:
    return word.removesuffix("'s") in words("horizon", "denying") or word.endswith("n't")


def _unsigned(duration: Counted) -> bool:
    """How long a bond would have been that nobody had entered: "he wanted to renew it for three more years"."""
    last = duration.near(_SIGNED_REACH + 2)
    bonds = [place for place, word in enumerate(last) if word in _BONDING or word in words("horizon", "signed")]
    if not bonds or last[bonds[-1]] not in _BONDING:
        return False
    return "for" in last[bonds[-1] :] and not _UNSIGNED.isdisjoint(last[: bonds[-1]])


def _signed(duration: Counted) -> bool:
    """How long somebody else has bound themselves, which is an outcome: "the customer renewed for three years"."""
    last = set(duration.near(_SIGNED_REACH))
    if set(duration.next(1)) & words("horizon", "bonds") or (
        "for" in duration.near(1) and last & words("horizon", "bonds")
    ):
        return True
    return bool({"for", "by", "another", "further"} & set(duration.near(2))) and bool(last & words("horizon", "signed"))


def _covers(duration: Counted) -> bool:
    """Whether a length is that of the work or its effect: "fourteen months on", "over three years"."""
    if {"hour", "hours", "minute", "minutes"} & set(duration.inside) or _of_material(duration):
        return False
    if is_history(duration) or _priced(duration) or _bought(duration) or _theirs(duration) or _unsigned(duration):
        return False
    if _of_each(duration) or is_no_work(duration) or _undone(duration):
        return False
    if set(duration.next(1)) & words("horizon", "past") or set(duration.next(2)) & {"experience", "old"}:
        return _since(duration)
    if set(duration.next(2)) & words("horizon", "after") and not _place(duration):
        return True
    if set(duration.near(_CUE_REACH)) & words("horizon", "before"):
        return duration.near(1) != ("for",) or _outcome(duration) or _is_ours(duration)
    if _had_to_do_it(duration):
        return True
    last = duration.near(_GIVEN_REACH)
    opened = ("the", *last) if len(last) < _GIVEN_REACH else last  # "Bet: one platform, 4 yrs"
    return not _GIVEN.isdisjoint(last) or any(two == "bet" and one in _ONES for one, two in pairwise(opened))


def _had_to_do_it(duration: Counted) -> bool:
    """The time that the teller was given: "I had four months", and neither "of data" nor "there as a tester"."""
    who, had = ("", "", *duration.near(2))[-2:]
    return who in _I and had in _HAD and _TO_DO_IT.issuperset(duration.next(1))


def _undone(duration: Counted) -> bool:
    """How long somebody did not do it: "I should have asked; I didn't, for three months"."""
    last = duration.near(2)
    return last[1:] == ("for",) and (last[0] == "not" or last[0].endswith("n't"))


def _of_each(duration: Counted) -> bool:
    """How long each of them takes, however often: "offers took eleven days to reach the shop"."""
    last = duration.near(_TOOK_REACH)
    place = next((n for n in range(len(last) - 1, -1, -1) if last[n] in _TOOK), None)
    if not place or not all(word in _ABOUT for word in last[place + 1 :]):
        return False
    who = next((word for word in reversed(last[:place]) if word not in _ABOUT), "")
    several = who.endswith("s") and len(who) > _SHORT and singular(who) not in words("horizon", "work")
    return several or not _EACH.isdisjoint(last[max(0, place - 3) : place])


def _is_ours(duration: Counted) -> bool:
    """Whether the teller or a piece of work goes on for so long, and not a customer, a machine or somebody's job."""
    who = {*duration.before, *duration.after}
    work = (
        words("named", "leading") | words("horizon", "leading") | words("horizon", "spans") | words("horizon", "meant")
    )
    return not who.isdisjoint(_OURS | work)


def _of_material(duration: Counted) -> bool:
    """How much there was to look at: "two years of visits", "the comments of two years"."""
    if duration.near(3)[:2] == ("of", "the") and duration.near(1)[0] in _LATTER:
        return True
    if duration.near(1) == ("of",):
        return not set(duration.near(3)) & (words("horizon", "after") | words("horizon", "spans"))
    following = duration.next(2)
    if following[:1] != ("of",) or len(following) < 2:
        return False
    return following[1] not in words("horizon", "work") and not following[1].endswith("ing")


def _theirs(duration: Counted) -> bool:
    """What others meant to do: "the architects, they had a plan, a three-year plan"."""
    if not set(duration.next(1)) & words("horizon", "meant"):
        return False
    who = next((word for word in reversed(duration.before) if word in WE or word in _THEY), "")
    return who in _THEY


def _bought(duration: Counted) -> bool:
    """How long somebody is bound to what they buy: "the contract was to be renewed for another five years"."""
    if not {"for", "by", "another", "further"} & set(duration.near(2)):
        return False
    last = set(duration.before)
    return bool(last & words("horizon", "bought")) and bool(last & words("horizon", "binding"))


def _priced(duration: Counted) -> bool:
    """What an amount is reckoned over: "9.6 million over three years", "1.7 million a year over fifty weeks"."""
    last = duration.near(_PRICE_REACH)
    if last[-1:] not in (("over",), ("across",)):
        return False
    row = last[:-1]
    if row[-1:] and row[-1] in _RATED:
        return any(_is_amount(word) for word in row[-5:])
    return bool(row) and (row[-1] in _AMOUNTS or _is_amount(row[-1]))


def _is_amount(word: str) -> bool:
    """Whether a word is of money: "£", "million", "300k"."""
    return word in _AMOUNTS or word in _SIGNS or (word[0].isdecimal() and word.lstrip("0123456789") in _AMOUNTS)


def _place(duration: Counted) -> bool:
    """Where the time was spent: "eight years on the floor"."""
    following = duration.next(3)
    return len(following) == 3 and following[0] == "on" and following[2] in words("horizon", "places")


def _since(duration: Counted) -> bool:
    """The outcome's own age: "that was two years ago now"."""
    recent = duration.value <= 5 * YEAR * DAY
    if "this" in duration.near(3) and {"now", "still"}.isdisjoint(duration.after):
        return False  # "so this was two years ago" tells when the story happened
    if not _VAGUELY.isdisjoint(duration.next(2)[1:]):
        return False  # "it's three years ago maybe" as well
    return recent and duration.next(1) == ("ago",) and bool({"that's", "that", "it's", "this"} & set(duration.near(3)))
