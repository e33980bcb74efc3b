"""A bare number that goes on from a figure further back: a rating told again, a length told again, a small sum."""

from __future__ import annotations

from starproof.extract.figures.lending.levels import describes
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.payers import fewer_of_them, payers
from starproof.extract.figures.lending.taking import spoken
from starproof.extract.figures.numbers.figure import COUNT, Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.numbers.nouns import plural
from starproof.extract.figures.numbers.telling import in_passing, tells_level

_NEAR, _FAR = 40, 120
"""Tokens over which a sum, and a rating or a length, is told again."""


def counted(text: Text, index: int) -> Figure | None:
    """A count, where the words say so: "28 to go", "900 million of them", "six experiments, four did nothing"."""
    figure, tokens = text.figures[index], text.tokens
    part = _of_total(text, index) or _of_length(text, index)
    if part is not None or _remaining(text, index):
        return part or COUNT
    if tokens.low[max(0, figure.first - 3) : figure.first] == ["out", "of", "the"] and _part_told(text, index):
        return COUNT
    after, then = tokens.word(figure.stop), tokens.word(figure.stop + 1)
    if after == "of" and then in ("them", "these", "those", "which", "whom"):
        summed = figure.scale != 1.0 and tokens.word(figure.first - 1) == "of"
        return None if summed and tokens.word(figure.first - 2) in tokens.known.money_cues else COUNT
    if (after == "to" and then == "go") or (after == "left" and then not in ("in", "on", "of")):
        return COUNT
    aged = tokens.word(figure.first - 2) == "who" and tokens.word(figure.first - 1) in ("is", "was")
    priced = (figure.scale != 1.0 or figure.value >= 100) and figure.value in text.memory.told
    if (tokens.word(figure.first - 1) == "times" and not priced) or aged or _odds(text, index):
        return COUNT
    wage = figure.scale in (1e5, 1e7) and then in ("head", "person")  # "at one lakh ten thousand per head"
    if after == "per" and then not in ("cent", "mille") and not (figure.period or wage or _priced(text, index)):
        return COUNT
    if after in ("who", "who'd", "whom", "whose") or (after == "of" and _number(text, index, figure.stop + 1)):
        return COUNT
    if _numbered(text, figure) or payers(text, index) or fewer_of_them(text, index):
        return COUNT
    return COUNT if _did(text, index, after) else None


def _of_total(text: Text, index: int) -> Figure | None:
    """The whole, for a part told right behind it: "of those 160, only twenty", "of the 23 days, 8 went by"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    if before is None or not set(tokens.low[before.stop : figure.first]) <= {",", "only", "just", "some", "about"}:
        return None
    led = tokens.low[max(0, before.first - 2) : before.first]
    whole = before.stop < figure.first and "of" in led and led[-1] in ("of", "those", "these", "the", "my", "our")
    if not whole or before.high is not None or figure.scale != 1.0 or figure.value >= spoken(before):
        return None
    return COUNT if before.kind == "count" else before if before.kind == "duration" else None


def _of_length(text: Text, index: int) -> Figure | None:
    """The length just told, for "where the 31 hours went. Eighteen of them were spent", "seasick for six of them"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    told = tokens.low[figure.stop : figure.stop + 2] in (["of", "them"], ["of", "these"], ["of", "those"])
    if before is None or not told or before.kind != "duration" or figure.first - before.stop > 14:
        return None
    meant = tokens.word(figure.first - 1) in ("for", "on", "used", "took", "spent", "needed", "wasted") or tokens.word(
        before.first - 1
    ) in ("the", "these", "those")
    fits = meant and figure.scale == 1.0 and figure.value < spoken(before)
    return before if fits and tokens.word(figure.first - 1) != "the" else None


def _remaining(text: Text, index: int) -> bool:
    """ "58,000 of the 63,000 ... The other five thousand got a letter": the rest of the things just counted."""
    figure, tokens = text.figures[index], text.tokens
    rest = tokens.word(figure.first - 1) in ("other", "remaining") and figure.scale != 1.0
    return rest and any(f.kind == "count" and f.value > figure.value for f in text.figures[max(0, index - 3) : index])


def _part_told(text: Text, index: int) -> bool:
    """ "we lost thirty-one businesses out of the twenty-six thousand": whether a part of things was just told."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or before.kind != "count" or figure.first - before.stop > 8:
        return False
    return before.noun and before.value < figure.value


def _odds(text: Text, index: int) -> bool:
    """Either number of "outnumbered by 2 to 1", "a ratio of 30 to 1"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    if before is not None and tokens.word(figure.first - 1) == "to" and before.stop == figure.first - 1:
        return tokens.word(before.first - 1) in ("by", "of") and before.kind == "count" and before.value > figure.value
    ratio = tokens.word(figure.first - 1) in ("by", "of") and tokens.word(figure.stop) == "to"
    return ratio and tokens.word(figure.stop + 1) in ("1", "one")


