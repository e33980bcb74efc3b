"""Counterfactual pairs: a story retold as other people would tell it, whose verdicts must not change."""

from starproof.scoring.fairness.edits import Pair
from starproof.scoring.fairness.pairs import TRANSFORMATIONS, pairs_of
from starproof.scoring.fairness.report import BAR, Change, report, verdicts

__all__ = ["BAR", "TRANSFORMATIONS", "Change", "Pair", "pairs_of", "report", "verdicts"]
