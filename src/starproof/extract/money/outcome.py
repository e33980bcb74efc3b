"""How likely an amount of money is what came of the work, by what is told about it (``outcome.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from starproof.core.document import LabelledSentence
from starproof.core.facts import Claim
from starproof.core.seeking import Seldom
from starproof.extract.money.deals import Deals
from starproof.extract.money.derived import Derived
from starproof.extract.money.disowned import is_withdrawn
from starproof.extract.money.ended import Ends
from starproof.extract.money.lowered import worth_of_less
from starproof.extract.money.near import near_misses
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import period

NEAR = "near."
"""How the names of the signs of a near miss begin."""
ENDED = f"{NEAR}ended"
"""The sign of a bill of which a later sentence tells the end."""
_PAID_STILL = frozenset(f"{NEAR}{sign}" for sign in ("bill", "bought", "reached", "harm", "hoped", "due", "left"))
"""Signs of what is paid, which say nothing where it ended."""
LEAD, _TAIL, _LAST = 14, 8, 2
"""How many words before and after an amount are read."""
_SMALL = 1000.0
_SHORT = 500
"""Code points up to which a text is a note of figures rather than a story."""
_LATE = 2 / 3
"""The part of a story from which outcomes are told."""
STOPS = frozenset(". ! ? ¶ ; |".split())
"""What ends a sentence or a line."""
JOINS = STOPS | frozenset(", : so and but which because — – - where while when though although".split())
"""What ends a clause."""
_TURNS = JOINS | {"if", "that's"}
_VAGUE = frozenset(
    "about around roughly nearly almost some over another us at least like just under only a an the of by "
    "approximately up to extra maybe say as much".split()
)
_BILL = (
    r"(?:\w*costs?|bills?|spend|spending|expenses?|fees?|penalt(?:y|ies)|fines?|refunds?|charges?|credits?|claims?|"
    r"overtime|burn|loss(?:es)?|price|budget|waste|postage|fuel|invoices?|payouts?|rent|licen[cs]es?|fraud|debts?)"
)
_LEVEL = Seldom(
    rf" {_BILL} (?:(?:is|was|were|are|now|runs?|ran|stands?|stood|came|comes|in|this|last|year|month) ){{0,3}}"
    r"(?:is|was|were|are|at|to|of|:) (?:(?:about|around|roughly|just|only|now|still|under) ){0,2}$"
)
_GAIN = frozenset("less lower lighter cheaper fewer smaller back off down under saved gone better reduced".split())
_NO_LEVEL = frozenset("cue.avoided cue.escaped cue.escaped_later cue.saved".split())
_OF_NUMBER = re.compile(
    r" , (?:a|an|the) (?:[a-z]+ )?(?:number|figure|estimate|guess|forecast) (?:that|which|i|we|nobody|no one) .*"
)
"""What is told of the number, and not of the money: ", a number I never managed to trace"."""
_SUMMARY = re.compile(r" (?:net|summary|results?|outcome|bottom line|headline|impact|in short|money|savings?) : ")


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases of one meaning, and where they stand."""

    sign: str
    """The name of what they weigh, such as ``cue.saved``."""
    where: str
    phrases: tuple[str, ...]
    """With the spaces that stand around them; a beginning of a word has none after it."""

    @classmethod
    def of(cls, name: str, told: Mapping[str, Any]) -> Cue:
        """A cue as the table of its name in ``outcome.toml`` tells it."""
        phrases = tuple(f" {p[:-1]}" if p.endswith("*") else f" {p} " for p in told["phrases"])
        return cls(f"cue.{name}", told["in"], phrases)

    def found(self, words: Mapping[str, str]) -> bool:
        """Whether one of the phrases stands there."""
        return any(map(words[self.where].__contains__, self.phrases))


@dataclass(frozen=True, slots=True)
class Weights:
    """The packaged cues, and what each sign weighs, by its name such as ``label.result`` or ``cue.saved``."""

    base: float
    cues: tuple[Cue, ...]
    signs: Mapping[str, float]


@cache
def weights() -> Weights:
    """Read ``outcome.toml`` once."""
    data = tomllib.loads((files("starproof.extract.money") / "outcome.toml").read_text(encoding="utf-8"))
    base, told = data.pop("base"), data.pop("cues")
    data["cue"] = {name: one["weight"] for name, one in told.items()}
    signs = {f"{table}.{name}": weight for table, entries in data.items() for name, weight in entries.items()}
    return Weights(base, tuple(Cue.of(name, one) for name, one in told.items()), signs)


