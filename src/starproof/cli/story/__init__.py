"""``starproof story``: the command with its subcommands, and what they print."""

from __future__ import annotations

from starproof.cli.story.command import story

__all__ = ["story"]
