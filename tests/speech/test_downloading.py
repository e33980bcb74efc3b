"""Fetching a model, against a server on this machine: never without consent, never half, never unchecked."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from starproof.errors import InputError, NotFound, UsageError
from starproof.speech import Cancelled
from starproof.speech.models import Model, download, find_kept
from starproof.speech.models.catalogue import ModelFile

CONTENT = {
    "config.json": b"{}\n",
    "model.bin": bytes(range(256)) * 40_000,
    "tokenizer.json": b'{"version": "1.0"}\n',
}
REVISION = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Place:
    """A server of models: what it was asked, and how it misbehaves."""

    content: dict[str, bytes] = field(default_factory=lambda: dict(CONTENT))
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    most: int | None = None
    """Bytes after which each answer breaks off."""
    ranges: bool = True
    status: int = 200
    moved_to: str | None = None
    address: str = ""


class Handler(BaseHTTPRequestHandler):
    place: Place

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        name = self.path.rpartition("/")[2]
        self.place.asked.append((self.path, self.headers.get("Range")))
        self.place.headers.append({key.lower(): value for key, value in self.headers.items()})
        if self.place.moved_to and "/resolve/" in self.path:
            self.head(302, 0, Location=f"{self.place.moved_to}/elsewhere/{name}")
        elif self.place.status != 200 or name not in self.place.content:
            self.head(self.place.status if self.place.status != 200 else 404, 0)
        else:
            self.give(self.place.content[name])

    def give(self, whole: bytes) -> None:
        wanted = self.headers.get("Range", "") if self.place.ranges else ""
        start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted else 0
        rest = whole[start:]
        self.head(206 if wanted else 200, len(rest))
        self.wfile.write(rest[: self.place.most])

    def head(self, status: int, length: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(length), **headers}.items():
            self.send_header(name, value)
        self.end_headers()


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    place = Place()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"place": place}))
    place.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield place
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> Model:
    """A model of ten megabytes in place of the catalogue's."""
    files = tuple(ModelFile(name, len(body), hashlib.sha256(body).hexdigest()) for name, body in CONTENT.items())
    model = Model("toy", "starproof/toy", REVISION, "For tests.", files)
    for module in ("catalogue", "kept"):
        monkeypatch.setattr(f"starproof.speech.models.{module}.all_models", lambda: (model,))
    return model


def test_without_consent_nothing_is_asked_of_anybody(place: Place, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="10 MB"):
        download("toy", tmp_path, consent=False, place=place.address)
    assert place.asked == []
    assert list(tmp_path.iterdir()) == []


def test_with_consent_a_model_arrives_whole_with_progress(place: Place, tmp_path: Path) -> None:
    shares: list[float] = []
    path = download("toy", tmp_path, consent=True, progress=shares.append, place=place.address)
    assert path == tmp_path / "toy"
    assert {file.name: file.read_bytes() for file in path.iterdir()} == CONTENT
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert find_kept("toy", tmp_path) == ("toy", path)
    assert [one.name for one in tmp_path.iterdir()] == ["toy"]


def test_the_pinned_revision_is_asked_for_and_the_server_learns_nothing_else(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_not_a_real_one")
    download("toy", tmp_path, consent=True, place=place.address)
    assert [path for path, _ in place.asked] == [f"/starproof/toy/resolve/{REVISION}/{name}" for name in CONTENT]
    assert all(set(sent) <= {"host", "user-agent", "accept-encoding", "connection"} for sent in place.headers)
    assert {sent["user-agent"] for sent in place.headers} == {"starproof"}


def test_a_server_that_sends_on_to_another_address_is_followed(place: Place, tmp_path: Path) -> None:
    place.moved_to = place.address
    assert (download("toy", tmp_path, consent=True, place=place.address) / "model.bin").stat().st_size == 10_240_000


def test_a_model_that_is_here_is_not_fetched_again(place: Place, tmp_path: Path) -> None:
    download("toy", tmp_path, consent=True, place=place.address)
    place.asked.clear()
    download("toy", tmp_path, consent=False, place=place.address)
    assert place.asked == []


def call_off_half_way(place: Place, folder: Path) -> None:
    shares = [0.0]
    with pytest.raises(Cancelled):
        download(
            "toy",
            folder,
            consent=True,
            progress=shares.append,
            cancelled=lambda: shares[-1] > 0.5,
            place=place.address,
        )


def test_what_was_fetched_half_is_never_used_and_the_next_attempt_goes_on_from_it(place: Place, tmp_path: Path) -> None:
    call_off_half_way(place, tmp_path)
    with pytest.raises(NotFound):
        find_kept("toy", tmp_path)
    place.asked.clear()
    path = download("toy", tmp_path, consent=True, place=place.address)
    assert (path / "model.bin").read_bytes() == CONTENT["model.bin"]
    ((_, rest),) = [(asked, rest) for asked, rest in place.asked if asked.endswith("model.bin")]
    assert rest is not None
    assert int(rest.removeprefix("bytes=").rstrip("-")) > 5_000_000


def test_a_server_that_cannot_go_on_from_the_middle_gives_the_whole_again(place: Place, tmp_path: Path) -> None:
    call_off_half_way(place, tmp_path)
    place.ranges = False
    path = download("toy", tmp_path, consent=True, place=place.address)
    assert (path / "model.bin").read_bytes() == CONTENT["model.bin"]


def test_a_connection_that_breaks_off_is_taken_up_again(place: Place, tmp_path: Path) -> None:
    place.most = 4_000_000
    path = download("toy", tmp_path, consent=True, place=place.address)
    assert (path / "model.bin").read_bytes() == CONTENT["model.bin"]


def test_a_connection_that_always_breaks_off_is_given_up(place: Place, tmp_path: Path) -> None:
    place.most = 1000
    with pytest.raises(InputError, match="broke off 4 times"):
        download("toy", tmp_path, consent=True, place=place.address)
    assert not (tmp_path / "toy").exists()


def test_other_bytes_than_the_pinned_ones_are_thrown_away(place: Place, tmp_path: Path) -> None:
    place.content["model.bin"] = CONTENT["model.bin"][:-1] + b"!"
    with pytest.raises(InputError, match=r"not what it should be: model\.bin") as caught:
        download("toy", tmp_path, consent=True, place=place.address)
    assert caught.value.code == "E-SPE-044"
    assert not (tmp_path / "toy").exists()
    place.content = dict(CONTENT)
    assert download("toy", tmp_path, consent=True, place=place.address).is_dir()


def test_a_server_that_has_no_such_model_is_named_with_a_way_out(place: Place, tmp_path: Path) -> None:
    place.status = 404
    with pytest.raises(InputError, match=r"could not be fetched.*404") as caught:
        download("toy", tmp_path, consent=True, place=place.address)
    assert "by hand" in caught.value.hint


def test_without_a_network_the_way_by_hand_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    with pytest.raises(InputError, match="cannot be reached") as caught:
        download("toy", tmp_path, consent=True, place="http://127.0.0.1:9")
    assert caught.value.code == "E-SPE-043"
    assert f"by hand, into {str(tmp_path / 'toy')!r}" in caught.value.hint


def test_who_switched_the_network_off_for_models_is_obeyed(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(InputError, match="HF_HUB_OFFLINE"):
        download("toy", tmp_path, consent=True, place=place.address)
    assert place.asked == []


def test_a_full_disk_is_told_before_anything_is_fetched(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1_000_000})())
    with pytest.raises(InputError, match="1 MB free"):
        download("toy", tmp_path, consent=True, place=place.address)
    assert place.asked == []
