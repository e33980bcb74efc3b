"""What a clause measures before a number: "losses came in at 2.7", "the fill's 71", "what they charge is 20"."""

from __future__ import annotations

from starproof.core.months import NAMES
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens

_REACH = 7
"""Tokens before a number in which its measure is named."""
_LINKS = frozenset(
    """to at about is are was were down up now still fell fallen dropped went gone rose come came in had has have been
    be stands stood sits hit from the us them then today only just under over below above like around roughly nearly
    almost do does did make makes made run runs running reached sank crept climbed year month that this last those which
    they it he she we""".split()
)
"""Words between a measure and its level."""
_CASES = frozenset("in the those this that it he she they we us them which".split())
"""Those of them that tell no level by themselves."""
_WIDE = frozenset(
    """rate rates time times average total number numbers figure figures share level target goal limit line thing rest
    one ones team people half part way end day week month year quarter money company board answer result used""".split()
)
"""Words that name no measure by themselves."""
_OF = ("of", "in", "for", "on", "from")


def measure(tokens: Tokens, first: int, *, linked: bool = True) -> str:
    """The stem of the word that says what the number at ``first`` is the level of; empty where none does.

    ``linked`` asks for a word such as "is" or "to" between the two.
    """
    at, known = first - 1, tokens.known
    while at > first - _REACH and (tokens.word(at) in _LINKS or tokens.word(at) in known.approx):
        at -= 1
    word = tokens.word(at)
    linked = linked and _CASES.issuperset(tokens.low[at + 1 : first]) and not word.endswith(("'s", "’s"))
    if _bare(word) in _WIDE:
        at -= 1
        word = tokens.word(at)
    return "" if linked or tokens.sort(at) != WORD or _aside(tokens, at) else named(tokens, word)


def _aside(tokens: Tokens, at: int) -> bool:
    """Whether a word belongs to a phrase with a preposition: "errors in the 14 hospitals went from", "per event"."""
    for here in range(at - 1, max(at - 4, -1), -1):
        word = tokens.low[here]
        numbered = tokens.kind[here] == NUMBER and tokens.word(here - 1) in ("the", "our", "those", "all")
        if (tokens.kind[here] != WORD and not numbered) or word in ("and", "but", "so", "of"):
            return False
        if word in _PREPOSITIONS:
            return True
    return False


_PREPOSITIONS = frozenset("in at on with for by from across after per each every within".split())


def named(tokens: Tokens, word: str) -> str:
    """The stem of a word that can name a measure; empty for any other."""
    word, known = _bare(word), tokens.known
    if word in _WIDE or word in _LINKS or word in known.stop or "'" in word or "’" in word:
        return ""
    others = (known.number_words, known.durations, known.moneys, known.verbs, NAMES, known.fillers)
    return "" if any(word in words for words in others) else _stem(word)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _stem(word: str) -> str:
    """A word without the endings of plurals and verbs; empty where too little is left to tell it by."""
    for ending in ("ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word if len(word) >= 3 else ""


def measures(tokens: Tokens, figure: Figure, name: str) -> bool:
    """Whether a figure is told as a level or an amount of a measure: "losses were $3M", "58 % of the fill"."""
    if figure.kind == "count" and figure.unit and named(tokens, figure.unit.rpartition(" ")[2]) == name:
        return True
    if measure(tokens, figure.first, linked=False) == name:
        return True
    at = figure.stop
    if tokens.word(at) not in _OF:
        return False
    return any(named(tokens, tokens.word(here)) == name for here in range(at + 1, at + 4) if _inside(tokens, at, here))


def _inside(tokens: Tokens, first: int, stop: int) -> bool:
    return all(tokens.sort(at) == WORD for at in range(first, stop + 1))


def near(tokens: Tokens, figure: Figure, name: str) -> bool:
    """Whether a word near a figure in its sentence names a measure by this stem."""
    places = (range(figure.first - 1, figure.first - 9, -1), range(figure.stop, figure.stop + 5))
    return any(_found(tokens, place, name) for place in places)


def _found(tokens: Tokens, places: range, name: str) -> bool:
    for at in places:
        if tokens.word(at) in ("", ".", ";", "!", "?", "\n"):
            return False
        if named(tokens, tokens.word(at)) == name:
            return True
    return False
