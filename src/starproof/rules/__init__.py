"""Checks: one rule a file, found by its place; nothing central to edit."""
