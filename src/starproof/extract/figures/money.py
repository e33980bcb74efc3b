"""Sums of money: marks, codes and words of currencies before and after a number, cents, and how often a sum recurs."""

from __future__ import annotations

from starproof.extract.figures.coins import OPEN, cents_too, currency, is_coin
from starproof.extract.figures.figure import Figure, figure_of
from starproof.extract.figures.lexing import MARK, NUMBER, WORD, Tokens
from starproof.extract.figures.nouns import names_things
from starproof.extract.figures.numerals import numeral, rounded
from starproof.extract.figures.ranges import changed, widen

SIGN = "$" + OPEN
"""The currency of a plain dollar sign: US dollars unless the text is at home elsewhere."""
_SHORT = frozenset("p r lei won real bob rs rp zl crown pound kr".split())
_DOUBTFUL = _SHORT | {"pounds"}
_LOOSE_PREFIXES = frozenset("rs ksh kshs inr kr rp rm zł zl".split())
_FAR = 8
"""Words between a sum and its period, as in "six thousand dollars a seat a year"."""


def money_first(tokens: Tokens, at: int) -> Figure | None:
    """The sum whose currency stands in front at ``at``: "$1.8M", "USD 1,800,000", "Rs. 3 crore", "US$ 5"."""
    code = _mark(tokens, at)
    if code is None:
        return None
    here = at + 1
    if tokens.sort(at) == WORD and (
        tokens.sort(here) == MARK or (tokens.word(here) == "." and tokens.low[at] in ("rs", "kr"))
    ):
        here += 1
    if tokens.sort(at) == WORD and tokens.sort(here) != NUMBER and tokens.low[at] not in tokens.known.codes:
        return None
    number = numeral(tokens, here)
    if number is None or tokens.word(number.stop) in ("%", "percent"):
        return None
    figure = figure_of(number, first=at)
    figure.become("money", code, number.stop)
    _grouped(tokens, figure, here)
    _dashed(tokens, figure)
    told = code.rstrip(OPEN)
    if tokens.known.moneys.get(tokens.word(figure.stop)) == told or tokens.word(figure.stop) == told.lower():
        figure.stop += 1
    return figure


def _mark(tokens: Tokens, at: int) -> str | None:
    """The currency of a mark, code or prefix at ``at``, where it may open a sum."""
    known, word = tokens.known, tokens.low[at]
    if tokens.kind[at] == MARK:
        return SIGN if word == "$" else known.symbols.get(word)
    if word == "cop" and tokens.glued(at):  # COP26 is a conference
        return None
    if word in known.codes:
        return known.codes[word] if tokens.original(at).isupper() or tokens.sort(at + 1) == NUMBER else None
    if word not in known.prefixes:
        return None
    rand = word == "r" and tokens.original(at) == "R" and len(tokens.word(at + 1)) > 2
    fits = tokens.glued(at) or word in _LOOSE_PREFIXES or rand or (tokens.original(at).isupper() and word != "r")
    return known.prefixes[word] if fits else None


def _grouped(tokens: Tokens, figure: Figure, at: int) -> None:
    """Read "€1.250" as 1,250: where the point groups thousands, no sum has three decimals."""
    euro = figure.unit.rstrip(OPEN) not in ("$", "USD", "GBP", "INR", "KES")
    text = tokens.word(at)
    if euro and figure.scale == 1.0 and figure.value < 1000 and text[-4:-3] == "." and text.replace(".", "").isdigit():
        figure.value = rounded(figure.value * 1000)


def _dashed(tokens: Tokens, figure: Figure) -> None:
    """Take in the upper bound of "$2-3M", "€15–20k", "$2M-$3M", "$2 to $3 million"."""
    joint = tokens.word(figure.stop)
    dash, before = joint in ("-", "–", "—"), tokens.word(figure.first - 1)
    if not dash and not (joint == "to" and before != "from") and not (joint == "and" and before == "between"):
        return
    at = figure.stop + 1
    if not dash and tokens.sort(at) != MARK and (figure.scale != 1.0 or figure.value >= 1000):
        return
    at += tokens.sort(at) == MARK
    other = numeral(tokens, at) if tokens.sort(at) == NUMBER else None
    if other is not None and joint == "to" and changed(tokens, figure, other):
        return
    if other is not None and (dash or figure.scale == 1.0 or other.scaled) and tokens.word(other.stop) != "%":
        widen(figure, other)


