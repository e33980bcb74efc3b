"""``starproof story export``: stories to files, whole or as a redacted copy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from starproof.cli import completing
from starproof.cli.banked import opened, principle_named, refresh
from starproof.cli.exits import DONE
from starproof.cli.options import bank_option, principle_option
from starproof.cli.waiting import progress_bar
from starproof.errors import UsageError

if TYPE_CHECKING:
    from starproof.api.exchange import Exported, Form
    from starproof.bank.redaction import Redacted

_FORMS = ("markdown", "jsonl", "docx", "html", "anki")
_BY_ENDING = {".jsonl": "jsonl", ".ndjson": "jsonl", ".docx": "docx", ".html": "html", ".htm": "html", ".csv": "anki"}
_MOST_SHOWN = 40


@click.command("export")
@click.argument("target", metavar="TARGET")
@click.argument("ids", metavar="[ID]...", shell_complete=completing.stories, nargs=-1)
@bank_option
@click.option("--format", "form", type=click.Choice(_FORMS), default=None, help="Default: by TARGET's ending.")
@principle_option("Only stories that count for this principle.")
@click.option("--tag", metavar="TAG", default=None, help="Only stories with this tag.")
@click.option("--archived", is_flag=True, help="With the archived ones.")
@click.option("--redacted", is_flag=True, help="A copy without names and exact figures.")
@click.option("--also", metavar="NAME", multiple=True, help="A further name that must not be in the redacted copy.")
@click.option("--keep", metavar="WORD", multiple=True, help="A word that looks like a name and may stay in it.")
@click.option("--account", metavar="FILE", default=None, help="Write what was replaced, kept and left as JSON.")
@click.option(
    "--force", is_flag=True, help="Replace a file, write beside other files, or write a copy that is not clean."
)
def story_export(
    target: str,
    ids: tuple[str, ...],
    *,
    bank: str | None,
    form: str | None,
    principle: str | None,
    tag: str | None,
    archived: bool,
    redacted: bool,
    also: tuple[str, ...],
    keep: tuple[str, ...],
    account: str | None,
    force: bool,
) -> int:
    """Write stories to TARGET: a folder of Markdown, or a .jsonl, .docx, .html or .csv (Anki) file; - is stdout.

    A Markdown folder and JSON Lines hold all that the bank says of the stories and can be imported again. A file
    that an export did not write is never replaced.
    """
    from starproof.api import exchange

    if (also or keep or account) and not redacted:
        raise UsageError("E-USE-051", "--also, --keep and --account are for redacted copies.", "Add --redacted.")
    chosen = _form_for(target, form)
    with opened(bank) as found:
        if principle is not None:
            principle = principle_named(found, principle, any_asked=True)
            refresh(found)  # a story of which nothing is said counts for what its review says
        drafts = exchange.drafts_of(found, ids=ids, principle=principle, tag=tag, archived=archived)
    with progress_bar("Exporting") as told:
        done, data = exchange.export_stories(
            drafts,
            None if target == "-" else target,
            chosen,
            force=force,
            redacted=redacted,
            also=also,
            keep=keep,
            progress=told,
        )
    if target == "-":
        sys.stdout.buffer.write(data)
    if account is not None and done.redacted is not None:
        exchange.write_account(done.redacted, account, force=force)
    _tell(done)
    return DONE


def _form_for(target: str, said: str | None) -> Form:
    """The form that was asked for, else that of the target's ending."""
    chosen = cast("Form", said or _BY_ENDING.get(Path(target).suffix.lower(), "markdown"))
    if target == "-" and (said is None or chosen == "markdown"):
        raise UsageError("E-USE-052", "Standard output takes one file.", "Say --format jsonl, docx, html or anki.")
    return chosen


def _tell(done: Exported) -> None:
    """What was written and, of a redacted copy, what was replaced and kept: on standard error."""
    if done.redacted is not None:
        _account(done.redacted)
    where = f" to {str(done.target)!r}" if done.target else ""
    click.echo(f"Exported {done.count} {'story' if done.count == 1 else 'stories'}{where}.", err=True)
    if done.removed:
        click.echo(f"Removed {len(done.removed)} outdated files of the last export.", err=True)


def _account(account: Redacted) -> None:
    from starproof.report.safe import one_line

    names = [one for one in account.replacements if one.kind[0].isupper()]
    for one in names[:_MOST_SHOWN]:
        times = f" ({one.count} times)" if one.count > 1 else ""
        click.echo(f"  {one_line(one.original)} → {one.stand_in}{times}", err=True)
    if len(names) > _MOST_SHOWN:
        click.echo(f"  ... and {len(names) - _MOST_SHOWN} more; --account FILE lists all", err=True)
    figures = sum(one.count for one in account.replacements) - sum(one.count for one in names)
    click.echo(f"Replaced {sum(one.count for one in names)} names and {figures} figures.", err=True)
    like_names = [one.words for one in account.kept if not one.words[:1].isdigit() and one.reason in _NAMELIKE]
    if like_names:
        shown = ", ".join(map(one_line, like_names[:_MOST_SHOWN]))
        click.echo(f"Kept, though they may be names (--also NAME replaces one): {shown}", err=True)
    for story, words in account.sums[:_MOST_SHOWN]:
        click.echo(f"A sum in story {story + 1} does not hold in the copy: {one_line(words)}", err=True)
    for left in account.survivors:
        click.echo(f"LEFT in story {left.story + 1}, {left.field}: {one_line(left.original)}", err=True)
    if not account.survivors:
        click.echo("A second look found none of them left.", err=True)


_NAMELIKE = (
    "public technology, language or region",
    "an everyday word beside an office",
    "no everyday word, in a text without capitals",
)
