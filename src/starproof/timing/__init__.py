"""How long a story takes to tell, and what each framework asks of it."""
