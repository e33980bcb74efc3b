"""Sentence labels and ranked principles: what each sentence does, and what the story is about."""

from starproof.understand.labels import MODEL, label
from starproof.understand.principles import rank, rank_question

__all__ = ["MODEL", "label", "rank", "rank_question"]
