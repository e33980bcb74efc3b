"""Speech to text: what it needs, and the models that are fetched with consent, used and deleted on this machine."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from fastapi import Path, Response
from pydantic import BaseModel, ConfigDict, Field

from starproof.api.fetching import Fetch, installed
from starproof.api.transcribing import MODEL
from starproof.speech.models import Kept, find_model
from starproof.speech.needs import INSTALL
from starproof.web.hearing import Hearing, OnHearing
from starproof.web.problems import problem_of
from starproof.web.rest import rest_router
from starproof.web.rest.answers import Problem, problems

router = rest_router("speech", "/speech")
Name = Annotated[str, Path(max_length=60, examples=["base"])]
_ONE = problems(404)


class Agreed(BaseModel):
    """Consent to a download."""

    model_config = ConfigDict(extra="forbid")
    bytes: Annotated[int, Field(ge=0, description="The size that its owner was told of and agreed to.")]


class FetchOut(BaseModel):
    """How far the fetching of a model is."""

    state: Literal["running", "done", "failed", "cancelled"]
    share: Annotated[float, Field(description="How much is here, 0 to 1.")]
    problem: Annotated[Problem | None, Field(description="Why it failed.")] = None

    @classmethod
    def of(cls, one: Fetch) -> Self:
        """A fetch as it is given."""
        why = Problem(**problem_of(one.error).as_json()) if one.error else None
        return cls(state=one.state, share=one.share, problem=why)


class ModelOut(BaseModel):
    """A speech model."""

    name: str
    about: str
    bytes: int
    address: str = Field(description="Where it comes from.")
    here: bool
    used: bool = Field(description="Whether it is the one that hears now.")
    fetch: FetchOut | None = Field(None, description="The fetching of it since the app was started.")

    @classmethod
    def of(cls, kept: Kept, hearing: Hearing) -> Self:
        """A model as it is given."""
        fetch = hearing.fetching.progress(kept.model.name)
        return cls(
            name=kept.model.name,
            about=kept.model.about,
            bytes=kept.model.size,
            address=kept.model.address,
            here=kept.here,
            used=kept.model.name == hearing.model,
            fetch=FetchOut.of(fetch) if fetch else None,
        )


class Speech(BaseModel):
    """What speech to text needs, and has."""

    ready: bool = Field(description="Whether recordings can be written down now.")
    installed: bool = Field(description="Whether its packages are here.")
    install: str = Field(description="The command that installs them.")
    usual: str = Field(description="The model to fetch where there is none.")
    models: list[ModelOut]


@router.get("", responses=problems())
def get_speech(hearing: OnHearing) -> Speech:
    """What speech needs, and every model that is known."""
    here = installed()
    return Speech(
        ready=here and hearing.model is not None,
        installed=here,
        install=INSTALL,
        usual=MODEL,
        models=[ModelOut.of(kept, hearing) for kept in hearing.fetching.models()],
    )


@router.get("/models/{name}", responses=_ONE)
def get_model(hearing: OnHearing, name: Name) -> ModelOut:
    """One model, and how far the fetching of it is."""
    return _one(hearing, name)


@router.post("/models/{name}/fetch", status_code=202, responses=_ONE)
def fetch_model(hearing: OnHearing, name: Name, said: Agreed) -> ModelOut:
    """Fetch a model in the background, after its owner has agreed to its size; one that is here is left as it is."""
    hearing.fetching.begin(name, agreed=said.bytes)
    return _one(hearing, name)


@router.delete("/models/{name}/fetch", responses=_ONE)
def cancel_fetch(hearing: OnHearing, name: Name) -> ModelOut:
    """Stop fetching it; what has come is used by the next attempt."""
    hearing.fetching.cancel(name)
    return _one(hearing, name)


@router.delete("/models/{name}", status_code=204, responses=_ONE)
def delete_model(hearing: OnHearing, name: Name) -> Response:
    """Delete a model from this machine."""
    hearing.fetching.delete(name)
    return Response(status_code=204)


def _one(hearing: Hearing, name: str) -> ModelOut:
    wanted = find_model(name)
    return next(ModelOut.of(kept, hearing) for kept in hearing.fetching.models() if kept.model == wanted)
