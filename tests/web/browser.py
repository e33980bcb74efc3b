"""A real `starproof serve` that can be killed, and pages that are left and come back to."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TextIO

from tests.forked import Forked, told_apart
from tests.waiting import until

KILLS = int(os.environ.get("STARPROOF_KILLS", "3"))
"""How often the app is killed while somebody types; 100 times take some minutes."""
START = "from starproof.cli import main; main()"


@dataclass(slots=True)
class Process:
    """A running `starproof serve`."""

    home: Path
    process: Forked | subprocess.Popen[bytes]
    url: str
    stderr: TextIO

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self.process.kill()
        self.process.wait()
        self.stderr.close()


def serve(home: Path, *more: str, port: int = 0, start: str = START, fresh: bool = os.name != "posix") -> Process:
    """Start `starproof serve` with its own data folder; returns when it says where it is.

    A fresh one is begun as by a user, and loads everything for itself.
    """
    arguments = ["serve", "--no-open", "--port", str(port), *more]
    environment = {**os.environ, "STARPROOF_HOME": str(home), "STARPROOF_BANK": ""}
    ear, mouth = os.pipe()
    process: Forked | subprocess.Popen[bytes]
    if fresh:
        process = subprocess.Popen([sys.executable, "-c", start, *arguments], stderr=mouth, env=environment)
        os.close(mouth)
    else:
        with Connection(mouth, readable=False) as told:
            process = Forked(start, arguments, environment, told, take=told_apart)
    stderr = os.fdopen(ear, encoding="utf-8")
    line = stderr.readline()
    found = re.search(r"http://\S+", line)
    assert found, line + stderr.read()
    return Process(home, process, found.group().rstrip("/"), stderr)


def come_back(page: Any, address: str, area: str, ends: str) -> None:
    """Load a page until what was typed there ends so.

    What a page sends as it closes may arrive after the next page was asked for, or never where its tab dies of being
    slow; then it stands in what the browser keeps. So give the next page of the same context: a page alone in its
    context takes all that it kept away as it closes, which no closed tab does.
    """

    def seen() -> bool:
        page.goto(address, wait_until="networkidle")  # some pages ask for it once they are there
        return str(page.locator(area).input_value()).endswith(ends)

    until(seen)


LATE = """(() => {
  const often = 20;
  let before = performance.now();
  window.late = 0;
  setInterval(() => {
    const now = performance.now();
    window.late = Math.max(late, now - before - often);
    before = now;
  }, often);
})()"""
"""Has a page know by how many milliseconds something that it meant to do at a time was late."""


class Sent:
    """What a page sends to addresses with these words, and how much later than on a machine at rest it gets there."""

    def __init__(self, page: Any, words: str) -> None:
        self.page, self.words = page, words
        self.under_way: set[Any] = set()
        page.add_init_script(LATE)
        page.on("request", lambda request: self.under_way.add(request) if words in request.url else None)
        for end in ("requestfinished", "requestfailed"):
            page.on(end, lambda request: self.under_way.discard(request))

    def delay(self) -> float:
        """What the machine added to a promise, in seconds: by how much the page was late and a request took, at the
        most. Those are counted too that were under way as the app was killed, once they have failed."""
        until(lambda: self.page.evaluate("true") and not self.under_way)
        found = f"performance.getEntriesByType('resource').filter(one => one.name.includes('{self.words}'))"
        return float(self.page.evaluate(f"late + Math.max(0, ...{found}.map(one => one.duration))")) / 1000


def keeps_all_but_the_last_second(browser: Any, process: Process, path: str, *, area: str, sent_to: str) -> None:
    """Kill the app while somebody types into an area of this page, and look at what is there when it is back.

    ``sent_to`` is in the address to which the page sends what is typed.
    """
    chance = random.Random(path)
    page = browser.new_page()
    sent = Sent(page, sent_to)
    try:
        for _ in range(KILLS):
            page.goto(process.url + path)
            before = page.locator(area).input_value()
            sent.under_way.clear()  # what the last page sent as it was left
            times = _typed(page.locator(area), chance)
            killed = time.monotonic()
            process.kill()
            surely = killed - 1.0 - sent.delay()
            process = serve(process.home)
            page.goto(process.url + path)
            kept = max((words for at, words in times if at < surely), key=len, default="")
            assert page.locator(area).input_value().startswith(before + kept)
    finally:
        page.close()
        process.kill()


def _typed(area: Any, chance: random.Random) -> list[tuple[float, str]]:
    """Type for a second or two at the end of an area: the words after each key, with its time."""
    area.press("Control+End")
    typed, ends = "", time.monotonic() + chance.uniform(1.2, 2.5)
    times: list[tuple[float, str]] = []
    while time.monotonic() < ends:
        typed += chance.choice("abc ")
        area.press(typed[-1] if typed[-1] != " " else "Space")
        times.append((time.monotonic(), typed))
    return times
