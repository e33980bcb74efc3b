"""Plain words by which the teller takes a fault: "that was on me", "that was a mistake, and mine"."""

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
