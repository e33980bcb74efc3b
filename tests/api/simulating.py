"""Somebody who practises by the dice: answers, edits, pauses, comes back after crashes, tries what cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, get_args

import pytest

from starproof.api.practising import open_steps
from starproof.core.practice import GRADES, Asked, Mode, Session, Step, StepKind
from starproof.errors import BankError, PracticeError
from starproof.practice.session import take
from tests.api.practising_at import Room
from tests.practice.session.making import heard

KINDS: tuple[StepKind, ...] = get_args(StepKind)
LONGEST = 120
"""Steps after which whoever practises has had enough."""


@dataclass
class Practising:
    """One session from its beginning to its end, with a ledger of all that was said in it."""

    room: Room
    dice: Random
    stories: Sequence[Sequence[str]]
    """The sentences of each story from which answers are taken."""
    session: Session
    said: dict[tuple[int, int], str] = field(default_factory=dict)
    """By assignment and turn, the words as they must stand."""
    asked: list[Asked] = field(default_factory=list)
    refused: int = 0
    crashes: int = 0

    def run(self) -> Session:
        """Practise until the session is over."""
        for _ in range(LONGEST):
            if self.session.phase == "done":
                return self.session
            self._move()
            self._kept()
        return self._done("ended")

    def _move(self) -> None:
        self.room.clock.turn(self.dice.choice((0.0, 1.5, 12.0, 70.0, 400.0)))
        for chance, move in ((0.12, self._crash), (0.1, self._wrong), (0.05, self._late), (0.08, self._look)):
            if self.dice.random() < chance:
                move()
        kinds = [kind for kind in open_steps(self.session) if kind not in ("ended", "edited", "paused")]
        kind = kinds[0] if self.dice.random() < 0.75 else self.dice.choice(open_steps(self.session))
        if kind == "ended" and self.dice.random() < 0.9:
            return
        if kind == "answered" and self.dice.random() < 0.15:
            self._torn()
        else:
            self._done(kind)

    def _done(self, kind: StepKind) -> Session:
        """Take a step that can be taken, and write it into the ledger."""
        before, fields = self.session, self._fields(kind)
        try:
            taken = self.room.take(before, kind, wait=0.0, **fields)
        except PracticeError as error:
            if error.code not in ("E-SES-029", "E-SES-033"):  # time is not up, or nothing was said
                raise
            self.refused += 1
            return before
        self._note(before, taken, kind, fields)
        return taken

    def _note(self, before: Session, taken: Session, kind: StepKind, fields: dict[str, Any]) -> None:
        place = (before.at, len(before.attempt.turns))
        script = fields.get("transcript")
        if kind == "answered" and not ("recording" in fields and script is None):
            self.said[place] = fields.get("text") or script.text
        if kind == "transcribed":
            self.said[place[0], place[1] - 1] = script.text
        if kind == "edited":
            self.said[fields["assignment"], fields["turn"]] = fields["text"]
        self.session = taken
        if taken.asking is not None and taken.asking != before.asking and taken.asking not in self.asked:
            self._asked(taken, taken.asking)

    def _asked(self, session: Session, asked: Asked) -> None:
        """A follow-up quotes what was said, and is a new one."""
        turn = session.attempt.turns[asked.turn].text
        assert all(one.span.of(turn) == one.quote and one.quote in asked.question for one in asked.evidence)
        assert asked.key not in {one.key for one in self.asked}
        assert _plain(asked.question) not in {_plain(one.question) for one in self.asked}
        self.asked.append(asked)

    def _fields(self, kind: StepKind) -> dict[str, Any]:
        fields: dict[StepKind, Callable[[], dict[str, Any]]] = {
            "answered": self._answer,
            "transcribed": lambda: {"transcript": heard(self._words())},
            "edited": self._edit,
            "named": lambda: {"story": self._name(), "seconds": self.dice.uniform(0, 12)},
            "rated": lambda: {"grade": self.dice.choice(GRADES)},
            "closed": lambda: {"closing": self.dice.choice(("speaker", "time"))},
        }
        return fields[kind]() if kind in fields else {}

    def _answer(self) -> dict[str, Any]:
        way = self.dice.random()
        if way < 0.6:
            return {"text": self._words()}
        if way < 0.8:
            return {"recording": "a.wav", "transcript": heard(self._words())}
        return {"recording": "a.wav", "seconds": 9.0}

    def _words(self) -> str:
        """A whole story, some of its sentences, or one that says little."""
        story, way = self.dice.choice(self.stories), self.dice.random()
        if way < 0.3:
            return " ".join(story)
        if way < 0.9:
            start = self.dice.randrange(len(story))
            return " ".join(story[start : start + self.dice.randint(1, 4)])
        return self.dice.choice(("I don't know.", "It was a team effort.", "That is confidential.", "7", "No."))

    def _edit(self) -> dict[str, Any]:
        (assignment, turn), text = self.dice.choice(sorted(self.said.items()))
        words = text.split()
        at = self.dice.randrange(len(words))
        return {"assignment": assignment, "turn": turn, "text": " ".join([*words[:at], "quite", *words[at:]])}

    def _name(self) -> str | None:
        wanted = self.session.assignment
        return self.dice.choice((wanted.story, wanted.story, *wanted.fitting, "nothing-of-the-kind", None))

    def _crash(self) -> None:
        """Come in anew: everything stands as it stood."""
        self.room.enter()
        assert self.room.studio.open(self.session.setup.id) == self.session
        self.crashes += 1

    def _torn(self) -> None:
        """A crash right after the answer was kept and before the interviewer was heard."""
        before, text = self.session, self._words()
        step = Step(self.room.clock(), "answered", before.at, text=text)
        taken = take(before, step)
        self.room.bank.practice.take(before.setup.id, step, after=before.steps)
        self.room.enter()
        opened = self.room.studio.open(before.setup.id)
        assert opened.attempts[before.at].turns == taken.attempts[before.at].turns
        assert opened.phase != "follow-up" or opened.asking is not None
        self.crashes += 1
        self._note(before, opened, "answered", {"text": text})

    def _wrong(self) -> None:
        """What the state forbids is refused and changes nothing."""
        forbidden = [kind for kind in KINDS if kind not in open_steps(self.session) or kind == "probed"]
        with pytest.raises(PracticeError) as refused:
            self.room.take(self.session, self.dice.choice(forbidden), wait=0.0, text="Wrong.", grade="good")
        assert refused.value.hint
        assert self.room.studio.open(self.session.setup.id) == self.session
        self.refused += 1

    def _late(self) -> None:
        """A window that saw less is refused."""
        if not self.session.steps:
            return
        with pytest.raises(BankError, match="moved on"):
            self.room.studio.step(self.session.setup.id, "paused", after=self.session.steps - 1)

    def _look(self) -> None:
        number = self.dice.randrange(len(self.session.attempts))
        look = self.room.studio.look(self.session.setup.id, number)
        turns = look.attempt.turns
        for start, turn in zip(look.starts, turns, strict=True):
            assert look.text[start : start + len(turn.text)] == turn.text

    def _kept(self) -> None:
        """Every word that was said stands where it was said."""
        for (assignment, turn), text in self.said.items():
            assert self.session.attempts[assignment].turns[turn].text == text


def wishes(mode: Mode, dice: Random, stories: Sequence[str]) -> dict[str, Any]:
    """What somebody may wish of a session of this mode."""
    wanted: dict[str, Any] = {"draw": dice.choice((None, "due", "asked")), "many": dice.choice((None, 1, 2, 3))}
    if mode != "retrieval" and dice.random() < 0.5:
        wanted["story"] = dice.choice(stories)
    if mode in ("story", "essay") and dice.random() < 0.3:
        wanted["question"] = dice.choice(("DD-Q01", "Tell me about a figure you had to check yourself."))
    if mode == "story" and dice.random() < 0.5:
        wanted |= {"minutes": dice.choice((2, 3, 4)), "think": 0.0, "seconds": dice.choice((None, 240.0))}
    return {"block": dice.choice((None, 20))} if mode == "loop" else wanted


def _plain(question: str) -> str:
    return " ".join(question.split()).casefold()
