"""Large bare numbers: sums of money, or things that are counted in thousands."""

from __future__ import annotations

from itertools import pairwise

from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.numbers.figure import MONEY, Figure
from starproof.extract.figures.numbers.lexing import DASHES, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural
from starproof.extract.figures.numbers.telling import tells_level


def counts_things(text: Text, figure: Figure) -> bool:
    """Whether the words before a number speak of things that are counted, and not of money after that."""
    known, low = text.tokens.known, text.tokens.low
    for at in range(figure.first - 1, max(figure.first - 12, -1), -1):
        word = low[at]
        if text.places[at] != text.places[figure.first] or word in known.money_cues or word in known.moneys:
            return False
        if word in ("backlog", "queue") and at >= figure.first - 2:
            return True
        if word in known.things:
            return known.money_cues.isdisjoint(low[max(0, at - 9) : max(0, at - 1)])
    return False


def _of_heads(tokens: Tokens, figure: Figure) -> bool:
    """ "pop. 1.9m", "a population of two million", "fourteen lakhs of students" """
    thing = tokens.word(figure.stop + 1)
    if figure.scale == 1e5 and tokens.word(figure.stop) == "of" and plural(thing):
        return thing not in tokens.known.moneys
    at = figure.first - 1
    while tokens.word(at) in (".", "of", ":", "about", "is", "was"):
        at -= 1
    return tokens.word(at) in ("pop", "population")


def large_sum(text: Text, index: int) -> Figure | None:
    """Money, for a large bare number where the text speaks of it."""
    figure, tokens = text.figures[index], text.tokens
    if figure.scale == 1.0 or figure.value in text.memory.counted or _of_heads(tokens, figure):
        return None
    if _earned(text, figure):
        return MONEY
    if tokens.word(figure.stop) == "fewer" or _how_many(text, figure) or counts_things(text, figure):
        return None
    if _done(tokens, figure) or of_things(text, figure) or counted_alike(text, index) or _whole_of(text, index):
        return None
    if figure.scale in (1e5, 1e7) or _alone(text, figure):
        return MONEY
    before = text.figures[index - 1] if index else None
    if before is not None and before.kind == "count" and before.scale != 1.0 and figure.first - before.stop < 15:
        return None
    last = next((f for f in reversed(text.memory.measured) if f.kind == "money"), None)
    if last is not None and last.kind == "money" and last.scale == figure.scale and figure.first - last.stop < 150:
        return MONEY
    if tells_level(tokens, figure) and any(_of_its_size(figure, f) for f in text.memory.measured):
        return MONEY
    near = [*text.figures[max(0, index - 2) : index], *text.figures[index + 1 : index + 2]]
    money = any(f.kind == "money" and abs(f.first - figure.first) < 40 for f in near)
    window = tokens.low[max(0, figure.first - 12) : figure.stop + 8]
    apiece = text.has_money and tokens.word(figure.stop) in ("each", "apiece")
    kilo = tokens.low[figure.stop - 1] == "k" and figure.value not in (4000, 8000)
    loose = (kilo and _asked(tokens, figure.first)) or tokens.low[figure.stop - 1] == "mil"
    if loose or (text.has_money and (figure.scale >= 1e6 or kilo)):
        return MONEY
    return MONEY if money or apiece or any(word in tokens.known.money_cues for word in window) else None


def _earned(text: Text, figure: Figure) -> bool:
    """ "two hundred thousand saved", and where the text speaks of money "they got two hundred thousand back" """
    tokens, near = text.tokens, range(figure.stop, figure.stop + 3)
    if any(tokens.word(at) in _EARNED and text.places[at] == text.places[figure.first] for at in near):
        return True
    return text.has_money and tokens.word(figure.stop) == "back" and tokens.word(figure.first - 1) in _REPAID


_REPAID = frozenset("got gets get gave give paid pay them him her us me".split())
"""Before "two hundred thousand back", these tell what was paid."""


def _whole_of(text: Text, index: int) -> bool:
    """ "twelve products out of nine thousand": all that there are of what has just been counted."""
    part = text.figures[index - 1] if index else None
    gap = [] if part is None else text.tokens.low[part.stop : text.figures[index].first]
    return part is not None and part.kind == "count" and gap[-2:] == ["out", "of"] and len(gap) <= 4


