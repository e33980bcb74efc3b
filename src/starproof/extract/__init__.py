"""What a story states: quantities, claims, signals, reach."""
