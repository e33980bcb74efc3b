"""The interviewer: listens to this answer and asks what this answer left open; deterministic and offline."""

from starproof.practice.interviewer.asking import next_question
from starproof.practice.interviewer.hearing import Heard, hear

__all__ = ["Heard", "hear", "next_question"]
