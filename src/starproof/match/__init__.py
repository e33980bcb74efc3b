"""Which story answers which question."""
