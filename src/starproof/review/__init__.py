"""Text in, review out."""
