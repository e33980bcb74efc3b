"""Stretches that are nobody's work: an absence, what records cover, what a sum is over, a life, how late it was.

"He took ten days off", "the room data for three years", "€1.1 million in credit over two years", "flat after fourteen
months" and "late by six months" tell how long something else was; "eight weeks rather than twelve" and "for nine days
it went unread" what was not done. None of them is a plan, nor how long anything held.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from starproof.extract.text.counted import Counted

_TAKES = frozenset("take takes took taken taking had has have booked".split())
_TAKES_REACH = 3
_ILL = frozenset("ill sick away absent hospital leave sabbatical holiday vacation".split())
_ILL_REACH = 3
_ABSENCE = frozenset(["off", "leave", "holiday", "vacation"])
_OF_ABSENCE = frozenset("of sick parental maternity paternity unpaid annual medical compassionate study".split())
_MATERIAL = frozenset(
    "data records logs figures invoices statistics readings history measurements receipts registers archives".split()
)
_OVER = frozenset(["for", "over", "from", "across"])
_RECORDING = frozenset(
    "collect collected collecting gather gathered gathering kept keep keeping clean cleaned cleaning recorded read "
    "sorted typed entered migrated moved".split()
)
"""Before what is recorded: that itself went on for so long."""
_RECORDING_REACH = 6
_GATHERING = frozenset("pull pulled pulling export exported exporting extract extracted compile compiled".split())
_ALL_OF = frozenset(["every", "each", "all"])
_GATHERED_REACH = 7
_MONEY = frozenset(
    "credit credits savings fees rebates rebate refunds licences licenses penalties fines damages compensation".split()
)
_SUMS = frozenset(["million", "billion", "thousand", "m", "k", "bn", "dollars", "euros", "pounds", "crore", "lakh"])
_SUM_REACH = 6
_BACK = frozenset([("paid", "back"), ("pays", "back"), ("pay", "back"), ("paid", "itself"), ("itself", "back")])
_WORN = frozenset("flat dead dies die died expires expire expired worn wore empty drained rusted rusts leaks".split())
_SHOULD = frozenset("ought supposed designed rated meant should guaranteed".split())
_LIVES = frozenset("run last hold live work".split())
_LIVES_REACH = 4
_EVERY = frozenset(["every", "each"])
_WHOLE = 20
"""So many words before a stretch may not reach back to where its sentence begins."""
_INSTEAD = frozenset([("rather", "than"), ("instead", "of")])
_UNDONE = frozenset(
    "unwatched unnoticed unseen unread unanswered unpaid unchecked untested unmonitored unattended unserved "
    "unsupervised unprotected unpatched unreported undetected uncovered unguarded".split()
)
_UNDONE_REACH = 6
_RESTS = frozenset("vacation vacations holiday holidays break sabbatical".split())
_TAKES_REST = frozenset("take takes took taken taking had without on".split())
_REST_REACH = 3
_OF_REST = frozenset("a an any my no not one single real proper long day days week weeks off of".split())
"""Between those two: "without a single day of holiday"; of any other word a holiday is what the firm sells."""
_RESTS_GO_ON = frozenset(
    "of for in at and or since longer more with than but because that so myself from when while".split()
)
"""Behind a holiday that somebody takes; another word makes it one of what the firm sells, "holiday bookings"."""
_OFF_BY = frozenset("late delayed slipped slipping early ahead behind earlier back overdue".split())


def is_no_work(duration: Counted) -> bool:
    """Whether a stretch tells how long something was that is nobody's work, and no effect of it."""
    return (
        _absent(duration)
        or _rested(duration)
        or _recorded(duration)
        or _paid_over(duration)
        or _lived(duration)
        or _off_by(duration)
        or _each_time(duration)
        or _not_done(duration)
    )


def _absent(duration: Counted) -> bool:
    """How long somebody was away: "took ten days off", "was ill for six weeks", "four weeks of parental leave"."""
    following = duration.next(3)
    while following and following[0] in _OF_ABSENCE:
        following = following[1:]
    if following[:1] and following[0] in _ABSENCE and not _TAKES.isdisjoint(duration.near(_TAKES_REACH)):
        return True
    last = duration.near(1 + _ILL_REACH)
    return last[-1:] == ("for",) and not _ILL.isdisjoint(last[-2:-1])


def _rested(duration: Counted) -> bool:
    """How long somebody had holidays, or none: "for one year I have not taken a holiday"."""
    return any(_takes_rest(row) for row in (duration.before, duration.after))


def _takes_rest(row: Sequence[str]) -> bool:
    for place in (n for n, word in enumerate(row) if word in _RESTS and _RESTS_GO_ON.issuperset(row[n + 1 : n + 2])):
        for n in range(place - 1, max(-1, place - 2 - _REST_REACH), -1):
            if row[n] in _TAKES_REST:
                return True
            if row[n] not in _OF_REST:
                break
    return False


def _recorded(duration: Counted) -> bool:
    """What records cover: "the room data for three years"; to have kept them for so long is work."""
    last = duration.near(2)
    if len(last) < 2 or last[1] not in _OVER:
        return False
    if _gathered(duration):
        return True
    if last[0] not in _MATERIAL:
        return False
    return _RECORDING.isdisjoint(duration.near(_RECORDING_REACH))


def _gathered(duration: Counted) -> bool:
    """What somebody gets out of them at once: "I had her pull every failure for three years"."""
    pairs = pairwise(duration.near(_GATHERED_REACH))
    return any(one in _GATHERING and two in _ALL_OF for one, two in pairs)


def _paid_over(duration: Counted) -> bool:
    """What a sum is reckoned over, or comes back in: "€1.1 million in credit over two years", "paid back in a year"."""
    if not _BACK.isdisjoint(pairwise(duration.near(_SUM_REACH))):
        return True
    last = duration.near(_SUM_REACH)
    return last[-1:] in (("over",), ("across",)) and last[-2:-1] != () and last[-2] in _MONEY and _is_sum(last)


def _is_sum(row: tuple[str, ...]) -> bool:
    return any(word in _SUMS or word[:1].isdecimal() for word in row) or ("in", "credit") in pairwise(row)


def _lived(duration: Counted) -> bool:
    """How long a thing lives: "they were flat after fourteen months", "ought to run fifteen years"."""
    last = duration.near(_LIVES_REACH)
    if last[-1:] == ("after",):
        return not _WORN.isdisjoint(last[-3:-1])
    return not _LIVES.isdisjoint(last[-2:]) and not _SHOULD.isdisjoint(last[:-1])


def _each_time(duration: Counted) -> bool:
    """How often a thing comes, "every six weeks", or how long it takes then: "every August they count in ten days"."""
    if duration.near(1) == ("every",):
        return True
    if len(duration.before) >= _WHOLE or "since" in duration.before:
        return False
    first = duration.before[1:2] if duration.before[:1] == ("and",) else duration.before[:1]
    return not _EVERY.isdisjoint(first)


def _not_done(duration: Counted) -> bool:
    """What was not chosen, given or done, or is yet to come: "not twelve", "unread for a week", "again in a week"."""
    last = duration.near(_UNDONE_REACH)
    if last[-2:] in _INSTEAD or last[-2:] == ("again", "in") or last[-1:] == ("not",):
        return True
    around = (*last[:-1], *duration.next(_UNDONE_REACH))
    return last[-1:] == ("for",) and not _UNDONE.isdisjoint(around)


def _off_by(duration: Counted) -> bool:
    """By how much something is late: "the fine, if we were late by six months"."""
    last = duration.near(2)
    return last[-1:] == ("by",) and not _OFF_BY.isdisjoint(last[:-1])
