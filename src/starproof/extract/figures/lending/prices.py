"""Bare sums that are prices, or prices times things: "at $9,000 apiece", "that is 120,000", "this saves 200"."""

from __future__ import annotations

from dataclasses import replace

from starproof.extract.figures.lending.memory import REACH, Text
from starproof.extract.figures.numbers.figure import COUNT, MONEY, Figure
from starproof.extract.figures.numbers.lexing import WORD
from starproof.extract.figures.numbers.nouns import names_things, plural
from starproof.extract.figures.recurring.products import factors


def price_of_each(text: Text, figure: Figure) -> bool:
    """ "four hundred pumps at thirty-one thousand apiece", "at seven thousand each" """
    after, at = text.tokens.word(figure.stop), text.tokens.word(figure.first - 1) == "at"
    piece = text.tokens.low[figure.stop : figure.stop + 2] == ["a", "piece"]
    thing = text.tokens.word(figure.stop + 1)
    if after in ("a", "per") and at and figure.scale != 1.0 and names_things(text.tokens, figure.stop + 1):
        return text.has_money and thing not in text.tokens.known.periods and not plural(thing)
    return figure.scale != 1.0 and (
        ((after == "apiece" or piece) and text.has_money) or (after in ("each", "apiece") and at)
    )


def shop_price(text: Text, index: int) -> Figure | None:
    """ "the price was nine ninety nine", "the van costs eleven euros, and a branch costs three fifty": with cents."""
    figure, low = text.figures[index], text.tokens.low
    if figure.digits or figure.scale != 1.0 or not 100 < figure.value < 10000 or figure.noun:
        return None
    told = text.has_money and low[figure.first - 1] in ("for", "at") and not _bargained(text, figure)
    if figure.value % 100 in (95, 99) and (told or not _SHOP.isdisjoint(low[max(0, figure.first - 9) : figure.first])):
        return Figure(0, 0, 0.0, "money", "", factor=0.01)
    again = _price_again(text, figure)
    if again is not None:
        return again
    before = text.figures[index - 1] if index else None
    small = before is not None and before.kind == "money" and before.scale == 1.0 and 0.5 < before.value < 40
    if before is None or not small or figure.first - before.stop > 12 or figure.value % 10 or figure.value >= 1000:
        return None
    if before.value % 1 and text.tokens.word(figure.first - 1) in _SOLD:
        return Figure(
            0, 0, 0.0, "money", before.unit, factor=0.01
        )  # "a dollar ten at the gate, and sold for three forty"
    verb = text.tokens.word(figure.first - 1)
    same = figure.first - before.stop <= 6 and verb in _SAVES and verb == text.tokens.word(before.first - 1)
    return replace(before, factor=0.01) if same and figure.value % 100 else None


def _price_again(text: Text, figure: Figure) -> Figure | None:
    """The price with cents that was told, for "we got the cost of each one down to seven eighty"."""
    low = text.tokens.low[max(0, figure.first - 9) : figure.first]
    if low[-2:] != ["down", "to"] or "cost" not in low or figure.value >= 1000 or figure.value % 10:
        return None
    prices = [f for f in text.memory.measured if f.kind == "money" and f.scale == 1.0 and f.value % 1]
    alike = bool(prices) and 0.3 <= figure.value / 100 / prices[-1].value <= 3
    return Figure(0, 0, 0.0, "money", prices[-1].unit, factor=0.01) if alike else None


def _bargained(text: Text, figure: Figure) -> bool:
    """Whether sums in thousands are bargained for: "they wanted 300 thousand, and we settled at one ninety five"."""
    last = next((f for f in reversed(text.memory.measured) if f.kind == "money"), None)
    led = text.tokens.word(figure.first - 2) in ("settled", "landed", "closed", "ended", "finished")
    return led and last is not None and last.scale == 1e3


_SOLD = frozenset("for at so is was costs cost pay paid to now".split())
_SHOP = frozenset("price priced prices cost costs charge charged ticket".split())


def reward_of_each(text: Text, figure: Figure) -> bool:
    """ "a bonus of two fifty per driver", where the text speaks of money"""
    low = text.tokens.low[max(0, figure.first - 2) : figure.first]
    told = len(low) == 2 and low[0] in _REWARDS and low[1] in ("of", "was", "is")
    return told and text.has_money and text.tokens.word(figure.stop) in ("per", "a") and not figure.noun


_REWARDS = frozenset("bonus fee price cost refund allowance premium fine voucher deposit discount subsidy".split())


def product(text: Text, index: int) -> Figure | None:
    """ "$3,000 a head, and I need forty, so that's 120,000", "32 into forty-five thousand": a price times things."""
    figure = text.figures[index]
    if figure.value < (100 if text.tokens.word(figure.first - 1) in _COMES_TO else 1000):
        return None
    off = 0.06 if figure.scale >= 1e6 and text.tokens.word(figure.first - 1) in _COMES_TO else 1e-6
    for price, things in factors(text.figures[max(0, index - 4) : index], figure, off=off):
        if price.value not in (0, 1) and things.value > 1:
            period = "" if things.unit == "time" else price.period  # "we had paid it four times"
            return replace(MONEY, unit=price.unit, period=period)
    rough = _roughly(text, index)
    if rough is not None:
        return rough
    told = text.memory.told.get(figure.value)
    factor = text.tokens.word(figure.first - 1) in ("into", "times")
    return MONEY if factor and told is not None and told.kind == "money" else None


