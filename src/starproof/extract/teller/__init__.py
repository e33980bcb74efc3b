"""What of it is the teller's: whose a choice is, what is owned up to, whom it absolves, what it denies."""
