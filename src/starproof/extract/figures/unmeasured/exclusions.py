"""Numbers that are no quantities: dates, years, clock times, names, versions, ordinals, list numbering, ids."""

from __future__ import annotations

from starproof.core.months import NAMES
from starproof.extract.figures.numbers.lexing import BREAK, DASHES, NUMBER, OPENINGS, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural_ahead
from starproof.extract.figures.numbers.spelled import Numeral
from starproof.extract.figures.unmeasured.clock import WEEKDAYS, is_clock
from starproof.extract.figures.unmeasured.dates import is_date, is_year
from starproof.extract.figures.unmeasured.idioms import is_idiom
from starproof.extract.figures.unmeasured.naming import is_argument, is_name, is_read_out
from starproof.extract.figures.unmeasured.one import is_pronoun
from starproof.extract.figures.unmeasured.parts import part_of_total


def is_no_quantity(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number names, dates or orders instead of measuring."""
    for check in _CHECKS:  # noqa: SIM110  (a generator for each number costs a tenth of the time)
        if check(tokens, number):
            return True
    return False


def _part_of_a_name(tokens: Tokens, number: Numeral) -> bool:
    """L6, p95, COVID-19, 5G, 3rd, #12, 007; but not "M3,000", as a recogniser writes "'em three thousand"."""
    at, stop = number.first, number.stop
    if not number.digits:
        return _dashed_on(tokens, at)
    if "," in tokens.low[at] and len(tokens.word(at - 1)) == 1:
        return False
    if (
        tokens.glued(at - 1)
        and not times_before(tokens, at)
        and (tokens.sort(at - 1) == WORD or tokens.word(at - 1) in ("#", "§", "№", "_", "@", "^"))
    ):
        return True
    if tokens.dashed(at) and tokens.sort(at - 2) == WORD and tokens.word(at - 2) not in _OPEN_PREFIXES:
        return not (tokens.word(at - 2) in ("for", "of") and tokens.word(at - 3) in DASHES)
    low = tokens.low[at]
    if low[0] == "0" and len(low) > 1 and low.isdigit():
        return True
    return tokens.glued(stop - 1) and (tokens.word(stop) in ("@", "_") or _odd_suffix(tokens, stop))


def _dashed_on(tokens: Tokens, at: int) -> bool:
    """The "four" of "a turbo-four"; not the one of "the top-two", nor a number before a dash."""
    if not tokens.dashed(at):
        return False
    before = tokens.word(at - 2)
    if before in ("tier", "level", "grade", "class", "type", "category", "priority", "phase", "stage", "zone"):
        return True
    named = tokens.sort(at - 2) == WORD and before not in _OPEN_PREFIXES and before not in tokens.known.number_words
    return named and plural_ahead(tokens, at + 1) < 0 and tokens.over_dash(at + 1) == at + 1


def times_before(tokens: Tokens, at: int) -> bool:
    """Whether a factor is told by a mark in front: "x1.5", "×3", but not by the letters of "x64" and "X12"."""
    if tokens.low[at - 1] == "times" and tokens.word(at - 2) in ("go", "goes", "went", "gone", "grew", "up"):
        return True  # "traffic will go times four"
    broken = "." in tokens.low[at] and tokens.sort(at - 2) != NUMBER and not tokens.glued(at - 2)
    if tokens.original(at - 1) in ("x", "×") and (broken or tokens.word(at - 2) == "("):
        return True  # "a load test x 2.5", "up to 3.9M (x 1.5)"
    mark = tokens.original(at - 1) in ("x", "×") and tokens.glued(at - 1) and not tokens.glued(at - 2)
    return mark and tokens.low[at] not in ("32", "64", "86")


_OPEN_PREFIXES = frozenset("sub to and or plus minus magnitude".split())


def _odd_suffix(tokens: Tokens, at: int) -> bool:
    """Whether letters that are no unit follow without a space: 5G, 3rd, 737MAX."""
    word, known = tokens.word(at), tokens.known
    if tokens.sort(at) != WORD:
        return False
    if tokens.original(at) in ("G", "D", "W", "Y"):
        return True
    units = (known.durations, known.sizes, known.measures, known.codes, known.moneys, known.suffixes, known.cents)
    return word not in _JOINED and not any(word in words for words in (*units, known.people))


_JOINED = frozenset("in c f d w y x pct pp ppt bps percent fold ish".split())


def _ratio_or_date(tokens: Tokens, number: Numeral) -> bool:
    """24/7, 12/03/2024, 1:1, 555-01-23: digits joined by marks without spaces."""
    at, stop = number.first, number.stop
    if not number.digits:
        return False
    before = tokens.glued(at - 1) and tokens.word(at - 1) in ("/", ":") and tokens.glued(at - 2)
    if before and tokens.sort(at - 2) == NUMBER:
        return True
    dashes = tokens.word(at - 1) in DASHES and tokens.word(at - 3) in DASHES and tokens.sort(at - 2) == NUMBER
    if dashes and all(tokens.glued(i) for i in (at - 3, at - 2, at - 1)):
        return True
    if tokens.word(at - 1) in DASHES and tokens.glued(at - 1) and _aeroplane(tokens, at - 2):
        return True
    after = tokens.glued(stop - 1) and tokens.glued(stop) and tokens.sort(stop + 1) == NUMBER
    if not after:
        return False
    joint = tokens.word(stop)
    middle = tokens.word(at - 1) == joint and tokens.glued(at - 1) and tokens.sort(at - 2) == NUMBER
    if joint in DASHES and (middle or _aeroplane(tokens, at)):
        return True
    if joint == "/":
        return tokens.low[stop + 1] not in ("5", "10", "100") or tokens.word(stop + 2) == "/"
    chain = joint in DASHES and tokens.word(stop + 2) == joint and tokens.sort(stop + 3) == NUMBER
    return joint in (":", "x") or (chain and tokens.glued(stop + 1) and tokens.glued(stop + 2))


def _aeroplane(tokens: Tokens, at: int) -> bool:
    """ "a Boeing 737-800", "the 777-300ER": whether such a name opens with the digits at ``at``."""
    kind, build = tokens.word(at), tokens.word(at + 2)
    if not (len(kind) == len(build) == 3 and kind.isdecimal() and build.isdecimal() and build.endswith("00")):
        return False
    lettered = tokens.glued(at + 2) and tokens.sort(at + 3) == WORD
    named = tokens.original(at - 1).istitle() or tokens.word(at - 1) in ("a", "the")
    return named and (lettered or (kind[0] in "73" and kind[2] == "7"))


def _product(tokens: Tokens, number: Numeral) -> bool:
    """ "Windows 11", "Boeing 737": digits right after a capitalised word inside a sentence, with no unit or noun."""
    at, stop = number.first, number.stop
    name = tokens.original(at - 1)
    if not number.digits or number.scaled or tokens.sort(at - 1) != WORD or name.islower() or "," in tokens.low[at]:
        return False
    opens = tokens.word(at - 2) in OPENINGS
    if tokens.word(at - 1).removesuffix("'s").removesuffix("’s") in WEEKDAYS or tokens.word(at - 1) in NAMES:
        return False
    if len(name) < 3 or tokens.word(at - 1) in tokens.known.stop or tokens.word(at - 1) in tokens.known.nps:
        return False
    after = tokens.word(stop)
    if name.isupper() and tokens.sort(stop) == WORD and plural_ahead(tokens, stop) < 0:
        return not (after in tokens.known.durations or after in tokens.known.stop or after in tokens.known.sizes)
    if opens or name.isupper() or _told_likewise(tokens, at - 1) or part_of_total(tokens, at):
        return False
    if tokens.sort(stop) != WORD:
        return tokens.sort(stop) != NUMBER and after not in ("%", "/", "-", "–")
    if after == "to" and tokens.sort(stop + 1) == NUMBER:  # "it passed the Senate 51 to 48"
        return tokens.word(at - 2) == "from"
    if after in tokens.known.stop:
        return after not in ("out", "of", "per", "a")
    return after in tokens.known.verbs or _modelled(tokens, stop)


def _told_likewise(tokens: Tokens, name: int) -> bool:
    """ "Hull lost 420 and Cork 380": whether a number goes on what is told of another, and a name has none.

    Of "Windows 10 and Office 11" both are names.
    """
    if tokens.word(name - 1) not in ("and", ",", "&", ";", "but"):
        return False
    near = range(name - 2, max(name - _LIKEWISE, 0), -1)
    last = next((at for at in near if tokens.sort(at) != WORD), 0)
    if tokens.sort(last) != NUMBER or not tokens.original(last - 1).islower():
        return False
    return last == name - 2 or not _RATED.isdisjoint(tokens.low[last + 1 : name - 1])


_LIKEWISE = 7
"""Tokens before a name and its number over which another has its own."""
_RATED = frozenset("per a an each every".split())
"""Between the two numbers, these tell a rate, which no name has: "6 slips per thousand lines, Cork 9"."""


def _modelled(tokens: Tokens, at: int) -> bool:
    """Whether what follows a name's number goes on with it: "the Camon 40 Pro", "the Apollo 11 crew"."""
    known, word = tokens.known, tokens.word(at)
    measured = (known.durations, known.sizes, known.measures, known.moneys, known.codes, known.scales, known.suffixes)
    if any(word in words for words in measured) or word in ("percent", "per", "times", "hundred", "dozen", "fold"):
        return False
    return tokens.original(at)[:1].isupper() or plural_ahead(tokens, at) < 0


def _place(tokens: Tokens, number: Numeral) -> bool:
    """ "in Mile Twelve", "Formula One": a number word with a capital after another one, inside a sentence."""
    at, name = number.first, tokens.original(number.first)
    if number.digits or number.stop != at + 1 or not name.istitle() or not tokens.original(at - 1).istitle():
        return False
    return (
        tokens.sort(at - 1) == WORD
        and len(name) > 2
        and tokens.word(at - 2) not in OPENINGS
        and (plural_ahead(tokens, number.stop) < 0)
    )


def _ordering(tokens: Tokens, number: Numeral) -> bool:
    """List numbering: "1." or "2)" at the start of a line."""
    at = number.first
    if number.digits and tokens.word(at - 1) == "[" and tokens.word(number.stop) == "]":
        return True
    opens = at == 0 or tokens.sort(at - 1) == BREAK or tokens.word(at - 1) in ("\n", "(")
    if number.digits and tokens.word(number.stop) == ")" and tokens.glued(at) and number.value > 1 and not opens:
        return "(" not in tokens.low[max(0, at - 20) : at] and _enumerated(tokens, at, number.value)
    if not (opens and number.digits and number.stop == at + 1 and tokens.glued(at)):
        return False
    if tokens.word(at - 1) == "(":
        return tokens.word(at + 1) == ")" and _enumerated(tokens, at, number.value)
    return tokens.word(at + 1) in (".", ")")


def _enumerated(tokens: Tokens, at: int, value: float) -> bool:
    """Whether "(3)" follows a "(2)", or opens with "(1)": the 6 of "my squad (6)" is a count."""
    low = tokens.low
    last = [f"{value - 1:.0f}", ")"]
    return value == 1 or any(low[i : i + 2] == last for i in range(max(0, at - 150), at - 1))


def _hyphenated(tokens: Tokens, number: Numeral) -> bool:
    """ "two-stage", "zero-copy", "one-on-one": a kind of thing, not how many. "40-page" counts."""
    at = tokens.over_dash(number.stop)
    if at == number.stop or number.scaled or tokens.sort(at) != WORD:
        return False
    known, word = tokens.known, tokens.word(at)
    unit = any(
        word in units
        for units in (known.durations, known.sizes, known.measures, known.moneys, known.codes, known.cents)
    )
    if (word == "k" and number.value in (4, 8)) or (word == "point" and tokens.word(at + 1) == "scale"):
        return True
    if (
        unit
        or word in known.number_words
        or word in ("percent", "percentage", "basis", "odd", "ish", "fold", "star", "x", "point", "plus")
    ):
        return number.value == 0 and word == "day"
    if word in ("something", "somethings", "somewhat", "to"):
        return not (word == "to" and number.digits and number.value != 9)
    if _tallied(tokens, at, word) or (number.value == 1 and word in known.hyphen_ones):
        return False
    whole = number.value == int(number.value)
    return number.value < 2 or (word not in known.hyphen_counts and number.value <= 12 and whole)


def _tallied(tokens: Tokens, at: int, word: str) -> bool:
    """ "six-for-14 from the field", "20-of-31 passing", "a 4-under 68" """
    if word in ("under", "over"):
        return tokens.sort(at + 1) == NUMBER or tokens.word(at + 1) in ("par", "for", "after")
    joint = tokens.over_dash(at + 1)
    return word in ("for", "of") and joint != at + 1 and tokens.sort(joint) == NUMBER


def _upgraded(tokens: Tokens, number: Numeral) -> bool:
    """Either version of "moved from Elasticsearch six point eight to eight", "bumped React from 17 to 18"."""
    told = tokens.word(number.first - 1) in ("from", "to") or tokens.word(number.first - 2) == "from"
    if not told or number.scaled or number.value >= 100 or names_things(tokens, number.stop):
        return False
    at, start = number.first, -1
    for here in range(at - 1, max(at - 9, -1), -1):
        if tokens.low[here] == "from":
            start = here
            break
        if tokens.sort(here) not in (WORD, NUMBER):
            return False
    if start > 0 and tokens.word(start + 1) in tokens.known.strict_names and tokens.word(at - 1) == "to":
        return True  # "from Postgres 12 to 15"
    return start > 0 and _versions(tokens, start, at)


def _versions(tokens: Tokens, start: int, at: int) -> bool:
    """Whether two versions are told from ``start`` on: a name before the first, or one that was upgraded."""
    known, name = tokens.known, tokens.word(start - 1)
    if tokens.word(start - 2) in ("upgraded", "upgrade", "upgrading", "bumped") and name not in known.stop:
        return tokens.word(at - 1) in ("from", "to") and "to" in tokens.low[start : start + 8]
    moved = name in ("moved", "upgraded", "migrated", "move", "upgrade", "migrate")
    named = moved and names_things(tokens, start + 1) and tokens.word(start + 1) not in known.approx
    return named and "to" in tokens.low[start : start + 8] and (at == start + 2 or tokens.word(at - 1) == "to")


def _address(tokens: Tokens, number: Numeral) -> bool:
    """ "42 Elm Street", "HTTP 500, 404s": the number of a house, and the status that a server answers with."""
    at, stop = number.first, number.stop
    if not number.digits or number.scaled or stop != at + 1:
        return False
    status = tokens.low[at] in _STATUSES and tokens.word(stop) == "s" and tokens.glued(at)
    named = tokens.original(stop).istitle() and tokens.original(stop + 1).istitle()
    return status or (named and tokens.word(stop + 1) in _STREETS)


_STATUSES = frozenset("400 401 403 404 429 500 502 503 504".split())
_STREETS = frozenset("street road avenue lane square drive boulevard".split())

_CHECKS = (
    is_idiom,
    _part_of_a_name,
    _ratio_or_date,
    is_year,
    is_date,
    is_name,
    is_argument,
    is_read_out,
    is_clock,
    _ordering,
    is_pronoun,
    _hyphenated,
    _product,
    _place,
    _address,
    _upgraded,
)
