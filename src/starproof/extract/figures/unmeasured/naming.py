"""Numbers that are part of what a thing is called: "release 8", "ovens 1, 2 and 5", "plan B 6"."""

from __future__ import annotations

from starproof.extract.figures.numbers.lexing import BREAK, NUMBER, OPENINGS, PUNCT, WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural, plural_ahead
from starproof.extract.figures.numbers.numerals import numeral
from starproof.extract.figures.numbers.spelled import Numeral


def is_name(tokens: Tokens, number: Numeral) -> bool:
    """ "release 8", "code 93", "ISO 27001", "step one", "furnaces 1, 2 and 5": the number of a thing."""
    known, at, stop = tokens.known, number.first, number.stop
    before = tokens.word(at - 1)
    if number.scaled or _no_name(tokens, number, before):
        return _versioned(tokens, number, before)
    if before == "no" and not number.digits:
        return tokens.word(stop) == "of"  # else an answer, as in "he says no one point nine"
    if _lettered(tokens, at, before) or _marked(tokens, at, before) or (before == "version" and "." in tokens.low[at]):
        return True
    if before == "." and number.digits and tokens.word(at - 2) in ("no", "nr", "vs", "fig") and tokens.glued(at - 2):
        return tokens.word(at - 2) != "vs"
    if tokens.dashed(at) and tokens.word(at - 2) in ("day", "week"):
        before = tokens.word(at - 2)
    before = _listed_name(tokens, at, before)
    when = tokens.word(at - 2)
    if before in known.periods and (when in _WHEN or when in known.ordinals or when in _DAYS):
        return False
    if before in known.digits and not number.digits and tokens.word(at - 2) in ("day", "page", "room"):
        before = tokens.word(at - 2)
    if (
        before not in known.names
        or (plural(before) and _counted(tokens, at, before))
        or _shared(tokens, number, before)
    ):
        return False
    after = tokens.word(tokens.over_dash(_past_bound(tokens, stop)))
    units = (known.durations, known.moneys, known.sizes, known.measures, ("%", "percent", "times"))
    unit = (after != "won" and any(after in words for words in units)) or (
        after == "of" and tokens.word(stop + 1) in ("us", "them")
    )
    if not number.digits and (_does(tokens, at, before) or when in known.ordinals):
        return False  # "the second wave eighty five" is named already
    opens = tokens.sort(at - 2) == BREAK or when in _OPENS_LINE
    noted = number.digits and before in ("day", "week") and opens  # "day 10 waves just under the limit"
    titled = number.digits and tokens.original(at - 1).istitle() and tokens.word(at - 2) not in OPENINGS
    return noted or (not unit and (titled or plural_ahead(tokens, stop) < 0))


_OPENS_LINE = ("\n", "-", "–", "*", "•")


def _no_name(tokens: Tokens, number: Numeral, before: str) -> bool:
    """Whether a number is too large for a name, moves on, or tells in brackets a goal: "15 mths (plan 12, 3 over)"."""
    at, stop = number.first, number.stop
    if "," in tokens.low[at] or (not number.digits and number.value >= 100) or _arrow(tokens, stop):
        return True
    return before in _GOALS and tokens.word(at - 2) == "(" and tokens.word(stop) in (")", ",")


_GOALS = frozenset("plan target goal limit budget".split())
"""In brackets, these tell what the figure before should have been."""


def _versioned(tokens: Tokens, number: Numeral, before: str) -> bool:
    """ "phase 2B", "step 3M": a digit and a capital, and no billions or millions."""
    at = number.first
    short = number.scaled and number.digits and len(tokens.low[at]) == 1 and number.stop == at + 2
    return short and tokens.glued(at) and before in ("phase", "step", "room", "unit", "stage", "block", "type", "class")


def _listed_size(tokens: Tokens, number: Numeral, before: str) -> bool:
    """ "Team 5; fee £2", "Stations 46; crews 12": how many there are, in a note that begins with what is counted."""
    at, stop = number.first, number.stop
    ends = tokens.sort(stop) in (BREAK, PUNCT) and tokens.word(stop) not in (":", ")", "-", "–", "/", "→")
    listed = tokens.word(stop) in (",", "&") and tokens.sort(stop + 1) == NUMBER
    noted = tokens.word(at - 2) in ("\n", ";", "-", "•", "*", "|", "") and tokens.word(at - 1) == before
    ends = ends or (tokens.word(stop) == "+" and tokens.sort(stop + 1) == NUMBER)
    return number.digits and noted and ends and not listed and (before == "team" or plural(before))


def _marked(tokens: Tokens, at: int, before: str) -> bool:
    """ "#12", "ISO 27001", "p one 99": what nothing but a name stands behind."""
    if before in ("#", "§", "№") or (before in tokens.known.digits and tokens.word(at - 2) == "p"):
        return True
    return before in tokens.known.strict_names and not _foreign(tokens, at, before)


def is_read_out(tokens: Tokens, number: Numeral) -> bool:
    """ "room two oh four", "since oh six": a number told digit by digit, behind a word, with nothing that it counts."""
    said = tokens.low[number.first : number.stop]
    if number.digits or number.scaled or not {"oh", "o"}.intersection(said) or "point" in said:
        return False
    at, known = number.stop, tokens.known
    measured = (
        known.durations,
        known.moneys,
        known.sizes,
        known.measures,
        known.cents,
        ("%", "percent", "times", "points"),
    )
    if plural_ahead(tokens, at) >= 0 or any(tokens.word(at) in words for words in measured):
        return False
    before = tokens.word(number.first - 1)
    return before not in known.stop and before not in known.approx and before not in known.verbs


