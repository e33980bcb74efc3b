"""The owner's own numbers, as ``ME.toml`` tells them: one line for each expectation of the guide."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches

from starproof.core.guide import Guide
from starproof.errors import InputError

Mine = Mapping[str, float | str]
"""By expectation: a number in the guide's unit, or words."""
_HINT = 'Write one line for each, such as direct-reports = 6 or ownership = "the billing service".'


def read_mine(text: str, *, guide: Guide, name: str = "the file") -> Mine:
    """The owner's numbers from the text of a TOML file; ``name`` is what errors call it.

    Raises:
        InputError: when it is no TOML, names no expectation of the guide, or gives neither number nor text.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError("E-PLN-050", f"{name} is no TOML: {error}.", _HINT) from error
    known = {expectation.id: expectation for expectation in guide.expectations}
    found: dict[str, float | str] = {}
    for key, value in data.items():
        if key not in known:
            close = get_close_matches(key, known, n=2, cutoff=0.5)
            hint = f"Did you mean {' or '.join(close)}?" if close else f"The guide expects {', '.join(known)}."
            raise InputError("E-PLN-051", f"{name} states {key!r}, which the guide does not expect.", hint)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise InputError("E-PLN-052", f"{name} gives neither number nor text for {key!r}.", _HINT)
        if isinstance(value, str) and known[key].range is not None:
            raise InputError("E-PLN-053", f"{name} gives {key!r} in words; it is a number.", _HINT)
        if not isinstance(value, str) and not (math.isfinite(value) and value >= 0):
            raise InputError("E-PLN-054", f"{name} gives {value!r} for {key!r}.", "Give a number of 0 or more.")
        found[key] = value.strip() if isinstance(value, str) else float(value)
    return found
