"""``starproof explain``: a rule's page."""

from __future__ import annotations

import click

from starproof.cli import completing
from starproof.cli.folding import say


@click.command()
@click.argument("name", metavar="CODE|NAME", shell_complete=completing.rules)
def explain(name: str) -> None:
    """Say what a rule looks for, why, and what it cannot see, with a weak and a stronger example."""
    from starproof import api

    rule = api.explain(name)
    say(f"{rule.code} {rule.name} ({rule.severity}, {rule.life})\n\n{rule.doc.summary}")
    for title in ("Rationale", "Weak", "Stronger", "Limits"):
        say(f"\n{title}\n{_indented(getattr(rule.doc, title.lower()))}")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())
