"""``starproof questions``: the question bank, searched and shown."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from starproof.cli import completing
from starproof.cli.folding import say
from starproof.cli.options import form_option, principle_option

if TYPE_CHECKING:
    from starproof.core.questions import Question


@click.command()
@click.argument("words", nargs=-1, metavar="[SEARCH...] | show ID")
@principle_option("Only those that ask for this principle.")
@click.option(
    "--theme",
    metavar="ID",
    shell_complete=completing.themes,
    default=None,
    help="Only those of this theme, such as low-performer.",
)
@click.option("--themes", "list_themes", is_flag=True, help="List the themes instead.")
@form_option
def questions(
    words: tuple[str, ...], *, principle: str | None, theme: str | None, list_themes: bool, form: str
) -> None:
    """Search the bank of interview questions, or show one in full: what it is after, strong and weak answers.

    \b
    starproof questions customer complaint
    starproof questions --theme layoffs
    starproof questions show HB-Q01
    """
    from starproof import api

    if list_themes:
        _print_themes(form)
    elif len(words) == 2 and words[0] == "show":
        _print_one(api.find_question(words[1]), form)
    else:
        _print_list(api.questions(" ".join(words) or None, principle=principle, theme=theme), form)


def _print_list(found: tuple[Question, ...], form: str) -> None:
    if form == "json":
        click.echo(_json([asdict(question) for question in found]))
        return
    for question in found:
        say(f"{question.id}  {question.principle:18}  {question.text}", under=len(question.id) + 22)
    if not found:
        click.echo("No question of the bank has all of these words.", err=True)


def _print_one(question: Question, form: str) -> None:
    if form == "json":
        click.echo(_json(asdict(question)))
        return
    about = ", ".join((question.principle, *(f"also {one}" for one in question.also)))
    say(f"{question.id}  {question.text}", under=len(question.id) + 2)
    say(f"{about}; themes: {', '.join(question.themes)}")
    for title, text in (("After", question.intent), ("Strong", question.strong), ("Weak", question.weak)):
        say(f"\n{title}\n  {text}")
    click.echo("\nLikely follow-ups")
    for follow_up in question.follow_ups:
        say(f"  - {follow_up}", under=2)


def _print_themes(form: str) -> None:
    from starproof import api

    if form == "json":
        click.echo(_json([asdict(theme) for theme in api.themes()]))
        return
    for theme in api.themes():
        say(f"{theme.id}  ({', '.join(theme.principles)})\n  {theme.about}")


def _json(data: object) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False)
