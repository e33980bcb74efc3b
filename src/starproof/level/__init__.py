"""At which level a story reads, and its ratings."""

from starproof.level.ratings import rate
from starproof.level.reading import read_level

__all__ = ["rate", "read_level"]
