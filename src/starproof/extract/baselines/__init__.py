"""What a figure of the outcome is held against, and figures that say nothing of it."""
