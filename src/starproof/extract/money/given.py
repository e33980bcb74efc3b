"""Amounts that are not in hand: what was given away, what a rule begins at, what somebody foresaw."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starproof.core.seeking import Seldom

ABOUT = r"(?:(?:about|around|roughly|nearly|almost|some|over|another|us|at least|like|just|under|only|a) ){0,3}$"
_GIVEN = Seldom(
    r" (?:gave|give|gives|offered|granted) (?:them|him|her|the [a-z-]+|the [a-z-]+ [a-z-]+|this [a-z-]+|every [a-z-]+) "
    r"(?!(?:back|up) )(?:(?!(?:so|which|and|but|who|that|that's|it's|they|we|i|he|she) )\S+ ){0,5}$|"
    r" (?:free|discount|voucher|credit|goodwill|rebate|compensation) (?:(?:,|of|worth|at) ){0,2}" + ABOUT
)
"""Before an amount, these make it a gift: "we gave them one month free, "."""
_BACK_TO = re.compile(r"^ back to (?:them|him|her|the|each|every|our) ")
_BOUND = re.compile(
    r" (?:every|each|any|all|no|not one|not a single|whoever|anyone|nobody|only) (?:(?!(?:and|but|so) |, |\. )\S+ "
    r"){1,7}?"
    r"(?:over|above|under|below|(?:more|less) than|up to|at least) $"
)
"""Before an amount, these make it the bound of a rule: "every customer over"."""
CASE = r"(?:business|investment|(?<! in )(?:\w+'s|their|his|her|our|my|your)) case"
"""What was reckoned beforehand."""
_FORESEEN = Seldom(
    rf" (?:{CASE}|forecast|slides?|proposal|estimate|model|plan) (?:said|had|showed|promised|claimed|named) "
    r"(?:(?!(?:and|but|so) |, |\. )\S+ ){0,6}$|"
    r" (?:he|she|they|vendor|director|boss|manager|c[a-z]o|vp|consultants?) (?:said|says|told (?:us|me)|promised|"
    r"claimed|thought|expected|hoped) (?:that )?(?:we|it|this|they|you) (?:would|will|could|can) (?:\S+ ){0,3}?"
    r"(?:save|gain|earn|make|bring in|win|keep) " + ABOUT
)
"""Before an amount, these make it what somebody thought would come."""
_CAME_TRUE = re.compile(r" (?:we|it|they|that) (?:did|has|have) (?!not )")
_TAKE_THE = re.compile(r" (?:take|takes|taking) (?:the|that|those) $")
"""Before an amount: it is what something else is worked out from."""
SPARED = re.compile(r" (?:no longer|not|never|stop|stopped|avoided|waived|gone|don't|didn't|doesn't) ")
"""What was not, or is no longer: it spares an amount."""


def is_given(before: str, words: Mapping[str, str]) -> bool:
    """Whether an amount is a gift, a bound, a forecast, or what another is worked out from."""
    if (
        _is_foreseen(words)
        or _BOUND.search(words["run"])
        or _TAKE_THE.search(before)
        or _BACK_TO.search(words["onward"])
    ):
        return True
    return bool(_GIVEN.search(words["run"])) and not SPARED.search(words["onward"])


def _is_foreseen(words: Mapping[str, str]) -> bool:
    """Whether an amount is what somebody thought would come, and did not come true so."""
    return bool(_FORESEEN.search(words["run"])) and not _CAME_TRUE.search(words["onward"])