def likelihood(signs: frozenset[str]) -> float:
    """How far the signs of an amount speak for an outcome; nothing and less is none."""
    book = weights()
    return round(book.base + sum(book.signs.get(sign, 0.0) for sign in sorted(signs)), 1)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a story tells of its amounts of money beside the words about them."""

    story: Telling
    labels: Sequence[LabelledSentence]
    derived: Derived
    deals: Deals
    ends: Ends

    @classmethod
    def of(cls, story: Telling, labels: Sequence[LabelledSentence], sums: Sequence[Claim]) -> Ledger:
        """The ledger of a story."""
        return cls(story, labels, Derived.of(story.figures, sums), Deals(story), Ends(story))

    def period(self, figure: Figure) -> str:
        """By what period an amount recurs, a one-off by none."""
        return self.derived.periods.get(figure.index, period(figure.quantity))

    def signs(self, figure: Figure, annual_usd: float, *, side: bool) -> frozenset[str]:
        """All that is told about an amount, as the names of weights.

        It comes to so many dollars a year, and may be a ``side`` of a change: its before or after.
        """
        words = words_about(figure)
        found = {cue.sign for cue in weights().cues if cue.found(words)}
        if _LEVEL.search(words["run"]) and not (_GAIN.intersection(figure.after[:4]) or found & _NO_LEVEL):
            found.add("standing.level")
        found.update(near_misses(words, figure))
        if worth_of_less(self.story, figure, words["run"]):
            found.discard(f"{NEAR}harm")
        if is_withdrawn(self.story, figure, words):
            found.add(f"{NEAR}disowned")
        if came := self.deals.fate(figure):
            found.add(f"{NEAR}{came}")
        if self.ends.ended(figure):
            found = (found - _PAID_STILL) | {ENDED}
        if annual_usd < _SMALL:
            found.add("standing.small")
        if side:
            found.add("derived.side")
        return frozenset({*found, *self._standing(figure, words["run"])})

    def _standing(self, figure: Figure, run: str) -> Iterator[str]:
        yield f"label.{label_of(figure.sentence, self.labels)}"
        yield f"period.{self.period(figure) or 'once'}"
        yield from self.derived.signs.get(figure.index, ())
        summary = _SUMMARY.search(run)
        if summary:
            yield "standing.summary"
        if summary or figure.start > _LATE * len(self.story.text):
            yield "standing.late"
        if len(self.story.text) < _SHORT:
            yield "standing.short"


def label_of(sentence: int, labels: Sequence[LabelledSentence]) -> str:
    """The label of a sentence, ``none`` where there is no such sentence."""
    return labels[sentence].label if 0 <= sentence < len(labels) else "none"


def words_about(figure: Figure) -> dict[str, str]:
    """The words about an amount, by where they stand."""
    lead, tail = figure.lead.split(), figure.tail.split()[len(figure.own) :]
    run = since(lead, STOPS)
    return {
        "lead": spaced(figure.before[-LEAD:]),
        "tail": spaced(figure.after[:_TAIL]),
        "last": spaced(figure.before[-_LAST:]),
        "sentence": figure.lead + figure.tail,
        "run": spaced(run),
        "clause": spaced(since(run, _TURNS)),
        "straight": spaced(_straight(run)),
        "rest": spaced(until(figure.after, JOINS)),
        "onward": _OF_NUMBER.sub(" ", spaced(until(tail, STOPS))),
    }


def since(words: Sequence[str], ends: frozenset[str]) -> Sequence[str]:
    """The words after the last of these; one that ends the words ends nothing."""
    at = next((i for i in range(len(words) - 2, -1, -1) if words[i] in ends), -1)
    return words[at + 1 :]


def until(words: Sequence[str], ends: frozenset[str]) -> Sequence[str]:
    """The words before the first of these."""
    return words[: next((i for i, word in enumerate(words) if word in ends), len(words))]


def _straight(words: Sequence[str]) -> Sequence[str]:
    """The one word before the amount and its "about"."""
    return next(((word,) for word in reversed(words[-5:]) if word not in _VAGUE), ())
