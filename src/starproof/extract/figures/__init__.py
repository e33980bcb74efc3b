"""The grammar of figures: tokens, numbers, what they measure, and what a bare number takes from its neighbours."""
