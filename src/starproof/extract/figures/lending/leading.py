"""The words that lead to a bare number, and where the clause ends that it closes."""

from __future__ import annotations

from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens


def lead(text: Text, figure: Figure, floor: int) -> set[str]:
    """The link words and fillers right before a figure, and the one word that ends them."""
    known, low, words = text.tokens.known, text.tokens.low, set()
    for at in range(figure.first - 1, max(floor, figure.first - 6) - 1, -1):
        word = low[at]
        if word.endswith("ing") and low[at - 1] in ("of", "than"):  # "instead of losing sixty"
            continue
        if at == figure.first - 1 and _links_nothing(word, low[at - 1]):
            continue
        words.add(word)
        if word not in known.fillers and word not in known.strong_links and word not in known.weak_links:
            break
    return words


def _links_nothing(word: str, before: str) -> bool:
    """What may stand right before a number behind its link: "was after nine", "to ~9", "rather than in sixteen"."""
    if word in ("~", "≈"):
        return True
    return (word == "after" and before in ("was", "is")) or (word == "in" and before in ("than", "of"))


def is_weak(text: Text, words: set[str]) -> bool:
    """Whether a word among them links a number to a measure, and no more than that: "is", "at"."""
    return not words.isdisjoint(text.tokens.known.weak_links)


def ends_clause(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends before the token at ``at``."""
    return tokens.sort(at) != WORD or tokens.word(at) in _ENDS_CLAUSE


_ENDS_CLAUSE = frozenset(
    """today now nowadays instead and but so because before if then when or i we they he she it the my our okay ok yeah
    it's that's there i'm we're they're he's she's i'd we'd w""".split()
)
