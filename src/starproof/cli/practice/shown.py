"""What stands of practice: sessions, looks, what is due, the log, the calendar."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from starproof.cli.folding import say
from starproof.cli.options import bank_option, form_option, is_terminal, look_options, output_option, write
from starproof.cli.practice.room import Room, opened_room

if TYPE_CHECKING:
    from rich.text import Text

    from starproof.bank.store.practising import Practised
    from starproof.practice.log import PracticeLog, StoryLog, Trend, Week
    from starproof.practice.schedule import Due


def _shown(command: Any) -> Any:
    return bank_option(form_option(look_options(command)))


@click.command("list")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Show so many.")
@_shown
def list_(*, limit: int, bank: str | None, form: str, color: str, width: int | None) -> None:
    """List the sessions, those begun last first; ○ marks those that wait to be gone on with."""
    with opened_room(bank, color=color, width=width, form=form, empty=True) as room:
        found = room.studio.sessions(limit=limit)
        _tell(room, [_row(one) for one in found], _session_lines(room, found))
        for id_ in room.studio.damaged():
            click.echo(f"{id_} is damaged and left out. Delete it with: starproof practice drop {id_}", err=True)


@click.command()
@click.option("--most", type=click.IntRange(1), default=12, show_default=True, help="Show so many.")
@_shown
def due(*, most: int, bank: str | None, form: str, color: str, width: int | None) -> None:
    """Say what to practise now, the most needed first, and why."""
    from starproof.api.practising import plain

    with opened_room(bank, color=color, width=width, form=form) as room:
        found = room.studio.due()
        _tell(room, [plain(one) for one in found[:most]], _due_lines(room, found, most))
        if any(one.card.key.kind != "figure" for one in found):
            say("Stories and questions: starproof practice", err=True)
        if any(one.card.key.kind == "figure" for one in found):
            say("Figures: starproof practice defence", err=True)


@click.command()
@_shown
def log(*, bank: str | None, form: str, color: str, width: int | None) -> None:
    """Say what was practised, week by week, and how it moved. Where few answers say little, it says so."""
    from starproof.api.practising import plain

    with opened_room(bank, color=color, width=width, form=form, empty=True) as room:
        found = room.studio.log()
        _tell(room, plain(found), _log_lines(room, found))


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("number", metavar="[N]", type=click.IntRange(1), required=False)
@click.option("--whole", is_flag=True, help="With the words and the whole review.")
@_shown
def look(
    id_: str, number: int | None, *, whole: bool, bank: str | None, form: str, color: str, width: int | None
) -> None:
    """Look at what the answer to question N of the session ID came to; default: the last one that was answered."""
    from starproof.api.practising import look_as_dict

    with opened_room(bank, color=color, width=width, form=form, empty=True) as room:
        session = room.studio.open(room.find(id_))
        answered = [one.assignment for one in session.attempts if one.turns or one.ended]
        place = number - 1 if number else answered[-1] if answered else session.at
        found = room.studio.look(session.setup.id, place)
        _tell(room, look_as_dict(found) if form == "json" else None, _looked(room, found, whole=whole))


@click.command()
@bank_option
@output_option
def calendar(*, bank: str | None, output: str | None) -> None:
    """Write the practice ahead as a calendar (.ics): up to the loop, or for two weeks."""
    with opened_room(bank, color="never", width=None) as room:
        text = room.studio.calendar()
        write(text, output=output)


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@bank_option
def drop(id_: str, *, yes: bool, bank: str | None) -> None:
    """Delete the session ID for good, with its recordings; what it taught the schedule is forgotten too."""
    import sys

    from starproof.errors import UsageError

    with opened_room(bank, color="never", width=None, empty=True) as room:
        found = room.find(id_)
        if not yes:
            if not is_terminal(sys.stdin):
                raise UsageError("E-USE-091", "Nobody can be asked whether to delete it.", "Say --yes.")
            if not click.confirm(f"Delete the session {found} for good?", err=True):
                return
        room.studio.drop(found)
        click.echo(f"{found} is deleted.", err=True)


def _tell(room: Room, data: Any, lines: Iterator[Text]) -> None:
    if room.form == "json":
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    from starproof.report.terminal import printed

    click.echo(printed(lines, width=room.look.width, color=room.look.color), nl=False, color=True)


def _row(one: Practised) -> dict[str, Any]:
    from starproof.report.practice import session_title

    setup = one.setup
    return {
        "id": setup.id,
        "mode": setup.mode,
        "manner": setup.manner,
        "begun": setup.at,
        "last": one.last,
        "steps": one.steps,
        "done": one.done,
        "title": session_title(setup, most=1000),
    }


def _session_lines(room: Room, found: Any) -> Iterator[Text]:
    from starproof.cli.practice.words import minute
    from starproof.report.practice import MODE_NAMES, session_title
    from starproof.report.terminal.look import said, wrapped
    from starproof.report.terminal.practising import point_lines, quiet_lines

    for one in found:
        head = said(one.setup.id, style=room.look.style("strong"))
        head.append("  ")
        head.append_text(said(session_title(one.setup, most=room.look.width - 18)))
        yield from point_lines("good" if one.done else "open", head, room.look)
        waits = "" if one.done else " · waits to be gone on with"
        about = f"{MODE_NAMES[one.setup.mode].lower()} · begun {minute(room.studio, one.setup.at)}{waits}"
        yield from quiet_lines(about, room.look)
    if not found:
        yield from wrapped(said("There is no session yet. Begin one with: starproof practice"), room.look.width)


def _due_lines(room: Room, found: tuple[Due, ...], most: int) -> Iterator[Text]:
    from starproof.cli.practice.words import card_title, titles
    from starproof.report.terminal.look import said, wrapped
    from starproof.report.terminal.practising import point_lines, quiet_lines
    from starproof.report.words import counted

    named = titles(room.studio)
    for one in found[:most]:
        key = one.card.key
        head = said(card_title(key, named), style=room.look.style("strong"))
        yield from point_lines("open", head, room.look)
        yield from quiet_lines(f"{key.kind} · {one.because}", room.look)
    if len(found) > most:
        yield from wrapped(said(f"and {counted(len(found) - most, 'more card')}"), room.look.width)
    if not found:
        yield from wrapped(said("Nothing is due."), room.look.width)


def _looked(room: Room, found: Any, *, whole: bool) -> Iterator[Text]:
    from starproof.cli.practice.screens import look_lines
    from starproof.report.terminal.practising import question_lines, text_lines

    number, total = found.attempt.assignment + 1, len(found.session.attempts)
    head = f"Question {number} of {total}" if total > 1 else "Question"
    rated = [f"rated {found.attempt.grade}"] if found.attempt.grade else []
    yield from question_lines(found.assignment.ask, room.look, head=head, about=rated)
    for turn in found.attempt.turns if whole else ():
        if turn.asked:
            yield from question_lines(turn.asked.question, room.look, head="Follow-up")
        yield from text_lines("\n" + (turn.text or "Passed over."), room.look)
    yield from look_lines(room.studio, found, room.names, room.look, whole=whole)


def _log_lines(room: Room, found: PracticeLog) -> Iterator[Text]:
    from starproof.report.practice import MODE_NAMES
    from starproof.report.terminal.look import said, title, wrapped
    from starproof.report.terminal.practising import sentence
    from starproof.report.words import counted

    look = room.look
    told = [counted(found.sessions, "session"), counted(found.attempts, "answer")]
    told += [f"{found.minutes_aloud:g} min aloud"] if found.minutes_aloud else []
    yield from wrapped(said(" · ".join(told), style=look.style("title")), look.width)
    for line in filter(None, (found.rehearsals_say, found.weeks_say)):
        yield from wrapped(said(sentence(line)), look.width)
    if found.weeks:
        yield from title("Weeks", look)
        yield from _week_lines(found.weeks)
    if found.stories:
        yield from title("Stories", look)
        yield from _told_lines(room, found.stories)
    for times in found.reactions:
        yield from title(MODE_NAMES[times.mode], look)
        yield from wrapped(said(times.times.says), look.width)


def _week_lines(weeks: Sequence[Week]) -> Iterator[Text]:
    """A bar for each week, the longest 20 signs."""
    from starproof.report.terminal.look import said
    from starproof.report.words import counted

    most = max(week.attempts for week in weeks) or 1
    for week in weeks:
        bar = "▮" * round(week.attempts / most * 20)
        days = f" on {counted(week.days, 'day')}" if week.attempts else ""
        yield said(f"{week.monday}  {bar:<20}  {counted(week.attempts, 'answer')}{days}")


def _told_lines(room: Room, stories: Sequence[StoryLog]) -> Iterator[Text]:
    """Each story with how often it was told, and what moved."""
    from starproof.cli.practice.words import day, titles
    from starproof.report.terminal.look import said
    from starproof.report.terminal.practising import point_lines, quiet_lines
    from starproof.report.words import counted

    look, named = room.look, titles(room.studio)
    for one in stories:
        head = said(named.get(one.story, one.story), style=look.style("strong"))
        yield from point_lines("open", head, look, shape="·")
        grades = f"; rated {', '.join(one.grades)}" if one.grades else ""
        times = f"{counted(one.attempts, 'time')}, {one.aloud} aloud"
        yield from quiet_lines(f"{times}, last {day(room.studio, one.last)}{grades}", look)
        for says in _trends(one.seconds, one.follow_ups, one.grading):
            yield from quiet_lines(says, look)


def _trends(*trends: Trend | None) -> Iterator[str]:
    return (one.says for one in trends if one is not None)
