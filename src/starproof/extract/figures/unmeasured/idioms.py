"""Turns of phrase with a number in them that measure nothing: "six figures", "24/7" in words, "in her 40s"."""

from __future__ import annotations

from starproof.extract.figures.numbers.lexing import DASHES, NUMBER, Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural_ahead
from starproof.extract.figures.numbers.spelled import Numeral
from starproof.extract.figures.unmeasured.clock import day_part

_PICTURES = frozenset(
    """video videos stream streams streaming tv screen screens camera cameras footage playback texture textures display
    displays monitor monitors tvs content""".split()
)
_OWNERS = frozenset("the his her their my early mid late ' ’ ‘".split())


def is_idiom(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number is part of a turn of phrase."""
    for check in _CHECKS:  # noqa: SIM110  (a generator for each number costs a tenth of the time)
        if check(tokens, number):
            return True
    return False


def _magnitude(tokens: Tokens, number: Numeral) -> bool:
    """ "six figures", "in the two digits", "four nines", "five 9s"; not "a code of nine digits" """
    after = tokens.word(number.stop)
    if tokens.low[number.first] == "9" and after == "s" and tokens.word(number.first - 1) in tokens.known.number_words:
        return True
    if after == "nines" or tokens.low[number.stop : number.stop + 2] == ["9", "s"]:
        return True
    if after in ("digits", "digit"):
        return not number.digits and number.value <= 3
    return after in ("figures", "figure") and not number.digits


def _network(tokens: Tokens, number: Numeral) -> bool:
    """ "on three g": a kind of network."""
    return number.value in (2, 3, 4, 5) and not number.digits and tokens.word(number.stop) == "g"


def _decade(tokens: Tokens, number: Numeral) -> bool:
    """ "100s of users", "in her 40s": digits with a plural s."""
    at, stop = number.first, number.stop
    if tokens.word(stop) in _FIFTIES and number.value in (18, 19, 20):
        return True
    if not (number.digits and number.value % 10 == 0 and tokens.word(stop) == "s" and tokens.glued(stop - 1)):
        return False
    return tokens.word(at - 1) in _OWNERS or tokens.word(stop + 1) == "of"


def _picture(tokens: Tokens, number: Numeral) -> bool:
    """ "4K video": how fine a picture is."""
    kilo = number.value in (4000, 8000) and tokens.word(number.stop - 1) == "k"
    return kilo and tokens.word(number.stop) in _PICTURES


def _scale(tokens: Tokens, number: Numeral) -> bool:
    """ "on a scale of one to ten", "one to ten, I'd say", "a 0-100 index": the ends of a scale."""
    low, at, stop = tokens.low, number.first, number.stop
    opened = low[max(0, at - 2) : at] == ["one", "to"] and number.value in (5, 7, 10)
    if opened and tokens.word(stop) == ",":
        return True
    if low[at : at + 3] in _RUNS or low[max(0, at - 2) : at + 1] in _RUNS:
        return not {"index", "scale"}.isdisjoint(low[stop : stop + 3])
    return "scale" in low[max(0, at - 4) : at] and tokens.word(at - 1) in ("of", "from", "to")


def _always(tokens: Tokens, number: Numeral) -> bool:
    """ "twenty-four seven" """
    first = number.value == 24 and tokens.word(number.stop) == "seven"
    second = number.value == 7 and tokens.low[max(0, number.first - 3) : number.first][:1] == ["twenty"]
    return (first or second) and not number.digits


def _top(tokens: Tokens, number: Numeral) -> bool:
    """ "happiness, out of ten, was 4.8": the top of a scale."""
    low, at = tokens.low, number.first
    told = low[max(0, at - 3) : at] in ([",", "out", "of"], ["(", "out", "of"])
    return told and number.value in (5, 10, 100) and tokens.word(number.stop) in (",", ")")


def _or_two(tokens: Tokens, number: Numeral) -> bool:
    """ "a marriage or two" """
    before = tokens.word(number.first - 1) == "or" and tokens.word(number.first - 3) in ("a", "an")
    return before and number.value == 2 and not number.digits


def _office_hours(tokens: Tokens, number: Numeral) -> bool:
    """ "nine to five", "nine-to-five", "between two and four pm" """
    low, at, stop = tokens.low, number.first, number.stop
    if low[at] in ("nine", "9") and stop == at + 1 and low[stop : stop + 2] in (["to", "five"], ["to", "5"]):
        return not names_things(tokens, stop + 2)
    if low[at] in ("five", "5") and low[max(0, at - 2) : at] in (["nine", "to"], ["9", "to"]):
        return not names_things(tokens, stop)
    if low[max(0, at - 3) : at] == ["-", "to", "-"]:
        return True
    if tokens.word(at - 1) != "between" or tokens.word(stop) != "and":
        return False
    at_night = tokens.low[stop + 2 : stop + 4] == ["at", "night"]
    timed = tokens.word(stop + 2) == "in" and day_part(tokens, stop + 4)
    return at_night or timed or tokens.word(stop + 2) in tokens.known.clock_after


def _status(tokens: Tokens, number: Numeral) -> bool:
    """ "the shop returns 502", "a retry after a 504": what a server answered."""
    at, word = number.first, tokens.low[number.first]
    if not (number.digits and len(word) == 3 and word.isdecimal() and word[0] in "45" and number.stop == at + 1):
        return False
    told = tokens.word(at - 1) in ("a", "an", "http", "returns", "returned", "return", "returning", "threw", "throws")
    return told and word[1] in "0123" and not names_things(tokens, tokens.over_dash(number.stop))


def _figure_read(tokens: Tokens, number: Numeral) -> bool:
    """ "the scanner reads a nine as an eight": a digit that is read, and no number of things."""
    at, stop = number.first, number.stop
    if number.digits or number.value > 9 or tokens.word(at - 1) not in ("a", "an"):
        return False
    ahead = tokens.word(stop) == "as" and tokens.word(stop + 1) in ("a", "an")
    return (ahead and tokens.word(stop + 2) in tokens.known.number_words) or (
        tokens.word(at - 2) == "as" and tokens.word(at - 3) in tokens.known.number_words
    )


def _halves(tokens: Tokens, number: Numeral) -> bool:
    """ "a 50-50 call", "fifty-fifty", "it was fifty fifty" """
    if number.digits is False and _split(tokens, number):
        return True
    if number.value != 50:
        return False
    if "fifty" in (tokens.word(number.stop), tokens.word(number.first - 1)):
        return not number.digits
    joint, back = tokens.over_dash(number.stop), tokens.word(number.first - 1) in DASHES
    ahead = joint != number.stop and tokens.word(joint) in ("50", "fifty")
    return ahead or (back and tokens.glued(number.first - 1) and tokens.word(number.first - 2) in ("50", "fifty"))


def _split(tokens: Tokens, number: Numeral) -> bool:
    """Either number of "a sixty forty deal", "it's eighty twenty": how a whole is parted."""
    other = tokens.known.tens.get(tokens.word(number.stop), 0)
    if other and number.value + other == 100 and number.value > 50:
        return number.stop == number.first + 1 and not _measured(tokens, number.stop + 1)
    first = tokens.known.tens.get(tokens.word(number.first - 1), 0)
    rest = first > 50 and first + number.value == 100 and number.stop == number.first + 1
    return rest and not _measured(tokens, number.stop)


def _measured(tokens: Tokens, at: int) -> bool:
    """Whether a unit or a thing that is counted stands at ``at``."""
    word, known = tokens.word(at), tokens.known
    return word in known.durations or word in known.moneys or word in known.scales or plural_ahead(tokens, at) >= 0


def _told_in_turn(tokens: Tokens, number: Numeral) -> bool:
    """Either later number of "one the data was late, two it was wrong, and three nobody owned it": a list in speech."""
    at, before = number.first, _ORDER.get(tokens.low[number.first], "")
    if not before or number.stop != at + 1 or tokens.word(number.stop) not in _OPENERS:
        return False
    back = range(max(0, at - 30), at - 2)
    return any(tokens.low[here] == before and tokens.low[here + 1] in _OPENERS for here in back)


_ORDER = {"two": "one", "three": "two", "four": "three"}
_OPENERS = frozenset("it the we they i he she nobody you there our my their its".split())
"""After the number of a point in a list, these open what it says."""


def _form(tokens: Tokens, number: Numeral) -> bool:
    """ "a 360 review", "their 401k": what a thing is called."""
    if not number.digits:
        return False
    survey = number.value == 360 and tokens.word(number.stop) in ("review", "reviews", "feedback", "survey")
    return survey or (tokens.low[number.first] == "401" and number.stop == number.first + 2)


def _named_zero(tokens: Tokens, number: Numeral) -> bool:
    """ "zero results was down to eight percent": what is measured has that name."""
    last = plural_ahead(tokens, number.stop)
    return number.value == 0 and last >= 0 and tokens.word(last + 1) in ("was", "is")


def _divisor(tokens: Tokens, number: Numeral) -> bool:
    """ "per thousand words", "12 a thousand": what something is divided by; but "one doctor per 2,900 patients"."""
    before = tokens.word(number.first - 1)
    if tokens.word(number.first) == "a" and number.value in _MANY and tokens.sort(number.first - 1) == NUMBER:
        return True
    return (before == "per" and number.value >= 100 and _round(number.value)) or (
        before in ("a", "the", "letter") and number.value == 0
    )


_MANY = (100, 1000, 1_000_000)
"""Of so many a number is told behind which they stand with an article: "12 a thousand"."""


def _round(value: float) -> bool:
    """Whether a number has one digit and noughts, as those have that rates are told by."""
    return not f"{value:.0f}".rstrip("0")[1:]


def _called(tokens: Tokens, number: Numeral) -> bool:
    """ "nobody rings 999", "they dialled 911", "at sea state five": a number that is called, or the name of a swell."""
    before = tokens.word(number.first - 1)
    if before == "state" and tokens.word(number.first - 2) == "sea":
        return True
    if before == "to" and tokens.word(number.first - 2) in ("count", "counted", "counting") and number.value == 10:
        return True
    dialled = number.digits and number.value in (999, 911, 112, 111, 101, 110, 118)
    if dialled and tokens.word(number.stop) in _ANSWERS:
        return True
    return dialled and before in _DIALS and plural_ahead(tokens, number.stop) < 0


_ANSWERS = frozenset("caller callers call operator operators dispatcher dispatchers handler handlers".split())
"""After 999, these take the call: "I told the 999 call-takers", and no number of them."""
_DIALS = frozenset("ring rings rang ringing dial dials dialled dialed dialling call calls called calling phone".split())
_FIFTIES = frozenset("twenties thirties forties fifties sixties seventies eighties nineties hundreds".split())
_RUNS = (["0", "-", "100"], ["0", "–", "100"], ["0", "to", "100"], ["0", "-", "10"])
_CHECKS = (
    _divisor,
    _magnitude,
    _network,
    _decade,
    _picture,
    _scale,
    _always,
    _top,
    _or_two,
    _office_hours,
    _called,
    _form,
    _halves,
    _told_in_turn,
    _figure_read,
    _status,
    _named_zero,
)
