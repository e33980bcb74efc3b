"""``starproof story``: the stories of the bank. Each subcommand's module loads only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

SUBCOMMANDS: dict[str, tuple[str, str]] = {
    "add": ("story_add:add", "Put stories into the bank."),
    "list": ("story_look:list_", "List, filter and search the stories."),
    "show": ("story_look:show", "Show a story with all that is known of it."),
    "edit": ("story_edit:edit", "Change a story in your editor, or a part of it at once."),
    "tag": ("story_change:tag", "Add and remove tags."),
    "told": ("story_change:told", "Write down that a story was told in an interview."),
    "versions": ("story_change:versions", "Keep tellings of 2, 3 and 4 minutes beside the story."),
    "rm": ("story_change:rm", "Put stories away; nothing is deleted."),
    "restore": ("story_change:restore", "Bring stories back that were put away."),
    "history": ("story_look:history", "Say who changed what and when."),
    "undo": ("story_change:undo", "Take the last change back; again, the one before."),
    "redo": ("story_change:redo", "Do again what was undone last."),
    "import": ("story_import:story_import", "Take stories from files, folders and other banks."),
    "export": ("story_export:story_export", "Write stories to files, whole or redacted."),
}


class Stories(click.Group):
    """Loads a subcommand when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands, in the order in which people need them."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand with this name."""
        if cmd_name not in SUBCOMMANDS:
            return None
        module, name = SUBCOMMANDS[cmd_name][0].split(":")
        command = getattr(import_module(f"starproof.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of subcommands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in SUBCOMMANDS.items()])


@click.group(cls=Stories)
def story() -> None:
    """The stories of your bank: one file on this machine (see `starproof bank status`), or a PostgreSQL database."""
