"""Numbers in words: "two hundred and five", "three point four million", "nineteen hundred", "one twenty five"."""

from __future__ import annotations

from starproof.core.months import NAMES
from starproof.core.records import record
from starproof.extract.figures.numbers.decimal_words import spoken_decimals
from starproof.extract.figures.numbers.lexing import WORD, Tokens

HOMOPHONES = {"to": 2, "too": 2, "for": 4, "won": 1, "ate": 8}
"""What speech recognisers write for digits: read as digits only before a word that leaves no other reading."""
_NOT_DECIMAL = frozenset(
    "the this that a one every each at access check data entry contact price end turning starting power sale".split()
)
"""Before "point", these make it a noun: "access point one"."""
_CENTURIES = (19, 20)
_THOUSAND, _MILLENNIUM = 1000.0, 2000.0
_YEAR_AFTER = frozenset("in since from until till by of before after during early late mid year".split())
"""Before "two thousand and nine", these tell a year; what is counted there is checked where years are read."""
LARGEST = 1e18
"""Beyond it no number is meant: only words piled on words come here."""


@record
class Numeral:
    """A number and where it stands: tokens ``first`` up to ``stop``."""

    value: float
    first: int
    stop: int
    digits: bool
    """Written in digits."""
    scale: float = 1.0
    """The scale it is told in: 1e6 for "two million", 1 without one."""
    grand: bool = False
    """Told in "grand": money."""
    year: bool = False
    """Reads as a calendar year: four plain digits, or "nineteen ninety eight"."""

    @property
    def scaled(self) -> bool:
        """Whether it is told in thousands, K, millions, crores, and the like."""
        return self.scale != 1.0


