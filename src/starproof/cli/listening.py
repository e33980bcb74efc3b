"""A recording turned into words on this machine, while a bar shows how far it is."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from starproof.cli.options import progress_bar

if TYPE_CHECKING:
    from starproof.core.speech import Transcript


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
