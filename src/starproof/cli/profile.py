"""``starproof profile``: the manager's own numbers against the guide's expectations."""

from __future__ import annotations

import click

from starproof.cli.options import bank_option, form_option, guide_option, look_options, output_option, spare
from starproof.cli.over_stories import files_argument, given, show


@click.command()
@files_argument
@bank_option
@guide_option
@click.option("--mine", metavar="ME.toml", default=None, help="Your own numbers, such as direct-reports = 6.")
@form_option
@output_option
@look_options
def profile(
    files: tuple[str, ...],
    *,
    bank: str | None,
    guide: str | None,
    mine: str | None,
    form: str,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Hold your numbers to what the guide expects, and say which story proves each.

    Over the bank, or over the stories in FILE. With --mine, also what you state and no story shows.
    """
    from starproof.api.planning import profile as profiled
    from starproof.api.planning import read_mine_file

    spare(output, mine)
    stories, loaded = given(files, bank=bank, guide=guide, output=output, sketches=True)
    own = read_mine_file(mine, guide=loaded) if mine else None
    show(profiled(stories, loaded, mine=own), form=form, output=output, color=color, width=width)
