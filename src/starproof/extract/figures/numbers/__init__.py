"""Tokens, numbers in digits and in words, the things that they count, and how they are told."""
