"""Answers that are typed: line by line, or in an editor; what was typed is kept whatever happens."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from starproof.cli.editor import open_editor
from starproof.cli.practice.stage import Stage, TimeIsUp, half_a_line

Ending = Literal["said", "skip", "close", "pause", "time"]
END = "."
COMMANDS: dict[str, Ending] = {":skip": "skip", ":done": "close", ":pause": "pause"}
EDIT = ":edit"
OVER = "A line with only a full stop ends the answer; so does Ctrl-D."
ALSO = ":edit opens your editor, :skip passes over, :pause keeps it all for later."
NO_MORE = ":edit opens your editor, :skip passes over, :done ends the follow-ups, :pause keeps it all for later."


@dataclass(slots=True)
class Typed:
    """What came of waiting for an answer."""

    ending: Ending
    text: str


@dataclass(slots=True)
class Typing:
    """One answer on its way.

    Args:
        stage: where it is typed.
        keep: keeps the words so far; when it returns they survive a crash.
        prompt: what stands before each line.
        left: seconds until the interviewer moves on; ``None`` where nobody does.
        begun: words that are there already.
    """

    stage: Stage
    keep: Callable[[str], None]
    prompt: Callable[[], str]
    left: Callable[[], float | None] = lambda: None
    begun: str = ""
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.begun.splitlines()

    @property
    def text(self) -> str:
        """The words so far."""
        return "\n".join(self.lines).strip()

    def wait(self) -> Typed:
        """Wait until the answer is over.

        Raises:
            EOFError: when there is nothing more to read and nothing was said.
            KeyboardInterrupt: when it was broken off; the words are kept.
        """
        while True:
            try:
                line = self.stage.ask(self.prompt(), seconds=self.left())
            except EOFError:
                if not self.text:
                    raise
                return Typed("said", self.text)
            except TimeIsUp as over:
                self._take(str(over))
                return Typed("time", self.text)
            except KeyboardInterrupt:
                self._take(half_a_line())
                raise
            if line.strip() == END:
                return Typed("said", self.text)
            if line.strip() in COMMANDS:
                return Typed(COMMANDS[line.strip()], self.text)
            if line.strip() == EDIT and self.stage.asked:
                self.edit()
            else:
                self._take(line)

    def edit(self) -> None:
        """Change the words so far in the user's editor."""
        self.lines = in_editor(self.text, self.keep).splitlines()
        words = len(self.text.split())
        self.stage.hint(f"{words} words so far. Type on, or end the answer with a full stop on a line of its own.")

    def _take(self, line: str) -> None:
        self.lines.append(line)
        if line.strip() and self.stage.asked:
            self.keep(self.text)


def set_aside(text: str) -> Path:
    """Put words that no bank takes into a file of their own."""
    handle, name = tempfile.mkstemp(prefix="starproof-answer-", suffix=".md")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)


def in_editor(text: str, keep: Callable[[str], None]) -> str:
    """These words as they come out of the user's editor; each time it saves, they are kept.

    Raises:
        InputError: when it cannot be started or fails; what it saved is kept.
    """
    path, last = set_aside(text), text

    def saved() -> None:
        nonlocal last
        now = _read(path)
        if now is not None and now != last:
            last = now
            keep(now)

    try:
        open_editor(path, meanwhile=saved)
    finally:
        saved()
        path.unlink(missing_ok=True)
    return last


def _read(path: Path) -> str | None:
    """The words in the file; ``None`` while an editor has it away."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
    except OSError:
        return None
