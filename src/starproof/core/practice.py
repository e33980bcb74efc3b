"""Practice: what is to be answered, what was done, and what came of it. A session is its setup and its steps.

Moments are ISO 8601 in UTC with milliseconds, such as ``2026-03-31T09:30:00.250Z``; lengths are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starproof.core.results import Evidence
from starproof.core.speech import Transcript

Mode = Literal["story", "retrieval", "defence", "loop", "essay"]
MODES: tuple[Mode, ...] = ("story", "retrieval", "defence", "loop", "essay")
"""One story; rapid retrieval; number defence; a whole loop against the clock; a written narrative."""
Manner = Literal["friendly", "neutral", "bar-raiser"]
MANNERS: tuple[Manner, ...] = ("friendly", "neutral", "bar-raiser")
Grade = Literal["again", "hard", "good", "easy"]
GRADES: tuple[Grade, ...] = ("again", "hard", "good", "easy")
"""How the speaker rates an attempt."""
Phase = Literal["think", "answer", "transcribe", "follow-up", "rate", "look", "done"]
CardKind = Literal["story", "question", "figure"]
StepKind = Literal[
    "ready", "answered", "transcribed", "edited", "probed", "closed", "named", "rated", "skipped",
    "next", "paused", "resumed", "ended",
]  # fmt: skip
Closing = Literal["exhausted", "enough", "time", "speaker"]
CLOSINGS: tuple[Closing, ...] = ("exhausted", "enough", "time", "speaker")
"""Why follow-ups end: nothing is left open, as many as asked for, time is up, or the speaker said so."""


@dataclass(frozen=True, slots=True)
class CardKey:
    """What a card is about. Cards are never stored: they follow from the ratings in the log."""

    kind: CardKind
    story: str | None = None
    """The story's id; of a figure, the story that states it."""
    question: str | None = None
    """The id of a question of the question bank, or the question's own words."""
    figure: str | None = None
    """The figure in the words of the story."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing to be answered in a session."""

    ask: str
    """The words of the interviewer."""
    because: str
    """Why it comes now, such as ``due: you rated it hard on Tuesday``."""
    card: CardKey
    story: str | None = None
    """The story that is expected, where one is."""
    principle: str | None = None
    interviewer: str | None = None
    """Who asks, in a loop."""
    manner: Manner | None = None
    """How this interviewer asks, where it is not as in the rest of the session."""
    think: float = 0.0
    """Seconds to think before the answer; 0 for none."""
    seconds: float | None = None
    """Seconds for the answer with its follow-ups, after which the interviewer moves on; ``None`` for no limit."""
    framework: str | None = None
    """The framework of the guide that the answer is held against."""
    follow_ups: int = 3
    """Follow-up questions at the most."""
    answer: str | None = None
    """What the story itself says to it, for a card that is drilled."""
    fitting: tuple[str, ...] = ()
    """Other stories that answer it too, best first; in rapid retrieval they count as well."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a session was begun."""

    id: str
    mode: Mode
    manner: Manner
    seed: int
    at: str
    assignments: tuple[Assignment, ...]
    guide: str
    """The guide's id and version, as ``l6-engineering-manager/1``."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A follow-up question of the interviewer."""

    question: str
    because: str
    kind: str
    """The open point that it is about, such as ``baseline`` or ``own-part``."""
    key: str
    """The very point, such as ``baseline:2:140``: one key is asked about once in a session."""
    depth: int = 1
    """1 for a first question about a point; higher where it digs into what was just said."""
    turn: int = 0
    """The turn whose words are quoted: 0 is the answer itself."""
    evidence: tuple[Evidence, ...] = ()
    """Spans into the text of that turn."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened in a session. Which fields count depends on the kind."""

    at: str
    kind: StepKind
    assignment: int
    """Index of the assignment."""
    turn: int | None = None
    """Index of the turn: ``answered``, ``transcribed``, ``edited``."""
    text: str | None = None
    """The words: ``answered``, ``transcribed``, ``edited``."""
    seconds: float | None = None
    """How long the answer took; of ``named``, the reaction time."""
    recording: str | None = None
    """The id of the recording that an answer was spoken into."""
    transcript: Transcript | None = None
    asked: Asked | None = None
    story: str | None = None
    """The story that was named."""
    grade: Grade | None = None
    closing: Closing | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with what was said to it. The first of an attempt is the answer itself."""

    asked: Asked | None
    """``None`` for the assignment's own question."""
    text: str
    seconds: float | None
    """How long it took; ``None`` where that was not measured."""
    recording: str | None = None
    transcript: Transcript | None = None
    """As it was heard; ``text`` may have been edited since."""

    @property
    def spoken(self) -> bool:
        """Whether it was said aloud."""
        return self.recording is not None or self.transcript is not None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was done about one assignment."""

    assignment: int
    turns: tuple[Turn, ...] = ()
    think: float | None = None
    """Seconds that were thought; ``None`` where that was not measured."""
    named: str | None = None
    """The story named, in rapid retrieval."""
    reaction: float | None = None
    """Seconds until it was named."""
    grade: Grade | None = None
    skipped: bool = False
    closing: Closing | None = None
    began: str | None = None
    ended: str | None = None
    """When its answering was over."""
    rated: str | None = None
    """When it was graded."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where a session stands after its steps."""

    setup: Setup
    phase: Phase
    at: int
    """Index of the assignment that is on; after the end, of the last."""
    attempts: tuple[Attempt, ...]
    """One for each assignment, in order."""
    steps: int
    """How many steps were taken: whoever takes the next one says after which."""
    since: str
    """When the phase began, or went on after a pause."""
    asking: Asked | None = None
    """The follow-up that waits for an answer."""
    paused: bool = False
    used: float = 0.0
    """Seconds that counted in this phase before the last pause."""
    spent: float = 0.0
    """Seconds that the answer and its follow-ups took before this phase; they count against the assignment's."""

    @property
    def assignment(self) -> Assignment:
        """The assignment that is on."""
        return self.setup.assignments[self.at]

    @property
    def attempt(self) -> Attempt:
        """What was done about it so far."""
        return self.attempts[self.at]


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating in the practice log: all that scheduling rests on."""

    card: CardKey
    at: str
    grade: Grade
    session: str
    assignment: int
    mode: Mode = "story"
    seconds: float | None = None
    """How long the answer, or the naming, took."""
    spoken: bool = False
