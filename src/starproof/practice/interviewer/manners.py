"""Three manners: they differ in words, in number and in order, never in fairness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starproof.core.practice import Manner


@dataclass(frozen=True, slots=True)
class Conduct:
    """How an interviewer of one manner goes about it."""

    order: Mapping[str, float]
    """By kind of point, what it weighs; a kind that is not named is not asked about."""
    deepest: int
    """How deep it digs about one point."""
    digs: int
    """How many questions of a thread may dig."""
    share: tuple[int, int]
    """How many of the allowed questions it takes at most, as a fraction."""
    presses: int
    """How often in a thread it insists after an answer that goes round the question."""
    stays: float
    """What a point weighs more that stands in the sentence asked about last."""
    guesses: bool = False
    """Whether it asks once for a guess where the speaker does not know."""

    def most(self, allowed: int) -> int:
        """How many questions it asks at most."""
        part, whole = self.share
        return -(-allowed * part // whole)


_TELLING = {"example": 99.0, "one-line": 98.0, "evasive": 97.0, "rambling": 96.0, "beside": 95.0}
_HURTS = {
    **_TELLING,
    "sum": 94.0, "result": 90.0, "own-part": 70.0, "amount": 64.0, "baseline": 62.0, "reason": 58.0,
    "resolution": 57.0, "setback": 54.0, "period": 50.0, "measurer": 46.0, "lesson": 42.0, "date": 40.0,
    "stakes": 39.0, "alternative": 38.0, "cost": 37.0, "whole": 35.0, "scope": 34.0, "affected": 33.0,
    "argument": 32.0, "otherwise": 31.0, "lasted": 30.0,
}  # fmt: skip
CONDUCT: Mapping[Manner, Conduct] = {
    "friendly": Conduct(
        order={
            **_TELLING,
            "own-part": 80.0, "result": 78.0, "date": 70.0, "scope": 68.0, "amount": 66.0, "stakes": 64.0,
            "affected": 62.0, "baseline": 60.0, "reason": 58.0, "lesson": 56.0, "setback": 54.0, "period": 52.0,
            "resolution": 50.0, "sum": 48.0,
            "lasted": 46.0, "otherwise": 44.0,
        },
        deepest=2, digs=1, share=(2, 3), presses=0, stays=-20.0,
    ),
    "neutral": Conduct(order=_HURTS, deepest=2, digs=2, share=(1, 1), presses=1, stays=-15.0),
    "bar-raiser": Conduct(
        order={
            **_HURTS,
            "cost": 56.0, "alternative": 48.0, "measurer": 60.0, "else": 45.0, "signs": 36.0,
        },
        deepest=3, digs=99, share=(1, 1), presses=2, stays=15.0, guesses=True,
    ),
}  # fmt: skip
