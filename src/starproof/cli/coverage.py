"""``starproof coverage``: principle by story, and what is missing."""

from __future__ import annotations

import click

from starproof.cli.over_stories import dated_options, day, given, show


@click.command()
@dated_options
def coverage(
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
    """Say which story shows which principle, how well, at which level, and what is missing.

    Over the bank, or over the stories in FILE: Markdown, text, .docx, .csv, .json, .jsonl, or folders of these.
    """
    from starproof.api.planning import coverage as covered

    stories, loaded = given(files, bank=bank, guide=guide, output=output)
    show(covered(stories, guide=loaded, today=day(today)), form=form, output=output, color=color, width=width)
