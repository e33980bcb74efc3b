"""Figures one by one: a number with the unit that stands beside it, or none yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starproof.core.facts import QuantityKind
from starproof.extract.figures.lexing import BREAK, MARK, NUMBER, PUNCT, SKIP, WORD, Tokens
from starproof.extract.figures.numerals import Numeral, numeral
from starproof.extract.figures.tables import Tables

DASHES = ("-", "–", "—", "‑")


@dataclass(slots=True)
class Figure:
    """A figure in the making: tokens ``first`` up to ``stop``; ``kind`` is ``None`` while nothing says what it is."""

    first: int
    stop: int
    value: float
    kind: QuantityKind | None = None
    unit: str = ""
    high: float | None = None
    approx: bool = False
    scaled: bool = False
    digits: bool = False
    noun: bool = False
    """A noun follows, so that it is counted and takes no unit from a neighbour."""
    period: str = ""
    """For money and counts: how often, as stated right there."""
    drop: bool = False


class Reader:
    """Reads the figures of one text in order."""

    def __init__(self, tokens: Tokens, tables: Tables) -> None:
        self.t, self.w = tokens, tables

    def figures(self) -> Iterator[Figure]:
        """Every figure, in order, without overlap."""
        at, size = 0, len(self.t)
        kind, low, starters = self.t.kind, self.t.low, self.w.starters
        codes, prefixes, nps = self.w.codes, self.w.prefixes, ("nps",)
        while at < size:
            sort, word = kind[at], low[at]
            if sort == WORD and not (word in starters or word in codes or word in prefixes or word in nps):
                at += 1
                continue
            if sort in (NUMBER, MARK, WORD):
                figure, after = self.at(at)
                if figure is not None:
                    yield figure
                at = max(after, at + 1)
            else:
                at += 1

    def at(self, at: int) -> tuple[Figure | None, int]:
        """The figure that begins at ``at``, and where to read on."""
        t = self.t
        if t.kind[at] == MARK or (t.kind[at] == WORD and (t.low[at] in self.w.codes or t.low[at] in self.w.prefixes)):
            return self._money_first(at)
        number = numeral(t, at, self.w)
        if number is None:
            return self._special(at)
        if self._excluded(number):
            return None, number.stop
        return self._measured(number)

    # money with its mark in front

    def _money_first(self, at: int) -> tuple[Figure | None, int]:
        t, w = self.t, self.w
        word = t.low[at]
        code = w.symbols.get(word) or w.codes.get(word) or w.prefixes[word]
        here = at + 1
        if word in w.codes and t.kind[at] == WORD and t.kind[here : here + 1] == [MARK]:
            here += 1
        if word == "rs" and t.word(here) == ".":
            here += 1
        if here >= len(t) or t.kind[here] not in (NUMBER, WORD):
            return None, at + 1
        if t.kind[at] == WORD and t.kind[here] == WORD and word not in w.codes:
            return None, at + 1
        if (
            word in w.prefixes
            and word not in ("rs", "ksh", "kshs", "inr")
            and not (t.glued(at) or t.text[t.start[at]].isupper() or word == "kr")
        ):
            return None, at + 1
        number = numeral(t, here, w)
        if number is None:
            return None, at + 1
        figure = self._new(number, first=at)
        figure.kind, figure.unit = "money", code
        if t.word(figure.stop) in w.moneys and w.moneys[t.word(figure.stop)] == code:
            figure.stop += 1
        self._range_same(figure)
        self._period(figure)
        return figure, figure.stop

    def _range_same(self, figure: Figure) -> None:
        """ "$2-3M", "€15–20k": a dash and a higher number."""
        t = self.t
        if t.word(figure.stop) in DASHES and figure.stop + 1 < len(t) and t.kind[figure.stop + 1] in (NUMBER, MARK):
            at = figure.stop + 1 + (t.kind[figure.stop + 1] == MARK)
            other = numeral(t, at, self.w) if at < len(t) and t.kind[at] == NUMBER else None
            if other is not None:
                self._widen(figure, other)

    def _widen(self, figure: Figure, other: Numeral) -> bool:
        """Make the figure a range up to ``other``, sharing its scale: "two to three hundred"."""
        low, high = figure.value, other.value
        if other.scaled and not figure.scaled:
            for scale in (1e3, 1e6, 1e9, 1e5, 1e7):
                if low < 1000 and low * scale < high and high / (low * scale) < 50:
                    low *= scale
                    break
        elif not figure.scaled and high >= 100 and high % 100 == 0 and low < 20 and not other.digits:
            low *= 100
        if low >= high:
            return False
        figure.value, figure.high, figure.stop = low, high, other.stop
        figure.scaled = figure.scaled or other.scaled
        return True

    def _new(self, number: Numeral, *, first: int | None = None) -> Figure:
        return Figure(
            number.first if first is None else first,
            number.stop,
            number.value,
            scaled=number.scaled,
            digits=number.digits,
        )

    # what follows a number

    def _measured(self, number: Numeral) -> tuple[Figure, int]:
        figure = self._new(number)
        if number.grand:
            figure.kind, figure.unit = "money", ""
        self._range(figure)
        if not self._unit(figure) and figure.kind is None:
            self._counted(figure)
        if figure.kind in ("money", None):
            self._period(figure)
        return figure, figure.stop

    def _range(self, figure: Figure) -> None:
        t = self.t
        at = figure.stop
        joint = t.word(at)
        before = t.word(figure.first - 1)
        if joint in DASHES and t.glued(at - 1) and t.word(at + 1) in ("to", "or") and t.word(at + 2) in DASHES:
            at += 2
        elif joint in DASHES and t.kind[at - 1] == NUMBER:
            pass
        elif joint in ("to", "or"):
            if before == "from" or (joint == "to" and self._went(figure.first)):
                return
        elif joint == "and":
            if before != "between":
                return
        elif joint == ",":
            pass
        elif t.kind[at : at + 1] != [WORD] or figure.value >= 10 or figure.digits:
            return
        else:
            at -= 1
        if at + 1 >= len(t) or t.kind[at + 1] not in (NUMBER, WORD):
            return
        other = numeral(t, at + 1, self.w)
        if other is None or other.digits != figure.digits or other.year:
            return
        if joint in ("or", ",") or at == figure.stop - 1:
            ahead = other.value - figure.value
            if not 0 < ahead <= max(2.0, figure.value * 0.5) or (joint == "," and ahead != 1):
                return
        self._widen(figure, other)

    def _went(self, first: int) -> bool:
        """Whether the number ends a movement, so that "to" does not open a range."""
        return self.t.word(first - 1) in ("was", "of", "at") and False

    def _unit(self, figure: Figure) -> bool:
        return (
            self._percent(figure)
            or self._money(figure)
            or self._multiple(figure)
            or self._score(figure)
            or self._duration(figure)
            or self._size(figure)
        )

    def _set(self, figure: Figure, kind: QuantityKind, unit: str, stop: int, factor: float = 1.0) -> bool:
        figure.kind, figure.unit, figure.stop = kind, unit, stop
        if factor != 1.0:
            figure.value = _round(figure.value * factor)
            figure.high = None if figure.high is None else _round(figure.high * factor)
        return True

    def _percent(self, figure: Figure) -> bool:
        t, at = self.t, figure.stop
        if t.word(at) in DASHES and t.glued(at - 1):
            at += 1
        word, after = t.word(at), t.word(at + 1)
        if word in ("percentage", "percent", "per", "%") and (
            after in ("points", "point") or (word == "per" and t.word(at + 2) in ("points", "point"))
        ):
            return self._set(figure, "percent", "pp", at + 2 + (word == "per"))
        if word in ("%", "percent", "pct", "percents") or (word == "per" and after == "cent"):
            return self._set(figure, "percent", "%", at + 1 + (word == "per"))
        if word == "pp" or word == "ppt" or word == "ppts":
            return self._set(figure, "percent", "pp", at + 1)
        if word == "p" and after == "." and t.word(at + 2) == "p":
            return self._set(figure, "percent", "pp", at + 3)
        if word in ("bps", "bp") or (word == "basis" and after in ("points", "point")):
            return self._set(figure, "percent", "pp", at + 1 + (word == "basis"), 0.01)
        if word in ("points", "point", "pts") and not figure.scaled:
            return self._set(figure, "percent", "points", at + 1)
        return False

    def _money(self, figure: Figure) -> bool:
        t, w, at = self.t, self.w, figure.stop
        if t.word(at) in DASHES and t.glued(at - 1) and t.glued(at):
            at += 1
        nation = ""
        while t.word(at) in w.nations and at < figure.stop + 3:
            nation, at = w.nations[t.word(at)], at + 1
        word = t.word(at)
        if word == "s" and nation == "USD":
            at += 1
            word = t.word(at)
        if at >= len(t) or (
            word in ("p", "r", "lei", "won", "real", "bob", "rs", "rp", "zl", "crown", "pound", "kr")
            and not self._coin(figure, at, word)
        ):
            return False
        if t.kind[at] == MARK:
            if t.kind[at + 1 : at + 2] == [NUMBER]:
                return False
            return self._set(figure, "money", w.symbols[word], at + 1)
        if word in w.codes and (t.text[t.start[at] : t.end[at]].isupper() or word not in ("try", "all", "cop", "clp")):
            return self._set(figure, "money", w.codes[word], at + 1)
        if word in w.moneys:
            self._set(figure, "money", nation or w.moneys[word] + "?", at + 1)
            self._minor(figure)
            return True
        if word in w.cents and not figure.scaled:
            return self._set(figure, "money", nation or w.cents[word] + "?", at + 1, 0.01)
        return False

    def _coin(self, figure: Figure, at: int, word: str) -> bool:
        """Whether a short or ambiguous word after a number is a currency."""
        if word == "p":
            return self.t.glued(at - 1)
        if word in ("won", "real", "pound", "crown"):
            return figure.scaled or figure.value >= 100
        return True

    def _minor(self, figure: Figure) -> None:
        """ "one euro ninety", "five dollars and fifty cents": the hundredths that follow."""
        t = self.t
        at = figure.stop + (t.word(figure.stop) == "and")
        if figure.scaled or at >= len(t) or t.kind[at] not in (WORD, NUMBER) or figure.value >= 1000:
            return
        rest = numeral(t, at, self.w)
        if rest is None or rest.scaled or not 0 < rest.value < 100 or rest.value != int(rest.value):
            return
        told = t.word(rest.stop) in self.w.cents
        if told or (at == figure.stop and rest.value >= 10 and not self._takes_noun(rest.stop)):
            figure.value = _round(figure.value + rest.value / 100)
            figure.stop = rest.stop + told

    def _takes_noun(self, at: int) -> bool:
        t = self.t
        return at < len(t) and t.kind[at] in (WORD, MARK) and t.low[at] not in self.w.stop or t.word(at) == "%"

    def _multiple(self, figure: Figure) -> bool:
        t, at = self.t, figure.stop
        word = t.word(at)
        if word in ("x", "×"):
            follows = t.kind[at + 1 : at + 2] == [NUMBER]
            return not follows and self._set(figure, "multiple", "x", at + 1)
        if word == "fold" or (word in DASHES and t.word(at + 1) == "fold"):
            return self._set(figure, "multiple", "x", at + 1 + (word != "fold"))
        if word == "times":
            return self._times(figure, at)
        return False

    def _times(self, figure: Figure, at: int) -> bool:
        """A factor ("three times the peak", "ten times faster") or how often ("failed three times")."""
        t = self.t
        after, before = t.word(at + 1), t.word(figure.first - 1)
        factor = (
            after
            in (
                "the",
                "as",
                "more",
                "less",
                "better",
                "worse",
                "that",
                "what",
                "fewer",
                "too",
                "of",
                "last",
                "our",
                "their",
            )
            or (after.endswith("er") and after not in ("over", "after", "later", "ever", "per", "under", "together"))
            or figure.value != int(figure.value)
            or before
            in ("at", "by", "to", "so", "almost", "nearly", "is", "was", "that's", "thats", "it's", "like", ",", "over")
            and after not in ("in", "a", "per", "since", "this", "last", "before", "until", "we", "i", "it")
        )
        if factor:
            return self._set(figure, "multiple", "x", at + 1)
        return self._set(figure, "count", "time", at + 1)

    def _score(self, figure: Figure) -> bool:
        t, at = self.t, figure.stop
        word = t.word(at)
        if figure.scaled or at + 1 >= len(t):
            return False
        if word == "out" and t.word(at + 1) == "of":
            return self._out_of(figure, at + 2)
        if word in ("/", "of", "on", "over") and t.kind[at + 1] in (NUMBER, WORD):
            scale = numeral(t, at + 1, self.w)
            if scale is not None and scale.value in (5, 10) and self._is_score(figure, scale, word):
                return self._set(figure, "score", f"/{int(scale.value)}", scale.stop)
        if word in ("stars", "star") and figure.value <= 5:
            return self._set(figure, "score", "/5", at + 1)
        return False

    def _is_score(self, figure: Figure, scale: Numeral, word: str) -> bool:
        if figure.value > scale.value:
            return False
        if word == "/":
            after = self.t.word(scale.stop)
            return after != "/" and (
                figure.value != int(figure.value) or after in (".", ",", ")", ";", "", "to", "from")
            )
        return figure.value != int(figure.value) and not self._takes_noun(scale.stop)

    def _out_of(self, figure: Figure, at: int) -> bool:
        t = self.t
        if t.kind[at : at + 1] not in ([NUMBER], [WORD]):
            return False
        scale = numeral(t, at, self.w)
        if (
            scale is None
            or scale.value not in (5, 7, 10, 100)
            or figure.value > scale.value
            or self._takes_noun(scale.stop)
        ):
            return False
        return self._set(figure, "score", f"/{int(scale.value)}", scale.stop)

    def _duration(self, figure: Figure) -> bool:
        t, w, at = self.t, self.w, figure.stop
        if t.word(at) in DASHES and t.glued(at - 1) and t.glued(at):
            at += 1
        skipped = at
        while t.word(at) in _BEFORE_TIME and at < skipped + 2:
            at += 1
        word = t.word(at)
        factor = w.durations.get(word)
        if factor is None or not self._is_time(figure, at, word):
            return False
        if t.word(at + 1) in DASHES and t.glued(at) and t.kind[at + 2 : at + 3] == [WORD] and word.endswith("s"):
            return False
        self._set(figure, "duration", "s", at + 1, factor)
        self._longer(figure, factor)
        return True

    def _is_time(self, figure: Figure, at: int, word: str) -> bool:
        t = self.t
        glued = t.glued(at - 1)
        if word in ("s", "h", "mo", "us", "min"):
            return glued or (word == "min" and figure.digits)
        if word in ("second",):
            return t.low[at - 1] in DASHES or figure.value in (0.5,) or not self._takes_noun(at + 1)
        if word in ("sec", "mos"):
            return True
        return True

    def _longer(self, figure: Figure, factor: float) -> None:
        """ "four hours and forty minutes", "three hours and twenty", "a year and a half"."""
        t = self.t
        at = figure.stop
        low = t.low
        if (
            t.word(at) == "and"
            and t.word(at + 1) in ("a", "one", "three")
            and t.word(at + 2) in ("half", "quarter", "quarters")
        ):
            top = 3 if low[at + 1] == "three" else 1
            figure.value += factor * top / self.w.fractions[low[at + 2]]
            figure.stop = at + 3
            return
        joined = t.word(at) in ("and", ",")
        at += joined
        if at >= len(t) or t.kind[at] not in (NUMBER, WORD) or figure.high is not None:
            return
        rest = numeral(t, at, self.w)
        if rest is None or rest.scaled:
            return
        unit = self.w.durations.get(t.word(rest.stop))
        if unit is not None and unit < factor and rest.value * unit < factor * 1.5:
            if low[at - 1] == "," and factor > 86400:
                return
            figure.value, figure.stop = _round(figure.value + rest.value * unit), rest.stop + 1
        elif (
            factor in (3600.0, 60.0)
            and not rest.digits
            and 0 < rest.value < 60
            and low[at - 1] != ","
            and (rest.value >= 5 and not self._takes_noun(rest.stop))
        ):
            figure.value, figure.stop = figure.value + rest.value * factor / 60, rest.stop

    def _size(self, figure: Figure) -> bool:
        t, at = self.t, figure.stop
        if t.word(at) in DASHES and t.glued(at - 1) and t.glued(at):
            at += 1
        factor = self.w.sizes.get(t.word(at))
        return factor is not None and self._set(figure, "size", "B", at + 1, factor)

    # counts

    def _counted(self, figure: Figure) -> None:
        """Find the noun that a number counts; without one the figure stays open."""
        t, w = self.t, self.w
        at = figure.stop
        glue = t.word(at) in DASHES and t.glued(at - 1) and t.glued(at)
        if glue:
            at += 1
        if t.word(at) == "of" and t.word(at + 1) in (
            "us",
            "them",
            "you",
            "those",
            "these",
            "my",
            "our",
            "the",
            "their",
            "his",
            "her",
        ):
            if t.word(at + 1) in ("us", "you"):
                figure.kind, figure.unit, figure.stop, figure.noun = "count", "person", at + 2, True
            else:
                self._noun(figure, at + 2, keep=figure.stop)
            return
        self._noun(figure, at)

    def _noun(self, figure: Figure, at: int, *, keep: int | None = None) -> None:
        t, w = self.t, self.w
        words: list[str] = []
        here = at
        while here < len(t) and here < at + 6:
            word = t.low[here]
            if word in DASHES and t.glued(here - 1) and t.glued(here) and words:
                here += 1
                continue
            if t.kind[here] != WORD or word in w.stop:
                break
            words.append(word)
            here += 1
            if _plural(word) or word in w.people:
                if not (t.word(here) in DASHES and t.glued(here - 1)):
                    break
        else:
            here = here
        if not words:
            return
        if keep is None and not _plural(words[-1]) and words[-1] not in w.people and len(words) > 2:
            here = at + 1
            words = words[:1]
        kept = [w_ for w_ in words if w_ not in w.adjectives] or words
        kept[-1] = singular(kept[-1], w)
        figure.kind, figure.unit, figure.noun = "count", " ".join(kept), True
        figure.stop = here if keep is None else keep

    # period

    def _period(self, figure: Figure) -> None:
        """How often a sum recurs: "a month", "per year", "/yr", "monthly", also after what it is for."""
        t, w = self.t, self.w
        at, reach = figure.stop, 0
        while at < len(t) and reach < 6:
            period, stop = self._period_at(at)
            if period:
                figure.period = period
                if reach == 0:
                    figure.stop = stop
                return
            if t.kind[at] != WORD or t.low[at] in _ENDS_SUM or figure.kind != "money":
                return
            if reach == 0 and t.low[at] not in ("of", "in", "per", "a", "for", "to"):
                return
            at, reach = at + 1, reach + 1

    def _period_at(self, at: int) -> tuple[str, int]:
        t, w = self.t, self.w
        word = t.word(at)
        if word in w.adverbs:
            return w.adverbs[word], at + 1
        if word in ("a", "an", "per", "every", "each", "/", "by", "the"):
            unit = w.periods.get(t.word(at + 1))
            if unit and not (word == "by" and unit != "year"):
                return unit, at + 2
        if word in ("in", "over", "on"):
            skip = t.word(at + 1) in ("the", "a", "one")
            unit = w.periods.get(t.word(at + 1 + skip))
            if unit in ("year", "month") and t.word(at + 2 + skip) not in ("that", "we", "when", "two", "one", "three"):
                return unit, at + 2 + skip
        return "", at

    # not numbers

    def _excluded(self, number: Numeral) -> bool:
        t, w, at = self.t, self.w, number.first
        before, after = t.word(at - 1), t.word(number.stop)
        if number.digits and t.glued(at - 1) and at and t.kind[at - 1] in (WORD,):
            return True
        if number.digits and t.glued(number.stop - 1) and after in ("st", "nd", "rd", "th", "g", "d", "a", "am", "pm"):
            return True
        if after in w.clock_after and number.value <= 24:
            return True
        if before == "/" and t.glued(at - 1) and not t.word(at - 2).isalpha():
            return True
        if (
            after == "/"
            and t.glued(number.stop - 1)
            and t.kind[number.stop + 1 : number.stop + 2] == [NUMBER]
            and (t.low[number.stop + 1] not in ("5", "10", "100"))
        ):
            return True
        if (
            before in DASHES
            and t.glued(at - 1)
            and at > 1
            and t.kind[at - 2] == WORD
            and t.glued(at - 2)
            and t.low[at - 2] not in ("sub", "mid", "to", "and", "or")
        ):
            return True
        if (before in ("#", "§", "№") and t.glued(at - 1)) or (after in ("@",)):
            return True
        if before in w.months and number.value <= 31 or after in w.months and number.value <= 31 and number.digits:
            return True
        if number.year and not number.scaled:
            return not self._counts_year(number)
        if before in w.names_before and not self._takes_noun(number.stop) and not number.scaled:
            return True
        if self._listing(number):
            return True
        if number.value == 1 and not number.digits and number.stop == at + 1:
            return not self._one(at)
        return self._clock(number)

    def _counts_year(self, number: Numeral) -> bool:
        before, after = self.t.word(number.first - 1), self.t.word(number.stop)
        if before in self.w.years_before or before in self.w.months or before in ("the", ",", "("):
            return False
        return _plural(after) or after in self.w.people or after in self.w.moneys or after in ("%",)

    def _listing(self, number: Numeral) -> bool:
        """List numbering: "1." or "2)" at the start of a line."""
        t, at = self.t, number.first
        opens = at == 0 or t.kind[at - 1] == BREAK or t.low[at - 1] == "\n"
        return opens and number.digits and number.stop == at + 1 and t.word(at + 1) in (".", ")") and t.glued(at)

    def _one(self, at: int) -> bool:
        """Whether "one" states a number."""
        t, w = self.t, self.w
        before, after = t.word(at - 1), t.word(at + 1)
        if after in w.durations:
            return after != "second"
        if after in ("percent", "%", "per") or after in w.moneys or after in w.sizes or after in ("star", "point"):
            return True
        if after in DASHES:
            return False
        return before in ("only", "just", "than", "exactly") and after.isalpha() and after not in w.stop

    def _clock(self, number: Numeral) -> bool:
        t, w = self.t, self.w
        before, after = t.word(number.first - 1), t.word(number.stop)
        if number.scaled or number.value > 24 or number.value != int(number.value):
            return False
        if after in w.clock_after or (after in ("a", "p") and t.word(number.stop + 1) == "."):
            return True
        if before in ("past",) or t.word(number.first - 2) in ("half", "quarter") and before in ("past", "to"):
            return True
        if before == "half":
            return True
        if before in ("at", "by", "until", "till") and number.value <= 12 and not self._takes_noun(number.stop):
            return number.stop == number.first + 1 and after not in ("to", "percent")
        return False

    # words that are figures by themselves

    def _special(self, at: int) -> tuple[Figure | None, int]:
        t, w = self.t, self.w
        word = t.low[at]
        if word in ("a", "an", "the"):
            return self._article(at)
        if word in w.factors or word in ("double", "triple"):
            return self._factor(at)
        if word == "half":
            return self._half(at)
        return None, at + 1

    def _article(self, at: int) -> tuple[Figure | None, int]:
        t, w = self.t, self.w
        after = t.word(at + 1)
        if after in ("third", "quarter", "fifth", "half") and t.low[at] != "the":
            return self._fraction(at, at + 1, 1)
        if after == "half" and t.low[at] == "the":
            return None, at + 1
        factor = w.durations.get(after)
        if factor is None or t.low[at] == "the" or not self._lasts(at):
            return None, at + 1
        figure = Figure(at, at + 2, 1.0)
        self._set(figure, "duration", "s", at + 2, factor)
        self._longer(figure, factor)
        return figure, figure.stop

    def _lasts(self, at: int) -> bool:
        """Whether "a week" here tells a length, and not a rate or "a second attempt"."""
        t = self.t
        before, after = t.word(at - 1), t.word(at + 2)
        if after == "and" and t.word(at + 3) == "a" and t.word(at + 4) == "half":
            return True
        if t.word(at + 1) == "second" and (t.kind[at + 2 : at + 3] == [WORD]) and after not in self.w.stop:
            return False
        return before in _LASTING or after in ("later", "ago", "earlier", "early", "late")

    def _half(self, at: int) -> tuple[Figure | None, int]:
        t, w = self.t, self.w
        after, next_ = t.word(at + 1), t.word(at + 2)
        if after in ("a", "an"):
            if next_ in ("percent", "per"):
                figure = Figure(at, at + 2, 0.5)
                self._percent(figure)
                return figure, figure.stop
            if next_ in w.durations:
                figure = Figure(at, at + 3, 0.5)
                self._set(figure, "duration", "s", at + 3, w.durations[next_])
                return figure, figure.stop
            if next_ in w.cents or next_ in w.moneys:
                figure = Figure(at, at + 2, 0.5)
                self._money(figure)
                return figure, figure.stop
        if after in w.durations:
            figure = Figure(at, at + 2, 0.5)
            self._set(figure, "duration", "s", at + 2, w.durations[after])
            return figure, figure.stop
        if (
            after in DASHES
            or after in ("past", "nine", "eight", "seven", "six", "ten")
            or t.word(at - 1) in ("first", "second", "other", "better")
        ):
            return None, at + 1
        return Figure(at, at + 1, 50.0, "percent", "%"), at + 1

    def _fraction(self, at: int, under: int, top: float) -> tuple[Figure | None, int]:
        t, w = self.t, self.w
        word, after = t.low[under], t.word(under + 1)
        share = top / w.fractions[word]
        if after == "of" and t.word(under + 2) in ("a", "an") and t.word(under + 3) in w.durations:
            figure = Figure(at, under + 4, share)
            self._set(figure, "duration", "s", under + 4, w.durations[t.word(under + 3)])
            return figure, figure.stop
        if word in ("quarter", "quarters") and after not in ("of", "cheaper", "less", "more") or word == "half":
            if word == "quarter" and self._lasts(at):
                return Figure(at, under + 1, w.durations["quarter"], "duration", "s"), under + 1
            if word == "half" and after == "percent":
                return Figure(at, under + 2, 0.5, "percent", "%"), under + 2
            return None, under + 1
        if after in ("of", ",", ".", "", "less", "more", "fewer"):
            return Figure(at, under + 1, round(100 * share, 1), "percent", "%"), under + 1
        return None, under + 1

    def _factor(self, at: int) -> tuple[Figure | None, int]:
        t, w = self.t, self.w
        word = t.low[at]
        if word in ("double", "triple"):
            if t.word(at + 1) not in (".", ",", "the", "that", "what", "our", ""):
                return None, at + 1
            return Figure(at, at + 1, 2.0 if word == "double" else 3.0, "multiple", "x"), at + 1
        return Figure(at, at + 1, w.factors[word], "multiple", "x"), at + 1


_BEFORE_TIME = frozenset(
    "working business calendar full whole straight more extra additional long short solid consecutive further other "
    "good".split()
)
_LASTING = frozenset(
    "for within inside after under over about than during took lost save want half been last lasts".split()
)
_ENDS_SUM = frozenset("and or but so because which that who is was were are i we you he she they it".split())
_NOT_PLURAL = ("ss", "us", "is", "ous", "'s")


def _plural(word: str) -> bool:
    return len(word) > 2 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def singular(word: str, tables: Tables) -> str:
    """The singular of an English noun, by rule."""
    if word in tables.people:
        return tables.people[word]
    if not _plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _round(value: float) -> float:
    """The value without the dust of binary fractions."""
    return float(f"{value:.12g}")
