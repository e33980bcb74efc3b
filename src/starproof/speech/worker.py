"""A process that transcribes, seen from outside: started on the first job, kept, and started anew after a crash."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import starproof.errors as errors
from starproof.core.speech import Transcript
from starproof.errors import StarproofError
from starproof.speech.codec import from_dict
from starproof.speech.engines import DEFAULT
from starproof.speech.lifeline import start
from starproof.speech.transcriber import Cancelled, EngineSettings, ignore, never

GRACE = 1.0
"""Seconds that a job which was called off has to end by itself, with its model kept."""
POLL = 0.05


@dataclass(frozen=True, slots=True)
class Job:
    """One recording and how it is to be heard."""

    path: Path
    settings: EngineSettings
    engine: str = DEFAULT
    prompt: str | None = None


class Worker:
    """One worker process at the most. For one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._said: SimpleQueue[dict[str, Any] | None] = SimpleQueue()

    @property
    def pid(self) -> int | None:
        """The process, or ``None`` while there is none. Any thread may ask."""
        process = self._process  # another thread may be ending it
        return process.pid if process and process.poll() is None else None

    def transcribe(
        self, job: Job, *, progress: Callable[[float], None] = ignore, cancelled: Callable[[], bool] = never
    ) -> Transcript:
        """Do one job in the process.

        Raises:
            Cancelled: within about a second of ``cancelled`` saying true.
            StarproofError: what the engine raised, or E-SPE-030 when the process died. The next job gets a new one.
        """
        self._ask(job)
        asked_to_stop: float | None = None
        while True:
            answer = self._next()
            if asked_to_stop is None and cancelled():
                asked_to_stop = time.monotonic()
                self._send({"do": "cancel"})
            if asked_to_stop is not None and time.monotonic() - asked_to_stop > GRACE:
                self.stop()
                raise Cancelled
            if "share" in answer:
                progress(answer["share"])
            elif answer:
                return _result(answer)

    def stop(self) -> None:
        """End the process, if there is one; its memory is free after that."""
        process = self._process
        if process is None:
            return
        process.kill()
        process.wait()
        if process.stdin:
            with suppress(OSError):  # what was still to be sent has nobody left to read it
                process.stdin.close()
        self._process = None

    def _ask(self, job: Job) -> None:
        if self.pid is None:
            self._begin()
        settings = {**asdict(job.settings), "model": str(job.settings.model)}
        self._send(
            {
                "do": "transcribe",
                "engine": job.engine,
                "settings": settings,
                "path": str(job.path),
                "prompt": job.prompt,
            }
        )

    def _begin(self) -> None:
        self.stop()
        self._process = start("starproof.speech.child")
        self._said = SimpleQueue()
        threading.Thread(target=_listen, args=(self._process, self._said), daemon=True).start()

    def _send(self, line: dict[str, Any]) -> None:
        if self._process is None or self._process.stdin is None:
            return
        try:
            self._process.stdin.write(json.dumps(line) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):  # it has died; _next tells
            return

    def _next(self) -> dict[str, Any]:
        """What the process says next, or an empty dict when it says nothing for a moment."""
        try:
            answer = self._said.get(timeout=POLL)
        except Empty:
            return {}
        if answer is None:
            raise self._died()
        return answer

    def _died(self) -> StarproofError:
        code = self._process.wait() if self._process else None
        self.stop()
        return StarproofError(
            "E-SPE-030",
            f"The process that turns speech into text ended in the middle of its work (code {code}).",
            "Try again; if it happens again, close other programs to free memory, or choose a smaller model.",
        )


def _listen(process: subprocess.Popen[str], said: SimpleQueue[dict[str, Any] | None]) -> None:
    """Pass on what the process says, and at last ``None``, when it has ended."""
    assert process.stdout is not None
    with process.stdout as lines, suppress(ValueError):  # the last line may be half, when it was stopped
        for line in lines:
            said.put(json.loads(line))
    said.put(None)


def _result(answer: dict[str, Any]) -> Transcript:
    if "done" in answer:
        return from_dict(answer["done"])
    if "cancelled" in answer:
        raise Cancelled
    failed = answer["failed"]
    kind = getattr(errors, failed["kind"], StarproofError)
    raise kind(failed["code"], failed["message"], failed["hint"])
