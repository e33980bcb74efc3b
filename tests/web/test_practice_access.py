"""Every phase of a session can be used by everybody: on a phone, by ear, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx

from tests.waiting import PATIENCE
from tests.web.axe import COLOURS, WIDTHS, looking, runs_off, violations
from tests.web.browser import Process
from tests.web.sitting import ANSWER
from tests.web.test_practice_browser import home, running

__all__ = ["home", "running"]


def phases(url: str) -> Iterator[tuple[str, str]]:
    """A session in each phase, by name."""
    place = f"{url}/api/v1/practice/sessions"

    def at(*steps: dict[str, Any], **wishes: Any) -> str:
        made = httpx.post(place, json=wishes, timeout=PATIENCE).json()
        for step in steps:
            said = {"after": made["steps"], **step}
            made = httpx.post(f"{place}/{made['id']}/steps", json=said, timeout=PATIENCE).json()
        return f"/practice/{made['id']}"

    ready, answered = {"kind": "ready"}, {"kind": "answered", "text": ANSWER}
    closed, rated = {"kind": "closed", "closing": "speaker"}, {"kind": "rated", "grade": "hard"}
    told = {"story": "s-0"}
    yield "think", at(**told)
    yield "paused", at({"kind": "paused"}, **told)
    yield "answer", at(ready, **told)
    yield "follow-up", at(ready, answered, **told)
    yield "rate", at(ready, answered, closed, **told)
    at(ready, {"kind": "answered", "text": "It was slow."}, closed, rated, {"kind": "next"}, **told)
    looked = at(ready, answered, closed, rated, **told)
    yield "look", looked
    yield "look again", f"{looked}/look/0"
    yield "done", at(ready, answered, closed, rated, {"kind": "next"}, **told)
    httpx.put(f"{url}/api/v1/recordings/silent", json={"mime": "audio/wav"}, timeout=PATIENCE)
    yield "transcribe", at(ready, {"kind": "answered", "recording": "silent"}, **told)
    yield "defence", at(mode="defence", many=1)
    yield "naming", at(mode="retrieval", many=1, seconds=3600)  # it goes on by itself when its time is over
    named = {"kind": "named", "story": "s-0", "seconds": 2.5}
    yield "named", at(named, mode="retrieval", many=1)
    yield "drilled", at(named, {"kind": "next"}, mode="retrieval", many=1)
    yield "essay", at(mode="essay", story="s-0")
    yield "choose", "/practice"
    yield "chosen", "/practice?story=s-0"
    yield "log", "/practice/log"


def test_every_phase_can_be_used_by_everybody(browser: Any, running: Process) -> None:
    found = {}
    with looking(browser, "light", "phone") as page:
        for name, address in phases(running.url):
            page.set_viewport_size(WIDTHS["phone"])
            page.emulate_media(color_scheme="light")
            page.goto(running.url + address)
            wrong = violations(page)
            page.emulate_media(color_scheme="dark")
            wrong += [f"dark: {one}" for one in page.evaluate(COLOURS)]
            wrong += [f"runs off by {runs_off(page)}"] if runs_off(page) else []
            page.set_viewport_size(WIDTHS["desktop"])
            found[name] = wrong + ([f"runs off by {runs_off(page)} when wide"] if runs_off(page) else [])
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
