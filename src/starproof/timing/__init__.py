"""How long a story takes to tell, how that fits the guide's frameworks, and what they ask for."""

from starproof.timing.story import TOLERANCE, time_story

__all__ = ["TOLERANCE", "time_story"]
