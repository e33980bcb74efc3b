"""Numbers that are times of day: "at four", "half past nine", "twenty to five", "03.20", "nine to five"."""

from __future__ import annotations

from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import NO_THING, names_things, plural_ahead
from starproof.extract.figures.numbers.spelled import Numeral
from starproof.extract.figures.numbers.telling import MISSED

_HOUR_AFTER = frozenset("at by until till after before".split())
_LOOSELY = frozenset("at by until till after before around about".split())
_BY_HOW_MUCH = frozenset(
    "replaced multiplied divided reduced increased over above under below down up less more".split()
)
_BEFORE_TIME = frozenset("by till until before mon tue wed thu fri sat sun".split())
_STOOD = frozenset(
    """stood stand stands running hovering hovered averaging averaged stuck landed peaked capped settled held remained
    stayed""".split()
)
_IT = frozenset("it this that them us".split())
_KEPT = frozenset("want wanted wants get got keep kept hold held need needed see put".split())
"""Before "it at six", these tell where a rate should stand, if one has been told."""


def is_clock(tokens: Tokens, number: Numeral) -> bool:
    """Times of day: "at four", "half past nine", "six in the morning", "9 am"."""
    if _dotted(tokens, number) or _minutes_to(tokens, number):
        return True
    if number.scaled or number.value != int(number.value) or number.value < 1:
        return False
    if _half_of_day(tokens, number):
        return True
    if _measures(tokens, number):
        return False
    if _minutes_past(tokens, number):
        return True
    if number.value > 24:
        return _past_hour(tokens, number) or _hour_and_minutes(tokens, number)
    return _told_after(tokens, number) or _told_before(tokens, number)


_APIECE = frozenset(["times", "each", "apiece"])
"""Behind a number, these make it a price or a factor."""


def day_part(tokens: Tokens, at: int) -> bool:
    """Whether a part of the day is named at ``at``."""
    return tokens.word(at) in ("morning", "evening", "afternoon", "night")


def _measures(tokens: Tokens, number: Numeral) -> bool:
    """ "at nine percent and at eight", "down by three", "we were at five", "four times": how much, and not when."""
    at, before, ahead = number.first, tokens.word(number.first - 1), tokens.word(number.first - 2)
    if tokens.word(number.stop) in _APIECE or (before == "by" and ahead in _BY_HOW_MUCH):
        return True
    if before == "at" and ahead in tokens.known.number_words and tokens.word(number.stop) in ("is", "makes"):
        return True  # "three at one forty is four twenty"
    if before == "by" and not (MISSED | {"wrong"}).isdisjoint(tokens.low[max(0, at - 4) : at - 1]):
        return True  # "so I missed it by one", "we missed the hour by ten"
    stood = ahead in _STOOD or (ahead == "stopped" and tokens.word(at - 3) in ("has", "have", "had"))
    stood = stood or (ahead.endswith(("'s", "’s")) and tokens.word(number.stop) == "now")
    stood = stood or (ahead in ("were", "are") and tokens.word(at - 3) in ("we", "they"))
    if before == "at" and ahead in _IT and tokens.word(at - 3) in _KEPT:
        return not {"percent", "%"}.isdisjoint(tokens.low[max(0, at - 60) : at])
    rated = not {"percent", "%"}.isdisjoint(tokens.low[max(0, at - 14) : at])
    return before == "at" and (stood or rated)


def _told_after(tokens: Tokens, number: Numeral) -> bool:
    """Whether what follows makes it an hour: "9 am", "ten past", "six in the morning"."""
    stop, before = number.stop, tokens.word(number.first - 1)
    after, then = tokens.word(stop), tokens.word(stop + 1)
    past = after == "past" or (after in ("minutes", "minute") and then == "past")
    if past or (after == "to" and then in ("midnight", "noon")):
        return True
    if after not in ("at", "in"):
        return False
    timed = then in ("night", "noon", "dawn") or (then == "the" and day_part(tokens, stop + 2))
    return timed and (not number.digits or before in _LOOSELY)


def _half_of_day(tokens: Tokens, number: Numeral) -> bool:
    """ "9 am", "6 p.m.", "1430 GMT" """
    after, dotted = tokens.word(number.stop), tokens.low[number.stop + 1 : number.stop + 3] == [".", "m"]
    if after in _ZONES and tokens.original(number.stop).isupper():
        return number.digits
    return number.value <= 24 and (after in tokens.known.clock_after or (after in ("a", "p") and dotted))


_ZONES = frozenset("gmt utc bst cet cest edt est pdt pst".split())


