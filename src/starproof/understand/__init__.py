"""Sentence labels, learned leanings and ranked principles: what each sentence does, what the story is about."""

from starproof.understand.labels import MODEL, Labelling, label
from starproof.understand.leanings import lean
from starproof.understand.principles import evened_out, rank, rank_question

__all__ = ["MODEL", "Labelling", "evened_out", "label", "lean", "rank", "rank_question"]
