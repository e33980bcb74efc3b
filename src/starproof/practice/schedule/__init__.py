"""What comes back when: cards follow from the log of ratings, and the loop's day is the deadline."""

from starproof.practice.schedule.agendas import Agenda, AgendaSession, Unfitted, agenda
from starproof.practice.schedule.export import agenda_calendar
from starproof.practice.schedule.ordering import due
from starproof.practice.schedule.replaying import cards
from starproof.practice.schedule.states import CardState, Due, Known

__all__ = [
    "Agenda",
    "AgendaSession",
    "CardState",
    "Due",
    "Known",
    "Unfitted",
    "agenda",
    "agenda_calendar",
    "cards",
    "due",
]
