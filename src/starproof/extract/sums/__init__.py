"""How derived figures are recomputed: one module for each kind of claim."""
