"""Which sums a figure might state, and what speaks for and against each."""
