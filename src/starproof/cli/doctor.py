"""``starproof doctor``: what is installed, and whether it works."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, requires, version

import click

from starproof import __version__
from starproof.cli.folding import say


@click.command()
def doctor() -> None:
    """Say what is installed, load the guide and the rules, and review the example."""
    from importlib.resources import files

    from starproof import api

    click.echo(f"starproof {__version__} on Python {platform.python_version()}, {platform.system()}")
    for name in _needed():
        click.echo(f"  {name:16} {_version(name)}")
    reviewer = api.make_reviewer()
    guide = reviewer.guide
    say(f"guide    {guide.id} {guide.version}: {len(guide.exemplars)} exemplars", under=9)
    click.echo(f"rules    {len(reviewer.rules)}, fingerprint {reviewer.engine.rules}")
    click.echo(f"model    {reviewer.engine.model}")
    text = (files("starproof") / "examples" / "parts-catalogue.md").read_text(encoding="utf-8")
    found = reviewer.review(text)
    crashed = [f.message for f in found.findings if f.code == "SYS001"]
    click.echo(f"example  {found.text.words} words, {len(found.findings)} findings")
    for message in crashed:
        click.echo(f"  {message}", err=True)
    if crashed:
        raise click.exceptions.Exit(1)


def _needed() -> list[str]:
    named = [line for line in requires("starproof") or [] if "extra ==" not in line]
    return sorted(line.split(">")[0].split("=")[0].strip() for line in named)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing: reinstall starproof"
