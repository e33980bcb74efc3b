"""Numbers that measure nothing: dates, times of day, names, turns of phrase, pronouns."""
