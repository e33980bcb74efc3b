"""``starproof evaluate``: how well the engine reads an annotated corpus."""

from __future__ import annotations

import json
from typing import Any

import click

from starproof.cli.options import guide_option
from starproof.errors import InputError


@click.command()
@click.argument("corpus", metavar="CORPUS.jsonl")
@guide_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def evaluate(corpus: str, *, guide: str | None, form: str) -> None:
    """Review every story of an annotated corpus and score the reviews against its labels."""
    from starproof import api

    measures = api.evaluate(_stories(corpus), reviewer=api.make_reviewer(guide=guide))
    if form == "json":
        click.echo(json.dumps(measures, indent=1))
        return
    for part, values in measures.items():
        flat = {key: value for key, value in values.items() if not isinstance(value, dict)}
        click.echo(f"{part:20} " + "  ".join(f"{key} {value}" for key, value in flat.items()))
    for name, values in measures["flags"]["per_flag"].items():
        told = "  ".join(f"{key} {values[key]:5}" for key in ("precision", "recall", "f1"))
        click.echo(f"  flag {name:18} {told}")


def _stories(corpus: str) -> list[dict[str, Any]]:
    from starproof.api.reading import read_annotated

    stories = read_annotated(corpus)
    if not stories:
        raise InputError("E-INP-110", f"{corpus!r} holds no story.", "Give annotated stories, one a line.")
    return stories
