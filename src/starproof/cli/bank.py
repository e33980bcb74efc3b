"""``starproof bank``: the bank as a whole."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from starproof.cli.banked import opened
from starproof.cli.folding import say
from starproof.cli.groups import Whole
from starproof.cli.options import bank_option, form_option

if TYPE_CHECKING:
    from starproof.bank import Status

BROKEN = 3


@click.group(cls=Whole)
def bank() -> None:
    """The bank as a whole: one file on this machine, or a PostgreSQL database. Nothing leaves it."""


@bank.command()
@bank_option
@form_option
def status(bank: str | None, *, form: str) -> int:
    """Say where the bank lies, what is in it, and whether it is intact; leaves with 3 if it is not."""
    from dataclasses import asdict

    with opened(bank) as found:
        figures = found.status()
    if form == "json":
        click.echo(json.dumps(asdict(figures), ensure_ascii=False, indent=2))
    else:
        _print(figures)
    return 0 if figures.sound else BROKEN


def _print(figures: Status) -> None:
    from starproof.report.words import counted

    changes = counted(figures.events, "change")
    rows = (
        ("bank", figures.where),
        ("database", f"{figures.database}, version {figures.schema} of {figures.newest}, {figures.bytes:,} bytes"),
        ("stories", f"{figures.stories}, and {figures.archived} put away"),
        ("kept", f"{counted(figures.revisions, 'revision')}, {changes}, {counted(figures.uses, 'telling')}"),
        ("practice", f"{counted(figures.sessions, 'session')}, {counted(figures.steps, 'step')}"),
        ("reviews", "all by the engine of today" if not figures.unreviewed else f"{figures.unreviewed} to be made"),
        ("changed", figures.changed or "never"),
        ("intact", "yes" if figures.sound else "NO: bring a backup back with `starproof bank restore BACKUP`"),
    )
    for name, value in rows:
        say(f"{name:10}{value}", under=10)


@bank.command()
@bank_option
def upgrade(bank: str | None) -> None:
    """Bring the bank to the version of this starproof, and review its stories with the engine of today.

    Every command brings the bank forward when it opens it. The steps are tried on a copy first, and a file's copy
    from before stays beside it.
    """
    from starproof.cli.banked import refresh

    with opened(bank) as found:
        refresh(found)
        click.echo(f"{found.where} is at version {found.status().schema}.")


@bank.command()
@click.argument("target", metavar="BACKUP")
@bank_option
@click.option("--replace", is_flag=True, help="Replace the file if there is one.")
def backup(target: str, *, bank: str | None, replace: bool) -> None:
    """Copy the bank to the file BACKUP, also while others write to it.

    The copy is a bank itself; a name that ends in .jsonl makes lines of text that any database can bring back, as
    is always done of a bank on PostgreSQL. It holds your stories in the clear: keep it where you would keep them.
    """
    from starproof import api

    api.backup_bank(target, bank, replace=replace)
    click.echo(target)


@bank.command()
@click.argument("source", metavar="BACKUP")
@bank_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(source: str, *, bank: str | None, yes: bool) -> None:
    """Put BACKUP in the place of the bank. It is read through first, and the bank as it was stays beside it."""
    from starproof import api

    if not yes and sys.stdin is not None and sys.stdin.isatty():
        click.confirm("Put the backup in the place of the bank?", abort=True, err=True)
    restored = api.restore_bank(source, bank)
    click.echo("1 story is back." if restored.stories == 1 else f"{restored.stories} stories are back.")
    if restored.beside is not None:
        click.echo(f"The bank that was there is kept in {restored.beside}.", err=True)
