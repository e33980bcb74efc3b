"""Review a text without keeping it."""

from __future__ import annotations

from typing import Any

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from starproof.core.document import Provenance, Register, Story
from starproof.report import as_json
from starproof.report.data import as_dict
from starproof.web.desk import OnDesk
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems
from starproof.web.rest.models import FigureOrigin, Words

router = rest_router("review")
_KEYS = ("schema", "id", "guide", "engine", "text", "sentences", "findings", "flags", "level", "timing")
REVIEW: dict[str, Any] = {
    "description": "A review, `starproof.review/1`; docs/schema/review.schema.json is its whole schema.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": list(_KEYS),
                "properties": {"schema": {"const": "starproof.review/1"}},
            }
        }
    },
}


class Text(BaseModel):
    """Words."""

    model_config = ConfigDict(extra="forbid")
    text: Words


class ToReview(Text):
    """A story to review. All but the text is optional."""

    title: str | None = None
    question: str | None = None
    principle: str | None = None
    register_: Register | None = Field(None, alias="register")
    provenance: list[FigureOrigin] = Field(default_factory=list, description="Where its figures come from.")


@router.post("/review", responses={**problems(), 200: REVIEW}, response_class=Response)
def review_text(desk: OnDesk, story: ToReview) -> Response:
    """The whole review of a text. Nothing of it is kept."""
    provenance = tuple(Provenance(**one.model_dump()) for one in story.provenance)
    found = desk.review(
        Story("story", story.text, story.title, story.question, story.principle, story.register_, provenance=provenance)
    )
    return Response(as_json(as_dict(found)), media_type="application/json")
