"""Everything that the pages do with stories can be done by a program, and no two programs overwrite each other."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import checks

from starproof.api import make_reviewer, open_bank
from starproof.api.drafts import Drafts
from starproof.core.bank import Draft
from starproof.web.app import create_app
from starproof.web.desk import Desk
from starproof.web.safety import Gate
from starproof.web.serving import listen
from tests.waiting import PATIENCE
from tests.web.conftest import NOW, Served

STORIES = "/api/v1/stories"
TEXT = "Our tills stopped on three Saturdays. I moved two engineers to them and told our director. They run now."
OTHER = TEXT.replace("three", "four")
DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = DOCS / "schema" / "review.schema.json"
COMMITTED = json.loads((DOCS / "openapi.json").read_text(encoding="utf-8"))
OPERATIONS = [(path, method) for path, methods in COMMITTED["paths"].items() for method in methods]
EXAMPLES = 8
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture
def client(served: Served) -> httpx.Client:
    return served.client()


@pytest.fixture
def tills(served: Served) -> str:
    served.bank.add(Draft(TEXT, id="tills", title="The tills"))
    return f"{STORIES}/tills"


def test_a_story_is_kept_and_found_where_the_answer_says(client: httpx.Client) -> None:
    made = client.post(STORIES, json={"text": TEXT, "title": "The tills", "tags": ["retail"], "versions": {"2": OTHER}})
    assert made.status_code == 201
    got = client.get(made.headers["location"])
    assert got.headers["etag"] == made.headers["etag"] == '"1"'
    assert got.json()["text"] == TEXT
    assert got.json()["versions"] == {"2": OTHER}
    assert got.json()["brief"]["reads_as"] in ("below", "at", "above", "unclear")


def test_a_change_needs_the_revision_it_was_made_from(client: httpx.Client, tills: str) -> None:
    assert client.patch(tills, json={"text": OTHER}).status_code == 428
    assert client.patch(tills, json={"text": OTHER}, headers={"if-match": "none"}).status_code == 400
    changed = client.patch(tills, json={"text": OTHER}, headers={"if-match": '"1"'})
    assert changed.headers["etag"] == '"2"'
    late = client.patch(tills, json={"text": TEXT}, headers={"if-match": '"1"'})
    assert late.status_code == 412
    assert late.headers["content-type"] == "application/problem+json"
    assert late.json()["hint"]
    assert client.get(tills).json()["text"] == OTHER


def test_replacing_empties_what_is_left_out_and_keeps_the_words(client: httpx.Client, tills: str) -> None:
    got = client.put(tills, json={"tags": ["shop"]}, headers={"if-match": "*"}).json()
    assert (got["title"], got["tags"], got["text"]) == (None, ["shop"], TEXT)


def test_the_list_is_paged_by_cursor_and_filtered(client: httpx.Client, served: Served) -> None:
    served.bank.add_all(
        [Draft(f"I ran team {n}. I stopped the pilot.", id=f"s{n}", tags=("odd",) * (n % 2)) for n in range(7)]
    )
    seen, after = [], None
    while True:
        page = client.get(STORIES, params={"limit": 3, "sort": "id"} | ({"after": after} if after else {})).json()
        seen += [one["id"] for one in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert seen == [f"s{n}" for n in range(7)]
    assert client.get(STORIES, params={"tag": "odd"}).json()["total"] == 3
    assert client.get(STORIES, params={"q": "stopped"}).json()["total"] == 7
    assert client.get(STORIES, params={"after": "nonsense"}).status_code == 422


def test_the_list_is_filtered_by_age(client: httpx.Client, served: Served) -> None:
    served.bank.add_all([Draft(f"I ran it in {on}.", id=on, happened=on) for on in ("2025-12", "2022", "2010-01-01")])
    for fresh, fits in (("fresh", "2025-12"), ("ageing", "2022"), ("stale", "2010-01-01")):
        got = client.get(STORIES, params={"fresh": fresh}).json()
        assert [one["id"] for one in got["items"]] == [fits]
    assert client.get(STORIES, params={"fresh": "crisp"}).status_code == 422


def test_several_are_changed_and_undone_as_one(client: httpx.Client, served: Served) -> None:
    served.bank.add_all([Draft(f"I ran team {n}.", id=f"s{n}") for n in range(3)])
    several = f"{STORIES}/several"
    done = client.post(several, json={"do": "tag", "ids": ["s0", "s2"], "tags": ["loop"]}).json()
    assert done["ids"] == ["s0", "s2"]
    assert client.post(several, json={"do": "tag", "ids": ["s0"], "tags": ["loop"]}).json()["change"] is None
    assert client.post(several, json={"do": "archive", "ids": ["s0", "none"]}).status_code == 404
    assert client.post(several, json={"do": "tag", "ids": ["s0"]}).status_code == 400
    undo = "/api/v1/bank/undo"
    assert client.post(undo, json={"change": done["change"] + 1}).status_code == 409
    assert sorted(client.post(undo, json={"change": done["change"]}).json()["ids"]) == ["s0", "s2"]
    assert client.get(STORIES, params={"tag": "loop"}).json()["total"] == 0
    client.post(several, json={"do": "archive", "ids": ["s0", "s1"]})
    assert client.get(STORIES).json()["total"] == 1
    assert len(client.post(undo, json={}).json()["ids"]) == 2
    assert client.get(STORIES).json()["total"] == 3


def test_putting_away_bringing_back_and_undoing(client: httpx.Client, tills: str) -> None:
    assert client.post(f"{tills}/archive").json()["archived"]
    assert client.get(STORIES).json()["total"] == 0
    assert not client.post(f"{tills}/restore").json()["archived"]
    client.patch(tills, json={"text": OTHER}, headers={"if-match": '"1"'})
    assert client.post(f"{tills}/undo").json()["text"] == TEXT


def test_revisions_versions_figures_and_tellings(client: httpx.Client, tills: str) -> None:
    client.patch(tills, json={"text": OTHER}, headers={"if-match": '"1"'})
    assert [one["number"] for one in client.get(f"{tills}/revisions").json()] == [1, 2]
    assert client.get(f"{tills}/revisions/1").json()["text"] == TEXT
    assert client.get(f"{tills}/revisions/9").status_code == 404
    told = client.put(f"{tills}/versions/2", json={"text": "I moved two engineers."}, headers={"if-match": "*"})
    assert told.json()["versions"] == {"2": "I moved two engineers."}
    assert client.delete(f"{tills}/versions/2", headers={"if-match": "*"}).json()["versions"] == {}
    origin = {"figure": "four Saturdays", "origin": "measured", "by": None}
    assert client.put(f"{tills}/figures", json=origin).json()["provenance"] == [origin]
    used = client.post(f"{tills}/told", json={"on": "2026-03-01", "went": "well"}).json()["uses"]
    assert (used[0]["on"], used[0]["went"]) == ("2026-03-01", "well")
    assert client.post(f"{tills}/told", json={"on": "yesterday"}).status_code == 422


def test_a_review_follows_its_schema_whether_kept_or_not(client: httpx.Client, tills: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    kept = client.get(f"{tills}/review")
    assert kept.headers["etag"] == '"1"'
    for found in (kept.json(), client.post("/api/v1/review", json={"text": TEXT}).json()):
        jsonschema.validate(found, schema)
    assert client.post("/api/v1/review", json={"text": "  \n "}).status_code == 422


def test_files_are_looked_at_before_they_are_taken(client: httpx.Client, served: Served, tills: str) -> None:
    depot = b"# The depot\n\nI ran two teams. I stopped the pilot. We saved $2M."
    files = [("files", ("a.md", depot, "text/markdown")),
             ("files", ("b.md", TEXT.encode(), "text/markdown"))]  # fmt: skip
    looked = client.post("/api/v1/imports", files=files).json()
    assert [entry["step"] for entry in looked["plan"]["entries"]] == ["add", "same"]
    assert len(served.bank.ids()) == 1
    taken = client.post(f"/api/v1/imports/{looked['token']}", json={}).json()
    assert len(taken["added"]) == 1
    assert len(served.bank.ids()) == 2
    assert client.post(f"/api/v1/imports/{looked['token']}", json={}).status_code == 404
    lines = client.get("/api/v1/export", params={"as": "jsonl"}).text.splitlines()
    assert {json.loads(line)["id"] for line in lines} == set(served.bank.ids())


@pytest.mark.parametrize("id_", ["new", "a/b", "~x", "..", "50 %? #1", "Überblick", "."])
def test_a_story_is_reached_whatever_its_id(client: httpx.Client, id_: str) -> None:
    made = client.post(STORIES, json={"text": TEXT, "id": id_})
    assert client.get(made.headers["location"]).json()["id"] == id_
    assert (
        TEXT[:20] in client.get(made.headers["location"].removeprefix("/api/v1"), headers={"accept": "text/html"}).text
    )


def test_the_committed_description_is_the_one_served(client: httpx.Client) -> None:
    assert client.get("/api/v1/openapi.json").json() == COMMITTED


def test_answers_are_sent_at_once() -> None:
    made = listen("127.0.0.1", 0)
    assert made.proto == socket.IPPROTO_TCP, "else asyncio leaves out TCP_NODELAY, and every answer waits 40 ms"
    made.close()


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    home = tmp_path_factory.mktemp("rest")
    reviewer = make_reviewer()
    with open_bank(home / "bank.db", reviewer=reviewer, now=lambda: NOW) as bank:
        bank.add(Draft(TEXT, id="tills", title="The tills"))
        hosts = frozenset({"testserver", "localhost", "127.0.0.1", "testclient"})
        app = create_app(Desk(bank, reviewer, lambda: NOW, Drafts(home / "unsaved"), home), Gate(hosts))
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_nothing_that_is_sent_makes_the_server_fail(described: Any, path: str, method: str) -> None:
    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), database=None)
    @given(case=described[path][method].as_strategy())
    def never_fails(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, timeout=PATIENCE)

    never_fails()
