"""A recording reaches the disk piece by piece, is written down in a worker, and nobody else can touch it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from starproof.api.pieces import LARGEST_CHUNK
from starproof.api.transcribing import Transcribing
from starproof.bank import Bank
from starproof.engine import Reviewer
from starproof.web import hearing
from tests.speech.sounds import read_aloud
from tests.waiting import until
from tests.web.conftest import Served, running

AT = "/api/v1/recordings/r1"
WAV = {"mime": "audio/wav"}


@pytest.fixture
def client(served: Served) -> httpx.Client:
    return served.client()


def ended(client: httpx.Client, *, at: str = AT) -> dict[str, Any]:
    """The transcription once it is over."""

    def over() -> dict[str, Any] | None:
        told: dict[str, Any] = client.get(f"{at}/transcription").json()
        return None if told["state"] in ("waiting", "running") else told

    return until(over)


def test_pieces_are_kept_as_they_come_and_the_same_once_more_changes_nothing(client: httpx.Client) -> None:
    assert client.get(AT).status_code == 404
    assert client.put(AT, json={"mime": "audio/webm;codecs=opus"}).json()["next"] == 0
    assert client.put(AT, json={"mime": "audio/webm;codecs=opus"}).status_code == 200
    for number, data in ((0, b"\x00one"), (2, b"three"), (2, b"three"), (1, b"two\xff")):
        assert client.put(f"{AT}/chunks/{number}", content=data).status_code == 204
    assert client.put(f"{AT}/chunks/1", content=b"other").json()["code"] == "E-REC-008"
    state = client.get(AT).json()
    assert (state["chunks"], state["next"], state["missing"], state["finished"]) == (3, 3, [], False)
    assert client.get(f"{AT}/sound").content == b"\x00onetwo\xffthree"
    assert client.get(f"{AT}/sound", headers={"range": "bytes=1-3"}).content == b"one"
    for wrong, status in (("bytes=99-", 416), ("bytes=x", 400), ("pages=1-2", 400)):
        told = client.get(f"{AT}/sound", headers={"range": wrong})
        assert (told.status_code, told.headers["content-type"]) == (status, "application/problem+json")
        assert told.json()["status"] == status
        assert told.headers.get("content-range") == ("bytes */13" if status == 416 else None)
    assert client.post(f"{AT}/finish", json={"chunks": 4}).json()["missing"] == [3]
    assert client.put(f"{AT}/chunks/3", content=b"4").status_code == 204
    assert client.put(f"{AT}/chunks/4", content=b"5").status_code == 422
    assert client.put(f"{AT}/keep", json={"kept": True}).json()["kept"]
    assert [one["id"] for one in client.get("/api/v1/recordings").json()] == ["r1"]
    assert client.delete(AT).status_code == 204
    assert client.get(AT).status_code == 404
    assert client.get("/api/v1/recordings").json() == []


@pytest.mark.parametrize("path", ["..", "a.b", "a%2Fb", "%2e%2e", "x" * 65, "é"])
def test_an_id_that_is_none_is_refused_and_nothing_is_written(served: Served, path: str) -> None:
    for answer in (
        served.client().put(f"/api/v1/recordings/{path}", json=WAV),
        served.client().put(f"/api/v1/recordings/{path}/chunks/0", content=b"x"),
    ):
        assert 400 <= answer.status_code < 500
        assert answer.headers["content-type"] == "application/problem+json"
    assert not list(served.desk.home.glob("recordings/*/*"))


@pytest.mark.parametrize("number", ["-1", "36000", "99999999999999999999", "x", "1.5"])
def test_a_number_that_no_piece_can_have_is_refused(client: httpx.Client, number: str) -> None:
    client.put(AT, json=WAV)
    assert client.put(f"{AT}/chunks/{number}", content=b"x").status_code in (404, 422)


def test_a_piece_that_is_too_large_is_refused_while_it_comes(client: httpx.Client) -> None:
    client.put(AT, json=WAV)

    def parts() -> Iterator[bytes]:
        for _ in range(LARGEST_CHUNK // 65536 + 2):
            yield b"x" * 65536

    assert client.put(f"{AT}/chunks/0", content=parts()).json()["code"] == "E-WEB-022"
    assert client.get(AT).json()["bytes"] == 0


def test_another_site_can_neither_begin_add_nor_delete(served: Served) -> None:
    served.client().put(AT, json=WAV)
    evil = served.client(origin="http://evil.example", **{"sec-fetch-site": "cross-site"})
    for answer in (evil.put(f"{AT}/chunks/0", content=b"x"), evil.delete(AT), evil.post(f"{AT}/transcription")):
        assert answer.status_code == 403
    assert served.client().get(AT).json()["next"] == 0


def test_without_a_model_it_is_said_how_to_get_one_and_the_recording_stays(client: httpx.Client) -> None:
    client.put(AT, json=WAV)
    client.put(f"{AT}/chunks/0", content=b"sound")
    client.post(f"{AT}/finish", json={"chunks": 1})
    answer = client.post(f"{AT}/transcription")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "E-SPE-005"
    assert "starproof speech download" in answer.json()["hint"]
    assert client.get(f"{AT}/transcription").json()["state"] == "none"
    assert client.get(f"{AT}/sound").content == b"sound"


def test_pieces_that_never_came_are_named_and_what_is_there_can_be_used(client: httpx.Client) -> None:
    client.put(AT, json=WAV)
    client.put(f"{AT}/chunks/0", content=b"sound")
    client.post(f"{AT}/finish", json={"chunks": 2})
    assert client.post(f"{AT}/transcription").json()["code"] == "E-REC-010"
    assert client.post(f"{AT}/transcription?as_far=true").json()["code"] == "E-SPE-005", "only the model is missing"


@pytest.fixture
def with_model(
    bank: Bank,
    reviewer: Reviewer,
    tiny: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Served]:
    made: list[Transcribing] = []
    monkeypatch.setattr(hearing, "Transcribing", lambda models: made.append(Transcribing(models)) or made[-1])
    models = Path(bank.where).parent / "models"
    models.mkdir()
    (models / "tiny.en").symlink_to(tiny, target_is_directory=True)
    yield from running(bank, reviewer)
    for one in made:
        one.close()


def test_what_was_said_is_written_down_with_times_and_certainty(with_model: Served, tmp_path: Path) -> None:
    client = with_model.client()
    data = read_aloud("I moved two engineers to the tills. Sales came back in May.", tmp_path / "a.wav").read_bytes()
    client.put(AT, json=WAV)
    for number, start in enumerate(range(0, len(data), 50_000)):
        client.put(f"{AT}/chunks/{number}", content=data[start : start + 50_000])
    client.post(f"{AT}/finish", json={"chunks": number + 1})
    assert client.post(f"{AT}/transcription").status_code == 202
    told = ended(client)
    assert told["state"] == "done", told
    heard = told["transcript"]
    assert "engineers" in heard["text"]
    assert heard["text"] == " ".join(word["text"] for word in heard["words"])
    assert all(0 <= word["start"] <= word["end"] <= heard["seconds"] + 1 for word in heard["words"])
    assert all(0 <= word["sure"] <= 1 for word in heard["words"])
    assert client.post(f"{AT}/transcription").json()["state"] == "done", "it is not done twice"
    client.delete(AT)
    client.put(AT, json=WAV)
    assert client.get(f"{AT}/transcription").json()["state"] == "none", "a new recording has no old words"


def test_what_cannot_be_heard_is_told_as_a_problem(with_model: Served) -> None:
    client = with_model.client()
    client.put(AT, json=WAV)
    client.put(f"{AT}/chunks/0", content=b"no sound at all")
    client.post(f"{AT}/finish", json={"chunks": 1})
    client.post(f"{AT}/transcription")
    told = ended(client)
    assert told["state"] == "failed"
    assert told["problem"]["code"] == "E-SPE-013"
    assert client.get(AT).json()["bytes"] == 15


def test_it_can_be_called_off_and_begun_again(with_model: Served, tmp_path: Path) -> None:
    client = with_model.client()
    data = read_aloud("We paid the vendor late. " * 60, tmp_path / "long.wav").read_bytes()
    client.put(AT, json=WAV)
    client.put(f"{AT}/chunks/0", content=data[:LARGEST_CHUNK])
    client.post(f"{AT}/finish", json={"chunks": 1})
    client.post(f"{AT}/transcription")
    client.delete(f"{AT}/transcription")
    assert ended(client)["state"] == "cancelled"
    assert client.post(f"{AT}/transcription").json()["state"] in ("waiting", "running")
    client.delete(f"{AT}/transcription")
    assert ended(client)["state"] == "cancelled"


def test_every_address_is_in_the_description_with_its_problems(client: httpx.Client) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    own = {path: one for path, one in paths.items() if path.startswith("/api/v1/recordings")}
    assert len(own) == 7
    body = own["/api/v1/recordings/{recording}/chunks/{number}"]["put"]["requestBody"]["content"]
    assert list(body) == ["application/octet-stream"]
    for operations in own.values():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["4XX"]["content"]