def _told_before(tokens: Tokens, number: Numeral) -> bool:
    """Whether what precedes makes it an hour: "half past nine", "noon instead of two", "at four"."""
    at = number.first
    before, ahead = tokens.word(at - 1), tokens.word(at - 2)
    if before == "of" and ahead == "instead" and tokens.word(at - 3) in ("noon", "midnight"):
        return True
    if (
        (before == "past" and plural_ahead(tokens, number.stop) < 0 and ahead not in ("the", "this", "these"))
        or before == "half"
        or (before == "to" and ahead in ("quarter", "half") and tokens.word(at - 4) not in tokens.known.number_words)
    ):
        return True
    if {"midnight", "noon"}.intersection(tokens.low[max(0, at - 3) : at]):
        return before in ("to", "and", "until", "till", "or", "-", "at", "by")
    if before in ("around", "about", "from") and ahead in ("morning", "evening", "night", "day"):
        return _hour_alone(tokens, number)
    if before == "after" and not _WEEKS.isdisjoint(tokens.low[max(0, at - 14) : at]):
        return False  # "he gave it six weeks, and stopped it himself after four"
    return before in _HOUR_AFTER and number.value <= 12 and _hour_alone(tokens, number)


_WEEKS = frozenset("weeks months years days".split())


def _dotted(tokens: Tokens, number: Numeral) -> bool:
    """ "03.20", "by 9.30", "05.30-14.00": hours and minutes parted by a point."""
    at, low = number.first, tokens.low
    if not number.digits or number.stop != at + 1 or not _time(low[at]):
        return False
    if _opens(tokens, at):
        return not names_things(tokens, number.stop) and tokens.word(number.stop) not in _RATED
    if not _hhmm(low[at]):
        return False
    if _zeroed(low[at]):
        return True
    near = any(_zeroed(low[i]) for i in range(max(0, at - 4), min(len(low), at + 4)))
    timed = (
        near
        or _timetable(tokens, at)
        or tokens.word(at - 1) in _BEFORE_TIME
        or (tokens.word(at - 1) == "at" and not _measures(tokens, number))
    )
    return timed and not names_things(tokens, number.stop)


def _opens(tokens: Tokens, at: int) -> bool:
    """ "At 9.40 she rang", "Tuesday, 7.15, still dark": an hour that opens its sentence, or comes after a day."""
    before, ahead = tokens.word(at - 1), tokens.sort(at - 2)
    if before == "at" and ahead != WORD and ahead != NUMBER:
        return True
    day = tokens.word(at - 2) if before == "," else before
    return day in WEEKDAYS


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_RATED = frozenset("% percent per a an each of out".split())
"""Behind a broken number, these leave it a rate: "At 9.40 a litre"."""
_QUARTERS = ("00", "15", "30", "45")


def _hhmm(word: str) -> bool:
    return _time(word) and (word[2] == "." or word[-2:] in _QUARTERS)


def _time(word: str) -> bool:
    """Whether a number may be hours and minutes: "9.40"."""
    hour, point, minutes = word.partition(".")
    if not point or not (hour.isdecimal() and minutes.isdecimal()) or len(hour) > 2 or len(minutes) != 2:
        return False
    return int(hour) < 24 and int(minutes) < 60


def _timetable(tokens: Tokens, at: int) -> bool:
    """ "8.30, 13.00, 17.30", "14.10: I restart it": a time among times, or the label of what was done then."""
    beside = any(
        tokens.word(at + step) == ","
        and _hhmm(tokens.word(at + 2 * step))
        and tokens.word(at + 2 * step)[-2:] in _QUARTERS
        for step in (-1, 1)
    )
    labels = tokens.word(at + 1) == ":" and tokens.glued(at) and tokens.word(at - 1) in ("", ".", "\n", "-")
    return (tokens.low[at][-2:] in _QUARTERS and beside) or labels


def _zeroed(word: str) -> bool:
    return len(word) == 5 and word[0] == "0" and _hhmm(word)


def _minutes_to(tokens: Tokens, number: Numeral) -> bool:
    """Either number of "it's twenty to five"."""
    low, at, stop = tokens.low, number.first, number.stop
    if number.digits or stop != at + 1:
        return False
    if number.value in (5, 10, 20) and _times_it(tokens, at - 1) and tokens.word(stop) == "to":
        return _hour_of(tokens, stop + 1, number.value)
    told = low[max(0, at - 2) : at] in (["twenty", "to"], ["ten", "to"], ["five", "to"])
    return told and _times_it(tokens, at - 3) and _hour_of(tokens, at, _MINUTES[low[at - 2]])


def _hour_of(tokens: Tokens, at: int, minutes: float) -> bool:
    """Whether the hour of "ten to five" stands at ``at``: less than the minutes, or told as a time of day."""
    hour = tokens.known.digits.get(tokens.word(at), _LATE.get(tokens.word(at), 99))
    ends = tokens.sort(at + 1) != WORD or tokens.word(at + 1) in _THEN or day_part(tokens, at + 3)
    return not names_things(tokens, at + 1) and (hour < minutes or (hour <= 12 and minutes == 5 and ends))


_MINUTES = {"five": 5, "ten": 10, "twenty": 20}
_LATE = {"ten": 10, "eleven": 11, "twelve": 12}
_THEN = frozenset("and but so when i we he she they".split())


