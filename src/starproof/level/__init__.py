"""At which level a story reads, and its ratings."""
