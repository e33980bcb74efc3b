"""How an answer was delivered: seconds by section, pace, pauses, fillers, restarts; advice only, never a rating."""

from starproof.practice.delivery.following import following
from starproof.practice.delivery.measuring import measure
from starproof.practice.delivery.norms import norms, sources
from starproof.practice.delivery.own import own_pace, pace_of
from starproof.practice.delivery.placing import timed
from starproof.practice.delivery.shapes import (
    Advice,
    Delivery,
    Disfluency,
    Filler,
    Pace,
    Pause,
    Plan,
    PlannedSection,
    Restart,
    SectionDelivery,
    Unheard,
)

__all__ = [
    "Advice",
    "Delivery",
    "Disfluency",
    "Filler",
    "Pace",
    "Pause",
    "Plan",
    "PlannedSection",
    "Restart",
    "SectionDelivery",
    "Unheard",
    "following",
    "measure",
    "norms",
    "own_pace",
    "pace_of",
    "sources",
    "timed",
]
