"""How long the work and its effect went on, and what was told to last."""
