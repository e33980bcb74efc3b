"""Files and strings to documents."""
