"""Rules about numbers."""