def money_after(tokens: Tokens, figure: Figure) -> bool:
    """Make the figure a sum where a currency follows: "dollars", "EUR", "€", "US dollars", "cents"."""
    known = tokens.known
    at, nation = tokens.over_dash(figure.stop), ""
    at += tokens.word(at) == "." and tokens.word(at - 1) in ("mio", "mrd")
    while tokens.word(at) in known.nations and at < figure.stop + 3:
        nation = known.nations[tokens.word(at)]
        at += 1 + (tokens.word(at) == "u" and tokens.word(at + 1) == "s")
    at += tokens.word(at) == "," and not nation and figure.scale != 1.0 and _set_off(tokens, at + 1)
    word = tokens.word(at)
    if nation and figure.scale != 1.0 and at == figure.stop + 1 and _stands_alone(tokens, at):
        return figure.become("money", nation, at)
    if word in _OF and figure.scale != 1.0 and tokens.word(at + 1) in known.moneys and not nation:
        return figure.become("money", currency(tokens, at + 1), at + 2)
    if word in _DOUBTFUL and not is_coin(tokens, figure, at, word):
        return False
    if tokens.sort(at) == MARK:
        return tokens.sort(at + 1) != NUMBER and figure.become(
            "money", SIGN if word == "$" else known.symbols[word], at + 1
        )
    if word in known.codes and tokens.original(at).isupper():
        return figure.become("money", known.codes[word], at + 1)
    if word in known.moneys:
        figure.become("money", nation or currency(tokens, at), at + 1)
        cents_too(tokens, figure)
        _grouped(tokens, figure, figure.first)
        _nation_after(tokens, figure)
        return True
    if word in known.codes and word in _SPOKEN_CODES:
        return figure.become("money", known.codes[word], at + 1)
    if word in known.cents and figure.scale == 1.0:
        return figure.become("money", nation or known.cents[word] + OPEN, at + 1, 0.01)
    return _run_rate(figure, at, word)


def _nation_after(tokens: Tokens, figure: Figure) -> None:
    """Take in whose dollars they are, told behind: "four hundred dollars Canadian"."""
    nation = tokens.known.nations.get(tokens.word(figure.stop), "")
    family = tokens.known.families.get(figure.unit.rstrip(OPEN), ())
    if nation in family and not names_things(tokens, figure.stop + 1):
        figure.unit, figure.stop = nation, figure.stop + 1


_OF = ("of", "de", "di")
"""Between millions and their currency, in English, Spanish, Portuguese, French and Italian."""


def _set_off(tokens: Tokens, at: int) -> bool:
    """Whether a currency is told as an afterthought: "three hundred grand, dollars, I think"."""
    plain = tokens.word(at) in ("dollars", "euros", "pounds", "reais", "francs", "rupees", "pesos", "rand")
    return plain and tokens.word(at + 1) in (",", ".")


def _run_rate(figure: Figure, at: int, word: str) -> bool:
    """ "four point two million ARR": revenue that recurs, by the year or the month."""
    if word not in ("arr", "mrr") or figure.scale == 1.0:
        return False
    figure.period = "year" if word == "arr" else "month"
    return figure.become("money", "", at + 1)


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether a nation's adjective before ``at`` stands for its money: "fifty thousand US a month"."""
    if tokens.word(at - 1) == "us" and not (tokens.original(at - 1) == "US" or period_at(tokens, at)[0]):
        return False
    return (
        tokens.sort(at) != WORD
        or tokens.word(at) in ("more", "less", "in", "a", "per", "each", "apiece")
        or bool(period_at(tokens, at)[0])
    )


_SPOKEN_CODES = frozenset("usd eur gbp cad aud sgd brl inr jpy chf mxn sek dkk pln zar kes idr nok nzd czk aed".split())


# how often


def find_period(tokens: Tokens, figure: Figure) -> None:
    """Note how often a sum recurs: "a month", "/yr", "annually", also behind what it is for."""
    at = figure.stop
    apart = (
        tokens.word(at) == ","
        and (figure.kind == "money" or figure.scale != 1.0)
        and tokens.word(at + 1) in ("every", "each", "per", "annually", "yearly")
    )
    period, stop = _per_mensem(tokens, figure) or period_at(tokens, at + apart)
    if period:
        figure.period, figure.stop = period, stop
        _named_after(tokens, figure)
        return
    if figure.kind is None and figure.scale != 1.0 and tokens.word(at) in ("less", "more", "saved", "extra"):
        figure.period = period_at(tokens, at + 1)[0]
    if figure.kind != "money" or tokens.word(at) not in _OPENS_PURPOSE:
        return
    if tokens.word(at + 1) == "/":
        figure.period = period_at(tokens, at + 1)[0]
        return
    for here in range(at, at + _FAR):
        if tokens.word(at) == "per" and tokens.word(here) == "and" and tokens.word(here + 1) in tokens.known.periods:
            figure.period = tokens.known.periods[tokens.word(here + 1)]
            return
        if tokens.sort(here) != WORD or tokens.word(here) in _ENDS_PURPOSE:
            return
        if tokens.word(here) in tokens.known.number_words and tokens.word(here + 1) not in tokens.known.periods:
            return
        period, stop = period_at(tokens, here)
        if period and tokens.word(here) != "in":
            figure.period = period
            return


