"""What there was to spend: a part of a budget that was used or is left, and what went beyond it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starproof.core.seeking import Seldom

_IN_BUDGET = re.compile(
    r"^ of (?:the|our|its|that|my|this) (?:[a-z]+ ){0,2}(?:budget|grant|funds?|funding|allowance|reserve|loan) "
)
"""Behind an amount, these make it a part of what there was to spend, used or left: "we used 7 million of the grant"."""
_GIVES_BACK = Seldom(
    r" (?:sav\w+|gave|give|given|hand\w*|return\w*|cut|cuts|free[ds]?|back|cancel\w*|took|struck|kept|spared|less) "
)
_TOO_MUCH = re.compile(r"^ (?:too much|too dear|over budget|over plan|over (?:[.;!?]|, ))")
"""Behind an amount, these make it what was spent beyond the plan."""


def is_of_budget(words: Mapping[str, str]) -> bool:
    """Whether an amount is a part of a budget, or what went beyond it, and nothing says that it was given back."""
    if _TOO_MUCH.search(words["onward"]):
        return True
    return bool(_IN_BUDGET.search(words["onward"])) and not _GIVES_BACK.search(words["run"])
