"""Decimals in words behind a spoken point: "three point four", "point oh four", "four point twenty five"."""

from __future__ import annotations

from starproof.extract.figures.numbers.lexing import Tokens


def spoken_decimals(tokens: Tokens, at: int) -> tuple[str, int]:
    """The digits that words from ``at`` on say behind a point, and where they end."""
    known, text = tokens.known, ""
    while len(text) < 12:
        word = tokens.word(at)
        if word in known.digits or word in ("oh", "o"):
            text += str(known.digits.get(word, 0))
        elif text or not (word in known.teens or word in known.tens):
            break
        elif word in known.teens:
            return str(known.teens[word]), at + 1
        else:
            after = tokens.over_dash(at + 1)
            digit = known.digits.get(tokens.word(after), 0)
            return str(known.tens[word] + digit), after + 1 if digit else at + 1
        at += 1
    return text, at
