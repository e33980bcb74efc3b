"""Rules about delivery."""
