"""What the plan's judgements weigh, from ``weights.toml``, where each number has its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def weights(table: str) -> Mapping[str, Any]:
    """One table of the weights."""
    data = tomllib.loads((files("starproof.plan") / "weights.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Any] = data[table]
    return found
