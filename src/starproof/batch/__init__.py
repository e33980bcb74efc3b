"""Many stories at once, on all cores, in order."""

from starproof.batch.run import BatchResult, run_batch

__all__ = ["BatchResult", "run_batch"]