def _per_mensem(tokens: Tokens, figure: Figure) -> tuple[str, int] | None:
    """ "R1.1m p.m.": so much a month."""
    told = figure.kind == "money" and tokens.low[figure.stop : figure.stop + 4] == ["p", ".", "m", "."]
    return ("month", figure.stop + 4) if told else None


def _named_after(tokens: Tokens, figure: Figure) -> None:
    """Take in a currency behind the period: "1.2 million a month in euros", "forty thousand a year dollars"."""
    at = figure.stop + (tokens.word(figure.stop) in ("in", ","))
    word, nation = tokens.word(at), tokens.known.nations.get(tokens.word(at), "")
    at += bool(nation)
    unit = tokens.known.moneys.get(tokens.word(at), "") or (
        tokens.known.codes.get(word, "") if word in _SPOKEN_CODES else ""
    )
    if not unit and nation and tokens.sort(at) != WORD:
        unit, at = nation, at - 1
    if figure.kind is not None or not unit or tokens.word(at) in _SHORT:
        return
    figure.become("money", nation or unit + OPEN * (tokens.word(at) in tokens.known.open_words), at + 1)


_OPENS_PURPOSE = frozenset("of in per a an for to less more from on saved extra lower".split())
_ENDS_PURPOSE = frozenset(
    """and or but so because which that who is was were are i we you he she they it then when while with that's
    thats""".split()
)


def period_at(tokens: Tokens, at: int) -> tuple[str, int]:
    """The period told at ``at`` and where it ends; an empty one where none is."""
    at = tokens.over_dash(at)
    known, word = tokens.known, tokens.word(at)
    named, after = at, tokens.word(tokens.over_dash(at + 1))
    if after in _WORKING:
        named, after = at + 1, tokens.word(at + 2)
    if word in known.adverbs:
        return known.adverbs[word], at + 1
    if word == "p" and after == "." and tokens.word(at + 2) == "a":
        return "year", at + 3
    if word in ("a", "an", "per", "every", "each", "/", "by", "the", "-", "one"):
        unit, stop = known.periods.get(after, ""), tokens.over_dash(named + 1) + 1
        return (unit, stop) if unit and _recurs(tokens, at, unit, stop) else ("", at)
    return _within(tokens, at)


_WORKING = frozenset("calendar working business operating trading".split())
"""Before "day", these leave it a period: "CHF 17,000 per calendar day"."""


def _recurs(tokens: Tokens, at: int, unit: str, stop: int) -> bool:
    """Whether "a year" at ``at`` tells how often, and not when ("a year later", "by year three", "the year before")."""
    word, then = tokens.word(at), tokens.word(stop)
    if word == "by":
        dated = tokens.sort(stop) == NUMBER or then in tokens.known.number_words or then == "end"
        return not dated and tokens.over_dash(stop) == stop and (unit == "year" or _by_the_day(tokens, at))
    if word in ("the", "-", "one") and unit in _NOT_RATES:
        return False
    if then in ("ago", "earlier", "later") or (then == "before" and tokens.sort(stop + 1) != WORD):
        return False
    if word == "the" and then in ("before", "after", "when"):
        return False
    return not (unit in ("second", "minute") and word in ("a", "the", "every") and names_things(tokens, at + 2))


def _by_the_day(tokens: Tokens, at: int) -> bool:
    """ "twelve euros by week", as French speakers say it; not "by day three", "by week's end", "by month end"."""
    known, before = tokens.known, tokens.word(at - 1)
    paid = before in known.moneys or before in known.cents or tokens.sort(at - 1) == MARK
    numbered = tokens.sort(at + 2) == NUMBER or tokens.word(at + 2) in known.number_words
    return paid and not numbered and not names_things(tokens, at + 2)


_NOT_RATES = ("second", "night", "day", "week")


def _within(tokens: Tokens, at: int) -> tuple[str, int]:
    """ "in the year", "in a year", "in year", "over the year", "on a yearly basis"."""
    known, word = tokens.known, tokens.word(at)
    if word not in ("in", "over", "on", "for"):
        return "", at
    here = at + 1 + (tokens.word(at + 1) in ("the", "a", "one"))
    here += here > at + 1 and tokens.word(here) in ("full", "whole")
    here += word == "over" and tokens.word(here) in ("following", "next", "whole", "full", "first", "last", "past")
    unit = known.periods.get(tokens.word(here), "")
    summed = here == at + 1 or (tokens.word(here - 1) == "the" and tokens.sort(here + 1) != WORD)
    if word == "for" and summed and unit == "year":
        return unit, here + 1
    whole = tokens.word(at + 1) in ("a", "one") or tokens.word(here + 1) not in _NAMED_YEAR
    if word in ("in", "over") and unit in ("year", "month") and whole:
        return unit, here + 1
    if word == "on" and tokens.word(here) in known.adverbs and tokens.word(here + 1) == "basis":
        return known.adverbs[tokens.word(here)], here + 2
    return "", at


_NAMED_YEAR = frozenset("that we when before after of one two three four two".split())
