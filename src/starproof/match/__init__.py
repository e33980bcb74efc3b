"""Which story answers which question."""

from starproof.match.advice import Advice, what_would_fit
from starproof.match.asked import Asked, read_question
from starproof.match.cards import Card, card
from starproof.match.ranking import Match, match
from starproof.match.explaining import Part

__all__ = ["Advice", "Asked", "Card", "Match", "Part", "card", "match", "read_question", "what_would_fit"]
