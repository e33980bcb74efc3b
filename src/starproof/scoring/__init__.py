"""Scoring reviews on an annotated corpus."""

from starproof.scoring.score import joined, score

__all__ = ["joined", "score"]