def _roughly(text: Text, index: int) -> Figure | None:
    """Thousands, for "down to $7.80 each, at thirty-one thousand, so that's roughly two forty a month"."""
    figure = text.figures[index]
    told = text.tokens.word(figure.first - 1) in _COMES_TO and figure.period and figure.scale == 1.0
    if not told or not 100 <= figure.value < 1000:
        return None
    thousands = replace(figure, value=figure.value * 1000)
    found = factors(text.figures[max(0, index - 4) : index], thousands, off=0.02)
    return next((replace(MONEY, unit=p.unit, scale=1e3) for p, n in found if p.value > 1 and n.value > 1), None)


_COMES_TO = frozenset("that's it's is makes so about nearly almost roughly be".split())


def price_of_thing(text: Text, index: int) -> Figure | None:
    """ "the licence was forty a seat": what a thing costs, told by its name and for each of others."""
    figure, tokens = text.figures[index], text.tokens
    each = tokens.word(figure.stop) in ("a", "per") and tokens.word(figure.stop + 1) not in tokens.known.periods
    if not each or figure.period or tokens.sort(figure.stop + 1) != WORD:
        return None
    lead = tokens.low[max(0, figure.first - 3) : figure.first]
    traded = lead[-1:] == ["at"] and not _TRADES.isdisjoint(tokens.low[max(0, figure.first - 10) : figure.first])
    if traded and tokens.word(figure.stop + 1) in tokens.known.measures:
        return MONEY  # "buying 140 tons of resin a month at nineteen hundred a ton"
    named = lead[-1:] != ["by"] and lead[-1:] and lead[-1] in _IS and not _NAMED.isdisjoint(lead[:-1])
    return MONEY if named else None


_IS = ("is", "was", "were", "at", "cost", "costs", "to", "of")
_TRADES = frozenset("buying bought buy sell sold selling sells".split())
_NAMED = frozenset("license licence price fee fare charge toll rent premium subscription".split())


def paid(text: Text, figure: Figure) -> bool:
    """ "the cost was like three fifty a month", "we were burning a hundred thousand a week" """
    if figure.period in ("hour", "day", "night") and _pays(text, figure):
        return True
    if figure.period not in ("week", "month", "quarter", "year") or figure.value < 100:
        return False
    lead = text.tokens.low[max(0, figure.first - 5) : figure.first]
    return not _PAID.isdisjoint(lead) and not {".", ",", "for"}.intersection(lead)


def _pays(text: Text, figure: Figure) -> bool:
    """ "if you're paying twenty two an hour": what is paid for time."""
    at = figure.first - 1 - (text.tokens.word(figure.first - 1) in text.tokens.known.approx)
    at -= text.tokens.word(at) in ("us", "me", "them", "you", "him", "her")
    return text.tokens.word(at) in ("pay", "pays", "paying", "paid", "earn", "earns", "earned", "earning")


_PAID = frozenset("cost costs costing pay pays paying rent salary fee burning".split())


def saves(text: Text, index: int) -> Figure | None:
    """ "This costs eighteen euros a month, this saves two hundred." """
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    told = text.tokens.word(figure.first - 1) in _SAVES and not figure.noun
    if before is None or not told or before.kind != "money":
        return None
    if figure.scale == 1.0 != before.scale and text.tokens.word(figure.first - 1) == text.tokens.word(before.first - 1):
        alike = 0.1 <= figure.value * before.scale / max(before.value, 1e-9) <= 10
        return before if alike and text.tokens.sort(figure.stop) != WORD else None
    if before.scale != figure.scale:
        return None
    near = figure.first - before.stop <= 5 and 0.02 <= figure.value / max(before.value, 1e-9) <= 50
    return replace(MONEY, unit=before.unit, period=before.period) if near else None


_SAVES = frozenset("saves saved costs cost earns earned brings brought".split())


def more_things(text: Text, index: int) -> Figure | None:
    """ "300 tickets at $25 each and then 200 more", "60 pallets at €300 a pallet, now 20": things, and no price."""
    low, figure = text.tokens.low, text.figures[index]
    if index < 2 or text.figures[index - 1].kind != "money" or figure.first - text.figures[index - 1].stop > REACH:
        return None
    things, price = text.figures[index - 2 : index]
    if things.kind != "count" or not things.noun or things.value <= 0 or price.scale != 1.0:
        return None
    after = low[price.stop : price.stop + 2]
    each = after[:1] in (["each"], ["apiece"]) or after == ["a", "piece"]
    named = after[:1] in (["a"], ["per"]) and things.unit.endswith(after[-1])
    nearer = max(figure.value / things.value, things.value / max(figure.value, 1e-9))
    further = max(figure.value / max(price.value, 1e-9), price.value / max(figure.value, 1e-9))
    return COUNT if (each or named) and nearer < further else None
