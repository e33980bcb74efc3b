"""What coverage, profile, loop plan and readiness say. All data; every word rests on stories that are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starproof.core.bank import Proof
from starproof.core.results import Reading

Shown = Literal["strong", "fair", "faint"]
Age = Literal["fresh", "ageing", "stale"]
Standing = Literal["ready", "nearly", "not-yet"]
Verdict = Literal["shown", "short", "beyond", "not-shown", "cannot-say"]
"""On an expectation. ``short``: told, but under what is expected; ``beyond``: over it, which is no fault."""
Seat = Literal["first", "backup"]
SEATS: tuple[Seat, ...] = ("first", "backup")


@dataclass(frozen=True, slots=True)
class Brief:
    """What coverage says of one story, whatever the principle."""

    story: str
    title: str
    reads_as: Reading
    age: Age | None
    """``None`` where nobody said when it happened."""
    used: int
    """How often it was told in real interviews."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How one story stands for one principle."""

    of: Brief
    strength: float
    """How well it shows the principle, 0 to 1."""
    shown: Shown
    tagged: bool
    """Whether its owner says that it shows the principle."""
    points: int
    """1 to 1000: the strength, weighed by the story's level, craft, age and use."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One principle: the stories that show it, the best first, and what is missing, in words."""

    principle: str
    name: str
    points: int
    """0 to 1000: the middle between its two best stories; one alone counts half."""
    cells: tuple[Cell, ...]
    gaps: tuple[str, ...]

    @property
    def reached(self) -> bool:
        """Whether a story that does more than touch on it reads at the guide's level or above."""
        return any(cell.shown != "faint" and cell.of.reads_as in ("at", "above") for cell in self.cells)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A story that does not count, and why."""

    story: str
    title: str
    because: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Principle by story."""

    level: str
    """The guide's level, such as ``L6``."""
    today: str | None
    """The day by which ages are told; ``None`` where none was given."""
    stories: int
    """How many stories count."""
    rows: tuple[CoverageRow, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class ProvenBy:
    """A story that states one of the manager's numbers."""

    story: str
    title: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One expectation of the guide, what the stories show of it, and what the owner says."""

    expectation: str
    name: str
    says: str
    verdict: Verdict
    because: str
    proven_by: tuple[ProvenBy, ...]
    """The stories that state it, the nearest to what is expected first."""
    stated: str | None = None
    """The owner's own number or words."""
    against: str | None = None
    """Where the owner's number and the stories part, in words."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The manager's own numbers against the guide's expectations."""

    level: str
    stories: int
    lines: tuple[ProfileLine, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """A principle that an interviewer asks for; ``via`` are the guide's principles whose stories answer it."""

    id: str
    name: str
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody who interviews in a loop."""

    name: str
    principles: tuple[Sought, ...]
    bar_raiser: bool = False
    minutes: float | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class Lock:
    """A choice that the plan must keep."""

    interviewer: str
    principle: str
    story: str
    seat: Seat = "first"


@dataclass(frozen=True, slots=True)
class Told:
    """A story that was told in an interview before."""

    story: str
    company: str
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """When its owner can practise."""

    start: str = "19:00"
    """Local time, ``HH:MM``."""
    minutes: int = 30
    days: tuple[str, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    sessions: int = 12
    """So many sessions at the most."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A day of interviews, as ``LOOP.toml`` tells it."""

    interviewers: tuple[Interviewer, ...]
    company: str = ""
    role: str = ""
    on: str | None = None
    """The day of the loop."""
    locked: tuple[Lock, ...] = ()
    told: tuple[Told, ...] = ()
    leave_out: tuple[str, ...] = ()
    backups: bool = True
    share_backups: bool = False
    """Whether one story may stand by for several questions; whoever tells it once has told it."""
    practice: Practice = Practice()


@dataclass(frozen=True, slots=True)
class Choice:
    """A story in its place, and what speaks for and against it."""

    story: str
    title: str
    points: int
    """0 to 1000: how good a choice it is for this question."""
    because: tuple[str, ...]
    minding: tuple[str, ...]
    """What to mind, such as that it was told to this company before."""
    opening: str
    figures: tuple[str, ...]
    """The figures to defend, each in its clause."""
    flag: str | None
    """The red flag to mind, by name, or ``None`` where none is raised."""
    telling: str
    """In which length to tell it."""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One question to expect: an interviewer and a principle, with a first story and one to fall back on."""

    interviewer: str
    bar_raiser: bool
    principle: str
    name: str
    first: Choice | None
    backup: Choice | None
    uncovered: str | None
    """Why there is no story, in words."""
    no_backup: str | None


@dataclass(frozen=True, slots=True)
class Aims:
    """What a plan reaches, in the order in which it was sought; each is the best possible, the ones before it kept."""

    covered: int
    quality: int
    backups: int
    backup_quality: int


@dataclass(frozen=True, slots=True)
class LoopPlan:
    """Which story goes where. The same loop and stories give the same plan."""

    company: str
    role: str
    on: str | None
    level: str
    slots: tuple[Slot, ...]
    aims: Aims
    notes: tuple[str, ...]
    """What the plan as a whole needs to say."""
    left_out: tuple[LeftOut, ...]
    practice: Practice = Practice()


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    """How ready one principle is, why, and what that rests on."""

    principle: str
    name: str
    standing: Standing
    because: str
    rests_on: tuple[str, ...]
    """Titles of the stories that it rests on."""
    next: str | None
    """The one next thing for this principle, or ``None`` where it is ready."""
    story: str | None = None
    """The id of the story that the next thing is to be done to; ``None`` where one is to be written."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How many principles stood where on a day."""

    on: str
    stories: int
    ready: int
    nearly: int
    not_yet: int
    moved: tuple[str, ...]
    """What moved since the day before it in the list, in words."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready the stories are. ``lines`` is empty where there are too few to say; ``because`` says so."""

    level: str
    stories: int
    lines: tuple[ReadinessLine, ...]
    next: str | None
    """The one next thing to do."""
    because: str
    over_time: tuple[Snapshot, ...]
    left_out: tuple[LeftOut, ...] = ()
    """Texts that do not count, each with the reason."""
