"""Practice as pages show it: what may be chosen, where a session stands, what an answer came to."""
