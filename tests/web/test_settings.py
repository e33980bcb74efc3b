"""Settings change how stories are read, backups come back whole, and deleting needs a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from starproof import load_guide
from starproof.api import guide_as
from starproof.api.recordings import Recordings
from starproof.api.settings import Settings, keep_settings, own_settings
from starproof.errors import ConfigError, UsageError
from tests.waiting import PATIENCE
from tests.web.browser import Process

STORY = "Our tills stopped. I moved two engineers and told our director. It saved 100,000 euros a year."


@pytest.fixture
def client(process: Process) -> Iterator[httpx.Client]:
    headers = {"accept": "text/html"}
    with httpx.Client(base_url=process.url, follow_redirects=True, timeout=PATIENCE, headers=headers) as made:
        yield made


def test_pace_and_rates_change_the_reviews_of_the_running_app_and_stay(client: httpx.Client, process: Process) -> None:
    story = str(client.post("/stories", data={"text": STORY}).url)
    page = client.post("/settings", data={"pace": "75", "rates": "eur 2\n\n"}).text
    assert "Kept." in page
    assert own_settings(process.home) == Settings(75.0, {"EUR": 2.0})
    sheet = client.get(story).text
    assert "200,000" in sheet
    for pace, rates in (("5", ""), ("fast", ""), ("150", "EUR nothing"), ("150", "Euro 1")):
        assert client.post("/settings", data={"pace": pace, "rates": rates}).status_code == 400
    assert own_settings(process.home).words_per_minute == 75.0


def test_a_backup_comes_back_and_everything_can_be_deleted(client: httpx.Client, process: Process) -> None:
    client.post("/stories", data={"text": STORY, "title": "The tills"})
    copy = client.post("/settings/backup")
    assert "attachment" in copy.headers["content-disposition"]
    assert client.post("/settings/delete", data={"sure": "no"}).status_code == 400
    assert "The tills" in client.get("/stories").text
    assert client.post("/settings/restore", files={"file": ("backup.jsonl", copy.content)}).status_code == 200
    recordings = Recordings.beside(process.home, str(process.home / "bank.db"))
    recordings.begin("spoken", mime="audio/webm", at="2026-03-31T09:30:00Z")
    assert any(".before-" in path.name for path in process.home.iterdir())
    assert client.post("/settings/delete", data={"sure": "delete"}).status_code == 200
    assert not any(".before-" in path.name for path in process.home.iterdir())
    assert not recordings.folder.exists()
    assert "The tills" not in client.get("/stories").text
    page = client.post("/settings/restore", files={"file": ("backup.jsonl", copy.content)})
    assert page.status_code == 200, page.text
    assert "The tills" in client.get("/stories").text
    assert client.post("/settings/restore", files={"file": ("b.db", b"no bank")}).status_code in (409, 422)
    assert "The tills" in client.get("/stories").text


def test_another_guide_judges_from_now_on_and_a_broken_one_does_not(client: httpx.Client) -> None:
    other = guide_as(load_guide(), form="toml").replace("L6 Engineering Manager: what", "Our own guide: what")
    assert client.post("/settings/guide", files={"file": ("g.toml", "id = [")}).status_code == 422
    assert "Our own guide" in client.post("/settings/guide", files={"file": ("g.toml", other)}).text
    assert "Our own guide" in client.get("/guide").text
    assert "Our own guide" not in client.post("/settings/guide/shipped").text


@pytest.mark.parametrize("text", ["words_per_minute = 5", "words_per_minute = 'x'", "[rates]\nEUR = -1", "= broken"])
def test_damaged_settings_are_told_with_their_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"settings\.toml"):
        own_settings(tmp_path)


def test_settings_that_make_no_sense_are_not_kept(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        keep_settings(tmp_path, Settings(rates={"EUR": float("nan")}))
    assert own_settings(tmp_path) == Settings()
