"""``starproof serve``: the app in the browser."""

from __future__ import annotations

import click


@click.command()
@click.option("--bank", metavar="PATH_OR_URL", help="Use this bank instead of your own.")
@click.option("--guide", metavar="FILE", help="Judge by this guide (TOML) instead of the shipped one.")
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="0 takes any free port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Beyond this machine only with a token.")
@click.option("--token", metavar="TOKEN", help="What visitors must show; `new` makes one.")
@click.option("--open/--no-open", "browse", default=True, help="Open the browser.")
@click.option("--pace", type=click.FloatRange(60, 300), default=150.0, show_default=True, help="Words a minute.")
def serve(
    *, bank: str | None, guide: str | None, port: int, host: str, token: str | None, browse: bool, pace: float
) -> None:
    """Open starproof in the browser. Everything stays on this machine. Ends with Ctrl-C."""
    from starproof import api
    from starproof.api.drafts import Drafts
    from starproof.web.desk import Desk
    from starproof.web.serving import address, listen, run

    where = address(host, port, token)
    made = listen(where.host, where.port)
    where = address(host, made.getsockname()[1], where.token)
    reviewer = api.make_reviewer(guide=guide, words_per_minute=pace)
    with api.open_bank(bank, reviewer=reviewer) as opened:
        click.echo(f"starproof is at {where.url}", err=True)
        click.echo("Your stories stay on this machine. Ctrl-C ends it.", err=True)
        if browse:
            click.launch(where.url)
        home = api.data_folder()
        run(Desk(opened, reviewer, api.moment, Drafts.beside(home, opened.where), home), where, made)
