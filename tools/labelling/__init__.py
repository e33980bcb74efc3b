"""Training of the sentence labeller: the stories, their copies, the chain, its measures."""
