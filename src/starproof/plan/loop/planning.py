"""The plan of a loop: questions, stories and points in; who tells what to whom, and why, out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from starproof.core.ages import day_given
from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Guide
from starproof.core.planning import Choice, Interviewer, Lock, Loop, LoopPlan, Seat, Slot, Sought
from starproof.errors import InputError, NotFound
from starproof.guides import load_guide
from starproof.plan.loop.explaining import no_backup, notes, uncovered
from starproof.plan.loop.projects import projects
from starproof.plan.loop.seating import Seating, Table, seat
from starproof.plan.loop.telling import telling
from starproof.plan.loop.worth import Worth, past, worth
from starproof.plan.stories import banked, title, usable
from starproof.plan.strength import strengths


@dataclass(frozen=True, slots=True)
class Question:
    """One question to expect."""

    who: int
    """Index of the interviewer."""
    interviewer: Interviewer
    sought: Sought


def plan_loop(
    loop: Loop, stories: Iterable[Banked | Story], *, guide: Guide | None = None, today: str | None = None
) -> LoopPlan:
    """The best seating of stories in a loop, exactly; ``seating`` tells the aims in their order.

    Args:
        loop: who asks for what; ``read_loop`` reads it from TOML.
        stories: from a bank, or texts, which are reviewed.
        guide: by which to judge; ``None`` for the shipped guide.
        today: the day by which ages are told where the loop has no date, as ``2026-03-31``.

    Returns:
        One slot for each interviewer and principle, in the loop's order. What cannot be covered says why. The
        same loop and stories give the same plan, in whatever order the stories come.

    Raises:
        InputError: when a lock names a story that is archived, or the locks leave no plan at all.
        NotFound: when a lock names no story.
        UsageError: when ``today`` is no date.
        MissingExtra: when the solver does not run on this machine.
    """
    book, today = guide or load_guide(), day_given(today)
    everything = banked(stories, guide=book)
    _check(loop, everything)
    able, left_out = usable(everything)
    locked = {lock.story for lock in loop.locked}
    counting = {story.id for story in able}.difference(loop.leave_out)
    kept = [story for story in everything if story.id in locked or story.id in counting]
    draft = _Draft(loop, book, kept, loop.on or today)
    seating = seat(draft.table())
    slots = tuple(draft.slots(seating))
    gone = tuple(out for out in left_out if out.story not in locked)
    return LoopPlan(
        company=loop.company,
        role=loop.role,
        on=loop.on,
        level=book.level,
        slots=slots,
        aims=seating.aims,
        notes=tuple(notes(loop, slots, kept, draft.groups, everything)),
        left_out=gone,
        practice=loop.practice,
    )


def _nearest(id_: str, known: Collection[str]) -> str:
    close = get_close_matches(id_, known, n=3, cutoff=0.6)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return (
        f"There are {', '.join(sorted(known)[:12])}{' ...' if len(known) > 12 else ''}." if known else "There is none."
    )


def _check(loop: Loop, stories: Sequence[Banked]) -> None:
    """See that every story that the loop names is there."""
    known = {story.id: story for story in stories}
    for lock in loop.locked:
        story = known.get(lock.story)
        if story is None:
            raise NotFound(
                "E-PLN-033",
                f"The loop locks the story {lock.story!r}, which is not there.",
                _nearest(lock.story, known),
            )
        if story.archived:
            raise InputError(
                "E-PLN-034", f"The loop locks the story {lock.story!r}, which is archived.", "Restore it, or unlock it."
            )


class _Draft:
    """A plan in the making."""

    def __init__(self, loop: Loop, guide: Guide, stories: Sequence[Banked], today: str | None) -> None:
        self.loop = loop
        self.guide = guide
        self.stories = stories
        self.groups = projects(stories)
        self.questions = [
            Question(who, interviewer, sought)
            for who, interviewer in enumerate(loop.interviewers)
            for sought in interviewer.principles
        ]
        self._place = {story.id: place for place, story in enumerate(stories)}
        self._locks = {self._at(lock): self._place[lock.story] for lock in loop.locked}
        self._worths = self._weighed(today)

    def _at(self, lock: Lock) -> tuple[int, Seat]:
        for number, question in enumerate(self.questions):
            if (question.interviewer.name, question.sought.id) == (lock.interviewer, lock.principle):
                return number, lock.seat
        raise InputError(
            "E-PLN-022",
            f"The loop locks {lock.principle!r} for {lock.interviewer!r}, who does not ask for it.",
            "Lock what an interviewer asks for.",
        )

    def _weighed(self, today: str | None) -> list[dict[int, Worth]]:
        """By question: what each story is worth that may be told."""
        sought = {question.sought.id: question.sought for question in self.questions}
        by_principle: dict[str, dict[int, Worth]] = {key: {} for key in sought}
        for place, story in enumerate(self.stories):
            known, told = strengths(story), past(story, self.loop)
            for key, one in sought.items():
                found = worth(story, one, known=known, told=told, today=today, level=self.guide.level)
                if found is not None:
                    by_principle[key][place] = found
        weighed = [dict(by_principle[question.sought.id]) for question in self.questions]
        for (number, _), place in self._locks.items():
            weighed[number].setdefault(place, Worth(1, (), ("it does not show this: you locked it here",)))
        return weighed

    def table(self) -> Table:
        """What there is to seat."""
        return Table(
            points=[{place: found.points for place, found in worths.items()} for worths in self._worths],
            interviewer=[question.who for question in self.questions],
            doubled=[question.interviewer.bar_raiser for question in self.questions],
            groups=self.groups,
            locked=self._locks,
            backups=self.loop.backups,
            shared=self.loop.share_backups,
        )

    def slots(self, seating: Seating) -> Iterable[Slot]:
        """The questions in the loop's order, each with its stories or the reason why there is none."""
        told = self._where(seating)
        for number, question in enumerate(self.questions):
            first, backup = seating.first[number], seating.backup[number]
            shows = [self.stories[place] for place in self._worths[number]]
            lacks = None if first is not None else uncovered(question.sought, shows, told, self.stories)
            yield Slot(
                interviewer=question.interviewer.name,
                bar_raiser=question.interviewer.bar_raiser,
                principle=question.sought.id,
                name=question.sought.name,
                first=self._choice(number, first, "first"),
                backup=self._choice(number, backup, "backup"),
                uncovered=lacks,
                no_backup=no_backup(question.sought, shows, told)
                if self.loop.backups and backup is None and first is not None
                else None,
            )

    def _where(self, seating: Seating) -> Mapping[str, str]:
        """By story: where it is told, in words."""
        found: dict[str, str] = {}
        for seats, how in ((seating.backup, "stands by for"), (seating.first, "goes to")):
            for question, place in zip(self.questions, seats, strict=True):
                if place is not None:
                    name = self.stories[place].id
                    found[name] = f"{how} {question.interviewer.name} on {question.sought.name}"
        return found

    def _choice(self, number: int, place: int | None, seat_: Seat) -> Choice | None:
        if place is None:
            return None
        story, found = self.stories[place], self._worths[number][place]
        return Choice(
            story=story.id,
            title=title(story),
            points=found.points,
            because=found.because,
            minding=found.minding,
            opening=story.digest.opening,
            figures=tuple(dict.fromkeys(evidence.quote for evidence in story.digest.figures)),
            flag=self._flag(story),
            telling=telling(story, self.questions[number].interviewer),
            locked=(number, seat_) in self._locks,
        )

    def _flag(self, story: Banked) -> str | None:
        """The gravest flag that is raised, by name; the guide's order decides between equals."""
        order = ("error", "warning", "note")
        raised = [flag for flag in self.guide.red_flags if flag.id in story.digest.flags]
        return min(raised, key=lambda flag: order.index(flag.severity)).name if raised else None
