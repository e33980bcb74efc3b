"""A real server over a real bank, on a free port of this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from starproof.api import open_bank
from starproof.api.drafts import Drafts
from starproof.bank import Bank
from starproof.engine import Reviewer
from starproof.web.app import create_app
from starproof.web.desk import Desk
from starproof.web.safety import Gate
from starproof.web.serving import LOCAL, listen
from tests.browser import chromium
from tests.waiting import PATIENCE, until
from tests.web.browser import Process, serve

NOW = "2026-03-31T09:30:00Z"


@dataclass(frozen=True, slots=True)
class Served:
    """A running app."""

    url: str
    bank: Bank
    desk: Desk
    clients: list[httpx.Client] = field(default_factory=list)

    def client(self, **headers: str) -> httpx.Client:
        """A client that follows redirects, as a browser does; closed when the app ends.

        It reads no certificates: they take longer than a page, and on this machine none is asked for.
        """
        own = {"follow_redirects": True, "timeout": PATIENCE, "verify": False}
        made = httpx.Client(base_url=self.url, headers=headers, **own)
        self.clients.append(made)
        return made


def running(
    bank: Bank, reviewer: Reviewer, *, token: str | None = None, clock: Callable[[], str] | None = None
) -> Iterator[Served]:
    """An app that runs until the test is done; ``clock`` is that of practice."""
    made = listen("127.0.0.1", 0)
    port = made.getsockname()[1]
    home = Path(bank.where).parent
    desk = Desk(bank, reviewer, lambda: NOW, Drafts(home / "unsaved"), home, clock)
    app = create_app(desk, Gate.at(LOCAL, port, token=token))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [made]}, daemon=True)
    thread.start()
    until(lambda: server.started, every=0.01)
    served = Served(f"http://127.0.0.1:{port}", bank, desk)
    yield served
    for client in served.clients:
        client.close()
    server.should_exit = True
    thread.join(PATIENCE)
    made.close()


@pytest.fixture
def bank(tmp_path: Path, reviewer: Reviewer) -> Iterator[Bank]:
    with open_bank(tmp_path / "bank.db", reviewer=reviewer, now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def served(bank: Bank, reviewer: Reviewer) -> Iterator[Served]:
    yield from running(bank, reviewer)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    """The command itself, in a process that may be killed."""
    started = serve(tmp_path)
    yield started
    started.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found
