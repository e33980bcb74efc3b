"""Files and texts to documents."""

from starproof.parse.readers import read, read_line
from starproof.parse.story import LONGEST, parse

__all__ = ["LONGEST", "parse", "read", "read_line"]