def _times_it(tokens: Tokens, at: int) -> bool:
    """Whether the word at ``at`` opens a time of day, and no amount: "by ten to five", not "cut by ten to five"."""
    word = tokens.word(at)
    if word in tokens.known.approx:
        word, at = tokens.word(at - 1), at - 1
    if word == "at":
        return tokens.word(at - 1) not in _STOOD and tokens.word(at - 1) not in ("were", "are")
    if word in ("it's", "its") or (word == "was" and tokens.word(at - 1) == "it"):
        return True
    ahead = tokens.word(at - 1)
    changed = ahead.endswith("ed") or ahead in _BY_HOW_MUCH or ahead in tokens.known.changes
    return word in _LOOSELY and not changed and ahead not in ("cut", "grew", "rose", "fell", "went")


def _minutes_past(tokens: Tokens, number: Numeral) -> bool:
    """The "forty" of "at eleven forty", and "at twelve fifteen"."""
    hour, at = tokens.word(number.first - 1), number.first
    hours = hour in tokens.known.digits or hour in ("ten", "eleven", "twelve")
    timed = hours and tokens.word(at - 2) in _HOUR_AFTER and not _measures(tokens, number)
    told = not number.digits and number.value in (10, 15, 20, 25, 30, 35, 40, 45, 50, 55)
    return timed and told and not names_things(tokens, number.stop)


def _past_hour(tokens: Tokens, number: Numeral) -> bool:
    """The "twenty-five" of "twenty-five past seven"."""
    hour = tokens.word(number.stop + 1)
    return number.value < 60 and tokens.word(number.stop) == "past" and hour in tokens.known.number_words


def _hour_and_minutes(tokens: Tokens, number: Numeral) -> bool:
    """ "at seven thirty", "the six-forty"."""
    hour, minutes = divmod(int(number.value), 100)
    if number.digits or number.stop - number.first < 2 or "hundred" in tokens.low[number.first : number.stop]:
        return False
    lead = number.first - 1
    while tokens.word(lead) in (",", "um", "uh", "er", "like"):
        lead -= 1
    before = tokens.word(lead)
    told = 1 <= hour <= 12 and (minutes in (10, 15, 20, 30, 40, 45, 50) or (before == "at" and 0 < minutes < 60))
    timed = before in _LOOSELY or before in ("the", "from") or (hour > 4 and _between(tokens, number))
    after = tokens.word(number.stop)
    if _of_money(tokens, lead, before):
        return False
    if told and hour > 0 and after == "on" and _weekday(tokens, number.stop + 1):
        return True
    if after == "a" and tokens.word(number.stop + 1) in tokens.known.periods:
        return False  # "two contractors at five fifty a day"
    if told and hour > 0 and tokens.low[number.stop : number.stop + 2] == ["in", "the"]:
        return day_part(tokens, number.stop + 2) or timed
    return told and timed and (after in _HAPPENS or after in NO_THING or not names_things(tokens, number.stop))


def _of_money(tokens: Tokens, at: int, before: str) -> bool:
    """ "the cost went from four twenty to two ninety", "sales came back at three forty": sums, and no times."""
    ahead = tokens.word(at - 1)
    if before == "from":
        return ahead in ("went", "fell", "dropped", "came", "rose")
    if before != "at" or ahead not in ("back", "her", "him", "them"):
        return False
    near, known = tokens.low[max(0, at - 24) : at], tokens.known
    return any(word in known.moneys or word in ("grand", "k", "thousand", "million") for word in near)


def _weekday(tokens: Tokens, at: int) -> bool:
    """ "two thirty on a Thursday" """
    return tokens.word(at + (tokens.word(at) in ("a", "the", "that"))).removesuffix("s").endswith("day")


def _between(tokens: Tokens, number: Numeral) -> bool:
    """Either time of "between seven thirty and seven fifty", which no rate follows."""
    low, at, stop = tokens.low, number.first, number.stop
    if tokens.word(stop) in ("a", "per") or tokens.word(stop) in tokens.known.moneys:
        return False
    if low[at - 1] == "between":
        return tokens.word(stop) == "and" and tokens.word(stop + 2) in tokens.known.tens
    return low[at - 1] == "and" and low[max(0, at - 4)] == "between"


_HAPPENS = frozenset("begins starts opens closes ends comes".split())


def _hour_alone(tokens: Tokens, number: Numeral) -> bool:
    """Whether nothing is measured by a small number after "at"."""
    stop, known = number.stop, tokens.known
    ahead = tokens.over_dash(stop)
    if tokens.low[stop : stop + 2] == ["w", "/"] and stop == number.first + 1:
        return True  # "at the depot at six w/o lanyard"
    if number.stop != number.first + 1 or names_things(tokens, ahead) or tokens.word(ahead) in known.adjectives:
        return False
    after = tokens.word(stop)
    if after == "per" or (after == "a" and tokens.word(stop + 1) in known.periods):
        return False
    return after not in ("to", "or", "-", "–", "/", "out", "of", "point", "times") and after not in known.scales
