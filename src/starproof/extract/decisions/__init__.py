"""Choices: what was chosen, why, against whom, at what price."""
