"""A command with subcommands, each of which is loaded only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

_LONG = 200
"""Characters of what a command does, from which it would be cut."""


class Whole(click.Group):
    """A group that lists what its commands do in whole sentences, on as many lines as these need."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(_LONG)) for name, one in self.commands.items()])


class Subcommands(click.Group):
    """A group whose subcommands are known by name, home and help alone until one is called.

    Args:
        homes: by name, in the order in which people need them: ``module:function`` within ``starproof``, and what
            it does.
    """

    def __init__(self, *arguments: Any, homes: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.homes = homes

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands, in their order."""
        return list(self.homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand with this name."""
        if cmd_name not in self.homes:
            return None
        module, name = self.homes[cmd_name][0].split(":")
        command = getattr(import_module(f"starproof.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that is meant; of one that is not there, the one whose name comes closest is named."""
        from difflib import get_close_matches

        asked = args[0]
        near = get_close_matches(asked, self.homes, n=1) if asked not in self.homes else []
        if near and not ctx.resilient_parsing:
            ctx.fail(f"No such command {asked!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of subcommands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in self.homes.items()])
