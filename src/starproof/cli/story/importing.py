"""``starproof story import``: stories from files, folders and other banks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal, cast

import click

from starproof.cli.exits import DONE
from starproof.cli.waiting import progress_bar
from starproof.errors import UsageError

if TYPE_CHECKING:
    from starproof.api.exchange import Imported
    from starproof.bank.importing import Entry, ImportPlan, Skipped
    from starproof.bank.importing.splitting import Split

_FORMATS = ("markdown", "docx", "csv", "jsonl", "json", "subtitles")
_MOST_SHOWN = 200


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--bank", metavar="BANK", default=None, help="The bank's file or PostgreSQL URL.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--from", "form", type=click.Choice(_FORMATS), default=None, help="Read every file as this.")
@click.option("--split", metavar="auto|no|LEVEL", default="auto", show_default=True, help="Where documents are cut.")
@click.option(
    "--near", type=click.Choice(["hold", "add", "revise"]), default="hold", show_default=True,
    help="What to do with stories much like another.",
)  # fmt: skip
@click.option(
    "--details", is_flag=True, help="Take changed tags, notes and the like of a story whose text is the same."
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def story_import(
    paths: tuple[str, ...],
    *,
    bank: str | None,
    dry_run: bool,
    form: str | None,
    split: str,
    near: Literal["hold", "add", "revise"],
    details: bool,
    shape: str,
) -> int:
    """Take stories from files, folders and other banks.

    PATH is a folder of Markdown (Obsidian, a Notion export), a document with many stories under headings
    (.md, .txt, .docx), a table (.csv, .tsv), JSON Lines, JSON, a transcript, another bank, or - for standard
    input. What is in the bank already is not taken again; a story that changed at its source becomes a new
    revision.
    """
    from starproof.api import exchange
    from starproof.api.banking import open_bank

    level = _split(split)
    if "" in paths:
        raise UsageError("E-USE-053", "One of the paths is empty.", "Name a file or a folder; . is this folder.")
    with open_bank(bank) as opened:
        with progress_bar("Reading") as told:
            plan = exchange.plan_story_import(paths, opened, form=form, split=level, progress=told)
        plan = exchange.near_as(plan, near)
        done = None if dry_run else exchange.carry_out(plan, opened, details=details)
    if shape == "json":
        said = exchange.plan_as_dict(plan) | {"done": None if done is None else _as_dict(done)}
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        for line in (*_told(plan, details=details), *_summed_up(plan, done, details=details)):
            click.echo(line)
    return DONE


def _split(words: str) -> Split:
    if words in ("auto", "no"):
        return cast("Split", words)
    if words in tuple("1234567"):
        return int(words)
    raise UsageError(
        "E-USE-050", f"There is no split {words!r}.", "Say auto, no, or the level of the headings, 1 to 6."
    )


def _as_dict(done: Imported) -> dict[str, list[str]]:
    return {"added": list(done.added), "revised": list(done.revised), "updated": list(done.updated)}


def _told(plan: ImportPlan, *, details: bool) -> list[str]:
    """A line for each story that something is to be said of, and for each thing that was skipped."""
    from starproof.report.safe import one_line

    entries = [entry for entry in plan.entries if entry.step != "same" or entry.notes]
    lines = [line for entry in entries[:_MOST_SHOWN] for line in _entry(entry, details)]
    if len(entries) > _MOST_SHOWN:
        lines.append(f"  ... and {len(entries) - _MOST_SHOWN:,} more; --format json lists all")
    return [one_line(line) if not line.startswith(" ") else "  " + one_line(line).lstrip() for line in
            (*lines, *_skipped(plan.skipped))]  # fmt: skip


def _entry(entry: Entry, details: bool) -> list[str]:
    name = entry.draft.title or entry.draft.id or "a story without a title"
    says = {
        "add": "new      ",
        "revise": f"revision of {entry.story}:",
        "details": f"{'details' if details else 'other details'} of {entry.story} ({', '.join(entry.changed)}):",
        "near": "held back",
        "same": "nothing new",
    }[entry.step]
    lines = [f"{says} {name} ({entry.place})"]
    if entry.match:
        share = f"{100 * entry.match.share:.0f} %"
        how = f"{share} of the shorter one is in both" if entry.match.contained else f"{share} the same words"
        lines.append(f"  much like {entry.match.title or entry.match.id} ({entry.match.id}): {how}")
    if entry.exemplar:
        lines.append(
            f"  most of its words or figures are those of the guide's exemplar {entry.exemplar}; interviewers know it"
        )
    return lines + [f"  {note}" for note in entry.notes]


def _skipped(skipped: Sequence[Skipped]) -> list[str]:
    """Errors one by one; what merely is no story counted by its ending."""
    lines = []
    endings: Counter[str] = Counter()
    for one in skipped:
        if one.code is None and one.reason.startswith("It is no story but an attachment"):
            endings[PurePosixPath(one.place).suffix.lower() or "without ending"] += 1
            continue
        code = f" [{one.code}]" if one.code else ""
        lines.append(f"skipped   {one.place}: {one.reason}{code}")
        if one.hint and one.code:
            lines.append(f"  {one.hint}")
    if endings:
        kinds = ", ".join(f"{ending} {count}" for ending, count in endings.most_common())
        count = sum(endings.values())
        lines.append(f"skipped   {count} attachment{'' if count == 1 else 's'} ({kinds})")
    return lines


def _summed_up(plan: ImportPlan, done: Imported | None, *, details: bool) -> list[str]:
    if done is None:
        verb = f"Would add {plan.count('add')} and revise {plan.count('revise')}"
        verb += f", and change details of {plan.count('details')}" if details else ""
    else:
        verb = f"Added {len(done.added)}, revised {len(done.revised)}"
        verb += f", changed details of {len(done.updated)}" if details else ""
    parts = [f"nothing new in {plan.count('same') + (0 if details else plan.count('details'))}"]
    if plan.count("near"):
        parts.append(f"{plan.count('near')} held back as near-duplicates (--near add or --near revise takes them)")
    if plan.count("details") and not details:
        parts.append(f"{plan.count('details')} with other details (--details takes them)")
    if plan.skipped:
        parts.append(f"{len(plan.skipped)} skipped")
    return [f"{verb}; {', '.join(parts)}."]
