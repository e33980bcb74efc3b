"""Plain words by which the teller takes a fault, or their share of it: "that was on me", "half the delay was ours"."""

from __future__ import annotations

import re

from starproof.core.seeking import Seldom

TAKEN = Seldom(
    r"(?<!say )(?<!said )(?<!says )\b(?:it|that|this|that one|the (?:fault|mistake|error|miss|failure|blame))"
    r"(?:['’]s| is| was)(?: (?:also|really|mostly|partly|all|entirely|just|as much))? "
    r"(?:(?:on )?(?:me|mine)(?=[.;:!?…—–\n]|$)|"
    r"my (?:own )?(?:fault|mistake|error|miss|doing|failure)\b(?!, I (?:guess|suppose)|,? if ))|"
    r"\bI was (?:wrong|to blame|at fault)\b|\bmy own (?:fault|mistake|error|part in)\b|"
    r"\b(?:mistake|fault|error|miss)(?: (?:was|is)|, and|, and (?:it|that) was|, which was)(?: all| only)? mine\b",
    re.IGNORECASE,
)

OWN_SHARE = Seldom(
    r"\b(?:most|half|part|some|much|all|third|quarter|days|weeks|months|hours) of (?:(?:the|that|those|these|this) )"
    r"(?:[\w-]+ ){0,2}?(?:delays?|wait(?:s|ing)?|time|days|weeks|months|hours|minutes|problems?|faults?|trouble|mess|"
    r"backlog|errors?|mistakes|failures?)(?: (?:was|were|is|are))(?: (?:actually|really|in fact|in truth|down to|on))? "
    r"(?:us|me|mine|ours)\b",
    re.IGNORECASE,
)
"""How much of a harm was the teller's own doing: "most of the nineteen days was us"; of work that would be a boast."""
