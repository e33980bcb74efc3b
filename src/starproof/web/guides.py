"""Guides as pages and REST work with them: uploaded, read, checked, their exemplars reviewed."""

from __future__ import annotations

from functools import lru_cache

from fastapi import UploadFile

from starproof import api
from starproof.core.guide import Exemplar, Guide
from starproof.core.keeping import Very
from starproof.core.results import Finding, Review
from starproof.engine import Options, Reviewer
from starproof.engine.audit import as_story
from starproof.errors import InputError, NotFound

MOST_BYTES = 2_000_000
"""A guide file may be this large; the shipped one has 60,000 bytes."""


def exemplar_of(guide: Guide, exemplar_id: str) -> Exemplar:
    """The exemplar with this id, in capitals or not.

    Raises:
        NotFound: when the guide has none.
    """
    found = next((e for e in guide.exemplars if e.id.lower() == exemplar_id.lower()), None)
    if found is None:
        raise NotFound("E-GDE-051", f"The guide has no exemplar {exemplar_id!r}.", "The list shows those it has.")
    return found


def reviewed(guide: Guide, found: Exemplar) -> Review:
    """An exemplar read by its own guide."""
    return _reviewed(Very(guide), found.id)


def audited(guide: Guide) -> tuple[Finding, ...]:
    """What in a guide contradicts itself; kept, since it takes fifty reviews."""
    return _audited(Very(guide))


def read(text: str, name: str) -> api.Compiled:
    """A guide from TOML or Markdown, by its name's ending.

    Raises:
        GuideError: when there is nothing of a guide in it.
    """
    if name.lower().endswith(".toml"):
        return api.Compiled(api.read_guide(text, name=name), ())
    return api.compile_guide(text, name=name)


async def text_of(file: UploadFile) -> str:
    """The text of an uploaded guide.

    Raises:
        InputError: when it is empty, too large, or no UTF-8 text.
    """
    data = await file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError("E-INP-103", f"{file.filename!r} is larger than a guide may be.", "Upload 2 MB at the most.")
    if not data.strip():
        raise InputError("E-INP-120", "No file was chosen, or it is empty.", "Choose a guide in Markdown or TOML.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("E-INP-104", f"{file.filename!r} is no UTF-8 text.", "Save it as UTF-8.") from error


@lru_cache(maxsize=4)
def _audited(guide: Very[Guide]) -> tuple[Finding, ...]:
    return api.audit_guide(guide.thing)


@lru_cache(maxsize=64)
def _reviewed(guide: Very[Guide], exemplar_id: str) -> Review:
    reviewer = Reviewer(guide.thing, Options(exemplars_are_stories=True))
    return reviewer.review(as_story(exemplar_of(guide.thing, exemplar_id)))
