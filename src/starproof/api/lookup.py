"""The rules, listed and explained."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from starproof.errors import NotFound
from starproof.rules.base import Rule, discover


@cache
def list_rules() -> tuple[Rule, ...]:
    """All rules by code, with their names, severities and pages."""
    return discover()


def explain(name: str) -> Rule:
    """The rule with this code or name, or the one that decides this red flag.

    Raises:
        NotFound: when there is none; the hint lists the closest.
    """
    wanted = name.strip().lower()
    for rule in list_rules():
        if wanted in (rule.code.lower(), rule.name.lower()):
            return rule
    known = [word for rule in list_rules() for word in (rule.code.lower(), rule.name)]
    close = get_close_matches(wanted, known, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(close)}?" if close else "`starproof rules` lists them all."
    raise NotFound("E-RUL-010", f"There is no rule {name!r}.", hint)