def _priced(text: Text, index: int) -> bool:
    """Whether a sum was just told: "a minute is forty dollars, so it's five hundred sixty per flight"."""
    figure = text.figures[index]
    if not _PRICES.isdisjoint(text.tokens.low[max(0, figure.first - 3) : figure.first]):
        return True
    before = text.figures[index - 1] if index else None
    told = text.tokens.word(figure.first - 1) in ("it's", "its", "that's", "thats", "is", "so", "to")
    return told and before is not None and before.kind == "money" and figure.first - before.stop <= 5


_PRICES = frozenset("cost costs price fee fare wage allowance refund bonus salary charge charges".split())


def moved(text: Text, index: int) -> Figure | None:
    """A count, where a plural is what moves: "miles fell to 95", "jobs per day went from 3.2"."""
    return COUNT if _subject(text, text.figures[index]) else None


def _subject(text: Text, figure: Figure) -> bool:
    low, known, at = text.tokens.low, text.tokens.known, figure.first - 1
    at -= text.tokens.word(at) in ("the", "those")
    if text.tokens.word(at) not in ("from", "to"):
        return False
    at -= 1 + (text.tokens.word(at - 1) in ("down", "up"))
    if text.tokens.word(at) not in _MOVED:
        return False
    at -= 1
    at -= low[at] in ("has", "have", "had")
    at -= 2 * (at > 2 and low[at - 1] in ("per", "a") and low[at] in known.periods)
    word = text.tokens.word(at)
    free = not any(word in words for words in (known.money_cues, known.durations, known.scores, known.loose_scores))
    return plural(word) and free and word not in known.moneys and word not in _RATES


_MOVED = frozenset(
    "increased decreased doubled fell dropped went rose grew came climbed gone fallen risen grown".split()
)
_RATES = frozenset("rates shares percentages levels times losses sales marks figures numbers".split())


def _number(text: Text, index: int, at: int) -> bool:
    """Whether another bare number opens at ``at``, perhaps behind "the"."""
    after = text.figures[index + 1] if index + 1 < len(text.figures) else None
    at += text.tokens.word(at) in ("the", "those", "my", "our")
    at += text.tokens.word(at).endswith(("'s", "’s"))
    return after is not None and after.first == at and after.kind in (None, "count")


def _numbered(text: Text, figure: Figure) -> bool:
    """ "all nine million", "there are sixty-two", "we were six": what is counted came before."""
    low, at = text.tokens.low, figure.first - 1
    while at > 0 and low[at] in text.tokens.known.approx:
        at -= 1
    lead = low[max(0, at - 1) : at + 1]
    plain = figure.value * 2 == int(figure.value * 2) and text.tokens.word(figure.stop) not in ("%", "over", "under")
    if lead[-1:] == ["all"] and figure.value >= 2:
        return True
    if lead[:1] == ["there"] and lead[-1] in ("are", "were", "was", "is"):
        return True
    we = lead in (["we", "are"], ["we", "were"]) or lead[-1:] == ["we're"]
    return we and plain and figure.scale == 1.0


def _did(text: Text, index: int, verb: str) -> bool:
    """Whether what was just counted is told apart by what it did."""
    figure = text.figures[index]
    near = [f for f in text.figures[max(0, index - 3) : index] if f.kind == "count" and f.noun]
    larger = any(f.value > figure.value and figure.first - f.stop <= 12 for f in near)
    return larger and (verb in text.tokens.known.verbs or verb in _DID)


_DID = frozenset("did were was had are is have do".split())


def rated(text: Text, index: int) -> Figure | None:
    """The last rating of about this size for a broken number: "4.1 stars, 30% of people, and back to 4.3"."""
    figure = text.figures[index]
    if figure.value == int(figure.value) or figure.scale != 1.0:
        return None
    last = text.figures[index - 1] if index else None
    if last is None or last.kind not in ("percent", "duration") or _alike(figure, last):
        return None
    if last.kind == "duration" and text.places[last.first] == text.places[figure.first]:
        return None
    near = [f for f in text.memory.measured if figure.first - f.stop < _FAR and _broken(f)]
    scores = [f for f in near if f.kind == "score" and _alike(figure, f)]
    rates = [f for f in near if f.kind == "percent" and f.unit == "%" and _alike(figure, f, 1.3)]
    found = scores or rates
    return found[-1] if found else None


def _broken(figure: Figure) -> bool:
    return spoken(figure) != int(spoken(figure))


def _alike(figure: Figure, other: Figure, times: float = 2.0) -> bool:
    told = max(abs(spoken(other)), 1e-9)
    return 1 / times <= figure.value / told <= times


def quantile(text: Text, index: int) -> Figure | None:
    """The last short length, where the number is one of a distribution of times: "120 at the p99"."""
    figure, tokens = text.figures[index], text.tokens
    words = tokens.low[max(0, figure.first - 6) : figure.stop + 4]
    if _QUANTILES.isdisjoint(words) and not ("p" in words and any(w in ("99", "95", "90", "50") for w in words)):
        return None
    return next((f for f in reversed(text.memory.measured) if f.kind == "duration" and f.factor <= 60.0), None)


