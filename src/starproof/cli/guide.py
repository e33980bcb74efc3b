"""``starproof guide``: the standard that stories are judged by."""

from __future__ import annotations

from pathlib import Path

import click

from starproof.cli.exits import DONE, FINDINGS
from starproof.cli.folding import say
from starproof.cli.groups import Whole
from starproof.cli.options import output_option, principle_option, spare, write, write_file
from starproof.errors import UsageError

PARTS = ("expectations", "principles", "exemplars", "frameworks", "red_flags", "differences", "criteria")


@click.group(cls=Whole)
def guide() -> None:
    """The standard that stories are judged by. GUIDE is a TOML file; without it, the shipped guide."""


@guide.command("list")
@click.argument("source", metavar="[GUIDE]", required=False)
@principle_option("Only exemplars of this principle.")
@click.option("--search", metavar="WORDS", help="Only exemplars in which all of these words occur.")
def list_(source: str | None, *, principle: str | None, search: str | None) -> None:
    """List the exemplars, or those of a principle, or those with some words."""
    from starproof import api

    loaded = api.load_guide(source)
    found = api.find_exemplars(loaded, principle=principle, search=search)
    for exemplar in found:
        say(f"{exemplar.id:8} {exemplar.principle:20} {exemplar.title}", under=30)
    if not found:
        click.echo("No exemplar fits.", err=True)
    if not (principle or search):
        say("  ".join(f"{len(getattr(loaded, part))} {part}" for part in PARTS), err=True)


@guide.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--guide", "source", metavar="FILE", help="Another guide than the shipped one.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "toml"]), default="text", show_default=True)
@output_option
def show(ids: tuple[str, ...], *, source: str | None, form: str, output: str | None) -> None:
    """Show parts of a guide by id (an exemplar, principle, red flag, framework ...), or all of it."""
    from starproof import api

    spare(output, source)
    loaded = api.load_guide(source)
    if form != "text":
        if ids:
            raise UsageError("E-USE-020", f"Parts of a guide are shown as text, not as {form}.", "Leave the ids away.")
        write(api.guide_as(loaded, form=form), output=output)
        return
    text = api.describe(loaded, ids)
    if output is None:
        say(text)
    else:
        write(text, output=output)


@guide.command()
@click.argument("source", metavar="[GUIDE]", required=False)
@click.option("--fail-on", type=click.Choice(["never", "error", "warning", "note"]), default="never", show_default=True)
def check(source: str | None, *, fail_on: str) -> int:
    """Audit a guide: sums that are off, gaps between levels, exemplars that contradict themselves."""
    from starproof import api
    from starproof.core.results import SEVERITIES

    findings = api.audit_guide(api.load_guide(source))
    for finding in findings:
        say(f"{finding.code} {finding.severity:7} {finding.message}", under=15)
    click.echo(f"{len(findings)} findings", err=True)
    grave = () if fail_on == "never" else SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return FINDINGS if any(finding.severity in grave for finding in findings) else DONE


@guide.command("compile")
@click.argument("source", metavar="IN.md")
@click.option("-o", "--output", metavar="OUT.toml", help="Write the guide here; default: stdout.")
def compile_(source: str, *, output: str | None) -> None:
    """Read a guide written in Markdown and write it as TOML; list what could not be read."""
    from starproof import api

    spare(output, source)
    compiled = api.compile_guide_file(source)
    text = api.guide_as(compiled.guide, form="toml")
    if output is None or output == "-":
        write(text, output=None)
    else:
        write_file(Path(output), text)
    click.echo("  ".join(f"{len(getattr(compiled.guide, part))} {part}" for part in PARTS), err=True)
    for problem in compiled.problems:
        click.echo(f"{source}:{problem.line}: {problem.what}: {problem.text}", err=True)
    click.echo(f"{len(compiled.problems)} lines need a look", err=True)
