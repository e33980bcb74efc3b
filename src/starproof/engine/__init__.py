"""Text in, review out."""

from starproof.engine.reviewer import Options, Reviewer

__all__ = ["Options", "Reviewer"]
