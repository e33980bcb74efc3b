"""``starproof serve``: the app in the browser."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from starproof.errors import StarproofError

if TYPE_CHECKING:
    from starproof.web.desk import Desk


@click.command()
@click.option("--bank", metavar="PATH_OR_URL", help="Use this bank instead of your own.")
@click.option("--guide", metavar="FILE", help="Judge by this guide (TOML) instead of the shipped one.")
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="0 takes any free port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Beyond this machine only with a token.")
@click.option("--token", metavar="TOKEN", help="What visitors must show; `new` makes one.")
@click.option("--open/--no-open", "browse", default=True, help="Open the browser.")
def serve(*, bank: str | None, guide: str | None, port: int, host: str, token: str | None, browse: bool) -> None:
    """Open starproof in the browser. Everything stays on this machine. Ends with Ctrl-C."""
    from starproof.web.desk import lay_desk
    from starproof.web.serving import address, listen, run

    _end_in_order()
    where = address(host, port, token)
    made = listen(where.host, where.port)
    where = address(host, made.getsockname()[1], where.token)
    desk = lay_desk(bank, guide)
    _tidy(desk)
    click.echo(f"starproof is at {where.url}", err=True)
    click.echo("Your stories stay on this machine. Ctrl-C ends it.", err=True)
    if browse:
        click.launch(where.url)
    first = [desk]
    run(lambda: first.pop() if first else lay_desk(bank, guide), where, made)


def _end_in_order() -> None:
    """Leave as on Ctrl-C where the system ends us or the terminal closes, so that the bank is one whole file again."""
    signal.signal(signal.SIGTERM, _ended)
    closed = getattr(signal, "SIGHUP", None)
    if closed is not None and signal.getsignal(closed) is signal.SIG_DFL:  # else `nohup` has it passed over
        signal.signal(closed, lambda number, frame: signal.raise_signal(signal.SIGTERM))  # the server finishes on that


def _ended(number: int, frame: object) -> NoReturn:
    sys.exit(128 + number)


def _tidy(desk: Desk) -> None:
    """Delete recordings that have served; the app works without that."""
    try:
        desk.studio.sweep()
    except StarproofError as error:
        click.echo(f"{error.message} {error.hint}", err=True)
