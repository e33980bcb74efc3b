"""Sums of money: marks, codes and words of currencies before and after a number, cents, and how often a sum recurs."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure, figure_of
from starproof.extract.figures.numbers.lexing import MARK, NUMBER, OPENINGS, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.numbers.numerals import THOUSANDS, numeral, rounded
from starproof.extract.figures.numbers.ranges import changed, widen
from starproof.extract.figures.numbers.spelled import Numeral
from starproof.extract.figures.units.coins import OPEN, SHORT, SPOKEN_CODES, cents_too, currency, is_coin
from starproof.extract.figures.units.periods import period_at

SIGN = "$" + OPEN
"""The currency of a plain dollar sign: US dollars unless the text is at home elsewhere."""
_DOUBTFUL = SHORT | {"pounds"}
_TITLED = ("Ft", "Bs")
"""Marks of currencies as they are written; in lower case "ft" are feet."""
_LOOSE_PREFIXES = frozenset("rs ksh kshs inr kr rp rm zł zl kč".split())


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
    if tokens.low[at] == "r" and _letter(tokens, number):
        return None
    figure = figure_of(number, first=at)
    figure.become("money", code, number.stop)
    _grouped(tokens, figure, here)
    _dashed(tokens, figure)
    told = code.rstrip(OPEN)
    if tokens.known.moneys.get(tokens.word(figure.stop)) == told or tokens.word(figure.stop) == told.lower():
        figure.stop += 1
    _code_behind(tokens, figure)
    return figure


def _code_behind(tokens: Tokens, figure: Figure) -> None:
    """Take in whose dollars they are by the code behind: "$500,000 CAD a year", "(CAD)"; no "$40K CAD tool"."""
    bracket = tokens.word(figure.stop) == "("
    at = figure.stop + bracket
    code = tokens.known.codes.get(tokens.word(at), "")
    family = tokens.known.families.get(figure.unit.rstrip(OPEN), ())
    if not (figure.unit.endswith(OPEN) and code in family and tokens.original(at).isupper()):
        return
    if tokens.word(at + 1) == ")" if bracket else not names_things(tokens, at + 1):
        figure.unit, figure.stop = code, at + 1 + bracket


def _letter(tokens: Tokens, number: Numeral) -> bool:
    """ "R8 full mode": whether a single digit goes on with what it names, and is no price in rand."""
    single = number.value < 10 and number.value == int(number.value) and not number.scaled
    return single and tokens.sort(number.stop) == WORD and tokens.word(number.stop) not in tokens.known.stop


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
    if word == "r" and tokens.word(at + 2) == ":" and tokens.word(at - 1) in OPENINGS:
        return None  # the label of a line: "R2: saved $52k"
    rand = word == "r" and tokens.original(at) == "R" and len(tokens.word(at + 1)) > 2
    if word in ("ft", "bs"):
        return known.prefixes[word] if tokens.original(at) in _TITLED else None
    fits = tokens.glued(at) or word in _LOOSE_PREFIXES or rand or (tokens.original(at).isupper() and word != "r")
    return known.prefixes[word] if fits else None


def _grouped(tokens: Tokens, figure: Figure, at: int) -> None:
    """Read "€1.250" as 1,250: where the point groups thousands, no sum has three decimals; "R$0.018" groups none."""
    euro = figure.unit.rstrip(OPEN) not in ("$", "USD", "GBP", "INR", "KES")
    text = tokens.word(at)
    if euro and figure.scale == 1.0 and figure.value < 1000 and THOUSANDS.fullmatch(text):
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
    large = figure.scale != 1.0 or (figure.value >= 100 and nation in ("CAD", "AUD", "SGD"))
    spelt = tokens.low[at - 2 : at] == ["u", "s"]  # as recognisers write it: "one million u s a year"
    if nation and large and at == figure.stop + 1 + spelt and _stands_alone(tokens, at):
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
    if word in known.codes and word in SPOKEN_CODES:
        return figure.become("money", known.codes[word], at + 1)
    cents = "CENT" if _c(tokens, figure, at) else known.cents.get(word, "")
    if cents and figure.scale == 1.0:
        return figure.become("money", nation or cents + OPEN, at + 1, 0.01)
    return _run_rate(figure, at, word)


def _c(tokens: Tokens, figure: Figure, at: int) -> bool:
    """ "35c a message", "95k x 22c = R20,900": cents, and no degrees."""
    lettered = tokens.original(at) == "c" and figure.digits and tokens.glued(at - 1) and figure.scale == 1.0
    return lettered and tokens.word(at + 1) in ("a", "an", "per", "each", "apiece", "/", "=")


def _nation_after(tokens: Tokens, figure: Figure) -> None:
    """Take in whose dollars they are, told behind: "four hundred dollars Canadian"."""
    at = figure.stop + (tokens.word(figure.stop) == ",")
    if tokens.known.nations.get(tokens.word(at)) and tokens.word(at + 1) == tokens.word(figure.stop - 1):
        figure.unit, figure.stop = tokens.known.nations[tokens.word(at)], at + 2  # "eleven dollars, Singapore dollars"
        return
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


_COUNTRIES = frozenset("uganda kenya tanzania jamaica namibia taiwan".split())
"""Names of countries that stand before their money, and never for it: "uganda shillings"."""
_GOES_ON = frozenset("and but so i we he she they which because for".split())
"""After "two million Canadian", these open what comes next."""


def _run_rate(figure: Figure, at: int, word: str) -> bool:
    """ "four point two million ARR": revenue that recurs, by the year or the month."""
    if word not in ("arr", "mrr") or figure.scale == 1.0:
        return False
    figure.period = "year" if word == "arr" else "month"
    return figure.become("money", "", at + 1)


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether a nation's adjective before ``at`` stands for its money: "fifty thousand US a month"."""
    if tokens.word(at - 1) in _COUNTRIES:
        return False  # "two hundred thousand, Kenya"
    if tokens.low[at - 2 : at] == ["u", "s"]:
        return bool(period_at(tokens, at)[0])
    if tokens.word(at - 1) == "us" and not (tokens.original(at - 1) == "US" or period_at(tokens, at)[0]):
        return False
    return (
        tokens.sort(at) != WORD
        or tokens.word(at) in ("more", "less", "in", "a", "per", "each", "apiece", "to")
        or (tokens.word(at) in _GOES_ON and tokens.word(at - 1) not in ("us", "u"))
        or bool(period_at(tokens, at)[0])
    )
