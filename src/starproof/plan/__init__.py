"""Which stories are there, what they prove, which goes where on the day, and what is missing."""

from starproof.plan.coverage import coverage

__all__ = ["coverage"]
