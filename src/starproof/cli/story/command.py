"""``starproof story``: the stories of the bank. Each subcommand's module loads only when it is called."""

from __future__ import annotations

import click

from starproof.cli.groups import Subcommands

SUBCOMMANDS: dict[str, tuple[str, str]] = {
    "add": ("story.adding:add", "Put stories into the bank."),
    "list": ("story.looking:list_", "List, filter and search the stories."),
    "show": ("story.looking:show", "Show a story with all that is known of it."),
    "edit": ("story.editing:edit", "Change a story in your editor, or a part of it at once."),
    "tag": ("story.changing:tag", "Add and remove tags."),
    "told": ("story.changing:told", "Write down that a story was told in an interview."),
    "versions": ("story.changing:versions", "Keep tellings of 2, 3 and 4 minutes beside the story."),
    "rm": ("story.changing:rm", "Put stories away; nothing is deleted."),
    "restore": ("story.changing:restore", "Bring stories back that were put away."),
    "history": ("story.looking:history", "Say who changed what and when."),
    "undo": ("story.changing:undo", "Take the last change back; again, the one before."),
    "redo": ("story.changing:redo", "Do again what was undone last."),
    "import": ("story.importing:story_import", "Take stories from files, folders and other banks."),
    "export": ("story.exporting:story_export", "Write stories to files, whole or redacted."),
}


@click.group(cls=Subcommands, homes=SUBCOMMANDS)
def story() -> None:
    """The stories of your bank: one file on this machine (see `starproof bank status`), or a PostgreSQL database."""
