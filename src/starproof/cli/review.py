"""``starproof review``: one or more stories, in any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from starproof.cli.exits import DONE, FINDINGS
from starproof.cli.folding import say
from starproof.cli.options import (
    guide_option,
    look_options,
    output_option,
    principle_option,
    spare,
    wants_color,
    width_of,
    write,
)
from starproof.errors import UsageError
from starproof.report.safe import one_line

if TYPE_CHECKING:
    from starproof.core.document import Document
    from starproof.core.results import Review
    from starproof.engine import Reviewer

LONG = 100_000
"""Characters from which whoever waits is told so; a review of them takes some seconds."""
FORMATS = ("text", "json", "jsonl", "markdown", "html", "sarif")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--example", is_flag=True, help="Review the example story that comes with starproof.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@output_option
@guide_option
@click.option("--title", metavar="TEXT", help="The story's title.")
@click.option("--question", metavar="TEXT", help="The interview question that it answers.")
@principle_option("The principle that it is meant to show.")
@click.option("--register", type=click.Choice(["written", "spoken"]), help="Found out where not given.")
@click.option(
    "--pace",
    type=click.FloatRange(40, 400),
    default=150.0,
    show_default=True,
    metavar="WPM",
    help="Words a minute, by which the story is timed.",
)
@click.option("--fitted", is_flag=True, help="Scale each framework's sections to its nominal minutes.")
@click.option("--against", metavar="OLD", help="Compare with an earlier revision: what went, what came.")
@click.option(
    "--fail-on",
    type=click.Choice(["never", "error", "warning", "note"]),
    default="never",
    show_default=True,
    help="Leave with exit code 1 when a finding is at least this severe.",
)
@look_options
def review(
    files: tuple[str, ...],
    *,
    example: bool,
    form: str,
    output: str | None,
    guide: str | None,
    title: str | None,
    question: str | None,
    principle: str | None,
    register: str | None,
    pace: float,
    fitted: bool,
    against: str | None,
    fail_on: str,
    color: str,
    width: int | None,
) -> int:
    """Review stories the way a bar raiser would.

    FILE is Markdown, plain text, .docx, .srt, .vtt, a Whisper-style JSON transcript, or JSON or JSON
    Lines of stories; - is standard input. All files are read before anything is printed.
    """
    from starproof import api

    spare(output, *files, against, guide)
    if principle is not None:
        principle = _known(principle, guide)
    said = {"title": title, "question": question, "principle": principle, "register": register}
    documents = _documents(files, example=example, against=against, said=said)
    reviewer = api.make_reviewer(guide=guide, words_per_minute=pace, fitted=fitted)
    old = [reviewer.review_document(d) for d in _read(against, {})] if against else []
    reviews = _reviewed(documents, reviewer)
    look = {"width": width_of(width), "color": wants_color(color) and output is None}
    if against:
        text = _compared(old, reviews, against, form, look)
    else:
        text = api.render(reviews, format=form, guide=reviewer.guide, **look)  # type: ignore[arg-type]
    write(text, output=output)
    return _exit_code(reviews, fail_on)


def _known(principle: str, guide: str | None) -> str:
    """The id of the guide's principle of this name; a slip of the pen is better said than passed over."""
    from starproof import api
    from starproof.plan.sought import Names

    return Names(api.load_guide(guide)).find(principle).id


def _reviewed(documents: list[Document], reviewer: Reviewer) -> list[Review]:
    """The reviews, with a word to whoever waits for them where that takes more than a few seconds."""
    from starproof.cli.waiting import progress_bar

    takes_long = len(documents) > 1 and sum(len(one.text) for one in documents) > LONG
    reviews = []
    with progress_bar("Reviewing") as told:
        for done, one in enumerate(documents, 1):
            if len(one.text) > LONG:
                say(f"{one_line(one.source or 'The text')}: {len(one.text):,} characters take a while to review; "
                    "an answer of four minutes has about 3,500.", err=True)  # fmt: skip
            reviews.append(reviewer.review_document(one))
            if takes_long:
                told(done, len(documents))
    return reviews


def _documents(
    files: tuple[str, ...], *, example: bool, against: str | None, said: dict[str, str | None]
) -> list[Document]:
    if not files and not example:
        raise UsageError(
            "E-USE-001", "There is no story to review.", "Name a file, use - for standard input, or --example."
        )
    sources = [*files, *(["--example"] if example else [])]
    if [*files, against].count("-") > 1:
        raise UsageError("E-USE-003", "Standard input can be read only once.", "Name a file for one of the two.")
    return [document for source in sources for document in _read(source, said)]


def _read(source: str, said: dict[str, str | None]) -> list[Document]:
    from importlib.resources import files

    from starproof import api

    if source == "-":
        return api.read_source(api.read_stdin(), name=None, **said)  # type: ignore[arg-type]
    if source == "--example":
        data = (files("starproof") / "examples" / "parts-catalogue.md").read_bytes()
        return api.read_source(data, name="parts-catalogue.md", **said)  # type: ignore[arg-type]
    return api.read_file(source, **said)  # type: ignore[arg-type]


def _compared(old: list[Review], new: list[Review], against: str, form: str, look: dict[str, int | bool]) -> str:
    from starproof import api

    if len(old) != 1 or len(new) != 1:
        raise UsageError(
            "E-USE-002",
            f"--against compares one story with one: {against!r} holds {len(old)}, the new side {len(new)}.",
            "Name one file with one story on each side.",
        )
    return api.render_comparison(api.compare(old[0], new[0]), format=form, **look)  # type: ignore[arg-type]


def _exit_code(reviews: list[Review], fail_on: str) -> int:
    from starproof.core.results import SEVERITIES

    if fail_on == "never":
        return DONE
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return FINDINGS if any(f.severity in grave for r in reviews for f in r.findings) else DONE
