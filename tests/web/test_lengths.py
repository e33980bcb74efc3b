"""What is too long is refused by its length, before anything is read or made of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection
from socket import create_connection

import pytest

from starproof.web.safety import MOST_JSON
from tests.waiting import PATIENCE
from tests.web.conftest import Served

GO_ON = 100


def asked(served: Served, path: str, kind: str, size: int) -> int:
    """The status that answers the head of a request, or ``GO_ON`` where the rest of it is waited for."""
    host, _, port = served.url.removeprefix("http://").partition(":")
    head = f"POST {path} HTTP/1.1\r\nhost: {host}:{port}\r\ncontent-type: {kind}\r\ncontent-length: {size}\r\n"
    with create_connection((host, int(port)), PATIENCE) as line, line.makefile("rb") as answer:
        line.sendall(f"{head}expect: 100-continue\r\n\r\n".encode())
        return int(answer.readline().split()[1])


@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
@pytest.mark.parametrize("path", ["/api/v1/review", "/api/v1/stories"])
def test_long_data_is_refused_before_it_is_sent(served: Served, path: str, kind: str) -> None:
    assert asked(served, path, kind, MOST_JSON + 1) == 413
    assert served.bank.ids() == []


def test_files_may_be_longer_than_data(served: Served) -> None:
    assert asked(served, "/api/v1/imports", "multipart/form-data; boundary=x", MOST_JSON + 1) == GO_ON


def test_the_longest_story_is_read_and_one_more_character_is_refused_with_a_reason(served: Served) -> None:
    answer = served.client().post("/api/v1/review", json={"text": "é" * 1_000_001})
    assert answer.status_code == 422
    assert "1000000" in answer.text


def test_data_without_a_length_is_cut_off_where_it_grows_too_long(served: Served) -> None:
    def pieces() -> Iterator[bytes]:
        yield from (b" " * 1_000_000 for _ in range(MOST_JSON // 1_000_000 + 2))

    line = HTTPConnection(served.url.removeprefix("http://"), timeout=PATIENCE)
    with suppress(OSError):  # the line may go while it is being sent
        line.request("POST", "/api/v1/stories", pieces(), {"content-type": "application/json"}, encode_chunked=True)
        assert line.getresponse().status >= 400
    line.close()
    assert served.bank.ids() == []
    assert served.client().get("/api/v1/stories").status_code == 200, "the app goes on"


def test_data_that_is_no_json_is_told_so_with_its_place(served: Served) -> None:
    answer = served.client().post(
        "/api/v1/review", content='{"text": "I ran', headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("The body is no JSON: it breaks off or goes wrong at character ")


def test_a_body_that_is_not_said_to_be_json_is_told_so(served: Served) -> None:
    sent = served.client().post("/api/v1/review", content=b'{"text": "I led."}', headers={"content-type": "text/plain"})
    assert sent.status_code == 422
    assert "content-type: application/json" in sent.json()["hint"]
