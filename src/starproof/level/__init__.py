"""At which level a story reads, and its ratings."""

from starproof.level.case import beside_the_question
from starproof.level.ratings import rate
from starproof.level.reading import read_level

__all__ = ["beside_the_question", "rate", "read_level"]
