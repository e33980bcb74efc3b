"""Rules about impact and scope."""
