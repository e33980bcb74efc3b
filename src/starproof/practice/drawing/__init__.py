"""What a session asks: due cards, chosen stories, or questions as an interviewer would ask them. Seeded and pure."""

from starproof.practice.drawing.defending import defence_draw, defend
from starproof.practice.drawing.loops import loop_draw
from starproof.practice.drawing.naming import retrieval_draw
from starproof.practice.drawing.pool import Figure, Offer, Pool, Wanted
from starproof.practice.drawing.telling import ask_about, asked_draw, due_draw, tell
from starproof.practice.drawing.writing import essay

__all__ = [
    "Figure",
    "Offer",
    "Pool",
    "Wanted",
    "ask_about",
    "asked_draw",
    "defence_draw",
    "defend",
    "due_draw",
    "essay",
    "loop_draw",
    "retrieval_draw",
    "tell",
]
