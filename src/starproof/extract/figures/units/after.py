"""Units that stand after a number: percent and points, factors, scores, durations, sizes."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import DASHES, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.numbers.numerals import in_metres, numeral, rounded, sixtieths
from starproof.extract.figures.numbers.spelled import Numeral
from starproof.extract.figures.units.measures import find_measure
from starproof.extract.figures.units.money import money_after
from starproof.extract.figures.units.times import find_factor

POINTS = "points"
"""The unit of "four points" until the context says whether they are of a percentage, a score, or a list."""
_SCALES = (5, 7, 10)
"""The tops of the scales on which people are asked."""


def find_unit(tokens: Tokens, figure: Figure) -> bool:
    """Settle the figure by the unit after it; false where there is none."""
    return (
        _percent(tokens, figure)
        or money_after(tokens, figure)
        or find_factor(tokens, figure)
        or _score(tokens, figure)
        or _duration(tokens, figure)
        or _size(tokens, figure)
        or find_measure(tokens, figure)
    )


# percent and points


def _percent(tokens: Tokens, figure: Figure) -> bool:
    at = tokens.over_dash(figure.stop)
    word = tokens.word(at)
    if word == "per" and tokens.word(at + 1) == "cent":
        word, at = "percent", at + 1
    points = tokens.over_dash(at + 1)
    after = tokens.word(points)
    if word in ("percentage", "percent", "%") and after in ("points", "point"):
        return figure.become("percent", "pp", points + 1)
    if word in ("%", "percent", "pct", "percents", "prozent"):
        return figure.become("percent", "%", at + 1)
    if word in ("pp", "ppt", "ppts") or (word == "p" and after == "." and tokens.word(at + 2) == "p"):
        return figure.become("percent", "pp", at + 1 + 2 * (word == "p"))
    if word in ("bps", "bp") or (word == "basis" and after in ("points", "point")):
        unit = "%" if _stands(tokens, figure, points + 1 if word == "basis" else at + 1) else "pp"
        figure.become("percent", unit, points + 1 if word == "basis" else at + 1, 0.01)
        return True
    if word in ("points", "point", "pts", "pt") and figure.scale == 1.0:
        after = tokens.word(at + 1)
        thrown = at > figure.stop and after in _THROWN
        if thrown or (after in ("a", "per") and tokens.word(at + 2) in ("sprint", "iteration")):
            return figure.become("count", "point", at + 1)
        return figure.become("percent", POINTS, at + 1)
    return False


def _stands(tokens: Tokens, figure: Figure, stop: int) -> bool:
    """Whether basis points tell a level, as in "chargebacks were at nine basis points", and no change."""
    at = figure.first - 1
    while tokens.word(at) in tokens.known.approx or tokens.word(at) in (",", "i", "looked"):
        at -= 1
    if tokens.word(at) == "from" and tokens.word(stop) in ("to", "down", "up"):
        return True
    if tokens.word(at) == "to" and "from" in tokens.low[max(0, at - _FROM_TO) : at]:
        return True
    return tokens.word(at) in _LEVELS and tokens.word(at - 1) not in _WORKED_OUT and tokens.sort(stop) != WORD


_LEVELS = frozenset("at is was are were target limit".split())
_WORKED_OUT = frozenset("that which".split())
"""Before "is 27 basis points", these tell what figures just told come to."""
_FROM_TO = 8
"""Tokens between "from" and "to"."""
_THROWN = frozenset("range line shot shots shooting shooter attempts plan turn play".split())
"""After "3-point", these make the points those of a game or a list."""


# scores


def _score(tokens: Tokens, figure: Figure) -> bool:
    at = figure.stop
    word = tokens.word(at)
    if figure.scale != 1.0:
        return False
    if word == "out" and tokens.word(at + 1) == "of":
        return _out_of(tokens, figure, at + 2)
    if word in ("/", "of", "on", "over"):
        return _on_scale(tokens, figure, at + 1, word)
    if word in ("stars", "star", "★", "⭐") and figure.value <= 5:
        return figure.become("score", "/5", at + 1)
    return False


def _on_scale(tokens: Tokens, figure: Figure, at: int, joint: str) -> bool:
    top = numeral(tokens, at)
    if top is None or top.value not in (*_SCALES, 100) or figure.value > top.value:
        return False
    broken = figure.value != int(figure.value)
    if joint == "/":
        known = broken or (top.value in (5, 10, 100) and tokens.word(top.stop) != "/")
    else:
        known = broken and top.value in _SCALES and not names_things(tokens, top.stop)
    return known and figure.become("score", f"/{int(top.value)}", top.stop)


def _out_of(tokens: Tokens, figure: Figure, at: int) -> bool:
    """ "4.1 out of 5" is a score, "two out of three" a share; with a noun both are counts."""
    top = numeral(tokens, at)
    if top is None or top.scaled or not 0 < figure.value <= top.value:
        return False
    after = tokens.word(top.stop)
    parted = after == "of" or after in tokens.known.verbs or after.endswith(("ing", "ed"))
    parted = parted or (after in ("we", "they") and tokens.word(figure.first - 1) in ("so", "and", "but"))
    if names_things(tokens, top.stop) and not parted:
        return False
    if top.value in (100, 1000):
        if top.value == 100 and not _SCORED.isdisjoint(tokens.low[max(0, figure.first - 8) : figure.first]):
            return figure.become("score", "/100", top.stop)
        figure.value = round(100 * figure.value / top.value, 1)
        return figure.become("percent", "%", top.stop)
    if top.value in _SCALES and not parted:
        return figure.become("score", f"/{int(top.value)}", top.stop)
    if top.value <= 10 and tokens.word(figure.first - 1) not in ("got", "passed", "lost", "kept", "won"):
        figure.value = round(100 * figure.value / top.value, 1)
        return figure.become("percent", "%", top.stop)
    return False


_SCORED = frozenset(
    "csat satisfaction score scored scores scoring rated rating index grade mark marks exam test".split()
)
"""Before "72 out of 100", these make it no share."""


# durations


def _duration(tokens: Tokens, figure: Figure) -> bool:
    at = tokens.over_dash(figure.stop)
    at = tokens.over_dash(at + 1) if tokens.word(at) in tokens.known.approx_after else at  # "twenty-odd years"
    for _ in range(2):
        at += tokens.word(at) in tokens.known.before_time
    word = tokens.word(at)
    factor = tokens.known.durations.get(word) or _LETTERS.get(word)
    if factor is None or not _is_time(tokens, figure, at, word):
        return False
    if word.endswith("s") and tokens.over_dash(at + 1) != at + 1:
        return False
    figure.become("duration", "s", at + 1, factor)
    lengthen(tokens, figure)
    return True


def _is_time(tokens: Tokens, figure: Figure, at: int, word: str) -> bool:
    """Whether a word after a number is a unit of time: not "second" as an ordinal, nor a lone letter."""
    if figure.value > 1 and _of_next(tokens, at, word):
        return False
    if word in ("hr", "hrs", "ms", "us") and tokens.original(at).isupper():
        return False
    if word in ("s", "h"):
        return figure.digits
    if word in _LETTERS:
        short = tokens.original(at) == word and figure.digits and (word == "d" or tokens.glued(at - 1))
        return short and tokens.sort(at + 1) != NUMBER
    if word == "mo" and figure.digits and tokens.original(at) == word:
        return True
    if word in ("mo", "us", "m"):
        return not (word == "m" and _no_minutes(tokens, figure, at)) and tokens.glued(at - 1) and figure.digits
    if word == "min":
        return figure.digits
    if word == "second":
        if tokens.word(at + 1) in DASHES and tokens.word(at + 2) in ("half", "quarter", "hand", "class"):
            return False
        return tokens.low[at - 1] in DASHES or figure.value < 1 or not names_things(tokens, at + 1)
    return not (word in ("quarters", "quarter") and figure.value == 3 and tokens.word(at + 1) == "of")


def _no_minutes(tokens: Tokens, figure: Figure, at: int) -> bool:
    """ "400 m deep", "210M images": metres, and millions."""
    return in_metres(tokens, at + 1) or (tokens.original(at) == "M" and figure.value >= _HOUR)


_HOUR = 60
"""So many minutes, and nobody writes an M behind them."""


def _of_next(tokens: Tokens, at: int, word: str) -> bool:
    """ "it was fourteen | day thirty was five", "thirty when the month ends": whether a unit opens what comes next."""
    if word == "month" and tokens.word(at + 1) in ("ends", "closes"):
        return True
    return word in _NUMBERED and not tokens.dashed(at) and tokens.word(at + 1) in tokens.known.number_words


_NUMBERED = frozenset("day week month year".split())
_LETTERS = {"d": 86400.0, "w": 604800.0, "y": 31536000.0}
"""Units of one letter that stand for other things as capitals: "23d", "6w", "2y", but "3D"."""


def lengthen(tokens: Tokens, figure: Figure) -> None:
    """Add what a duration goes on with: "and a half", "and forty minutes", "three hours and twenty"."""
    at, known = figure.stop, tokens.known
    joint = tokens.word(at)
    part = tokens.word(at + 1) in ("a", "one", "three") and tokens.word(at + 2) in _PARTS
    own = tokens.word(at + 3) in ("has", "had")  # "ninety days, and a quarter has ninety-two"
    if joint == "and" and part and not own and tokens.word(at + 3) not in known.scales:
        top = 3 if tokens.word(at + 1) == "three" else 1
        figure.value, figure.stop = figure.value + figure.factor * top / _PARTS[tokens.word(at + 2)], at + 3
        return
    unit = figure.factor
    while unit > 1 and figure.high is None:
        unit = _lengthened(tokens, figure, unit)


def _lengthened(tokens: Tokens, figure: Figure, above: float) -> float:
    """Add the next lesser unit, as in "two hours, five minutes and 12 seconds"; the unit added, zero for none."""
    at, known = figure.stop, tokens.known
    joint = tokens.word(at)
    at += joint in ("and", ",")
    at += joint == "," and tokens.word(at) == "and"
    rest = numeral(tokens, at) if tokens.sort(at) in (NUMBER, WORD) else None
    if rest is None or rest.scaled:
        return 0.0
    unit = known.durations.get(tokens.word(rest.stop), 0.0)
    if not unit:
        _bare_minutes(tokens, figure, rest, joint, above)
    elif joint == "," and _listed(tokens, figure):
        return 0.0
    elif unit < above and rest.value * unit < above and (joint != "," or above < 86400):
        figure.value, figure.stop = rounded(figure.value + rest.value * unit), rest.stop + 1
        return unit
    return 0.0


def _listed(tokens: Tokens, figure: Figure) -> bool:
    """Whether another time stands right before, as in "three reminders: one day, one hour, ten minutes"."""
    return tokens.word(figure.first - 1) == "," and tokens.word(figure.first - 2) in tokens.known.durations


_PARTS = {"half": 2, "quarter": 4, "quarters": 4, "third": 3}


def _bare_minutes(tokens: Tokens, figure: Figure, rest: Numeral, joint: str, above: float) -> None:
    """ "three hours and twenty", "three minutes twenty": the sixtieths without their unit."""
    if above not in (3600.0, 60.0):
        return
    told = 5 <= rest.value < 60 and (not tokens.glued(rest.first - 1) or rest.digits)
    if sixtieths(tokens, rest.first) or (
        told
        and joint != ","
        and tokens.word(rest.stop) != "of"
        and not names_things(tokens, rest.stop)
        and tokens.word(rest.stop) != "times"
        and tokens.sort(rest.stop) != NUMBER
    ):
        figure.value, figure.stop = figure.value + rest.value * above / 60, rest.stop


# sizes


def _size(tokens: Tokens, figure: Figure) -> bool:
    at = tokens.over_dash(figure.stop)
    factor = tokens.known.sizes.get(tokens.word(at))
    return factor is not None and figure.become("size", "B", at + 1, factor)
