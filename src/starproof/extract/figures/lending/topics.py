"""What a bare number is by what the text speaks of: scores, lengths, a figure told before."""

from __future__ import annotations

from starproof.extract.figures.lending.memory import REACH, Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import COUNT, Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.telling import in_passing, tells_level
from starproof.extract.figures.units.lengths import spells_time
from starproof.extract.figures.units.measures import signed


def topic(text: Text, index: int) -> Figure | None:
    """A score, where the sentence speaks of one and no other unit stands between."""
    figure, tokens, known = text.figures[index], text.tokens, text.tokens.known
    before = text.figures[index - 1] if index else None
    floor = before.stop if before is not None and before.kind not in ("score", None) else 0
    if tokens.word(figure.first - 1) == "at" and tokens.word(figure.first - 2) in known.metrics:
        return COUNT
    sign = signed(tokens, figure.first) != ""
    lead = tokens.word(figure.first - 1 - sign)
    links = (known.strong_links, known.weak_links, known.fillers, ("from", "of", ":", "are", "were"))
    linked = lead != "," and any(lead in words for words in links)
    for at in range(figure.first - 1, max(figure.first - 16, floor - 1, -1), -1):
        word = tokens.low[at].removesuffix("'s").removesuffix("’s")
        if text.places[at] != text.places[figure.first]:
            return None
        spelt = word == "s" and tokens.word(at - 1) == "p" and tokens.word(at - 2) == "n"
        near = (
            linked or at == figure.first - 1 - sign or (tokens.low[at + 1] in ("of", "for") and figure.first - at <= 4)
        )
        if near and (word in known.nps or spelt or tokens.word(at - 1) in known.nps) and -100 <= figure.value <= 100:
            return Figure(at, at, 0, "score", "NPS")
        broken_off = (word in known.metrics or _formula(tokens, at)) and figure.value < 1
        metric = broken_off or (word in known.loose_scores and figure.value % 1)
        far = word == "index" and figure.first - at > 5
        if near and not far and (metric or word in known.scores) and figure.value <= 100:
            return Figure(at, at, 0, "score", "")
    return None


def _formula(tokens: Tokens, at: int) -> bool:
    """Whether the F1 of a model is told at ``at``, which are two tokens."""
    return tokens.low[at] == "f" and tokens.word(at + 1) == "1"


def factor(text: Text, index: int) -> Figure | None:
    """ "by a factor of five", "it was divided by three" """
    first = text.figures[index].first
    before, ahead = text.tokens.word(first - 1), text.tokens.word(first - 2)
    named = before == "factor" or (before == "of" and ahead == "factor")
    worked = before == "by" and ahead in ("divided", "multiplied")
    return Figure(0, 0, 0, "multiple", "x") if named or worked else None


def given(text: Text, index: int) -> Figure | None:
    """The last score, for "they give it an eight"."""
    figure, tokens = text.figures[index], text.tokens
    rated = tokens.word(figure.first - 1) in ("us", "it", "him", "her", "them") and figure.value % 1 != 0
    rated = rated and tokens.word(figure.first - 2) in ("give", "gave", "gives", "rate", "rated", "rates")
    if tokens.word(figure.first - 1) not in ("a", "an") and not rated:
        return None
    last = next((f for f in reversed(text.memory.measured) if f.kind == "score"), None)
    return last if last is None or not rated or figure.value <= 2.5 * last.value else None


def subject(text: Text, index: int) -> Figure | None:
    """A length, where the words say so: "the lost hours fell from seventeen thousand"."""
    tokens, first = text.tokens, text.figures[index].first
    if tokens.word(first - 1) == ":":
        return _labelled(tokens, first - 1)
    if tokens.word(first - 1) not in ("from", "were"):
        return _length_told(tokens, first)
    for at in range(first - 2, max(first - 6, -1), -1):
        if spells_time(tokens, at):
            named = tokens.word(at - 1) not in tokens.known.number_words and tokens.word(at - 1)[-1:].isalpha()
            named = named and tokens.word(at - 1 - (tokens.word(at - 1) in _THESE)) not in _DURING
            return Figure(0, 0, 0.0, "duration", "s", factor=tokens.known.durations[tokens.low[at]]) if named else None
    return None


_THESE = frozenset("the those these".split())
_DURING = frozenset("in during within outside after before".split())
"""Before "those hours", these tell when, and not what is measured: "tickets in those hours: from 3,100"."""


def _labelled(tokens: Tokens, colon: int) -> Figure | None:
    """ "- hours of support: 640": a line that says what its number is of."""
    for at in range(colon - 1, max(colon - 5, -1), -1):
        if spells_time(tokens, at):
            opens = tokens.sort(at - 1) not in (WORD, NUMBER)  # "after 8 weeks: 13.3" tells when
            return Figure(0, 0, 0.0, "duration", "s", factor=tokens.known.durations[tokens.low[at]]) if opens else None
        if tokens.sort(at) != WORD:
            return None
    return None


