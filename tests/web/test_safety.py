"""Only its owner's browser reads from and writes to the app, and pages can do nothing but what they are for."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection

import httpx
import pytest

from starproof.bank import Bank
from starproof.core.bank import Draft
from starproof.engine import Reviewer
from starproof.errors import UsageError
from starproof.web.rendering import asset
from starproof.web.safety import MOST_BYTES
from starproof.web.serving import address, listen
from tests.waiting import PATIENCE
from tests.web.conftest import Served, running

TOKEN = "a-token-that-nobody-guesses"
STORY = {"text": "I ran two teams. I stopped the pilot."}


@pytest.fixture
def guarded(bank: Bank, reviewer: Reviewer) -> Iterator[Served]:
    yield from running(bank, reviewer, token=TOKEN)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80", ""])
def test_a_name_that_is_not_ours_is_refused(served: Served, host: str) -> None:
    answer = served.client(host=host).get("/")
    assert answer.status_code in (400, 421)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1"},
    ],
)
def test_a_write_of_another_site_is_refused_and_writes_nothing(served: Served, headers: dict[str, str]) -> None:
    assert served.client(**headers).post("/stories", data=STORY).status_code == 403
    assert served.bank.ids() == []


def test_a_write_of_our_own_page_or_of_no_browser_is_taken(served: Served) -> None:
    ours = {"origin": served.url, "sec-fetch-site": "same-origin"}
    assert served.client(**ours).post("/stories", data=STORY).status_code == 200
    other = {**STORY, "text": STORY["text"] + " It still runs."}
    assert served.client().post("/stories", data=other).status_code == 200
    assert len(served.bank.ids()) == 2


def test_every_answer_forbids_inline_scripts_frames_and_guessing(served: Served) -> None:
    for path in ("/", "/nowhere", "/static/app.css", "/api/v1/nowhere"):
        headers = served.client().get(path).headers
        assert "script-src 'self';" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_has_an_inline_script_or_an_address_elsewhere(served: Served) -> None:
    page = served.client().get("/").text
    assert "<script>" not in page
    assert " onclick=" not in page
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_a_request_that_is_too_large_is_refused_before_it_is_read(served: Served) -> None:
    asked = HTTPConnection(served.url.removeprefix("http://"))
    asked.putrequest("POST", "/stories")
    asked.putheader("content-length", str(MOST_BYTES + 1))
    asked.endheaders()
    assert asked.getresponse().status == 413
    asked.close()


@pytest.mark.parametrize("name", ["../app.py", "..%2fapp.py", "vendor/../../app.py", ".hidden", "vendor", ""])
def test_only_static_files_are_served(served: Served, name: str) -> None:
    assert served.client().get(f"/static/{name}").status_code == 404


def test_static_files_may_be_kept_and_pages_not(served: Served) -> None:
    client = served.client()
    assert "immutable" in client.get(asset("app.css")).headers["cache-control"]
    assert client.get("/").headers["cache-control"] == "no-store"


def test_a_static_file_without_its_digest_is_asked_for_again(served: Served) -> None:
    first = served.client().get("/static/app.js")
    assert first.headers["cache-control"] == "no-cache"
    again = served.client().get("/static/app.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert served.client().get("/static/app.js?v=0123456789").headers["cache-control"] == "no-cache"


def test_beyond_this_machine_every_visitor_shows_the_token(guarded: Served) -> None:
    client = guarded.client()
    assert client.get("/").status_code == 401
    assert client.get("/?token=wrong-token-wrong-token").status_code == 401
    assert client.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.get(f"/?token={TOKEN}").status_code == 200
    assert client.get("/").status_code == 200, "the cookie opens the door from then on"


def test_beyond_this_machine_needs_a_token_that_is_not_easily_guessed() -> None:
    with pytest.raises(UsageError, match="private"):
        address("0.0.0.0", 8321, None)
    with pytest.raises(UsageError, match="guessed"):
        address("0.0.0.0", 8321, "short")
    assert address("192.0.2.7", 8321, "new").token
    assert address("127.0.0.1", 8321, None).token is None


def test_a_port_that_is_taken_is_told() -> None:
    taken = listen("127.0.0.1", 0)
    with pytest.raises(UsageError, match="cannot be used"):
        listen("127.0.0.1", taken.getsockname()[1])
    taken.close()


def test_a_page_speaks_of_pages_where_a_program_is_told_of_commands_and_files(served: Served) -> None:
    client, named = served.client(accept="text/html"), served.bank.where
    program = served.client().get("/api/v1/stories/nobody").json()
    assert str(named) in program["detail"]
    assert "`starproof story list`" in program["hint"]
    for path in ("/stories/nobody", "/stories/nobody/revisions", "/questions/nobody"):
        page = client.get(path)
        assert page.status_code == 404, path
        assert "`starproof" not in page.text
        assert str(named) not in page.text
    served.bank.add(Draft("Our tills stopped on three Saturdays.", id="tills"))
    assert "Did you mean" in client.get("/stories/till").text


def test_programs_get_problems_as_json_and_people_as_pages(served: Served) -> None:
    program = served.client().get("/api/v1/nowhere")
    assert program.headers["content-type"].startswith("application/problem+json")
    assert program.json()["status"] == 404
    person = served.client(accept="text/html").get("/stories/nowhere")
    assert person.status_code == 404
    assert "no story at this address" in person.text
    assert "<main" in person.text


def test_what_a_user_wrote_is_shown_and_never_run(served: Served) -> None:
    hostile = "<script>alert(1)</script> ]]> \u202e I ran two teams. <img src=x onerror=alert(1)> I stopped the pilot."
    answer = served.client().post("/stories", data={"text": hostile, "title": hostile})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    assert "\u202e" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_the_server_says_nothing_about_itself_when_it_fails(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(type(served.bank), "list", broken)
    answer = httpx.get(served.url + "/", headers={"accept": "text/html"}, timeout=PATIENCE)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Nothing that was saved is lost" in answer.text
