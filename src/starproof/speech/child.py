"""The worker process: one recording after the other, with the model kept in between.

In, a line of JSON each: ``{"do": "transcribe", ...}``, ``{"do": "cancel"}``. Out: ``{"share": 0.4}`` at work, and then
one of ``{"done": transcript}``, ``{"cancelled": true}`` and ``{"failed": {...}}``.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TextIO

from starproof.errors import StarproofError
from starproof.speech.codec import as_dict
from starproof.speech.engines import make_transcriber
from starproof.speech.transcriber import Cancelled, EngineSettings, Transcriber


class Child:
    """What the worker process knows: the model it has loaded, and whether the job at hand was called off."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.jobs: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self.called_off = threading.Event()
        self.loaded: tuple[tuple[str, EngineSettings], Transcriber] | None = None

    def listen(self) -> None:
        """Take in what the parent says; end the process when it has gone."""
        for line in sys.stdin:
            asked = json.loads(line)
            if asked["do"] == "cancel":
                self.called_off.set()
            else:
                self.called_off.clear()
                self.jobs.put(asked)
        os._exit(0)

    def work(self) -> None:
        """Do one job after the other, for ever."""
        while True:
            self.say(self.answer(self.jobs.get()))

    def answer(self, job: dict[str, Any]) -> dict[str, Any]:
        """How a job ended."""
        try:
            settings = EngineSettings(**{**job["settings"], "model": Path(job["settings"]["model"])})
            transcript = self.transcriber(job["engine"], settings).transcribe(
                Path(job["path"]),
                progress=lambda share: self.say({"share": share}),
                cancelled=self.called_off.is_set,
                prompt=job["prompt"],
            )
        except Cancelled:
            return {"cancelled": True}
        except StarproofError as error:
            return {"failed": _told(error)}
        except Exception as error:  # an engine may fail in ways of its own; the next job must still be done
            return {
                "failed": _told(
                    StarproofError("E-SPE-031", f"The speech engine failed: {error!r}.", "Try again, else report it.")
                )
            }
        return {"done": as_dict(transcript)}

    def transcriber(self, engine: str, settings: EngineSettings) -> Transcriber:
        """The transcriber of these settings, loaded now or kept from before."""
        if self.loaded is None or self.loaded[0] != (engine, settings):
            self.loaded = None  # frees the memory of the one before
            self.loaded = (engine, settings), make_transcriber(engine, settings)
        return self.loaded[1]

    def say(self, answer: dict[str, Any]) -> None:
        """Send a line to the parent."""
        self.out.write(json.dumps(answer) + "\n")
        self.out.flush()


def _told(error: StarproofError) -> dict[str, str]:
    return {"kind": type(error).__name__, "code": error.code, "message": error.message, "hint": error.hint}


def main() -> None:
    """Serve the parent. What a library prints must not mix with our answers, so standard output is moved away first."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    child = Child(out)
    threading.Thread(target=child.listen, daemon=True).start()
    child.work()


if __name__ == "__main__":
    main()
