"""What a bare number takes from the figures around it."""
