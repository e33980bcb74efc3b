"""Rules about guides."""
