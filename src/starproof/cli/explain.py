"""``starproof explain``: a rule's page."""

from __future__ import annotations

import click


@click.command()
@click.argument("name", metavar="CODE|NAME")
def explain(name: str) -> None:
    """Say what a rule looks for, why, and what it cannot see, with a weak and a stronger example."""
    from starproof import api

    rule = api.explain(name)
    click.echo(f"{rule.code} {rule.name} ({rule.severity}, {rule.life})")
    click.echo(f"\n{rule.doc.summary}")
    for title in ("Rationale", "Weak", "Stronger", "Limits"):
        click.echo(f"\n{title}\n{_indented(getattr(rule.doc, title.lower()))}")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())
