"""What each sentence is for, and which principle a text shows."""
