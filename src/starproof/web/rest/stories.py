"""Stories: list, keep, change, put away, take back; their revisions and reviews."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import Query, Response

from starproof.bank.records import Changes, Sort
from starproof.core.ages import Freshness
from starproof.core.bank import Use
from starproof.core.document import Provenance
from starproof.core.results import Reading
from starproof.report import as_json
from starproof.report.data import as_dict
from starproof.web.addresses import StoryId, key_of
from starproof.web.desk import Desk, OnDesk
from starproof.web.lengths import entry_of
from starproof.web.rest import rest_router
from starproof.web.rest.answers import Expected, Minutes, Number, problems, tagged
from starproof.web.rest.models import (
    FigureOrigin,
    RevisionOut,
    Stories,
    StoryChange,
    StoryIn,
    Telling,
    WholeStory,
    changes_of,
    draft_of,
    line_of,
    revision_of,
    whole,
)
from starproof.web.rest.review import REVIEW, Text

router = rest_router("stories", "/stories")
Filter = Annotated[str | None, Query()]
_CHANGE = problems(404, 409, 412, 428)
_ONE = problems(404, 409)


@router.get("", responses=problems())
def list_stories(
    desk: OnDesk,
    q: Annotated[str | None, Query(description="Words that a story must hold; beginnings are enough.")] = None,
    principle: Filter = None,
    level: Reading | None = None,
    flag: Annotated[str | None, Query(description="A red flag that it raises.")] = None,
    tag: Filter = None,
    fresh: Annotated[Freshness | None, Query(description="How long ago it happened, as coverage tells it.")] = None,
    archived: Annotated[bool | None, Query(description="Those put away instead of those in use.")] = False,
    sort: Sort = "updated",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Annotated[str | None, Query(description="`next` of the page before.")] = None,
) -> Stories:
    """A page of the stories that fit."""
    page = desk.bank.list(
        text=q,
        principle=principle,
        level=level,
        flag=flag,
        tag=tag,
        fresh=fresh,
        today=desk.today,
        archived=archived,
        sort=sort,
        limit=limit,
        after=after,
    )
    return Stories(items=[line_of(line) for line in page.lines], total=page.total, next=page.next)


@router.post("", status_code=201, responses=problems(409))
def add_story(desk: OnDesk, response: Response, story: StoryIn) -> WholeStory:
    """Keep a new story."""
    entry = desk.bank.add(draft_of(story))
    tagged(response, entry.revision)
    response.headers["location"] = f"/api/v1/stories/{key_of(entry.id)}"
    return whole(entry)


@router.get("/{story_id}", responses=_ONE)
def get_story(desk: OnDesk, response: Response, story_id: StoryId) -> WholeStory:
    """A story with its words; the ETag is its revision."""
    entry = entry_of(desk.bank, story_id)
    tagged(response, entry.revision)
    return whole(entry)


@router.put("/{story_id}", responses=_CHANGE)
def replace_story(
    desk: OnDesk, response: Response, story_id: StoryId, expected: Expected, story: StoryChange
) -> WholeStory:
    """Change a story to what is sent; what is left out becomes empty, but for the words, which stay."""
    unset = StoryChange.model_validate(
        {(field.alias or name): None for name, field in StoryChange.model_fields.items() if name != "text"}
    )
    return _changed(desk, response, story_id, expected, {**changes_of(unset), **changes_of(story)})


@router.patch("/{story_id}", responses=_CHANGE)
def change_story(
    desk: OnDesk, response: Response, story_id: StoryId, expected: Expected, story: StoryChange
) -> WholeStory:
    """Change some of a story; other words make a new revision."""
    return _changed(desk, response, story_id, expected, changes_of(story))


@router.post("/{story_id}/archive", responses=_ONE)
def archive_story(desk: OnDesk, story_id: StoryId) -> WholeStory:
    """Put a story away; nothing of it is lost."""
    return whole(desk.bank.archive(story_id))


@router.post("/{story_id}/restore", responses=_ONE)
def restore_story(desk: OnDesk, story_id: StoryId) -> WholeStory:
    """Bring a story back that was put away."""
    return whole(desk.bank.restore(story_id))


@router.post("/{story_id}/undo", responses=_ONE)
def undo_change(desk: OnDesk, story_id: StoryId) -> WholeStory:
    """Take back the last change of a story."""
    desk.bank.undo(story_id)
    return whole(entry_of(desk.bank, story_id))


@router.post("/{story_id}/told", responses=_ONE)
def record_telling(desk: OnDesk, story_id: StoryId, telling: Telling) -> WholeStory:
    """Write down that a story was told in an interview."""
    return whole(desk.bank.record_use(story_id, Use(**telling.model_dump())))


@router.put("/{story_id}/figures", responses=_ONE)
def set_origin(desk: OnDesk, response: Response, story_id: StoryId, said: FigureOrigin) -> WholeStory:
    """Say where one figure of a story comes from."""
    others = [one for one in entry_of(desk.bank, story_id).draft.provenance if one.figure != said.figure]
    entry = desk.bank.edit(story_id, provenance=(Provenance(**said.model_dump()), *others))
    tagged(response, entry.revision)
    return whole(entry)


@router.put("/{story_id}/versions/{minutes}", responses=_CHANGE)
def put_version(
    desk: OnDesk, response: Response, story_id: StoryId, minutes: Minutes, expected: Expected, telling: Text
) -> WholeStory:
    """Keep a telling of so many minutes beside the whole story."""
    entry = desk.bank.put_version(story_id, minutes, telling.text, expected=expected)
    tagged(response, entry.revision)
    return whole(entry)


@router.delete("/{story_id}/versions/{minutes}", responses=_CHANGE)
def take_version_away(
    desk: OnDesk, response: Response, story_id: StoryId, minutes: Minutes, expected: Expected
) -> WholeStory:
    """Take a telling away; the revisions before still have it."""
    entry = desk.bank.put_version(story_id, minutes, None, expected=expected)
    tagged(response, entry.revision)
    return whole(entry)


@router.get("/{story_id}/revisions", responses=_ONE)
def list_revisions(desk: OnDesk, story_id: StoryId) -> list[RevisionOut]:
    """Every wording of a story, the first first."""
    return [revision_of(one) for one in desk.bank.revisions(story_id)]


@router.get("/{story_id}/revisions/{number}", responses=_ONE)
def get_revision(desk: OnDesk, story_id: StoryId, number: Number) -> RevisionOut:
    """One wording of a story."""
    return revision_of(desk.bank.revision(story_id, number))


@router.get("/{story_id}/review", responses={**_ONE, 200: REVIEW}, response_class=Response)
def get_review(desk: OnDesk, story_id: StoryId) -> Response:
    """The whole review of a story, `starproof.review/1`; the ETag is the revision that was read."""
    entry = entry_of(desk.bank, story_id)
    found = desk.review(entry.story())
    return Response(as_json(as_dict(found)), media_type="application/json", headers={"etag": f'"{entry.revision}"'})


def _changed(desk: Desk, response: Response, story: str, expected: int | None, changes: dict[str, Any]) -> WholeStory:
    if changes.get("text", "") is None:
        del changes["text"]
    entry = desk.bank.edit(story, expected=expected, **cast(Changes, changes))
    tagged(response, entry.revision)
    return whole(entry)
