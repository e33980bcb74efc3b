"""Stories in addresses. Their ids are free text; what would lead elsewhere in an address is written otherwise there."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated
from urllib.parse import quote

from fastapi import Path
from pydantic import AfterValidator

_PAGES = frozenset(["new", "import", "example", "export", "several", "undo", "reading", ".", ".."])
"""What stands below ``/stories/`` beside the stories."""
_OTHERWISE = "~"


def key_of(story: str) -> str:
    """What stands for a story in an address: its id, or another form of it where the id would not do."""
    if story in _PAGES or "/" in story or story.startswith(_OTHERWISE):
        return _OTHERWISE + urlsafe_b64encode(story.encode()).decode("ascii").rstrip("=")
    return quote(story, safe="")


def story_of_key(key: str) -> str:
    """The id that a key stands for; a key that stands for none is left as it is, and no story has it."""
    if not key.startswith(_OTHERWISE):
        return key
    try:
        return urlsafe_b64decode(key[1:] + "=" * (-(len(key) - 1) % 4)).decode()
    except ValueError:
        return key


def sheet_at(story: str) -> str:
    """The address of a story's sheet."""
    return f"/stories/{key_of(story)}"


StoryId = Annotated[str, Path(description="The story's id, as the list gives it."), AfterValidator(story_of_key)]
"""A part of an address that names a story."""
