"""A recording turned into words on this machine, and the model for it fetched, while a bar shows how far it is."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starproof.cli.options import is_terminal
from starproof.cli.waiting import progress_bar

if TYPE_CHECKING:
    from starproof.core.speech import Transcript
    from starproof.speech.models import Kept


def listen(
    file: Path, *, label: str, model: str | None = None, language: str = "en", prompt: str | None = None
) -> Transcript:
    """What is said in a file.

    Raises:
        StarproofError: why it cannot be heard.
    """
    from starproof.api.transcribing import MODEL, Transcribing

    job = uuid.uuid4().hex
    transcribing = Transcribing(model=model or MODEL, language=language)
    try:
        transcribing.start(job, file, prompt=prompt)
        with progress_bar(label) as told:
            while not (now := transcribing.wait(job, 0.2)).over:
                told(round(now.share * 100), 100)
        return transcribing.result(job)
    finally:
        transcribing.close()


def agreed(kept: Kept, *, asking: str) -> bool:
    """Ask at a terminal whether a model may be fetched; where nobody can be asked, the answer is no."""
    if not is_terminal(sys.stdin):
        return False
    size = f"{kept.model.size / 1e6:.0f} MB"
    return click.confirm(f"{asking} {kept.model.name} ({size}) from {kept.model.address}?", err=True)


def fetch(kept: Kept, *, label: str, consent: bool) -> Path:
    """Where the model lies once it is fetched.

    Raises:
        StarproofError: without consent, or why it cannot be had.
    """
    from starproof.api.transcribing import fetch_model

    size = kept.model.size
    with progress_bar(label) as told:
        return fetch_model(kept.model.name, consent=consent, progress=lambda share: told(round(share * size), size))
