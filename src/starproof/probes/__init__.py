"""The questions an interviewer would ask next about this very story."""

from starproof.probes.asking import MOST, ask

__all__ = ["MOST", "ask"]
