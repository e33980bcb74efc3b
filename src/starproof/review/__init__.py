"""Text in, review out."""

from starproof.review.engine import Options, Reviewer

__all__ = ["Options", "Reviewer"]
