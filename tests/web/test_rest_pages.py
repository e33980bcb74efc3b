"""Everything that the pages beside the stories do can be done by a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from starproof import load_guide
from starproof.api import guide_as
from starproof.api.settings import GUIDE, Settings, own_settings
from starproof.bank import Bank
from starproof.core.bank import Draft, Use
from starproof.engine import Reviewer
from tests.corpus import paragraph_of, rows
from tests.web.conftest import Served, running

ROOT = Path(__file__).parents[2]
REVIEW = json.loads((ROOT / "docs" / "schema" / "review.schema.json").read_text(encoding="utf-8"))
LOOP: dict[str, Any] = {
    "company": "Northwind",
    "on": "2026-05-01",
    "interviewers": [
        {"name": "Ana", "principles": ["Ownership", "customer-obsession"], "minutes": 45},
        {"name": "Bo", "principles": ["dive-deep"], "bar_raiser": True},
    ],
}


@pytest.fixture
def filled(bank: Bank, reviewer: Reviewer) -> Iterator[Served]:
    bank.add_all(
        [
            Draft(
                paragraph_of(story),
                id=f"s-{number}",
                title=story["title"],
                uses=(Use(f"2026-02-0{number}", "Contoso"),) if number in (1, 2) else (),
            )
            for number, story in enumerate(rows()[:10], 1)
        ]
    )
    yield from running(bank, reviewer)


@pytest.fixture
def client(filled: Served) -> httpx.Client:
    made = filled.client()
    made.base_url = httpx.URL(f"{filled.url}/api/v1")
    return made


def test_coverage_profile_and_readiness_say_what_the_pages_say(client: httpx.Client) -> None:
    covered = client.get("/coverage").json()
    assert covered["stories"] == 10
    assert [row["principle"] for row in covered["rows"]] == [p.id for p in load_guide().principles]
    assert any(row["gaps"] for row in covered["rows"])
    assert len(client.get("/profile").json()["lines"]) == len(load_guide().expectations)
    plain, dated = client.get("/readiness").json(), client.get("/readiness", params={"history": True}).json()
    assert plain["over_time"] == []
    assert [day["on"] for day in dated["over_time"]] == ["2026-03-31"]
    assert plain["lines"] == dated["lines"]


def test_a_loop_is_kept_planned_and_thrown_away(client: httpx.Client) -> None:
    assert client.get("/loop").status_code == 404
    kept = client.put("/loop", json=LOOP)
    assert kept.status_code == 200, kept.text
    assert client.get("/loop").json() == kept.json()
    assert kept.json()["interviewers"][0]["principles"] == ["ownership", "customer-obsession"]
    assert [slot["interviewer"] for slot in client.get("/loop/plan").json()["slots"]] == ["Ana", "Ana", "Bo"]
    assert client.get("/loop/practice.ics").text.startswith("BEGIN:VCALENDAR")
    assert "Northwind" in client.get("/loop/page").text
    assert client.delete("/loop").status_code == 204
    assert client.get("/loop").status_code == 404


def test_a_choice_is_locked_and_let_go(client: httpx.Client) -> None:
    client.put("/loop", json=LOOP)
    place = {"interviewer": "Bo", "principle": "dive-deep", "seat": "first"}
    held = client.put("/loop/locks", json={**place, "story": "s-1"}).json()["slots"][-1]["first"]
    assert (held["story"], held["locked"]) == ("s-1", True)
    client.put("/loop/locks", json={**place, "seat": "backup", "story": "s-1"})
    assert client.get("/loop").json()["locked"] == [{**place, "seat": "backup", "story": "s-1"}]
    let_go = client.delete("/loop/locks", params={**place, "seat": "backup"}).json()
    assert not any(seat["locked"] for slot in let_go["slots"] for seat in (slot["first"], slot["backup"]) if seat)
    assert client.put("/loop/locks", json={**place, "story": "nobody"}).status_code in (404, 409)
    assert client.get("/loop").json()["locked"] == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"interviewers": []}, 422),
        ({"on": "2026-02-31"}, 422),
        ({"interviewers": [{"name": "Ana", "principles": ["kindness"]}]}, 404),
        ({"interviewers": [LOOP["interviewers"][0]] * 2}, 422),
        ({"colour": "red"}, 422),
    ],
)
def test_a_loop_that_cannot_be_is_refused_and_the_old_one_stays(
    client: httpx.Client, change: dict[str, Any], status: int
) -> None:
    before = client.put("/loop", json=LOOP).json()
    refused = client.put("/loop", json={**LOOP, **change})
    assert refused.status_code == status
    assert refused.headers["content-type"] == "application/problem+json"
    assert client.get("/loop").json() == before


def test_questions_are_paged_and_matched(client: httpx.Client) -> None:
    seen, after = [], None
    while True:
        page = client.get("/questions", params={"limit": 400} | ({"after": after} if after else {})).json()
        seen += [one["id"] for one in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert len(seen) == len(set(seen)) == page["total"]
    assert client.get(f"/questions/{seen[3].lower()}").json()["id"] == seen[3]
    assert client.get("/questions/none").status_code == 404
    theme = client.get("/themes").json()[0]["id"]
    assert client.get("/questions", params={"theme": theme}).json()["total"] < page["total"]
    asked = {"question": "When did you dig into the details yourself to find what was wrong?", "limit": 3}
    found = client.post("/match", json=asked).json()
    assert found == client.get("/match", params=asked).json()
    assert len(found["matches"]) <= 3
    assert all(one["because"] for one in found["matches"])
    assert found["advice"]["principles"] == ["dive-deep"]
    assert client.get("/match", params={"question": " "}).status_code == 400


def test_tellings_are_listed_the_last_one_first(client: httpx.Client) -> None:
    client.post("/stories/s-3/told", json={"on": "2026-03-01", "company": "Fabrikam", "went": "well"})
    told = client.get("/tellings").json()
    assert [(one["story"], one["telling"]["on"]) for one in told] == [
        ("s-3", "2026-03-01"), ("s-2", "2026-02-02"), ("s-1", "2026-02-01"),
    ]  # fmt: skip


def test_the_guide_its_exemplars_and_what_contradicts_it(client: httpx.Client) -> None:
    guide = load_guide()
    whole = client.get("/guide").json()
    assert [p["id"] for p in whole["principles"]] == [p.id for p in guide.principles]
    assert len(client.get("/guide/exemplars").json()) == len(guide.exemplars)
    few = client.get("/guide/exemplars", params={"principle": guide.principles[0].id}).json()
    assert {one["principle"] for one in few} == {guide.principles[0].id}
    assert client.get("/guide/exemplars", params={"principle": "kindness"}).status_code == 404
    one = few[0]["id"]
    assert client.get(f"/guide/exemplars/{one.lower()}").json() == few[0]
    jsonschema.validate(client.get(f"/guide/exemplars/{one}/review").json(), REVIEW)
    assert all(finding["message"] for finding in client.get("/guide/audit").json())


def test_another_guide_is_read_and_used_or_refused(client: httpx.Client, filled: Served) -> None:
    toml = guide_as(load_guide(), form="toml")
    read = client.post("/guide/compile", files={"file": ("g.md", guide_as(load_guide(), form="markdown"))}).json()
    assert len(read["guide"]["principles"]) == len(load_guide().principles)
    assert read["toml"].startswith("id")
    own = filled.desk.home / GUIDE
    assert client.put("/guide", files={"file": ("g.toml", "id = [")}).status_code == 422
    assert client.put("/guide", files={"file": ("g.toml", b"\xff\xfe\xfa")}).status_code == 422
    assert not own.exists()
    assert client.put("/guide", files={"file": ("g.toml", toml)}).status_code == 200
    assert own.read_text(encoding="utf-8") == toml
    assert client.delete("/guide").status_code == 200
    assert not own.exists()


def test_settings_are_kept_or_refused(client: httpx.Client, filled: Served) -> None:
    assert client.get("/settings").json() == {"words_per_minute": 150.0, "rates": {}}
    wanted = {"words_per_minute": 140, "rates": {"EUR": 1.1}}
    assert client.put("/settings", json=wanted).json() == wanted
    for wrong in ({"words_per_minute": 5}, {"rates": {"euro": 1}}, {"rates": {"EUR": 0}}, {"pace": 1}):
        assert client.put("/settings", json=wrong).status_code == 422
    assert own_settings(filled.desk.home) == Settings(140.0, {"EUR": 1.1})


def test_the_bank_is_counted_copied_brought_back_and_deleted(client: httpx.Client, filled: Served) -> None:
    figures = client.get("/bank").json()
    assert (figures["stories"], figures["sound"]) == (10, True)
    copy = client.get("/bank/backup").content
    assert client.post("/bank/restore", files={"file": ("b.db", b"no bank")}).status_code in (409, 422)
    client.post("/stories/s-1/archive")
    assert client.post("/bank/restore", files={"file": ("b.jsonl", copy)}).json()["archived"] == 0
    assert client.delete("/bank", params={"where": "elsewhere"}).status_code == 400
    assert client.get("/stories").json()["total"] == 10
    assert client.delete("/bank", params={"where": figures["where"]}).status_code == 204
    assert not Path(figures["where"]).exists()