_QUANTILES = frozenset("latency percentile median".split())


def finished(text: Text, index: int) -> Figure | None:
    """The last length, for "we finished in 33", "shipped it in seven"."""
    figure, tokens = text.figures[index], text.tokens
    if tokens.word(figure.first - 1) != "in" or tokens.word(figure.stop) not in _CLOSES:
        return None
    if _FINISHED.isdisjoint(tokens.low[max(0, figure.first - 4) : figure.first - 1]):
        return None
    near = [f for f in text.memory.measured if f.kind == "duration" and figure.first - f.stop < _FAR]
    return near[-1] if near and _alike(figure, near[-1], 8.0) else None


_CLOSES = ("haha", "lol", ".", ",", ";", "and", "not", "instead", "so", "but", "\n", "")
_FINISHED = frozenset(
    """built wrote fixed solved finished finish done shipped delivered closed had made did do does doing was were ready
    live""".split()
)


def extreme(text: Text, index: int) -> Figure | None:
    """The figure right before, for "4 days on average, 9 at worst", "the best one was four, the worst fifty-one"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    told = tokens.word(figure.stop) == "at" and tokens.word(figure.stop + 1) in _EXTREMES
    told = told or tokens.low[figure.stop : figure.stop + 2] == ["on", "average"]
    told = told or (tokens.word(figure.first - 1) in _ENDS and tokens.word(figure.first - 2) == "the")
    near = before is not None and before.kind is not None and figure.first - before.stop <= 6
    return before if told and near else None


_ENDS = frozenset("worst best longest shortest slowest fastest quickest highest lowest".split())
_EXTREMES = frozenset("worst best most least peak first".split())


def scaled(text: Text, index: int) -> Figure | None:
    """A score on the scale that the text names: "one to ten, I'd give it a three", "on a five-point scale, 2.2"."""
    figure, tokens = text.figures[index], text.tokens
    place, top = _scale_before(tokens, figure.first)
    if not top or figure.value > top or figure.scale != 1.0:  # before the look back, which has no bound without a scale
        return None
    ahead = place > figure.stop + 2  # "gave 6.2 on a scale of one to ten", and not the one of "one to ten"
    lead = tokens.low[max(0, figure.first - 4) if ahead else place : figure.first]
    told = tokens.word(figure.first - 1) in ("a", "an") or not _RATED.isdisjoint(lead)
    if not told or _counts_more(text, index, place):
        return None
    return Figure(0, 0, 0.0, "score", f"/{top}")


_RATED = frozenset("rate rated rating gave give given score scored averaged average mean it was it's".split())


def _counts_more(text: Text, index: int, place: int) -> bool:
    """Whether other things have been counted since the scale was named."""
    return any(f.kind == "count" for f in text.figures[max(0, index - 4) : index] if f.first > place)


def _scale_before(tokens: Tokens, first: int) -> tuple[int, int]:
    """Where a scale was named before ``first``, and its top; zeros where none was."""
    for at in range(min(first + 8, len(tokens) - 1), max(first - 40, 1), -1):
        if tokens.low[at] == "scale" and tokens.low[at - 1] == "point":
            return at, _TOPS.get(tokens.low[at - 3], 0)
        if tokens.low[at] in _TOPS and tokens.low[at - 2 : at] == ["out", "of"] and tokens.low[at - 3] in (",", "("):
            return at, _TOPS[tokens.low[at]]
        if tokens.low[at] in _TOPS and tokens.low[at - 1] in ("to", "-", "–") and tokens.low[at - 2] in ("one", "1"):
            return at, _TOPS[tokens.low[at]]
    return 0, 0


_TOPS = {"five": 5, "5": 5, "ten": 10, "10": 10, "seven": 7, "7": 7}


def small_sum(text: Text, index: int) -> Figure | None:
    """The sum just told, where its number is told again without a scale: "CHF 9 million; he said nine was too much"."""
    figure = text.figures[index]
    near = [f for f in text.memory.measured if f.kind == "money" and f.scale != 1.0 and figure.first - f.stop < _NEAR]
    same = [f for f in near if spoken(f) / f.scale == figure.value]
    follows = text.tokens.word(figure.stop) in ("was", "is", "would", "seemed", "felt", "we", ".", ",", "and")
    return same[-1] if same and follows and figure.scale == 1.0 else None


def lasted(text: Text, index: int) -> Figure | None:
    """The last length of about this size, where the words tell a level: "the window was 22 minutes ... down to 9"."""
    figure = text.figures[index]
    if figure.scale != 1.0 or not tells_level(text.tokens, figure):
        return None
    for other in reversed(text.figures[max(0, index - 4) : index]):
        if other.unit == "time":
            continue  # "we lost eleven minutes, 26 times a day"
        if other.kind == "count" or figure.first - other.stop > _NEAR:
            return None
        if other.kind == "duration" and describes(text.tokens, other):
            return None
        if other.kind == "duration" and other.factor <= 3600 and not in_passing(text.tokens, other):
            return other if _alike(figure, other, 4.0) else None
    return None
