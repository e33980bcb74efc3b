"""What a bare number takes from its neighbours: "from 19 minutes to 13", "ninety, sorry, nineteen percent"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import BREAK, WORD, Tokens
from starproof.extract.figures.points import settle_points
from starproof.extract.figures.taking import spoken, take
from starproof.extract.figures.units import POINTS

REACH = 40
"""Tokens over which a unit carries where no full stop ends the sentence."""
_ENDS = (".", "!", "?")


@dataclass(slots=True)
class Memory:
    """What the text has said so far, as bare numbers need it."""

    measured: list[Figure] = field(default_factory=list)
    """The last figures with a unit, newest last; kept short."""
    told: dict[float, Figure] = field(default_factory=dict)
    """The last figure with a unit by its number as spoken."""

    def add(self, figure: Figure) -> None:
        """Remember a figure whose kind is settled."""
        if figure.kind not in ("count", None):
            self.measured = [*self.measured[-7:], figure]
            self.told[spoken(figure)] = figure
        elif figure.noun:
            self.told.pop(spoken(figure), None)


def settle_bare(figures: list[Figure], tokens: Tokens) -> None:
    """Give every figure a kind; a number that nothing explains is a count."""
    memory = Memory()
    text = Text(figures, tokens, _sentences(tokens), memory, _speaks_of_money(figures, tokens))
    for index, figure in enumerate(figures):
        if figure.unit == POINTS:
            settle_points(figures, index, tokens)
        if figure.kind is None and not any(take(tokens, figure, source) for source in _sources(text, index)):
            figure.kind = "count"
        memory.add(figure)


@dataclass(frozen=True, slots=True)
class Text:
    """All that a bare number is explained by."""

    figures: list[Figure]
    tokens: Tokens
    places: list[int]
    """For each token, the number of its sentence."""
    memory: Memory
    has_money: bool = False


def _speaks_of_money(figures: list[Figure], tokens: Tokens) -> bool:
    return any(figure.kind == "money" for figure in figures) or any(word in tokens.known.moneys for word in tokens.low)


def _sources(text: Text, index: int) -> Iterator[Figure]:
    """The figures whose unit a bare one may have, best first."""
    for find in (
        _recurring,
        _forward,
        _subject,
        _topic,
        _factor,
        _given,
        _before,
        _asked,
        _again,
        _retold,
        _sum,
        _broken,
    ):
        source = find(text, index)
        if source is not None:
            yield source


def _sentences(tokens: Tokens) -> list[int]:
    """For each token, the number of its sentence."""
    places, place = [], 0
    for index, word in enumerate(tokens.low):
        places.append(place)
        if (word in _ENDS and not tokens.glued(index)) or tokens.kind[index] == BREAK:
            place += 1
    return places


# where a unit may come from


def _recurring(text: Text, index: int) -> Figure | None:
    """Money, for a large sum that recurs by the month or year: "so that's three point six million a year"."""
    figure = text.figures[index]
    if figure.scale == 1.0 or figure.period not in ("month", "quarter", "year"):
        return None
    before = text.figures[index - 1] if index else None
    close = before is not None and before.kind == "count" and before.scale != 1.0 and figure.first - before.stop < 12
    window = text.tokens.low[max(0, figure.first - 8) : figure.first]
    cued = any(word in text.tokens.known.money_cues for word in window)
    large = figure.value >= 1e6
    return _MONEY if cued or (not close and (text.has_money or large)) else None


_MONEY = Figure(0, 0, 0.0, "money", "")


def _forward(text: Text, index: int) -> Figure | None:
    """The next figure, where this one is set against it or taken back for it."""
    if index + 1 >= len(text.figures):
        return None
    figure, after, known = text.figures[index], text.figures[index + 1], text.tokens.known
    if after.kind is None or not 0 < after.first - figure.stop <= 8:
        return None
    gap = text.tokens.low[figure.stop : after.first]
    corrected = all(word in known.corrections for word in gap) and not _TAKEN_BACK.isdisjoint(gap)
    joined = "to" in gap and all(word in known.fillers for word in gap)
    repeated = all(word in known.fillers for word in gap) and spoken(after) / after.scale == figure.value
    partial = gap[0] == "of" and len(gap) <= 2 and after.kind == "duration"
    return after if corrected or joined or partial or repeated or gap in (["or"], ["and"]) else None


_TAKEN_BACK = frozenset("no sorry wait mean rather correction perdón pardon".split())


def _topic(text: Text, index: int) -> Figure | None:
    """A score, where the sentence speaks of one and no other unit stands between."""
    figure, tokens, known = text.figures[index], text.tokens, text.tokens.known
    before = text.figures[index - 1] if index else None
    floor = before.stop if before is not None and before.kind not in ("score", None) else 0
    if tokens.word(figure.first - 1) == "at" and tokens.word(figure.first - 2) in known.metrics:
        return Figure(0, 0, 0.0, "count", "")
    linked = tokens.word(figure.first - 1) in {*known.strong_links, *known.weak_links, *known.fillers, "from", "of"} - {
        ","
    }
    for at in range(figure.first - 1, max(figure.first - 16, floor - 1, -1), -1):
        word = tokens.low[at]
        if text.places[at] != text.places[figure.first]:
            return None
        spelt = word == "s" and tokens.word(at - 1) == "p" and tokens.word(at - 2) == "n"
        near = linked or at == figure.first - 1
        if near and (word in known.nps or spelt) and -100 <= figure.value <= 100:
            return Figure(at, at, 0, "score", "NPS")
        metric = (word in known.metrics and figure.value < 1) or (word in known.loose_scores and figure.value % 1)
        if near and (metric or word in known.scores) and figure.value <= 100:
            return Figure(at, at, 0, "score", "")
    return None


def _factor(text: Text, index: int) -> Figure | None:
    """ "by a factor of five" """
    first = text.figures[index].first
    told = text.tokens.word(first - 1) == "of" and text.tokens.word(first - 2) == "factor"
    return Figure(0, 0, 0, "multiple", "x") if told else None


def _given(text: Text, index: int) -> Figure | None:
    """The last score, for "they give it an eight"."""
    figure = text.figures[index]
    if text.tokens.word(figure.first - 1) not in ("a", "an"):
        return None
    return next((f for f in reversed(text.memory.measured) if f.kind == "score"), None)


def _subject(text: Text, index: int) -> Figure | None:
    """A length, where the words say so: "the lost hours fell from seventeen thousand"."""
    tokens, first = text.tokens, text.figures[index].first
    if tokens.word(first - 1) != "from":
        return None
    for at in range(first - 2, max(first - 6, -1), -1):
        word = tokens.low[at]
        if word in tokens.known.durations and word.endswith("s") and len(word) > 3:
            named = tokens.word(at - 1) not in tokens.known.number_words and tokens.word(at - 1)[-1:].isalpha()
            return Figure(0, 0, 0.0, "duration", "s", factor=tokens.known.durations[word]) if named else None
    return None


def _before(text: Text, index: int) -> Figure | None:
    """The figure before, where a word such as "to", "down from" or "instead of" sets this one against it."""
    figure = text.figures[index]
    before = text.figures[index - 1] if index else None
    if before is None or before.kind is None or figure.first - before.stop > REACH:
        return None
    near = figure.first - before.stop <= 4
    if near and spoken(before) == figure.value:
        return before
    if text.places[before.stop - 1] != text.places[figure.first] and text.tokens.word(figure.first - 1) != "then":
        return None
    words = _lead(text, figure, before.stop)
    if text.tokens.word(figure.first - 1) == "from" and text.tokens.word(figure.stop) != "to":
        return before if figure.first - before.stop <= 6 else None
    if _same_verb(text, figure, before):
        return before
    if not words.isdisjoint(text.tokens.known.strong_links):
        fits = before.kind != "multiple" and (before.kind != "duration" or near or not words.isdisjoint(_OPPOSED))
        return before if fits else None
    if not _TAKEN_BACK.isdisjoint(words):
        return before
    if not _weak(text, words) or before.kind == "multiple":
        return None
    stated = text.tokens.word(before.first - 1) in text.tokens.known.weak_links
    return before if stated or before.kind not in ("duration", "size") else None


def _same_verb(text: Text, figure: Figure, before: Figure) -> bool:
    """ "the board gave me three years, later they gave four" """
    verb = text.tokens.word(figure.first - 1)
    known = text.tokens.known
    if verb in known.stop or verb in known.fillers or not verb.isalpha() or figure.first - before.stop > 8:
        return False
    return verb in text.tokens.low[max(0, before.first - 3) : before.first]


_OPPOSED = frozenset("instead against than versus vs took waited within needed not".split())


def _weak(text: Text, words: set[str]) -> bool:
    return not words.isdisjoint(text.tokens.known.weak_links)


def _asked(text: Text, index: int) -> Figure | None:
    """The figure before, for what is asked or told of the same measure: "they wanted eighty", "more like fifty"."""
    figure, tokens, known = text.figures[index], text.tokens, text.tokens.known
    before = text.figures[index - 1] if index else None
    if before is None or before.kind in ("count", "multiple", None) or figure.first - before.stop > 25:
        return None
    ends = tokens.sort(figure.stop) != WORD or tokens.word(figure.stop) in _ENDS_CLAUSE
    at = figure.first - 1
    while tokens.word(at) in ("for", "uh", "um", "like", "about", "maybe", "only", "just") and at > before.stop:
        at -= 1
    gap = tokens.low[before.stop : figure.first]
    guessed = gap[:1] == [","] and gap[-1:] in (["maybe"], ["perhaps"], ["even"]) and len(gap) <= 3
    liked = gap[-2:] == ["more", "like"]
    stated = tokens.word(before.first - 1) in known.weak_links and tokens.word(at) in ("is", "it's", "was")
    told = tokens.word(at) in known.asking or (stated and figure.first - before.stop <= 8)
    return before if ends and (told or guessed or liked) else None


_ENDS_CLAUSE = frozenset("and but so because before if then when or i we they he she it".split())


def _again(text: Text, index: int) -> Figure | None:
    """The last percentage or score, for "it's still about three", "it used to be eighteen"."""
    figure = text.figures[index]
    before = text.figures[index - 1] if index else None
    if before is not None and before.kind == "count" and text.places[before.first] == text.places[figure.first]:
        return None
    words = _lead(text, figure, 0)
    if not _weak(text, words) and "to" not in words:
        return None
    near = [f for f in text.memory.measured if f.kind in ("percent", "score") and figure.first - f.stop < 60]
    return near[-1] if near and near[-1].unit != "pp" else None


def _lead(text: Text, figure: Figure, floor: int) -> set[str]:
    """The link words and fillers right before a figure, and the one word that ends them."""
    known, low, words = text.tokens.known, text.tokens.low, set()
    for at in range(figure.first - 1, max(floor, figure.first - 6) - 1, -1):
        word = low[at]
        words.add(word)
        if word not in known.fillers and word not in known.strong_links and word not in known.weak_links:
            break
    return words


def _retold(text: Text, index: int) -> Figure | None:
    """An earlier figure with a unit and the same number: "so who pays me the fifteen million"."""
    figure = text.figures[index]
    told = text.memory.told.get(figure.value) if figure.value > 12 or figure.value != int(figure.value) else None
    if told is None or text.tokens.word(figure.stop) in ("who", "of"):
        return None
    return told if told.kind != "duration" or text.tokens.word(figure.first - 1) == "the" else None


def _sum(text: Text, index: int) -> Figure | None:
    """Money, for a large bare number where the text speaks of it."""
    figure, tokens = text.figures[index], text.tokens
    if figure.scale == 1.0:
        return None
    if figure.scale in (1e5, 1e7):
        return _MONEY
    before = text.figures[index - 1] if index else None
    if before is not None and before.kind == "count" and before.scale != 1.0 and figure.first - before.stop < 15:
        return None
    last = next((f for f in reversed(text.memory.measured) if f.kind == "money"), None)
    if last is not None and last.kind == "money" and last.scale == figure.scale and figure.first - last.stop < 150:
        return _MONEY
    near = [*text.figures[max(0, index - 2) : index], *text.figures[index + 1 : index + 2]]
    money = any(f.kind == "money" and abs(f.first - figure.first) < 40 for f in near)
    window = tokens.low[max(0, figure.first - 12) : figure.stop + 8]
    apiece = text.has_money and tokens.word(figure.stop) in ("each", "apiece")
    return _MONEY if money or apiece or any(word in tokens.known.money_cues for word in window) else None


def _broken(text: Text, index: int) -> Figure | None:
    """For a broken number, which counts nothing: the last percentage, score, length or scaled sum of the text."""
    figure = text.figures[index]
    if figure.value == int(figure.value) or figure.scale != 1.0:
        return None
    before = text.figures[index - 1] if index else None
    if before is not None and before.kind == "money" and before.scale != 1.0 and figure.first - before.stop < REACH:
        return before
    kinds = ("percent", "score", "duration")
    near = [f for f in text.memory.measured if f.kind in kinds and f.unit != "pp" and figure.first - f.stop < 120]
    rated = [f for f in near if f.kind != "duration"]
    best = rated or near
    return best[-1] if best else None
