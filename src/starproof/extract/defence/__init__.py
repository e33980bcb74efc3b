"""Number defence: whether the figures of one text stand in another."""
