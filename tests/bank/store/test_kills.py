"""A kill at any moment loses nothing that was acknowledged, and leaves nothing half-done."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.bank.store.conftest import emptied, new_database
from tests.bank.store.making import opened

pytestmark = pytest.mark.waits
ROOT = Path(__file__).parents[3]


def killed(target: str | Path, rounds: int, killer: str = "killing") -> dict[str, object]:
    seed = random.SystemRandom().randrange(1_000_000)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", f"tests.bank.store.{killer}", str(target), str(rounds), str(seed)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "bank.db.born").mkdir()
    found = killed(tmp_path / "bank.db", 200)
    assert found["kills"] == 200
    assert int(str(found["stories"])) > 200, "the writers were killed before they wrote anything"


def test_kills_of_a_program_that_writes_to_a_server_lose_nothing(empty_database: str) -> None:
    found = killed(emptied(empty_database), 20)
    assert found["kills"] == 20
    assert int(str(found["stories"])) > 20


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_kills_of_a_program_that_practises_lose_no_step(tmp_path: Path) -> None:
    found = killed(tmp_path / "bank.db", 50, "killing_steps")
    assert found["kills"] == 50
    assert int(str(found["steps"])) > 50, "the writers were killed before they took a step"


def test_kills_of_a_program_that_practises_on_a_server_lose_no_step(empty_database: str) -> None:
    found = killed(emptied(empty_database), 20, "killing_steps")
    assert found["kills"] == 20
    assert int(str(found["steps"])) > 20


LATE = """
CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.2); RETURN NULL; END';
CREATE CONSTRAINT TRIGGER late AFTER INSERT OR UPDATE ON practice_sessions
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late();
"""


def test_a_change_that_a_server_makes_after_the_kill_of_who_asked_for_it_is_whole(server: str) -> None:
    url = new_database(server, "late")
    opened(url).close()
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(LATE))
    engine.dispose()
    assert killed(url, 6, "killing_steps")["kills"] == 6
