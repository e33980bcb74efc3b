"""What faces hand to the studio."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from starproof.core.planning import Loop, LoopPlan
from starproof.core.practice import Closing, Grade
from starproof.core.speech import Transcript


class Said(TypedDict, total=False):
    """What may be said with a step; which of it counts depends on the kind. ``None`` is as good as left out."""

    assignment: int | None
    """Default: the one that is on; of ``edited`` any."""
    turn: int | None
    text: str | None
    seconds: float | None
    """How long an answer took, or a naming; default: by the clock, or as long as its recording."""
    recording: str | None
    """The id of the recording; of an answer from a file, the file's name."""
    transcript: Transcript | None
    story: str | None
    grade: Grade | None
    closing: Closing | None
    joined: Path | None
    """With a transcript: what of the recording was heard, as it was joined; default: all that was joined last."""


def as_fields(said: Said) -> dict[str, Any]:
    """The fields of a step, with a transcript's words and length beside it: logs are read without transcripts."""
    given = {name: value for name, value in said.items() if value is not None and name != "joined"}
    heard = said.get("transcript")
    return given if heard is None else {"text": heard.text, "seconds": heard.seconds, **given}


@dataclass(frozen=True, slots=True)
class Planned:
    """A loop and the plan for it."""

    loop: Loop
    plan: LoopPlan

    @property
    def day(self) -> str | None:
        """The day of the loop, where it has one."""
        return self.loop.on
