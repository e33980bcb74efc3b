"""Scoring reviews on an annotated corpus."""
