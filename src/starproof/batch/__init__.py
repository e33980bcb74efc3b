"""Many stories at once, on all cores."""
