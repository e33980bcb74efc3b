"""A price noted without a verb: "two extra servers, $30k", "cost: 12k", "new rack 40 grand".

Who names only a thing that is bought, or only says that it is a cost, tells what was paid. "Saved: 12k" and "result:
$30k a year" tell by their own word that it is an outcome, and so does any word of gain beside the thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from starproof.core.seeking import Seldom
from starproof.extract.money.costs import PAID_FOR
from starproof.extract.money.priced import SPARED_BEHIND, WON
from starproof.extract.sums.story.figures import Figure
from starproof.extract.text.wording import may_be_past
from starproof.extract.text.words import singular, words

_LABEL = re.compile(
    r"^ (?:- |and |the |total |our |all-in ){0,2}(?:costs?|price|spend|spending|spent|outlay|expenses?|budget|bill|"
    rf"investment|invested|{PAID_FOR})(?: (?:of|for)(?: [a-z-]+){{1,3}}?)? "
    r"(?:[:=,-] )?(?:(?:about|around|roughly|some|only|just|under|over) ){0,2}$"
)
"""From the beginning of a sentence to an amount, in notes: it is what was paid."""
_MOST = 7
"""Words of a thing that is named alone."""
_PAID = frozenset("rented leased used hired bought".split())
"""Past forms that only say how a thing was got."""
_VERBAL = frozenset(
    "is are was were be been am has have had do does did will would can could may might must i we he she they it who "
    "which that this so but because if when".split()
)
_ENDED = Seldom(r" (?:saved|saves|instead|less|spared|avoided|gone|no longer|down|cut|freed|dropped|back|cancel\w+) ")
"""Behind an amount: it came to an end, or was spared."""


def is_noted_price(figure: Figure, about: Mapping[str, str]) -> bool:
    """Whether an amount stands in a note of a price, and nothing says that it was gained or spared."""
    run, onward = about["run"], about["onward"]
    if SPARED_BEHIND.search(onward) or _ENDED.search(onward):
        return False
    return _LABEL.search(run) is not None or (_names_a_thing(run) and not WON.search(run))


def _names_a_thing(run: str) -> bool:
    """Whether nothing but a thing that is bought stands before an amount, without a verb."""
    row = [word for word in run.split() if word[0].isalnum()]
    if not 0 < len(row) <= _MOST or any(_is_verb(word) for word in row):
        return False
    return any(singular(word) in words("bought", "things") for word in row)


def _is_verb(word: str) -> bool:
    return word in _VERBAL or (may_be_past(word) and word not in _PAID)
