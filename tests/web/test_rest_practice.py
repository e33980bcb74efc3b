"""Everything that the pages of practice do can be done by a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from starproof.practice.lost.comparing import ANOTHER
from tests.waiting import PATIENCE
from tests.web.conftest import Served
from tests.web.sitting import ANSWER, Hands, filled, hands, served

__all__ = ["filled", "hands", "served"]
SESSIONS = "/sessions"


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{served.url}/api/v1/practice", timeout=PATIENCE) as made:
        yield made


def step(client: httpx.Client, session: dict[str, Any], kind: str, **said: Any) -> dict[str, Any]:
    answer = client.post(f"{SESSIONS}/{session['id']}/steps", json={"kind": kind, "after": session["steps"], **said})
    assert answer.status_code == 200, answer.text
    assert answer.headers["etag"] == f'"{answer.json()["steps"]}"'
    found: dict[str, Any] = answer.json()
    return found


def told(client: httpx.Client) -> dict[str, Any]:
    made = client.post(SESSIONS, json={"story": "s-0", "think": 0, "seed": 7})
    assert made.status_code == 201
    assert made.headers["location"].endswith(made.json()["id"])
    return step(client, made.json(), "answered", text=ANSWER)


def test_a_session_is_taken_to_its_end_and_looked_at(client: httpx.Client) -> None:
    session = told(client)
    asking = session["asking"]
    assert asking["evidence"]
    assert all(ANSWER[one["start"] : one["end"]] == one["quote"] for one in asking["evidence"])
    session = step(client, session, "closed", closing="speaker")
    session = step(client, session, "rated", grade="good")
    look = client.get(f"{SESSIONS}/{session['id']}/look/0").json()
    assert look["schema"] == "starproof.look/1"
    assert look["text"].startswith(ANSWER)
    assert look["review"]["schema"] == "starproof.review/1"
    assert look["lost"]["cannot_say"] == ANOTHER
    session = step(client, session, "next")
    assert session["phase"] == "done"
    assert session["attempts"][0]["grade"] == "good"


def test_a_step_from_an_older_state_is_refused_with_412(client: httpx.Client) -> None:
    session = told(client)
    late = {"kind": "answered", "after": 0, "text": "Late."}
    answer = client.post(f"{SESSIONS}/{session['id']}/steps", json=late)
    assert answer.status_code == 412
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get(f"{SESSIONS}/{session['id']}").json()["steps"] == session["steps"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"kind": "ready"}, 422),
        ({"kind": "probed", "after": 2}, 422),
        ({"kind": "rated", "after": 2, "grade": "good"}, 409),
        ({"kind": "answered", "after": 2, "text": "..."}, 409),
        ({"kind": "answered", "after": 2, "text": "Yes.", "recording": "../x"}, 422),
        ({"kind": "answered", "after": 2, "recording": "none-there"}, 404),
        ({"kind": "answered", "after": 2, "text": "Yes.", "seconds": -1}, 422),
    ],
)
def test_steps_that_make_no_sense_are_problems(client: httpx.Client, said: dict[str, Any], status: int) -> None:
    session = told(client)
    answer = client.post(f"{SESSIONS}/{session['id']}/steps", json=said)
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert client.get(f"{SESSIONS}/{session['id']}").json()["phase"] == "follow-up"


def test_what_a_drill_expects_is_told_after_the_naming_only(client: httpx.Client) -> None:
    session = client.post(SESSIONS, json={"mode": "retrieval", "many": 1}).json()
    assert session["assignments"][0]["story"] is None
    session = step(client, session, "named", story="s-0", seconds=2.345)
    assert session["assignments"][0]["story"]
    assert session["attempts"][0]["reaction"] == 2.345


def test_words_are_kept_until_they_are_sent(client: httpx.Client) -> None:
    session = client.post(SESSIONS, json={"story": "s-0", "think": 0}).json()
    place = f"{SESSIONS}/{session['id']}/words"
    assert client.get(place).json() == {"text": None}
    assert client.put(place, json={"text": "So far"}).status_code == 204
    assert client.get(place).json() == {"text": "So far"}


def test_sessions_are_listed_page_by_page_and_deleted(client: httpx.Client, hands: Hands) -> None:
    ids = []
    for _ in range(3):
        hands.go(1)
        ids.append(client.post(SESSIONS, json={"story": "s-0"}).json()["id"])
    first = client.get(SESSIONS, params={"limit": 2}).json()
    rest = client.get(SESSIONS, params={"limit": 2, "after": first["next"]}).json()
    assert [one["id"] for one in (*first["items"], *rest["items"])] == ids[::-1]
    assert rest["next"] is None
    assert client.delete(f"{SESSIONS}/{ids[0]}").status_code == 204
    assert client.get(f"{SESSIONS}/{ids[0]}").status_code == 404
    assert client.get(SESSIONS, params={"unfinished": True}).json()["total"] == 2


def test_what_is_due_the_log_and_the_agenda_are_given(client: httpx.Client, hands: Hands) -> None:
    session = told(client)
    session = step(client, session, "closed", closing="speaker")
    step(client, session, "rated", grade="hard")
    hands.go(5 * 24 * 3600)
    due = client.get("/due", params={"most": 3}).json()
    assert due[0]["story"] == "s-0"
    assert "hard" in due[0]["because"]
    log = client.get("/log").json()
    assert log["stories"][0]["story"] == "s-0"
    assert log["stories"][0]["grades"] == ["hard"]
    assert client.get("/agenda").json()["sessions"]
    assert client.get("/agenda.ics").text.startswith("BEGIN:VCALENDAR")


def test_openapi_declares_practice_with_its_problems(served: Served) -> None:
    paths = served.client().get("/api/v1/openapi.json").json()["paths"]
    mine = {path: operations for path, operations in paths.items() if path.startswith("/api/v1/practice")}
    assert len(mine) == 9
    assert all("4XX" in one["responses"] for operations in mine.values() for one in operations.values())
