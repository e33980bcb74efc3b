"""Writes the pages that are made from code and data, or checks that the committed ones are up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from options import to_write

from starproof import api
from starproof.cli.app import COMMANDS, app
from starproof.rules.base import FAMILIES, Rule

DOCS = Path(__file__).parents[1] / "docs"
MADE = "<!-- Written by tools/docs.py; change the code or data instead. -->\n\n"


def pages() -> Iterator[tuple[Path, str]]:
    rules = api.list_rules()
    for rule in rules:
        yield DOCS / "rules" / f"{rule.code}.md", MADE + rule_page(rule)
    yield DOCS / "rules" / "index.md", MADE + rule_index(rules)
    yield DOCS / "guide-audit.md", MADE + audit_page()
    yield DOCS / "commands.md", MADE + command_page()


def rule_page(rule: Rule) -> str:
    doc = rule.doc
    flag = f" It decides the red flag `{rule.flag}`." if rule.flag else ""
    return (
        f"# {rule.code} {rule.name}\n\n{doc.summary}\n\nSeverity: {rule.severity}. Life: {rule.life}.{flag}\n\n"
        f"## Why\n\n{doc.rationale}\n\n## Weak\n\n{quoted(doc.weak)}\n\n## Stronger\n\n{quoted(doc.stronger)}\n\n"
        f"## What it cannot see\n\n{doc.limits}\n"
    )


def quoted(text: str) -> str:
    return "\n".join(f"> {line.removeprefix('>').strip()}".rstrip() for line in text.splitlines())


def rule_index(rules: tuple[Rule, ...]) -> str:
    out = ["# Rules\n\nEvery rule runs its own Weak and Stronger example in the tests."]
    for family, about in FAMILIES.items():
        rows = [r for r in rules if r.family == family]
        if rows:
            cells = [(f"[{r.code}]({r.code}.md)", r.name, r.severity, r.doc.summary) for r in rows]
            table = "\n".join(f"| {' | '.join(row)} |" for row in cells)
            head = "| code | name | severity | about |\n| --- | --- | --- | --- |"
            out.append(f"## {family}: {about}\n\n{head}\n{table}")
    codes = "\n".join(rule.code for rule in rules)
    out.append(f"```{{toctree}}\n:hidden:\n\n{codes}\n```")
    return "\n\n".join(out) + "\n"


def audit_page() -> str:
    findings = api.audit_guide(api.load_guide())
    rows = "\n".join(f"| {f.code} | {f.severity} | {cell(f.message)} |" for f in findings)
    return (
        "# The audit of the shipped guide\n\nThe guide that starproof ships was written by people, and it contradicts "
        "itself here and there. We kept its figures and let our own checks say so. This is what "
        f"`starproof guide check` prints: {len(findings)} findings.\n\n"
        f"| rule | severity | what it says |\n| --- | --- | --- |\n{rows}\n"
    )


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def command_page() -> str:
    out = ["# Commands\n\nResults go to standard output, everything else to standard error. Exit codes: 0 done, "
           "1 findings at or above `--fail-on`, 2 usage or unreadable input, 3 bank, 130 interrupted."]  # fmt: skip
    root = click.Context(app, info_name="starproof")
    for name in COMMANDS:
        command = app.get_command(root, name)
        assert command is not None
        out += list(helps(command, click.Context(command, info_name=name, parent=root)))
    return "\n\n".join(out) + "\n"


def helps(command: click.Command, context: click.Context) -> Iterator[str]:
    context.max_content_width = 100
    context.terminal_width = 100
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from helps(inner, click.Context(inner, info_name=name, parent=context))


def main() -> int:
    wanted = dict(pages())
    kept = {path for path in (DOCS / "rules").glob("*.md") if path not in wanted}
    if to_write(__doc__):
        for path, text in wanted.items():
            path.write_text(text, encoding="utf-8")
        for path in kept:
            path.unlink()
        return 0
    stale = [p for p, text in wanted.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    for path in [*stale, *kept]:
        print(f"{path.relative_to(DOCS.parent)} is not up to date; run: python tools/docs.py --write")
    return 1 if stale or kept else 0


if __name__ == "__main__":
    sys.exit(main())
