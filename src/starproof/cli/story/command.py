"""``starproof story``: the stories of the bank. Each subcommand's module loads only when it is called."""

from __future__ import annotations

import click

from starproof.cli.groups import Subcommands

SUBCOMMANDS: dict[str, tuple[str, str]] = {
    "add": ("cli.story.adding:add", "Put stories into the bank."),
    "list": ("cli.story.looking:list_", "List, filter and search the stories."),
    "show": ("cli.story.looking:show", "Show a story with all that is known of it."),
    "edit": ("cli.story.editing:edit", "Change a story in your editor, or a part of it at once."),
    "merge": ("cli.story.adding:merge", "Make a later draft the next revision of its story."),
    "tag": ("cli.story.changing:tag", "Add and remove tags."),
    "told": ("cli.story.changing:told", "Write down that a story was told in an interview."),
    "versions": ("cli.story.changing:versions", "Keep tellings of 2, 3 and 4 minutes beside the story."),
    "rm": ("cli.story.changing:rm", "Put stories away; nothing is deleted."),
    "restore": ("cli.story.changing:restore", "Bring stories back that were put away."),
    "history": ("cli.story.looking:history", "Say who changed what and when."),
    "undo": ("cli.story.changing:undo", "Take the last change back; again, the one before."),
    "redo": ("cli.story.changing:redo", "Do again what was undone last."),
    "import": ("cli.story.importing:story_import", "Take stories from files, folders and other banks."),
    "export": ("cli.story.exporting:story_export", "Write stories to files, whole or redacted."),
}


@click.group(cls=Subcommands, homes=SUBCOMMANDS)
def story() -> None:
    """The stories of your bank: one file on this machine (see `starproof bank status`), or a PostgreSQL database."""
