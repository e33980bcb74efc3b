"""Several stories changed at once, as one change that one undo takes back."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from starproof.web.desk import OnDesk
from starproof.web.rest import rest_router
from starproof.web.rest.answers import MOST, problems
from starproof.web.several import Do, carried_out

router = rest_router("stories")


class Several(BaseModel):
    """What is to be done with which stories."""

    model_config = ConfigDict(extra="forbid")
    do: Do
    ids: list[str] = Field(min_length=1, max_length=10_000)
    tags: list[str] = Field(default_factory=list, description="Those to add or to take away.")


class SeveralDone(BaseModel):
    """The stories that a change was made of."""

    ids: list[str]
    change: int | None = Field(description="Names the change when it is undone; null where all was so before.")


class WhichChange(BaseModel):
    """The change that is meant."""

    model_config = ConfigDict(extra="forbid")
    change: Annotated[int, Field(ge=1, le=MOST)] | None = Field(
        None, description="As the answer to it named it; another one is not undone. Left out: the last, whichever."
    )


@router.post("/stories/several", responses=problems(404, 409))
def change_several(desk: OnDesk, said: Several) -> SeveralDone:
    """Put stories away, bring them back, add tags or take them away: all or none."""
    done = carried_out(desk.bank, said.do, said.ids, said.tags)
    return SeveralDone(ids=[entry.id for entry in done.entries], change=done.change)


@router.post("/bank/undo", responses=problems(409))
def undo_last_change(desk: OnDesk, said: WhichChange) -> SeveralDone:
    """Take back the last change of the bank, of one story or many."""
    return SeveralDone(ids=[entry.id for entry in desk.bank.undo(change=said.change)], change=None)
