"""The questions an interviewer would ask next about this very story, and the figures to be ready for."""

from starproof.probes.asking import MOST, ask
from starproof.probes.defence import defend, unanswered

__all__ = ["MOST", "ask", "defend", "unanswered"]
