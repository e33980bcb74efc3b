"""Scoring reviews on an annotated corpus."""

from starproof.scoring.against import against, as_review
from starproof.scoring.alignment import joined
from starproof.scoring.evaluation import evaluation
from starproof.scoring.score import score

__all__ = ["against", "as_review", "evaluation", "joined", "score"]
