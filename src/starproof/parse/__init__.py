"""Files and texts to documents."""

from starproof.parse.story import LONGEST, parse

__all__ = ["LONGEST", "parse"]
