"""What forms send, as we keep it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Form, Request

from starproof.api.drafts import Sending


def plain_lines(text: str) -> str:
    """A form's text with the line ends that were typed; browsers send two characters for one."""
    return text.replace("\r\n", "\n")


def listed(words: str) -> tuple[str, ...]:
    """What stands between commas, each once."""
    return tuple(dict.fromkeys(word for part in words.split(",") if (word := " ".join(part.split()))))


def _sending(order: Annotated[str, Form()] = "") -> Sending | None:
    page, _, number = order.rpartition(" ")
    return Sending(page[:100], int(number)) if page and number.isdecimal() and len(number) < 16 else None


Numbered = Annotated[Sending | None, Depends(_sending)]
"""A parameter of this type receives which sending of its page a form is; ``None`` where no script numbered it."""


def _swapping(request: Request) -> bool:
    return request.headers.get("hx-request") == "true"


Swapping = Annotated[bool, Depends(_swapping)]
"""Whether a part of the page is asked for, to be swapped in; else the whole page."""
