"""Rules about telling."""
