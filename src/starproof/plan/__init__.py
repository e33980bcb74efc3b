"""Which stories are there, what they prove, which goes where on the day, and what is missing."""

from starproof.plan.coverage import coverage
from starproof.plan.loop.planning import plan_loop
from starproof.plan.loop.reading import read_loop
from starproof.plan.mine import Mine, read_mine
from starproof.plan.profile import profile
from starproof.plan.readiness import Dated, readiness

__all__ = ["Dated", "Mine", "coverage", "plan_loop", "profile", "read_loop", "read_mine", "readiness"]
