"""Coverage of the principles, the manager's own numbers, the loop plan, and readiness."""
