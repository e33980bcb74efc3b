"""Nouns that name one sort of thing in different words."""

from __future__ import annotations

PEOPLE = frozenset(
    "person engineer developer tester manager lead analyst designer contractor colleague member nurse operator agent "
    "technician apprentice student scientist architect intern employee lad woman man volunteer programmer".split(" ")
)
"""What people who work are counted as."""
