"""``starproof practice``: sessions in a terminal, and what came of them. Each subcommand loads only when called."""

from __future__ import annotations

import click

from starproof.cli.groups import Subcommands

SUBCOMMANDS: dict[str, tuple[str, str]] = {
    "story": ("cli.practice.beginning:story", "Tell one story, and take the follow-ups; this is the default."),
    "retrieval": ("cli.practice.beginning:retrieval", "Name the story that answers a question, ten times."),
    "defence": ("cli.practice.beginning:defence", "Defend the figures of your stories, one after the other."),
    "loop": ("cli.practice.beginning:loop", "The whole loop against the clock, with interviewers who move on."),
    "essay": ("cli.practice.beginning:essay", "The written narrative, in your editor, against the clock."),
    "resume": ("cli.practice.beginning:resume", "Go on with a session that was broken off."),
    "list": ("cli.practice.shown:list_", "List the sessions, those begun last first."),
    "look": ("cli.practice.shown:look", "Look at an answer of a session again."),
    "due": ("cli.practice.shown:due", "Say what to practise now, and why."),
    "log": ("cli.practice.shown:log", "Say what was practised, week by week, and how it moved."),
    "calendar": ("cli.practice.shown:calendar", "Write the practice ahead as a calendar (.ics)."),
    "drop": ("cli.practice.shown:drop", "Delete a session for good, with its recordings."),
}
DEFAULT = "story"


class Practice(Subcommands):
    """Options without a subcommand are those of a session about one story."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with the default subcommand where none is named."""
        if not args or (args[0].startswith("-") and args[0] not in ("-h", "--help")):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)


@click.group(cls=Practice, homes=SUBCOMMANDS, subcommand_metavar="[COMMAND] [OPTIONS]")
def practice() -> None:
    """Practise aloud or in writing: a question, time to think, your answer, follow-ups, a rating, a look.

    Without a command: one story, the one that is due, or one that an interviewer might ask for; what `starproof
    practice story --help` lists can be said at once. A session can be broken off at any time and gone on with later.
    Nothing of it leaves this machine.
    """
