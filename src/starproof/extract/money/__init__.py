"""Which amount of money came of the work, and what it is in dollars a year."""
