"""Which stories are there, what they prove, which goes where on the day, and what is missing."""

from starproof.plan.coverage import coverage
from starproof.plan.loop.planning import plan_loop
from starproof.plan.loop.reading import read_loop

__all__ = ["coverage", "plan_loop", "read_loop"]
