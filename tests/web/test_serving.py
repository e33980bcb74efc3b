"""However the app is ended, it leaves a bank that is one whole file."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from pathlib import Path
from typing import cast

import httpx
import pytest
from fastapi.routing import APIRoute

from starproof.errors import UsageError
from starproof.web.app import create_app
from starproof.web.desk import Desk
from starproof.web.safety import Gate
from starproof.web.serving import listen
from tests.waiting import PATIENCE
from tests.web.browser import START, serve

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
HANGING_UP = f"import signal; signal.signal(signal.SIGHUP, signal.{{}}); {START}"
"""What is done as the terminal closes is told to the app: it may be otherwise where the tests themselves were begun."""
WORDS = "Our tills stopped on three Saturdays. I moved two engineers to them and told our director."


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 143), ("SIGINT", 130)])
def test_an_app_that_is_ended_leaves_nothing_beside_its_bank(tmp_path: Path, name: str, code: int) -> None:
    running = serve(tmp_path, start=HANGING_UP.format("SIG_DFL"), fresh=True)
    httpx.post(f"{running.url}/stories", data={"text": WORDS}, timeout=PATIENCE)
    assert (tmp_path / "bank.db-wal").exists()
    running.process.send_signal(getattr(signal, name))
    assert running.process.wait(PATIENCE) == code
    assert "Traceback" not in running.stderr.read()
    assert [path.name for path in tmp_path.glob("bank.db*")] == ["bank.db"]
    running.kill()


def test_an_app_begun_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    running = serve(tmp_path, start=HANGING_UP.format("SIG_IGN"), fresh=True)
    running.process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        running.process.wait(1)
    assert httpx.get(running.url, timeout=PATIENCE).status_code == 200
    running.kill()


def test_a_port_that_is_taken_leads_to_the_app_that_may_be_open_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError) as refused:
            listen("127.0.0.1", port)
    assert f"http://127.0.0.1:{port}/" in refused.value.hint
    assert "--port" in refused.value.hint


def test_what_routes_take_is_worked_out_once_and_not_for_each_app() -> None:
    one, other = (create_app(cast(Desk, None), Gate(frozenset())).routes for _ in range(2))
    assert sum(isinstance(route, APIRoute) for route in one) > 100
    assert {id(route) for route in one if isinstance(route, APIRoute)} <= {id(route) for route in other}