def is_argument(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number stands for both of "RS(255,223)": what a code is made with."""
    at, low = number.first, tokens.low
    if not number.digits or tokens.sort(at - 2) != WORD or tokens.word(at - 1) != "(":
        return False
    glued = tokens.glued(at - 1) and tokens.glued(at - 2)
    return glued and "," in low[at] and tokens.word(number.stop) == ")"


def _counted(tokens: Tokens, at: int, name: str) -> bool:
    """Whether the things that a number seems to name are counted: "of the 42 reserve boilers 17 have been sold"."""
    while tokens.word(at) != name:
        at -= 1
    if name in _SPANS and tokens.word(at - 1) not in _DURING:
        return True
    for here in range(at - 1, max(at - 4, -1), -1):
        if tokens.kind[here] == NUMBER or tokens.low[here] in tokens.known.number_words:
            return True
        if tokens.kind[here] != WORD:
            return False
    return False


def _does(tokens: Tokens, at: int, word: str) -> bool:
    """Whether the word before ``at`` is a verb, and no name: "whether I might train five of my engineers"."""
    ahead = tokens.word(at - 2)
    return (word in _VERBS and ahead in _SUBJECTS) or (word == "train" and ahead in ("to", "and"))


_VERBS = frozenset("train press race stage line form rule lift lock group host block floor track plan".split())
_SUBJECTS = frozenset("might could should will would can must may we i they you he she".split())
_SPANS = ("days", "weeks", "quarters", "years")
_DURING = frozenset("in for from during between through over by of and , . on".split())
"""Before "weeks two to five", where these number the weeks; else they measure what came before."""


def _shared(tokens: Tokens, number: Numeral, name: str) -> bool:
    """Whether things are counted: a list of numbers ends with them: "by site 48, 37 and 22 engineers"."""
    at = number.stop
    if _listed_size(tokens, number, name):
        return True
    if plural(name) or tokens.word(at) != ",":
        return False
    while tokens.word(at) in (",", "and") and tokens.sort(at + 1) == NUMBER:
        at += 2
    return tokens.word(at - 2) == "and" and plural_ahead(tokens, at) >= 0


def _past_bound(tokens: Tokens, at: int) -> int:
    """Where the unit of a range stands: "at the warehouse twenty to thirty minutes", "a box three or four kilos"."""
    if tokens.word(at) not in ("to", "or"):
        return at
    other = numeral(tokens, at + 1)
    return at if other is None else other.stop


def _lettered(tokens: Tokens, at: int, before: str) -> bool:
    """ "plan B 6": whether a letter stands before, and no "and" of Spanish or Portuguese, as in "y 6 pantallas"."""
    return len(before) == 1 and before in _LETTERS and not _foreign(tokens, at, before)


def _foreign(tokens: Tokens, at: int, before: str) -> bool:
    return before in _FOREIGN and tokens.original(at - 1) == before and not tokens.glued(at - 1)


def _listed_name(tokens: Tokens, at: int, before: str) -> str:
    """The name that numbers in a list share: the "ovens" of the 5 in "ovens 1, 2, 3 and 5"; else the word before."""
    known, here = tokens.known, at
    if before not in _JOINTS and before != ",":
        return before
    while at - here < _LIST and (tokens.word(here - 1) in _JOINTS or (tokens.word(here - 1) == "," and here < at)):
        if tokens.sort(here - 2) != NUMBER and tokens.word(here - 2) not in known.number_words:
            return before
        here -= 2
    if here == at and tokens.word(at - 1) == "," and tokens.sort(at - 2) == NUMBER:
        here = _over_commas(tokens, at)
    return tokens.word(here - 1) if here < at and tokens.word(here - 1) in known.names else before


def _over_commas(tokens: Tokens, at: int) -> int:
    """Where the list in digits begins that the number at ``at`` goes on: "gates 4, 7, 9"."""
    here = at
    while at - here < _LIST and tokens.word(here - 1) == "," and tokens.sort(here - 2) == NUMBER:
        here -= 2
    return here if plural(tokens.word(here - 1)) else at


_LIST = 12
"""Tokens over which a list of numbers takes its name."""


def _arrow(tokens: Tokens, at: int) -> bool:
    """ "Volume 38 -> 14 TB": whether a change is told, and no name."""
    return tokens.word(at) == "→" or tokens.low[at : at + 2] in (["-", ">"], ["=", ">"])


_WHEN = frozenset("a an per every each last next this that previous same".split())
"""Before "year", these tell a time, so that a number after it is none of its name: "in the third year two failed"."""
_DAYS = frozenset("bad good normal busy quiet typical average usual".split())
"""The same before "day": "on a bad day eighty"."""
_JOINTS = frozenset("and to through or until - – &".split())
"""Between two numbers that both name: "months two and three", "floors 11-19"."""
_FOREIGN = ("y", "e", "en")
"""Small words of Spanish, Portuguese and French, which write like a variable or a norm: "y 6 pantallas"."""
_LETTERS = frozenset("bcdefghjklmnpqtuvwyz")
