"""``starproof speech``: the models that turn speech into text, and what one hears in a recording."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starproof.cli.folding import say
from starproof.cli.groups import Whole
from starproof.cli.listening import agreed, fetch, listen
from starproof.cli.options import form_option

if TYPE_CHECKING:
    from starproof.speech.models import Kept


@click.group(cls=Whole)
def speech() -> None:
    """Speech to text on this machine, with the `[speech]` extra. Nothing is fetched without your consent."""


@speech.command()
@form_option
def status(*, form: str) -> None:
    """List the speech models: which are here, how large they are, what each is good for."""
    from starproof.api.transcribing import models_folder, speech_models

    found = speech_models()
    if form == "json":
        click.echo(json.dumps([_row(kept) for kept in found], ensure_ascii=False, indent=2))
        return
    for kept in found:
        size, here = f"{kept.model.size / 1e6:.0f} MB", "here" if kept.here else "not here"
        say(f"{kept.model.name:10}{size:>8}  {here:9} {kept.model.about}", under=30)
    say(f"\nModels lie in {models_folder()}", err=True)


@speech.command()
@click.argument("name", required=False)
@click.option("--yes", is_flag=True, help="Agree to the download without being asked.")
def download(name: str | None, *, yes: bool) -> None:
    """Fetch the speech model NAME (base, unless you name another), once, after you have agreed to its size.

    A download that broke off goes on where it stopped. Every file is checked before the model is used.
    """
    from starproof.api.transcribing import MODEL, speech_model

    kept = speech_model(name or MODEL)
    if kept.here:
        click.echo(f"{kept.model.name} is here already: {kept.path}")
        return
    path = fetch(kept, label="Fetching", consent=yes or agreed(kept, asking="Fetch"))
    click.echo(f"{kept.model.name} is here: {path}")


@speech.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--model", metavar="NAME|FOLDER", default=None, help="The model; default: base.")
@click.option("--language", metavar="XX", default="en", show_default=True, help="What is spoken.")
@click.option("--prompt", metavar="WORDS", default=None, help="Names and terms that will be said, to be heard better.")
@form_option
def transcribe(file: Path, *, model: str | None, language: str, prompt: str | None, form: str) -> None:
    """Write down what is said in FILE: webm, ogg, mp4, m4a, wav, mp3, flac or aac.

    As JSON: every word with its times in seconds, and when a voice was heard.
    """
    heard = listen(file, label="Listening", model=model, language=language, prompt=prompt)
    if form == "json":
        from starproof.speech.codec import as_dict

        click.echo(json.dumps(as_dict(heard), ensure_ascii=False, indent=2))
    else:
        click.echo(heard.text)
    if not heard.words:
        click.echo(f"No voice was heard in {heard.seconds:.0f} seconds of sound.", err=True)


def _row(kept: Kept) -> dict[str, object]:
    return {
        "name": kept.model.name,
        "bytes": kept.model.size,
        "here": kept.here,
        "path": str(kept.path),
        "about": kept.model.about,
        "address": kept.model.address,
    }