def _length_told(tokens: Tokens, first: int) -> Figure | None:
    """ "the corridor hours are down to 980", "lost days fell to 40": a length named before the words of a level."""
    at = first - 1
    while tokens.word(at) in _LEVELS and at > first - 6:
        at -= 1
    if at > first - 3 or not spells_time(tokens, at):
        return None
    known, before = tokens.known, tokens.word(at - 1)
    named = before.isalpha() and before not in known.number_words and before not in known.stop
    named = named or (before == "the" and tokens.word(at + 1) in ("should", "must", "would", "may"))
    return Figure(0, 0, 0.0, "duration", "s", factor=known.durations[tokens.word(at)]) if named else None


_LEVELS = frozenset(
    """should must would may fall drop rise come go to at about are were is down up now still fell dropped went rose
    came have had been""".split()
)


def named_rate(text: Text, index: int) -> Figure | None:
    """Per cent, for a broken number that a rate is named before: "conversion went from 3.1", "uptime, 99.5"."""
    figure, tokens = text.figures[index], text.tokens
    broken = figure.value != int(figure.value) and figure.value < 100
    if _of_ratio(text, figure):
        return _PERCENT
    if figure.scale != 1.0 or not (broken or 90 <= figure.value <= 100):
        return None
    for at in range(figure.first - 1, max(figure.first - 9, -1), -1):
        if text.places[at] != text.places[figure.first] or tokens.kind[at] == NUMBER:
            return None
        if tokens.low[at] in _UPTIME or (broken and tokens.low[at] in _RATES):
            return _PERCENT
        if tokens.low[at] in tokens.known.number_words:
            return None
    return None


def _of_ratio(text: Text, figure: Figure) -> bool:
    """ "the loss ratio it's at seventy two and the plan says sixty four, so eight points": levels told in points."""
    low = text.tokens.low
    level = low[figure.first - 1] in ("at", "is", "was", "to", "says") and figure.scale == 1.0 and figure.value <= 150
    if not level or figure.period or "ratio" not in low[max(0, figure.first - 14) : figure.first]:
        return False
    return not {"points", "point"}.isdisjoint(low[figure.stop : figure.stop + 28])


_PERCENT = Figure(0, 0, 0.0, "percent", "%")
_UPTIME = frozenset("uptime availability slo sla".split())
_RATES = frozenset("accuracy conversion churn attrition occupancy utilisation utilization".split())


def _goal_near(text: Text, figure: Figure) -> Figure | None:
    """A whole percentage of about this size told before, for a level: "the target was 96 % ... got to 95.5"."""
    if not (60 < figure.value < 100 and tells_level(text.tokens, figure)):
        return None
    near = range(int(figure.value * 0.8), int(figure.value * 1.25) + 1)
    goals = (text.memory.told.get(float(value)) for value in near)
    return next((f for f in goals if f is not None and f.unit == "%"), None)


def _timed_alike(text: Text, figure: Figure, before: Figure) -> bool:
    """ "it took 1.8 seconds and the timer was set to 1.5": short lengths of one size told right after each other."""
    near = figure.first - before.stop <= 12 and spoken(before) % 1 != 0
    return near and 0.5 <= ratio(figure, before) <= 2 and not in_passing(text.tokens, before)


def _short(text: Text, figure: Figure, other: Figure) -> bool:
    """Whether a length is told in minutes or less, or so near that a broken number may go on from it."""
    return other.factor <= 60 or text.places[other.first] == text.places[figure.first]


def broken(text: Text, index: int) -> Figure | None:
    """For a broken number, which counts nothing: the last percentage, score, length or scaled sum of the text."""
    figure = text.figures[index]
    if figure.value == int(figure.value) or figure.scale != 1.0:
        return None
    if text.tokens.word(figure.first - 1) == "of" and text.tokens.word(figure.first - 2) in ("team", "squad", "crew"):
        return None
    before = text.figures[index - 1] if index else None
    close = before is not None and before.kind == "money" and figure.first - before.stop < REACH and figure.value >= 1
    cents = before is not None and before.kind == "money" and before.factor == 0.01
    if close and cents and before is not None and 0.2 <= ratio(figure, before) <= 5:
        return before  # "2.1 cents of it went on tests. I took it to 1.4"
    if close and before is not None and before.scale != 1.0 and figure.value * before.scale > before.value / 50:
        return before
    kinds = ("percent", "score", "duration")
    near = [
        f
        for f in text.memory.measured
        if f.kind in kinds and f.unit != "pp" and figure.first - f.stop < 120 and not in_passing(text.tokens, f)
    ]
    beside = before is not None and text.places[before.first] == text.places[figure.first]
    if beside and before is not None and before.kind == "duration" and _timed_alike(text, figure, before):
        return before
    if (
        beside
        and before is not None
        and before.kind == "count"
        and before.value / 2 <= figure.value <= before.value * 2
    ):
        return None
    rated = [f for f in near if f.kind != "duration"]
    near = [f for f in near if f.kind != "duration" or figure.value >= 1 or f.factor < 60]
    near = [f for f in near if f.kind != "duration" or (1 / 30 <= ratio(figure, f) <= 30 and _short(text, figure, f))]
    best = rated or near
    alike = [f for f in best if 0.2 <= ratio(figure, f) <= 5]
    if not best:
        goal = _goal_near(text, figure)
        if goal is not None:
            return goal
        rates = [f for f in text.memory.broken if figure.value < 2 or f.unit == "%"]
        best = [f for f in rates if 0.2 <= ratio(figure, f) <= (5 if figure.value < 2 else 2)]
    return (alike or best)[-1] if best else None
