"""``starproof readiness``: which principles are ready, and the one next thing to do."""

from __future__ import annotations

import click

from starproof.cli.over_stories import dated_options, day, given, past_of, show


@click.command()
@dated_options
def readiness(
    files: tuple[str, ...],
    *,
    bank: str | None,
    guide: str | None,
    today: str | None,
    form: str,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Say which principles are ready, nearly or not yet, why, and the one next thing to do.

    Over the bank, with how it moved over time, or over the stories in FILE.
    """
    from starproof.api.planning import readiness as judged

    stories, loaded = given(files, bank=bank, guide=guide, output=output)
    past = past_of(files, bank=bank, guide=loaded)
    found = judged(stories, guide=loaded, today=day(today), history=past)
    show(found, form=form, output=output, color=color, width=width)
