"""One module for each kind of sum that a figure may state."""
