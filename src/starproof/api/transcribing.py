"""Recordings to text, in the background: any thread starts a job, asks how far it is, takes the result, or stops it."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Literal

from starproof.api.banking import data_folder
from starproof.core.speech import Transcript
from starproof.errors import NotFound, PracticeError, StarproofError
from starproof.speech.engines import DEFAULT as ENGINE
from starproof.speech.models import DEFAULT, PLACE, Kept, download, find_kept, find_model, status
from starproof.speech.transcriber import Cancelled, EngineSettings, ignore, never
from starproof.speech.worker import Job, Worker

MODEL = DEFAULT
"""The model that is used where none is named."""
State = Literal["waiting", "running", "done", "failed", "cancelled"]
IDLE = 300.0
"""Seconds without a job after which the model leaves memory."""
KEPT = 100
"""Finished jobs that are remembered at the most."""
MOST_THREADS = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    state: State
    share: float
    """From 0 to 1; never less than before."""
    error: StarproofError | None = None
    """Why it failed, when it did."""

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {"done", "failed", "cancelled"}


@dataclass(slots=True)
class _Task:
    job: Job
    state: State = "waiting"
    share: float = 0.0
    transcript: Transcript | None = None
    error: StarproofError | None = None
    off: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def advance(self, share: float) -> None:
        self.share = max(self.share, share)

    def call_off(self) -> None:
        """One that still waits is over at once."""
        self.off.set()
        if self.state == "waiting":
            self.state = "cancelled"
            self.over.set()


class Transcribing:
    """A queue of recordings before one worker process. Safe for any number of threads; nothing of it is kept on disk.

    Args:
        models: where models lie; ``None`` for ``models`` in the data folder.
        model: a name of the catalogue, or the path of a folder.
        engine: a name that ``starproof.speech.engines`` lists.
        language: two letters, such as ``en``; a job fails where the model does not hear it.
        threads: of the processor; ``None`` for all up to four.
        idle: seconds without a job after which the worker process ends.
    """

    def __init__(
        self,
        models: Path | None = None,
        *,
        model: str = MODEL,
        engine: str = ENGINE,
        language: str = "en",
        threads: int | None = None,
        idle: float = IDLE,
    ) -> None:
        self.models = models or models_folder()
        self.model, self.engine, self.language, self.idle = model, engine, language.strip().lower(), idle
        self.threads = threads or min(os.cpu_count() or 1, MOST_THREADS)
        self._tasks: OrderedDict[str, _Task] = OrderedDict()
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._worker = Worker()
        self._thread: threading.Thread | None = None

    def start(self, job: str, path: Path, *, prompt: str | None = None) -> Progress:
        """Begin a job, or leave it be when it has been begun before with this very file; otherwise it begins anew.

        One that failed or was called off begins anew too.

        Raises:
            NotFound: when the model is not on this machine; the hint says how to get it.
            InputError: when the model is not whole.
        """
        with self._lock:
            before = self._tasks.get(job)
            if before and before.job.path == path and before.state in {"waiting", "running", "done"}:
                return _progress(before)
        settings = self._settings()
        with self._lock:
            if before := self._tasks.get(job):
                before.call_off()
            task = self._tasks[job] = _Task(Job(path, settings, self.engine, prompt))
            self._tasks.move_to_end(job)
            self._drop_oldest()
            self._queue.put(task)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="transcribing", daemon=True)
                self._thread.start()
        return _progress(task)

    def progress(self, job: str) -> Progress:
        """How far a job is.

        Raises:
            NotFound: when no such job was begun, or it was forgotten.
        """
        return _progress(self._task(job))

    def wait(self, job: str, seconds: float) -> Progress:
        """How far a job is once it is over, or after so many seconds.

        Raises:
            NotFound: when there is no such job.
        """
        task = self._task(job)
        task.over.wait(seconds)
        return _progress(task)

    def result(self, job: str, *, wait: float = 0.0) -> Transcript:
        """What was heard.

        Args:
            job: its id.
            wait: seconds to wait for it at the most.

        Raises:
            NotFound: when there is no such job.
            PracticeError: when it is not done yet, or was called off.
            StarproofError: why it failed.
        """
        task = self._task(job)
        task.over.wait(wait)
        if task.error:
            raise task.error
        if task.transcript is None:
            doing = "was called off" if task.state == "cancelled" else "is not done yet"
            raise PracticeError(
                "E-SPE-051", f"The transcription {job!r} {doing}.", "Ask for its progress, or begin it."
            )
        return task.transcript

    def path(self, job: str) -> Path:
        """The file that a job hears.

        Raises:
            NotFound: when there is no such job.
        """
        return self._task(job).job.path

    def cancel(self, job: str) -> Progress:
        """Call a job off; it ends within two seconds. One that is over stays as it is.

        Raises:
            NotFound: when there is no such job.
        """
        task = self._task(job)
        with self._lock:
            task.call_off()
        return _progress(task)

    def forget(self, job: str) -> None:
        """Call a job off and remember nothing of it; no such job is no error."""
        with self._lock:
            if task := self._tasks.pop(job, None):
                task.call_off()

    def close(self) -> None:
        """Call everything off and end the worker process."""
        with self._lock:
            for task in self._tasks.values():
                task.call_off()
            thread, self._thread = self._thread, None
            if thread:
                self._queue.put(None)
        if thread:
            thread.join()

    @property
    def worker_pid(self) -> int | None:
        """The worker process, while there is one."""
        return self._worker.pid

    def _settings(self) -> EngineSettings:
        name, path = find_kept(self.model, self.models)
        return EngineSettings(path, name, self.language, self.threads)

    def _task(self, job: str) -> _Task:
        with self._lock:
            task = self._tasks.get(job)
        if task is None:
            raise NotFound("E-SPE-050", f"There is no transcription {job!r}.", "Begin it first.")
        return task

    def _drop_oldest(self) -> None:
        over = [name for name, task in self._tasks.items() if task.over.is_set()]
        for name in over[: max(len(over) - KEPT, 0)]:
            del self._tasks[name]

    def _run(self) -> None:
        """The thread that hands jobs to the worker process, one by one."""
        while True:
            try:
                task = self._queue.get(timeout=self.idle if self._worker.pid else None)
            except Empty:
                self._worker.stop()
                continue
            if task is None:
                self._worker.stop()
                return
            with self._lock:
                if task.state == "waiting":
                    task.state = "running"
            if task.state == "running":
                self._do(task)

    def _do(self, task: _Task) -> None:
        state: State = "failed"
        try:
            task.transcript = self._worker.transcribe(task.job, progress=task.advance, cancelled=task.off.is_set)
            state = "done"
        except Cancelled:
            state = "cancelled"
        except StarproofError as error:
            task.error = error
        except Exception as error:  # the thread must go on, and whoever waits must learn of it
            task.error = StarproofError(
                "E-SPE-031", f"The transcription failed: {error!r}.", "Try again, else report it."
            )
        finally:
            task.state = state
            task.over.set()


def _progress(task: _Task) -> Progress:
    return Progress(task.state, task.share, task.error)


def models_folder() -> Path:
    """Where fetched speech models lie: ``models`` in the data folder."""
    return data_folder() / "models"


def speech_models() -> tuple[Kept, ...]:
    """Every speech model that starproof knows, and whether it is on this machine."""
    return status(models_folder())


def speech_model(name: str) -> Kept:
    """One of them.

    Raises:
        NotFound: when there is none with this name; the hint gives the closest.
    """
    wanted = find_model(name)
    return next(kept for kept in speech_models() if kept.model == wanted)


def fetch_model(
    name: str,
    *,
    consent: bool,
    progress: Callable[[float], None] = ignore,
    cancelled: Callable[[], bool] = never,
    place: str = PLACE,
) -> Path:
    """Fetch a model into the data folder; see ``starproof.speech.models.download`` for what it raises."""
    return download(name, models_folder(), consent=consent, progress=progress, cancelled=cancelled, place=place)
