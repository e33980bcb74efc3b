"""``starproof match``: which stories answer a question."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

import click

from starproof.cli.folding import say
from starproof.cli.options import bank_option, form_option, guide_option
from starproof.cli.over_stories import files_argument, given
from starproof.report.safe import one_line

if TYPE_CHECKING:
    from starproof.core.guide import Guide
    from starproof.matching import Advice, Match


@click.command()
@click.argument("question")
@files_argument
@bank_option
@guide_option
@click.option("--limit", type=click.IntRange(1, 1000), default=5, show_default=True, help="At most so many stories.")
@click.option("--explain", "explained", is_flag=True, help="Show what each score is made of.")
@form_option
def match(
    question: str,
    files: tuple[str, ...],
    *,
    bank: str | None,
    guide: str | None,
    limit: int,
    explained: bool,
    form: str,
) -> None:
    """Rank your stories for QUESTION, best first, with reasons; say what would fit where none does.

    Over the bank, or over the stories in FILE: Markdown, text, .docx, .csv, .json, .jsonl, or folders of these.
    With - the question comes from standard input.

    \b
    starproof match "When did you stand up to your boss?"
    starproof match "Tell me about a low performer." stories/ --explain
    """
    from starproof import api

    question = _from_stdin() if question == "-" else question
    texts: dict[str, str] = {}
    stories, loaded = given(files, bank=bank, guide=guide, sketches=True, texts=texts)
    words = (lambda _: texts) if files else partial(_kept, bank)
    found = api.match(question, stories, limit=limit, guide=loaded, texts=words)
    advice = api.what_would_fit(question, guide=loaded)
    if form == "json":
        click.echo(json.dumps(_as_dict(question, found, advice), indent=1, ensure_ascii=False))
        return
    for line in (*_asked(advice, loaded), *_told(found, explained=explained), *_lacking(found, advice)):
        say(line)


def _kept(bank: str | None, ids: Sequence[str]) -> Mapping[str, str]:
    """The texts of these stories of the bank."""
    from starproof import api

    with api.open_bank(bank, create=False) as opened:
        return opened.texts(ids)


def _from_stdin() -> str:
    """The question on standard input, in one line.

    Raises:
        UsageError: when there is none, or it is no text.
    """
    from starproof import api
    from starproof.errors import UsageError

    try:
        question = " ".join(api.read_stdin().decode("utf-8-sig").split())
    except UnicodeDecodeError as error:
        raise UsageError("E-USE-044", f"The question is no UTF-8 text: byte {error.start}.", "Save it so.") from error
    if not question:
        raise UsageError("E-USE-044", "There is no question on standard input.", "Pipe it in, or write it after match.")
    return question


def _asked(advice: Advice, guide: Guide) -> list[str]:
    """What the question asks for, by the names that people know it by."""
    if not advice.answerable:
        return [advice.text]
    from starproof import api
    from starproof.report.words import names_of

    names = names_of(guide, guide.id)
    called = [theme.name for theme in api.themes() if theme.id in advice.themes]
    themes = f"; {'theme' if len(called) == 1 else 'themes'}: {', '.join(called)}" if called else ""
    return [f"Asks for {' or '.join(names.principle(one) for one in advice.principles)}{themes}."]


def _told(found: tuple[Match, ...], *, explained: bool) -> list[str]:
    lines = []
    for place, one in enumerate(found, 1):
        name = one_line(one.title if one.title and one.title != one.id else "")
        lines += [f"{place:3}. {one.score:.2f}  {one_line(one.id)}  {name}".rstrip()]
        lines += [f"     {one_line(one.because)}"] if one.because else []
        if explained:
            lines += [f"       {part.score:5.3f}  {part.name:9}  {one_line(part.because)}" for part in one.parts]
    return lines


def _lacking(found: tuple[Match, ...], advice: Advice) -> list[str]:
    return [advice.text] if advice.answerable and not found else []


def _as_dict(question: str, found: tuple[Match, ...], advice: Advice) -> dict[str, object]:
    return {
        "question": question,
        "answerable": advice.answerable,
        "principles": list(advice.principles),
        "themes": list(advice.themes),
        "matches": [asdict(one) for one in found],
        "advice": None if found else advice.text,
    }
