"""The small language in which word lists write phrases, and the machine that finds them."""
