"""What comes back when: cards follow from the log of ratings, and the loop's day is the deadline."""

from starproof.practice.schedule.ordering import due
from starproof.practice.schedule.replaying import cards
from starproof.practice.schedule.states import CardState, Due, Known

__all__ = ["CardState", "Due", "Known", "cards", "due"]
