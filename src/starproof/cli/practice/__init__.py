"""``starproof practice``: the command with its subcommands, and the terminal on which sessions are played."""

from __future__ import annotations

from starproof.cli.practice.command import practice

__all__ = ["practice"]
