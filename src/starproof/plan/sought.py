"""Principles and themes by any of their names, each with the guide's principles whose stories answer it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from starproof.core.guide import Guide
from starproof.core.planning import Sought
from starproof.errors import NotFound
from starproof.questions import load_themes

SIXTEEN = (
    "customer-obsession", "ownership", "invent-and-simplify", "are-right-a-lot", "learn-and-be-curious",
    "hire-and-develop", "insist-on-the-highest-standards", "think-big", "bias-for-action", "frugality", "earn-trust",
    "dive-deep", "have-backbone", "deliver-results", "strive-to-be-earths-best-employer",
    "success-and-scale-bring-broad-responsibility",
)  # fmt: skip
"""Amazon's principles: the guide's eight, and eight more that the question bank maps to them."""
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(["and", "the", "a", "an", "to", "be", "best", "s"])
_ALSO: Mapping[str, str] = {
    # how Amazon's list and those who cite it call what the guide calls otherwise
    "have backbone disagree commit": "have-backbone",
    "disagree commit": "have-backbone",
    "backbone": "have-backbone",
    "right lot": "are-right-a-lot",
    "hire develop best": "hire-and-develop",
    "highest standards": "insist-on-the-highest-standards",
    "high standards": "insist-on-the-highest-standards",
    "curious": "learn-and-be-curious",
    "earth employer": "strive-to-be-earths-best-employer",
    "broad responsibility": "success-and-scale-bring-broad-responsibility",
}


class Names:
    """All that an interviewer may ask for by one guide."""

    def __init__(self, guide: Guide) -> None:
        known = [Sought(p.id, p.name, (p.id,)) for p in guide.principles]
        own = {sought.id for sought in known}
        for theme in load_themes():
            via = tuple(p for p in theme.principles if p in own)
            if theme.id not in own and via:
                known.append(Sought(theme.id, theme.name, via))
        self._by_id = {sought.id: sought for sought in known}
        self._by_words: dict[str, Sought] = {}
        for sought in reversed(known):  # the guide's own come last and win
            self._by_words[_words(sought.name)] = sought
            self._by_words[_words(sought.id)] = sought

    def all(self) -> tuple[Sought, ...]:
        """All of them, the guide's own first."""
        return tuple(self._by_id.values())

    def find(self, name: str) -> Sought:
        """The principle or theme of this id or name, in any case and with or without its small words.

        Raises:
            NotFound: when there is none; the hint lists the closest.
        """
        said = _words(name)
        also = self._by_id.get(_ALSO.get(said, ""))
        found = self._by_id.get(name) or self._by_words.get(said) or also
        if found is not None:
            return found
        close = get_close_matches(said, list(self._by_words), n=3, cutoff=0.6)
        ids = list(dict.fromkeys(self._by_words[words].id for words in close))
        hint = f"Did you mean {' or '.join(ids)}?" if ids else self._known()
        raise NotFound("E-PLN-010", f"There is no principle {name!r}.", hint)

    def _known(self) -> str:
        themes = "themes such as low-performer, which `starproof questions --themes` lists"
        own = ", ".join(sought.id for sought in self._by_id.values() if sought.via == (sought.id,))
        return f"Known are {own}; the rest of Amazon's sixteen; and {themes}."


def _words(name: str) -> str:
    plain = name.lower().replace("’", "").replace("'", "")
    return " ".join(word for word in _WORD.findall(plain) if word not in _EMPTY)
