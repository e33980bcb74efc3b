"""Recordings of answers: their pieces as they are spoken, and the words that are heard in them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal, Self

from fastapi import Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from starproof.api.parts import parts_of, sound_of
from starproof.api.pieces import LARGEST_CHUNK, MOST_CHUNKS, Recording
from starproof.api.transcribing import Progress
from starproof.errors import InputError, NotFound
from starproof.web.desk import OnDesk
from starproof.web.hearing import Hearing, OnHearing
from starproof.web.listening import Sound
from starproof.web.problems import problem_of
from starproof.web.rest import rest_router
from starproof.web.rest.answers import Problem, problems

router = rest_router("recordings", "/recordings")
RecordingId = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{1,64}$", description="Chosen by whoever begins it.")]
PieceNumber = Annotated[int, Path(ge=0, lt=MOST_CHUNKS, description="Of the piece, from 0.")]
_ONE = problems(404)
_TRANSCRIPTION = {**_ONE, 501: {**_ONE["4XX"], "description": "501: the packages that speech needs are not installed."}}
_SOUND = {"content": {"audio/*": {"schema": {"type": "string", "format": "binary"}}}}
_BYTES = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


class Begin(BaseModel):
    """A recording to begin."""

    model_config = ConfigDict(extra="forbid")
    mime: Annotated[str, Field(max_length=100, examples=["audio/webm;codecs=opus"])]


class Finish(BaseModel):
    """The end of a recording."""

    model_config = ConfigDict(extra="forbid")
    chunks: Annotated[int, Field(ge=0, le=MOST_CHUNKS, description="Pieces in all.")]


class Keep(BaseModel):
    """What is to become of a recording once its words are saved."""

    model_config = ConfigDict(extra="forbid")
    kept: bool


class RecordingOut(BaseModel):
    """How far a recording is."""

    id: str
    mime: str
    begun: str
    chunks: int = Field(description="Pieces without a gap from the first on.")
    next: int = Field(description="The number after the last piece: the next to send.")
    bytes: int
    missing: list[int] = Field(description="Pieces that are not there though later ones are.")
    finished: bool
    kept: bool = Field(description="Whether it stays once its words are saved.")
    heard: bool = Field(description="Whether all of it is saved as words.")
    parts: int = Field(
        description="Recordings that it was made in, one after the other, as after a crash of the browser."
    )

    @classmethod
    def of(cls, one: Recording, hearing: Hearing) -> Self:
        """A recording as it is given."""
        return cls(
            id=one.id,
            mime=one.mime,
            begun=one.begun,
            chunks=one.chunks,
            next=max(one.finished or 0, one.held + len(one.missing)),
            bytes=one.bytes,
            missing=list(one.missing),
            finished=one.finished is not None,
            kept=one.kept,
            heard=bool(one.held) and not one.unheard,
            parts=len(parts_of(hearing.recordings, one.id)),
        )


class WordOut(BaseModel):
    """One word that was heard; seconds from the start."""

    text: str
    start: float
    end: float
    sure: float | None = Field(description="How sure the engine is of it, 0 to 1.")


class StretchOut(BaseModel):
    """A stretch of time in which a voice was heard."""

    start: float
    end: float


class TranscriptOut(BaseModel):
    """What was heard in a recording."""

    text: str
    words: list[WordOut]
    voiced: list[StretchOut]
    seconds: float
    engine: str
    model: str


class Transcription(BaseModel):
    """How far a recording is written down."""

    state: Literal["none", "waiting", "running", "done", "failed", "cancelled"]
    share: Annotated[float, Field(description="How much is done, 0 to 1.")] = 0.0
    transcript: Annotated[TranscriptOut | None, Field(description="Once it is done.")] = None
    problem: Annotated[Problem | None, Field(description="Why it failed.")] = None


@router.get("", responses=problems())
def list_recordings(
    hearing: OnHearing, id: Annotated[str | None, Query(description="This one alone, if it was begun.")] = None
) -> list[RecordingOut]:
    """Every recording that is on this machine, the one begun first first."""
    return [RecordingOut.of(one, hearing) for one in hearing.recordings.all() if id in (None, one.id)]


@router.put("/{recording}", responses=_ONE)
def begin_recording(desk: OnDesk, hearing: OnHearing, recording: RecordingId, said: Begin) -> RecordingOut:
    """Begin a recording, or go on with one that was begun with the same type."""
    return RecordingOut.of(hearing.recordings.begin(recording, mime=said.mime, at=desk.now()), hearing)


@router.get("/{recording}", responses=_ONE)
def get_recording(hearing: OnHearing, recording: RecordingId) -> RecordingOut:
    """How far a recording is."""
    return RecordingOut.of(hearing.recordings.state(recording), hearing)


@router.put(
    "/{recording}/chunks/{number}",
    status_code=204,
    responses=_ONE,
    openapi_extra={"requestBody": {"required": True, **_BYTES}},
)
async def put_chunk(hearing: OnHearing, recording: RecordingId, number: PieceNumber, request: Request) -> None:
    """Keep a piece; once this is answered it survives any crash. The same piece once more changes nothing."""
    data = await _body(request)
    await run_in_threadpool(hearing.recordings.keep_chunk, recording, number, data)


@router.post("/{recording}/finish", responses=_ONE)
def finish_recording(hearing: OnHearing, recording: RecordingId, said: Finish) -> RecordingOut:
    """Say that a recording has ended; pieces on their way may still come."""
    return RecordingOut.of(hearing.recordings.finish(recording, chunks=said.chunks), hearing)


@router.put("/{recording}/keep", responses=_ONE)
def keep_recording(hearing: OnHearing, recording: RecordingId, said: Keep) -> RecordingOut:
    """Keep a recording after its words are saved, or do not."""
    return RecordingOut.of(hearing.recordings.keep(recording, kept=said.kept), hearing)


@router.get(
    "/{recording}/sound", response_class=Response, responses={**_ONE, 200: {"description": "The sound.", **_SOUND}}
)
def get_sound(
    hearing: OnHearing,
    recording: RecordingId,
    part: Annotated[int | None, Query(ge=0, le=MOST_CHUNKS, description="One part alone, from 0.")] = None,
) -> Response:
    """The recording to listen to, up to its first gap. Players stop after the first part of several."""
    mime = hearing.recordings.state(recording).mime
    if part is not None:
        return Response(sound_of(hearing.recordings, recording, part), media_type=mime)
    return Sound(hearing.recordings.join(recording, as_far=True), media_type=mime)


@router.delete("/{recording}", status_code=204, responses=problems())
def delete_recording(hearing: OnHearing, recording: RecordingId) -> Response:
    """Delete a recording and what was heard in it; saved words stay."""
    hearing.forget(recording)
    return Response(status_code=204)


@router.post("/{recording}/transcription", status_code=202, responses=_TRANSCRIPTION)
def begin_transcription(
    hearing: OnHearing,
    recording: RecordingId,
    as_far: Annotated[bool, Query(description="Up to the first gap, where pieces are missing.")] = False,
) -> Transcription:
    """Begin to write a recording down, on this machine; one that was begun goes on."""
    return _told(hearing, recording, hearing.begin(recording, as_far=as_far))


@router.get("/{recording}/transcription", responses=_ONE)
def get_transcription(hearing: OnHearing, recording: RecordingId) -> Transcription:
    """How far it is, and the words once they are there."""
    try:
        progress = hearing.transcribing.progress(recording)
    except NotFound:
        hearing.recordings.state(recording)
        return Transcription(state="none")
    return _told(hearing, recording, progress)


@router.delete("/{recording}/transcription", responses=_ONE)
def cancel_transcription(hearing: OnHearing, recording: RecordingId) -> Transcription:
    """Stop writing it down; the recording stays."""
    return _told(hearing, recording, hearing.transcribing.cancel(recording))


def _told(hearing: Hearing, recording: str, progress: Progress) -> Transcription:
    told = Transcription(state=progress.state, share=progress.share)
    if progress.error:
        told.problem = Problem(**problem_of(progress.error).as_json())
    if progress.state == "done":
        found = hearing.transcribing.result(recording)
        told.transcript = TranscriptOut(text=found.text, **asdict(found))
    return told


async def _body(request: Request) -> bytes:
    """A piece as it comes; one that is too large is refused while it comes."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > LARGEST_CHUNK:
            most = f"{LARGEST_CHUNK // 1_000_000} MB"
            raise InputError("E-WEB-022", f"A piece of a recording may have {most}.", "Send them smaller.")
    return bytes(data)
