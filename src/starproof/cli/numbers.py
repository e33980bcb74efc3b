"""``starproof numbers``: the figures of one text held against another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from starproof.cli.exits import DONE, FINDINGS
from starproof.cli.folding import say
from starproof.cli.options import form_option, output_option, spare, write
from starproof.errors import UsageError

if TYPE_CHECKING:
    from starproof.core.document import Document


@click.command()
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@form_option
@output_option
@click.option("--fail-on-change", is_flag=True, help="Leave with exit code 1 when any figure differs.")
def numbers(old: str, new: str, *, form: str, output: str | None, fail_on_change: bool) -> int:
    """Say which figures of A were lost, changed or new in B.

    B is a rewrite of A, its translation, or a transcript of it. Figures are matched by what they
    measure, their value in whatever unit and wording, and the words nearby. A and B are files in any
    format that review reads; one of them may be - for standard input.
    """
    from starproof import api

    if old == new == "-":
        raise UsageError("E-USE-003", "Standard input cannot be both texts.", "Name a file for one of them.")
    spare(output, old, new)
    before, after = _story(old), _story(new)
    figures = api.compare_numbers(before, after)
    if form == "json":
        text = api.figures_as_json(figures)
    else:
        text = api.figures_as_text(figures, old=before.text, new=after.text)
    if form == "json" or output is not None:
        write(text, output=output)
    else:
        say(text.removesuffix("\n"), under=10)
    return FINDINGS if fail_on_change and not figures.same else DONE


def _story(source: str) -> Document:
    from starproof import api

    stories = api.read_source(api.read_stdin(), name=None) if source == "-" else api.read_file(source)
    if len(stories) != 1:
        raise UsageError(
            "E-USE-004",
            f"Figures are compared between two texts, and {source!r} holds {len(stories)} stories.",
            "Name files with one story each.",
        )
    return stories[0]
