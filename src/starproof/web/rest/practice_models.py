"""Practice as REST gives and takes it."""

from __future__ import annotations

from typing import Annotated, Literal, Self, cast

from pydantic import BaseModel, ConfigDict, Field

from starproof.api.practising import Wishes
from starproof.api.practising.choosing import Draw
from starproof.bank.store.practising import Practised
from starproof.core.practice import CardKind, Closing, Grade, Manner, Mode, Phase, StepKind
from starproof.practice.schedule import Due

Moment = Annotated[str, Field(description="In UTC with milliseconds.", examples=["2026-03-31T09:30:00.250Z"])]
Words = Annotated[str, Field(max_length=200_000)]
Seconds = Annotated[float, Field(ge=0, le=86_400)]
Taken = Literal[
    "ready", "answered", "transcribed", "edited", "closed", "named", "rated", "skipped", "next", "paused", "resumed",
    "ended",
]  # fmt: skip
"""The steps that somebody takes; what an interviewer does comes of itself."""


class Begin(BaseModel):
    """A session to begin. What is left out is chosen."""

    model_config = ConfigDict(extra="forbid")
    mode: Mode = "story"
    story: str | None = Field(None, description="The id of the story to practise.")
    question: str | None = Field(None, description="The id of a question of the question bank, or anybody's words.")
    figure: str | None = Field(None, description="Of number defence: the figure in the story's words.")
    draw: Draw | None = Field(None, description="What is due, or as an interviewer would ask.")
    many: Annotated[int, Field(ge=1, le=100)] | None = None
    manner: Manner | None = None
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = Field(None, description="The same seed draws the same.")
    minutes: Annotated[int, Field(ge=2, le=4)] | None = Field(None, description="The length of the framework.")
    block: Annotated[float, Field(gt=0, le=600)] | None = Field(None, description="Of a loop: minutes of a block.")
    think: Seconds | None = None
    seconds: Annotated[float, Field(gt=0, le=86_400)] | None = None
    follow_ups: Annotated[int, Field(ge=0, le=8)] | None = None

    def wishes(self) -> Wishes:
        """What was wished, without the mode."""
        return cast(Wishes, self.model_dump(exclude={"mode"}))


class StepIn(BaseModel):
    """One step of a session. Which fields count depends on the kind."""

    model_config = ConfigDict(extra="forbid")
    kind: Taken
    after: Annotated[int, Field(ge=0, description="`steps` of the session that the step is taken from.")]
    assignment: Annotated[int, Field(ge=0)] | None = None
    turn: Annotated[int, Field(ge=0)] | None = None
    text: Words | None = None
    seconds: Seconds | None = Field(None, description="How long the answer took; of `named`, the reaction time.")
    recording: Annotated[str, Field(pattern="^[A-Za-z0-9_-]{1,64}$")] | None = Field(
        None, description="What was spoken into; its transcript is taken along once it is there."
    )
    story: str | None = Field(None, description="Of `named`: the id of the story.")
    grade: Grade | None = None
    closing: Literal["speaker", "time"] | None = Field(None, description="Of `closed`.")


class WordsIn(BaseModel):
    """What is typed and not sent yet."""

    model_config = ConfigDict(extra="forbid")
    text: Words


class WordsOut(BaseModel):
    """What was typed and not sent; `null` where nothing was."""

    text: str | None


class QuoteOut(BaseModel):
    """Words of a turn with their place, in code points."""

    start: int
    end: int
    quote: str


class AskedOut(BaseModel):
    """A follow-up question."""

    question: str
    because: str
    kind: str
    key: str
    depth: int
    turn: int = Field(description="The turn whose words are quoted; 0 is the answer itself.")
    evidence: list[QuoteOut]


class AssignmentOut(BaseModel):
    """What is asked. What should be said to it is `null` until it was answered."""

    ask: str
    because: str
    story: str | None
    principle: str | None
    interviewer: str | None
    manner: Manner | None
    think: float
    seconds: float | None
    framework: str | None
    follow_ups: int
    answer: str | None
    fitting: list[str] | None


class TurnOut(BaseModel):
    """One question with what was said to it."""

    asked: AskedOut | None
    text: str
    seconds: float | None
    spoken: bool
    recording: str | None
    engine: str | None
    model: str | None


class AttemptOut(BaseModel):
    """What was done about one assignment."""

    assignment: int
    turns: list[TurnOut]
    think: float | None
    named: str | None
    reaction: float | None
    grade: Grade | None
    skipped: bool
    closing: Closing | None
    began: str | None
    ended: str | None
    rated: str | None


class SessionOut(BaseModel):
    """Where a session stands; the ETag is `steps`."""

    schema_: Annotated[Literal["starproof.session/1"], Field(alias="schema")]
    id: str
    mode: Mode
    manner: Manner
    seed: int
    begun: Moment
    guide: str
    phase: Phase
    at: int = Field(description="Index of the assignment that is on.")
    steps: int
    paused: bool
    open: list[StepKind] = Field(description="The steps that can be taken now.")
    time_left: float | None
    asking: AskedOut | None
    assignments: list[AssignmentOut]
    attempts: list[AttemptOut]


class SessionLine(BaseModel):
    """A session in brief."""

    id: str
    mode: Mode
    manner: Manner
    begun: Moment
    last: Moment
    steps: int
    done: bool
    asks: list[str]

    @classmethod
    def of(cls, one: Practised) -> Self:
        """A session as the bank lists it."""
        setup = one.setup
        return cls(
            id=setup.id,
            mode=setup.mode,
            manner=setup.manner,
            begun=setup.at,
            last=one.last,
            steps=one.steps,
            done=one.done,
            asks=[asked.ask for asked in setup.assignments],
        )


class Sessions(BaseModel):
    """A page of sessions, the one begun last first."""

    items: list[SessionLine]
    total: int
    next: str | None = Field(description="`after` of the next page.")


class CardOut(BaseModel):
    """A card that is due, and why."""

    kind: CardKind
    story: str | None
    question: str | None
    figure: str | None
    title: str
    because: str
    minutes: int
    due: str | None
    recall: float | None = Field(description="The chance of recall now, 0 to 1; `null` for a new card.")

    @classmethod
    def of(cls, one: Due) -> Self:
        """A card as the schedule gives it."""
        card, key = one.card, one.card.key
        return cls(
            kind=key.kind,
            story=key.story,
            question=key.question,
            figure=key.figure,
            title=card.known.title,
            because=one.because,
            minutes=card.minutes,
            due=card.due,
            recall=card.recall,
        )