class Spelled:
    """Reads one number word by word; never looks back beyond its own start."""

    def __init__(self, tokens: Tokens, index: int) -> None:
        self.tokens, self.known = tokens, tokens.known
        self.first = self.at = index
        self.total = 0.0
        self.part: float | None = None
        """What is below the next scale: 205 of "two hundred and five thousand"."""
        self.last = ""
        """What came last: article, digit, teen, ten, hundred, scale, whole (nothing may join), or nothing."""
        self.ceiling = float("inf")
        self.scale = 1.0
        self.year = self.grand = self.decimal = False

    def read(self) -> Numeral | None:
        """The number, or ``None`` where none begins here."""
        at = self.first - 1
        while self.tokens.word(at) in ("hundred", "thousand"):  # "a few hundred thousand dollars"
            at -= 1
        if self.tokens.word(at) in ("few", "several", "many"):
            return None
        self._article()
        while self._take(self._next()):
            pass
        if not self.last or self.last == "article":
            return None
        self._left_over()
        value = float(f"{self.total + (self.part or 0.0):.12g}")
        before = self.tokens.word(self.first - 1)
        self.year = self.year or (2000 < value < 2040 and self._dates(before))
        return Numeral(value, self.first, self.at, digits=False, scale=self.scale, grand=self.grand, year=self.year)

    def _dates(self, before: str) -> bool:
        """Whether what stands around "two thousand and nineteen" makes it a year: "so two thousand nineteen I came"."""
        if before in _YEAR_AFTER or before in NAMES:
            return True
        opens = before in ("", "\n", ".", ",", "so", "and", "okay", "then", "um", "uh")
        return opens and self.at > self.first + 2 and self.tokens.word(self.at) in ("i", "we", "he", "she", "they")

    def _article(self) -> None:
        """Step over what opens a number without being one: "a hundred", "half a million", "a couple of"."""
        low, word, at = self.tokens.low, self.tokens.word, self.at
        after = word(at + 1)
        if (low[at] == "couple" and after == "of") or (low[at] in ("a", "an") and after == "couple"):
            at += low[at] != "couple"
            self.part, self.last = 2.0, "article" if self._scale_word(word(at + 1)) else "whole"
            self.at = at + 1 + (word(at + 1) == "of")
        elif low[at] == "a" and after == "pair" and word(at + 2) == "of" and self._workers(at + 3):
            self.part, self.last, self.at = 2.0, "whole", at + 3
        elif low[at] in ("a", "an") and self._scale_word(after):
            self.part, self.last, self.at = 1.0, "article", at + 1
        elif low[at] == "half":
            opens = at + 2 if after == "a" else self.tokens.over_dash(at + 1)
            if self._scale_word(word(opens)):
                self.part, self.last, self.at = 0.5, "article", opens

    def _workers(self, at: int) -> bool:
        """Whether people stand at ``at``, perhaps behind a word: "data scientists"; no pair of shoes."""
        words = (self.tokens.word(at), self.tokens.word(at + 1))
        return any(word in self.known.people or word.endswith(("ers", "ors", "ists", "ents")) for word in words)

    def _left_over(self) -> None:
        """Read "two million four" as 2.4 million and "a million two fifty" as 1.25, where nothing else is said."""
        if not self.part or self.ceiling not in (1e6, 1e9) or "and" in self.tokens.low[self.first : self.at]:
            return
        words = self.tokens.low[self.first : self.at]
        told = len(words) - 1 - max(i for i, word in enumerate(words) if self.known.scales.get(word) == self.ceiling)
        if told == 1 and self.part < 10:
            self.part *= self.ceiling / 10
        elif told in (2, 3) and 100 < self.part < 1000 and not self.part % 10:
            self.part *= self.ceiling / 1000

    def _scale_word(self, word: str) -> bool:
        return word in ("hundred", "dozen") or (word in self.known.scales and not word.endswith("s"))

    def _next(self) -> int:
        """Index of the next word of the number, over a hyphen or an "and" that may stand within it."""
        tokens = self.tokens
        if not self.last:
            return self.at
        at = tokens.over_dash(self.at)
        if tokens.word(at) != "and" or self.last not in ("hundred", "scale"):
            return at
        after = tokens.over_dash(at + 1)
        known, word = self.known, tokens.word(after)
        if word in known.digits or word in known.teens or word in known.tens:
            lasts = self.last == "scale" and tokens.word(after + 1) in known.durations  # "ten thousand and six months"
            return self.at if lasts or tokens.word(after + 1) in ("half", "quarter") else after
        hundred = word == "a" and tokens.word(after + 1) == "hundred" and self.last == "scale"
        return after + 1 if hundred else self.at

    def _take(self, at: int) -> bool:
        """Add the word at ``at``; false where it is no part of the number."""
        if at >= len(self.tokens) or self.tokens.kind[at] != WORD:
            return False
        word, known = self.tokens.low[at], self.known
        if word in known.digits:
            done = self._digit(known.digits[word])
        elif word in known.teens:
            done = self._tens(known.teens[word], "teen")
        elif word in known.tens:
            done = self._tens(known.tens[word], "ten")
        elif word in known.scales:
            done = self._scale(word, known.scales[word])
        else:
            return self._rarer(word, at)
        self.at = at + 1 if done else self.at
        return done

    def _rarer(self, word: str, at: int) -> bool:
        if word == "point":
            return self._point(at)
        if word in ("oh", "o"):
            return self._oh(at)
        done = False
        if word == "hundred":
            done = self._hundred()
        elif word == "dozen":
            done = self._dozen()
        elif word in HOMOPHONES and self._misheard(at):
            done = self._digit(HOMOPHONES[word])
        self.at = at + 1 if done else self.at
        return done

    def _misheard(self, at: int) -> bool:
        """Whether a "to" or "for" must be a digit: "for percent", "thirty for thousand", "to and a half"."""
        tokens, known = self.tokens, self.known
        after = tokens.word(at + 1)
        if tokens.misheard and self._misheard_often(at, after):
            return True
        if after == "and":
            return not self.last and tokens.word(at + 2) == "a" and tokens.word(at + 3) == "half"
        if after in ("percent", "million", "billion", "thousand", "hundred", "lakh", "crore"):
            return not (self.last and tokens.low[at] == "to" and after != "percent")
        if after == "point" and not self.last:
            return tokens.word(at - 1) in ("is", "was", "are", "were", "about")
        if self.last == "ten":
            return tokens.low[at] == "for" and after in known.sizes
        return after in known.sizes and after.endswith("bytes") and tokens.word(at - 1) not in known.sizes

    def _misheard_often(self, at: int, after: str) -> bool:
        """The same in a transcript that has such mistakes elsewhere: "for weeks", "eighty for nodes", "to won"."""
        tokens, known, word = self.tokens, self.known, self.tokens.low[at]
        if self.last == "ten":
            number = after in known.number_words or after in HOMOPHONES
            return word not in ("to", "for") or not number or (word == "for" and after == "to")
        if self.last:
            return False
        counted = after in known.durations or after in known.cents or after in ("nights", "people", "persons")
        if word in ("won", "ate"):
            return counted or (word == "won" and tokens.word(at - 1) == "to")
        return counted and after.endswith(("s", "people")) and tokens.word(at - 1) not in known.durations

    def _digit(self, value: int) -> bool:
        if self.last == "scale" and self.ceiling >= 1e5 and self.tokens.word(self.at + 1) in self.known.durations:
            return False  # "thirteen crore one year"
        if self.part is None:
            self.part, self.last = float(value), "digit"
            return True
        if self.tokens.word(self.at + 1) == "hundred" and self.part >= 100:
            return False  # "seven twenty, seven hundred and twenty thousand", as speech runs them together
        if self.last in ("ten", "hundred") and value and not self._starred():
            self.part, self.last = self.part + value, "whole"
            return True
        return False

    def _starred(self) -> bool:
        """Whether the digit rates instead of completing the number: "nine hundred one star reviews"."""
        at = self.tokens.over_dash(self.at)
        return self.last == "hundred" and self.tokens.word(self.tokens.over_dash(at + 1)) == "star"

    def _tens(self, value: int, sort: str) -> bool:
        """A teen or ten, on its own, after a hundred, or run on as in "six-fifty" and "nineteen ninety"."""
        if self.part is None or (self.last == "hundred" and self.tokens.word(self.at + 1) != "hundred"):
            self.last = "whole" if self.part is not None and sort == "teen" else sort
            self.part = (self.part or 0.0) + value
        elif self.last == "digit" and self.part and self._hundreds() and self._runs_on():
            self.part, self.last = self.part * 100 + value, "whole" if sort == "teen" else "ten"
        elif self.last in ("ten", "teen") and self.part in _CENTURIES and not self.total:
            self.part, self.last, self.year = self.part * 100 + value, "whole" if sort == "teen" else "ten", True
        elif self.part and not self.total and self._shop_price(value):
            self.part, self.last = self.part * 100 + value, "ten"
        else:
            return False
        return True

    def _shop_price(self, value: int) -> bool:
        """Whether "ninety nine" or "ninety five" is to follow a price: "twelve ninety nine"."""
        after = self.tokens.word(self.tokens.over_dash(self.at + 1))
        priced = self.last in ("ten", "teen") or (self.last == "whole" and self.at == self.first + 2)
        return priced and value == 90 and after in ("nine", "five") and (self.part or 0.0) < 90

    def _hundreds(self) -> bool:
        """Whether a digit may stand for hundreds: it opens the number, or follows thousands: "40 thousand two fifty".

        "In two thousand nine twenty people came" names a year.
        """
        return self.at == self.first + 1 or (self.ceiling == _THOUSAND and self.total != _MILLENNIUM)

    def _runs_on(self) -> bool:
        """Whether "one" may run on to "one fifty": not after "year three, seventy percent"."""
        return self.tokens.word(self.first - 1) not in self.known.names

    def _hundred(self) -> bool:
        if self.part is not None and not 0 < self.part < 100:
            return False
        self.part, self.last = (1.0 if self.part is None else self.part) * 100, "hundred"
        return True

    def _scale(self, word: str, factor: float) -> bool:
        if self.part is None and not self.total:
            if word not in ("thousand", "lakh", "crore"):
                return False
            self.part = 1.0
        if self.part is None:
            if factor <= 1e3 or self.total * factor > LARGEST:
                return False
            self.total *= factor
        elif factor < self.ceiling:
            self.total += self.part * factor
        else:
            return False
        self.ceiling = factor
        self.part, self.last, self.scale = None, "scale", max(self.scale, factor)
        self.grand = self.grand or word == "grand"
        return True

    def _dozen(self) -> bool:
        if self.part is None or self.last not in ("article", "digit"):
            return False
        self.part, self.last = self.part * 12, "whole"
        return True

    def _oh(self, at: int) -> bool:
        """ "two oh five" is 205, "twenty oh five" a year."""
        tokens = self.tokens
        after = tokens.over_dash(at + 1)
        digit = self.known.digits.get(tokens.word(after))
        if not digit or not self.part or self.total or self.last not in ("digit", "ten", "teen"):
            return False
        self.year = self.part in _CENTURIES
        self.part, self.last, self.at = self.part * 100 + digit, "whole", after + 1
        return True

    def _point(self, at: int) -> bool:
        """ "point nine five", "point oh four": the decimals; a scale may follow."""
        if self.decimal or self.last in ("scale", "article"):
            return False
        text, stop = spoken_decimals(self.tokens, at + 1)
        before, after = self.tokens.word(at - 1), self.tokens.word(stop)
        measured = before == "at" and (after in self.known.durations or after in ("percent", "million", "billion"))
        if not text or (not self.last and before in _NOT_DECIMAL and not measured):
            return False
        self.part = (self.part or 0.0) + float(f"0.{text}")
        self.at, self.last, self.decimal = stop, "whole", True
        return True
