"""Say where a figure of a story comes from, with one click."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from starproof.core.document import Origin, Provenance
from starproof.report.defending import ORIGIN_WORDS
from starproof.web.addresses import StoryId
from starproof.web.desk import OnDesk
from starproof.web.forms import Swapping
from starproof.web.pages.sheet import back_to_sheet

router = APIRouter(include_in_schema=False)


@router.post("/stories/{story_id}/figures")
def set_origin(
    desk: OnDesk,
    swapping: Swapping,
    story_id: StoryId,
    figure: Annotated[str, Form(min_length=1)],
    origin: Annotated[Origin, Form()],
    by: Annotated[str, Form()] = "",
) -> Response:
    """Write down where a figure comes from; what was said of the others stays."""
    others = [one for one in desk.bank.get(story_id).draft.provenance if one.figure != figure]
    said = Provenance(figure, origin, " ".join(by.split()) or None)
    desk.bank.edit(story_id, provenance=(said, *others))
    return back_to_sheet(desk, story_id, swapping=swapping, said=f"{figure}: {ORIGIN_WORDS[origin]}.")
