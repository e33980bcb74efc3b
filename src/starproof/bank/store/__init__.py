"""How stories lie in the database. Only ``starproof.bank`` uses this."""
