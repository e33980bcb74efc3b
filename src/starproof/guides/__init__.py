"""Guide files to guides."""