def _done(tokens: Tokens, figure: Figure) -> bool:
    """ "we handled eleven million", "ninety thousand signed" """
    return tokens.word(figure.stop) in _COMES or handled(tokens, figure)


def handled(tokens: Tokens, figure: Figure) -> bool:
    """ "we sent 1.9 million a year": what was done to things before the number, over "about"."""
    at = figure.first - 1 - (tokens.word(figure.first - 1) in tokens.known.approx)
    return tokens.word(at) in _HANDLES


_COMES = frozenset("signed joined answered registered connected responded applied voted replied enrolled".split())
_HANDLES = frozenset(
    """handled handle processed process served serve carried shipped printed scanned answered
    sent send mailed posted baked delivered deliver planted sorted packed""".split()
)
"""What is done to things, and to no money: "we handled eleven million"."""


def of_things(text: Text, figure: Figure) -> bool:
    """ "Disputes 52k/mth", "card authorisations (38 million a day": a number right behind what is counted."""
    tokens, known = text.tokens, text.tokens.known
    marked = tokens.word(figure.first - 1) in ("(", ":", "=")
    at = figure.first - 1 - marked
    at -= 2 * (tokens.word(at) in known.periods and tokens.word(at - 1) == "/")  # "kits/day 14k"
    word = tokens.word(at)
    if word in _ACTIVE:
        return True
    named = plural(word) and word not in known.verbs and word not in known.stop and word not in known.durations
    named = named and (marked or tokens.sort(_phrase(tokens, at)) != WORD)
    return named and word not in known.money_cues and word not in known.moneys


def _phrase(tokens: Tokens, at: int) -> int:
    """The token before the name that ends at ``at``, over what a number makes of it: "1-star reviews 11k"."""
    hyphened = tokens.word(at - 2) in DASHES and tokens.sort(at - 3) == NUMBER
    return at - 4 if hyphened else at - 1


_ACTIVE = ("dau", "mau", "wau", "n")
"""What is counted by these letters: users active in a day, and a sample."""


def counted_alike(text: Text, index: int) -> bool:
    """Whether a number goes on from things that were counted in thousands: "40,000 boxes a day ... 43,400"."""
    figure = text.figures[index]
    known, lead = text.tokens.known, text.tokens.low[max(0, figure.first - 16) : figure.first]
    if any(word in known.money_cues or word in known.moneys for word in lead):
        return False
    near = [f for f in text.figures[max(0, index - 5) : index] if f.scale == figure.scale or f.value >= 1000]
    near = [f for f in near if f.kind in ("count", "money")]
    return bool(near) and near[-1].kind == "count" and 0.3 <= figure.value / max(near[-1].value, 1e-9) <= 3


def _of_its_size(figure: Figure, other: Figure) -> bool:
    """Whether a level may be that of a sum told before: "a target of sixty thousand ... we were at forty-seven"."""
    near = other.kind == "money" and other.scale == figure.scale and figure.first - other.stop < 250
    return near and 0.25 <= figure.value / max(other.value, 1e-9) <= 4


def _how_many(text: Text, figure: Figure) -> bool:
    """ "When I asked how many we had read, the answer was thirty-one thousand." """
    low = text.tokens.low[max(0, figure.first - 16) : figure.first]
    return "how" in low and ("how", "many") in pairwise(low)


def _asked(tokens: Tokens, first: int) -> bool:
    """ "I need ten K", "he gave me 40k": what is asked for and given."""
    while tokens.word(first - 1) in tokens.known.fillers or tokens.word(first - 1) in tokens.known.approx:
        first -= 1
    led = tokens.low[max(0, first - 2) : first]
    given = led[-1:] in (["me"], ["us"], ["them"]) and led[0] in ("gave", "give", "cost", "lend", "lent")
    return given or led == ["asked", "for"] or led[-1:] in (["need"], ["needed"])


_EARNED = frozenset("saved save saves earned earns".split())


def _alone(text: Text, figure: Figure) -> bool:
    """Whether a sum is a sentence of its own: "He wanted blockchain. Two million." """
    tokens = text.tokens
    opens = tokens.word(figure.first - 1) in (".", "!", "?") and tokens.sort(figure.stop) != WORD
    return opens and tokens.word(figure.stop) in (".", "!")
