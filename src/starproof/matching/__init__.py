"""Which story answers which question."""

from starproof.matching.advice import Advice, what_would_fit
from starproof.matching.cards import Card, card
from starproof.matching.explaining import Part
from starproof.matching.ranking import Match, match, scores
from starproof.understand.asked import Asked, read_question

__all__ = ["Advice", "Asked", "Card", "Match", "Part", "card", "match", "read_question", "scores", "what_would_fit"]
