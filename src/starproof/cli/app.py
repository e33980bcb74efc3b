"""The commands, and how errors become exit codes."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import Any

import click

from starproof import __version__
from starproof.cli.exits import DONE, INTERRUPTED, exit_code
from starproof.cli.folding import say
from starproof.cli.groups import Subcommands
from starproof.cli.options import columns, is_terminal
from starproof.core.rubbish import seldom_sought
from starproof.errors import InputError, StarproofError

COMMANDS = {
    "review": "Review a story: sections, figures, flags, level, next questions.",
    "batch": "Review many stories: JSON Lines in, reviews out, on all cores.",
    "numbers": "Say which figures of a text were lost, changed or new in another.",
    "story": "Keep your stories: add, list, show, edit, import, export.",
    "bank": "The bank of stories as a whole: status, upgrade, backup, restore.",
    "explain": "Say what a rule looks for, with a weak and a stronger example.",
    "profile": "Hold your own numbers to what the guide expects, and say which stories prove them.",
    "match": "Rank your stories for an interview question, with reasons.",
    "questions": "Search the bank of interview questions: what each is after.",
    "coverage": "Say which story shows which principle, and what is missing.",
    "readiness": "Say which principles are ready, and the one next thing to do.",
    "plan": "Plan a loop: which story goes to which interviewer.",
    "practice": "Practise aloud or in writing: questions, follow-ups, what it came to, what is due.",
    "rules": "List every rule.",
    "guide": "List, show, check or compile the guide that stories are judged by.",
    "evaluate": "Score the reviews of an annotated corpus.",
    "speech": "Turn a recording into text, on this machine: models, downloads, transcripts.",
    "serve": "Open starproof in the browser.",
    "doctor": "Say what is installed and whether it works.",
}
HOMES = {"serve": "web.command"}
"""Modules of commands that another face than the terminal brings; the others are called like their command."""
_AT = {name: (f"{HOMES.get(name, f'cli.{name}')}:{name}", about) for name, about in COMMANDS.items()}


class Commands(Subcommands):
    """Commands whose output may be read by somebody who has seen enough."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; such a reader is no failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _stop_writing()
            return DONE


@click.group(
    cls=Commands, homes=_AT, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="starproof")
def app() -> None:
    """Proofread behavioral-interview stories the way a bar raiser would. Offline; the same answer each time.

    Start with: starproof review my-story.md
    """


@seldom_sought()
def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        # A story may hold any character; a terminal that cannot show one gets a stand-in, not a crash.
        stream.reconfigure(errors="replace")
    try:
        code = app.main(standalone_mode=False, **_help_width())
    except StarproofError as error:
        code = tell(error)
    except click.exceptions.Abort:
        code = INTERRUPTED
        with suppress(OSError):
            click.echo("Interrupted.", err=True)
    except click.ClickException as error:
        code = error.exit_code
        with suppress(OSError):
            error.show()
    except OSError as error:
        code = _unwritten(error)
    gc.freeze()  # or Python looks through all that is there as it leaves, for a tenth of a second
    sys.exit(code if isinstance(code, int) else 0)


def _help_width() -> dict[str, Any]:
    """Columns of help on a terminal of less than Click's least; otherwise Click knows best."""
    return {"terminal_width": columns() - 2} if is_terminal(sys.stdout) and columns() < 52 else {}


def _unwritten(error: OSError) -> int:
    """Tell that standard output took no more."""
    _stop_writing()
    why = error.strerror or str(error)
    return tell(InputError("E-OUT-001", f"The output cannot be written: {why}.", "Check the free space."))


def _stop_writing() -> None:
    """Keep the interpreter from writing what is left when it leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def tell(error: StarproofError) -> int:
    """Print what happened and what to do about it; return the exit code that it means."""
    with suppress(OSError):  # where standard error takes nothing either, the exit code is all that can be told
        say(f"starproof: {error.message} [{error.code}]", err=True)
        if error.hint:
            say(f"  {error.hint}", err=True)
    return exit_code(error)
