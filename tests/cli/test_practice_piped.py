"""``starproof practice`` with answers from a pipe, and the commands that show what stands of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Home
from tests.cli.running import Ran, starproof

ANSWER = "We had delays at four bases. I asked an analyst to follow 200 aircraft-days, and delay fell to 13 minutes."
TALK = f"{ANSWER}\n.\nIt was 19 minutes before.\n.\n:done\n3\n"


def played(*arguments: str, talk: str = TALK) -> Ran:
    return starproof("practice", *arguments, stdin=talk.encode())


def test_a_session_is_played_from_a_pipe(home: Home) -> None:
    told = played("--story", "t1-001")
    assert told.code == 0
    session = home.last()
    assert (session.phase, session.attempt.grade) == ("done", "good")
    assert [turn.text for turn in session.attempt.turns] == [ANSWER, "It was 19 minutes before."]
    assert "not said: " in told.out
    assert "│" not in told.out
    assert "\x1b" not in told.out + told.err
    assert f"starproof practice look {session.setup.id}" in told.err
    assert max(map(len, told.out.splitlines())) <= 100


def test_json_is_all_that_stands_on_standard_output(home: Home) -> None:
    told = played("--story", "t1-001", "--format", "json")
    found = json.loads(told.out)
    assert (found["session"]["schema"], found["session"]["phase"]) == ("starproof.session/1", "done")
    assert [look["text"].startswith(ANSWER) for look in found["looks"]] == [True]
    assert "Follow-up" in told.err


def test_a_pipe_that_ends_leaves_a_session_that_is_gone_on_with(home: Home) -> None:
    told = played("--story", "t1-001", talk=f"{ANSWER}\n.\n")
    assert told.code == 0
    assert "nothing more to read" in told.err
    assert home.last().paused
    told = played("resume", talk=":done\nhard\n")
    assert told.code == 0
    assert home.last().attempt.grade == "hard"
    assert played("resume", talk="").code == 2


def test_nothing_at_all_to_read_hangs_nobody(home: Home) -> None:
    assert played(talk="").code == 0
    assert home.last().paused


def test_a_rating_that_is_none_is_an_error_and_loses_nothing(home: Home) -> None:
    told = played("--story", "t1-001", "--follow-ups", "0", talk=f"{ANSWER}\n.\nfine\n")
    assert told.code == 2
    assert "E-SES-031" in told.err
    assert home.last().attempt.turns[0].text == ANSWER


def test_bytes_that_are_no_text_are_taken_as_they_can_be(home: Home) -> None:
    stdin = b"We \xff had \x1b[31m delays.\n.\n:done\n2\n"
    told = starproof("practice", "--story", "t1-001", stdin=stdin)
    assert told.code == 0
    assert "\x1b" not in told.out
    assert home.last().attempt.turns[0].text == "We \ufffd had \x1b[31m delays."


def test_stories_are_named_from_a_pipe(home: Home) -> None:
    told = played("retrieval", "--many", "2", talk="1\n\n")
    assert told.code == 0
    first, second = home.last().attempts
    assert first.named == "t1-004"
    assert first.reaction is not None
    assert second.skipped
    assert "None came to mind" in told.out


def test_a_figure_is_defended_beside_its_card(home: Home) -> None:
    told = played("defence", "--story", "t1-001", "--many", "1", talk="We counted it at the gate.\n.\n:done\n2\n")
    assert told.code == 0
    assert "What your story says" in told.out


def test_an_empty_bank_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STARPROOF_HOME", str(tmp_path))
    told = played(talk="")
    assert told.code in (2, 3)
    assert "starproof story add" in told.err
    told = played("--question", "Why here?", talk="Because I like it here.\n.\n:done\n3\n")
    assert told.code == 0
    assert "Why here?" in told.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--story", "nobody"], "nobody"),
        (["retrieval", "--story", "t1-001"], "--story"),
        (["loop"], "loop.toml"),
        (["resume", "zz"], "starproof practice list"),
        (["defence", "--figure", "13"], "Name its story too."),
        (["--audio", "none.wav"], "none.wav"),
        (["--audio", "a.wav", "--mic"], "Leave one out."),
        (["look", "zz"], "no session"),
    ],
)
def test_what_cannot_be_is_a_clear_error(home: Home, arguments: list[str], words: str) -> None:
    told = played(*arguments, talk="")
    assert told.code == 2
    assert words in told.err
    assert "Traceback" not in told.err


def test_what_stands_of_practice_is_shown(home: Home) -> None:
    assert "There is no session yet" in played("list").out
    played("--story", "t1-001")
    id_ = home.last().setup.id
    assert id_ in played("list").out
    assert json.loads(played("list", "--format", "json").out)[0]["done"] is True
    assert "starproof practice --story" in played("due").out
    assert json.loads(played("due", "--format", "json", "--most", "2").out)[0]["because"]
    assert "1 session · 1 answer" in played("log").out
    assert json.loads(played("log", "--format", "json").out)["sessions"] == 1
    looked = played("look", id_[:6], "1", "--whole").out
    assert ANSWER[:40] in looked
    assert "The review of what you said" in looked
    assert json.loads(played("look", id_, "--format", "json").out)["schema"] == "starproof.look/1"
    assert played("look", id_, "7").code == 2


def test_the_calendar_goes_to_a_file_or_to_standard_output(home: Home, tmp_path: Path) -> None:
    assert played("calendar").out.startswith("BEGIN:VCALENDAR")
    assert played("calendar", "-o", str(tmp_path / "ahead.ics")).out == ""
    assert (tmp_path / "ahead.ics").read_text().rstrip().endswith("END:VCALENDAR")


def test_a_session_is_dropped_only_when_that_is_meant(home: Home) -> None:
    played("--story", "t1-001")
    id_ = home.last().setup.id
    assert "--yes" in played("drop", id_).err
    assert played("drop", id_, "--yes").code == 0
    assert "There is no session yet" in played("list").out
