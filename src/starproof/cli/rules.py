"""``starproof rules``: every rule in one list."""

from __future__ import annotations

import json

import click

from starproof.cli.folding import say
from starproof.cli.options import form_option


@click.command()
@form_option
def rules(*, form: str) -> None:
    """List every rule with its severity and what it looks for."""
    from starproof import api

    listed = api.list_rules()
    if form == "json":
        rows = [
            {"code": r.code, "name": r.name, "severity": r.severity, "life": r.life, "flag": r.flag,
             "summary": r.doc.summary}
            for r in listed
        ]  # fmt: skip
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    name, severity = (max(len(getattr(r, key)) for r in listed) for key in ("name", "severity"))
    for r in listed:
        say(f"{r.code}  {r.name:{name}}  {r.severity:{severity}}  {r.doc.summary}", under=name + severity + 12)
