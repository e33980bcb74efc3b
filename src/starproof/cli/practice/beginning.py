"""``starproof practice story`` and its kin: sessions are begun, and gone on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from starproof.cli import completing
from starproof.cli.options import Command, bank_option, form_option, look_options
from starproof.cli.practice.room import opened_room
from starproof.core.practice import MANNERS, MODES, Mode

_OPTIONS: dict[str, Callable[[Command], Command]] = {
    "story": click.option("--story", metavar="ID", shell_complete=completing.stories, help="The story to practise."),
    "question": click.option("--question", metavar="TEXT|ID", help="The question, in any words or by its id."),
    "figure": click.option("--figure", metavar="TEXT", help="The figure to defend, as the story has it."),
    "manner": click.option("--manner", type=click.Choice(MANNERS), help="How the interviewer asks; default: neutral."),
    "minutes": click.option("--minutes", type=click.Choice(["2", "3", "4"]), help="The length to aim at."),
    "block": click.option("--minutes", "block", type=float, metavar="N", help="Minutes with every interviewer."),
    "many": click.option("--many", type=click.IntRange(1, 100), metavar="N", help="How many questions."),
    "seed": click.option("--seed", type=int, metavar="N", help="The same seed, bank and log draw the same."),
    "think": click.option("--think", type=float, metavar="SECONDS", help="Time to think; 0 for none."),
    "seconds": click.option("--seconds", type=float, metavar="SECONDS", help="Time for each answer and follow-ups."),
    "follow_ups": click.option("--follow-ups", type=click.IntRange(0, 8), metavar="N", help="Follow-ups at the most."),
    "draw": click.option("--draw", type=click.Choice(["due", "asked"]), help="What is due, or as interviewers ask."),
}
_OF: dict[Mode, tuple[str, ...]] = {
    "story": ("story", "question", "draw", "many", "minutes", "manner", "follow_ups", "think", "seconds", "seed"),
    "retrieval": ("draw", "many", "seconds", "seed"),
    "defence": ("story", "figure", "draw", "many", "manner", "follow_ups", "think", "seconds", "seed"),
    "loop": ("block", "manner", "follow_ups", "think", "seconds", "seed"),
    "essay": ("story", "question", "draw", "many", "think", "seconds", "seed"),
}
_ABOUT: dict[Mode, str] = {
    "story": "Tell one story: time to think, your answer, follow-ups, your rating, what it came to.",
    "retrieval": "Name the story that answers a question, in ten seconds; ten questions.",
    "defence": "Defend the figures of your stories, one probe after the other.",
    "loop": "The whole loop of loop.toml against the clock; each interviewer moves on when time is up.",
    "essay": "The written narrative that some loops ask for, in your editor, against the clock.",
}
_SPOKEN: tuple[Mode, ...] = ("story", "defence", "loop")


def _spoken(command: Command) -> Command:
    """Options of answers that are spoken."""
    for option in (
        click.option("--model", metavar="NAME|FOLDER", default=None, help="The speech model; default: base."),
        click.option("--keep-recording", is_flag=True, help="Keep what --mic records after it was written down."),
        click.option("--mic", is_flag=True, help="Record answers from the microphone."),
        click.option(
            "--audio",
            type=click.Path(path_type=Path),
            multiple=True,
            metavar="FILE",
            help="Answer from this recording; again for the follow-ups, in order.",
        ),
    ):
        command = option(command)
    return command


def _played(command: Command) -> Command:
    """Options of every session that is played."""
    return bank_option(form_option(look_options(command)))


def _session_command(mode: Mode) -> click.Command:
    """The command that plays sessions of one mode."""

    def play(
        *,
        bank: str | None,
        form: str,
        color: str,
        width: int | None,
        audio: tuple[Path, ...] = (),
        mic: bool = False,
        keep_recording: bool = False,
        model: str | None = None,
        **wishes: Any,
    ) -> None:
        with opened_room(bank, color=color, width=width, form=form, empty=wishes.get("question") is not None) as room:
            spoken = room.spoken(audio, mic=mic, keep=keep_recording, model=model)
            made = {name: value for name, value in wishes.items() if value is not None}
            if "minutes" in made:
                made["minutes"] = int(made["minutes"])
            room.begin(mode, made, spoken)

    command: Any = _played(play)
    command = _spoken(command) if mode in _SPOKEN else command
    for option in reversed(_OF[mode]):
        command = _OPTIONS[option](command)
    return click.command(mode, help=_ABOUT[mode])(command)


story, retrieval, defence, loop, essay = map(_session_command, MODES)


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@_spoken
@_played
def resume(
    id_: str | None,
    *,
    bank: str | None,
    form: str,
    color: str,
    width: int | None,
    audio: tuple[Path, ...],
    mic: bool,
    keep_recording: bool,
    model: str | None,
) -> None:
    """Go on with the session ID, or with the one begun last that is not over."""
    with opened_room(bank, color=color, width=width, form=form, empty=True) as room:
        found = room.find(id_)
        waiting = room.studio.open(found).phase == "transcribe"
        spoken = room.spoken(audio, mic=mic, keep=keep_recording, model=model, waiting=waiting)
        room.play(found, spoken)
