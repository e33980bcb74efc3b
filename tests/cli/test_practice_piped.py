"""``starproof practice`` with answers from a pipe, and the commands that show what stands of it."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from starproof.cli.app import app
from starproof.cli.exits import exit_code
from starproof.cli.practice import offered as offering
from starproof.cli.practice.naming import find
from starproof.cli.practice.offered import offered
from starproof.errors import StarproofError
from tests.cli.conftest import Home
from tests.cli.running import Ran, starproof

ANSWER = "We had delays at four bases. I asked an analyst to follow 200 aircraft-days, and delay fell to 13 minutes."
TALK = f"{ANSWER}\n.\nIt was 19 minutes before.\n.\n:done\n3\n"


def played(*arguments: str, talk: str = TALK) -> Ran:
    """The command without a process of its own; its errors as the process would tell them."""
    done = CliRunner().invoke(app, ["practice", *arguments], input=talk)
    if isinstance(done.exception, StarproofError):
        error = done.exception
        return Ran(exit_code(error), done.stdout, f"{done.stderr}{error.message} [{error.code}] {error.hint}")
    return Ran(done.exit_code, done.stdout, done.stderr)


def test_a_session_is_played_from_a_pipe(home: Home) -> None:
    told = starproof("practice", "--story", "t1-001", stdin=TALK.encode())
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
    assert "No session waits" in played("resume", talk="").err


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


def test_of_a_large_bank_few_titles_are_shown_and_any_can_be_typed() -> None:
    named = {f"s{number}": f"Story {number:04}" for number in range(2_000)}
    stories, shown = offered(named, {"s1500": "2026-03-31", "s700": "2026-03-31T09:30:00.000Z"})
    assert shown == 15
    assert list(stories)[:shown] == [*(f"s{number}" for number in range(13)), "s700", "s1500"]
    assert find("15", stories, shown) == ["s1500"]
    assert find("16", stories, shown) == []
    assert find("story 1999", stories, shown) == ["s1999"]


def test_a_short_list_says_that_there_are_more(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offering, "MOST", 2)
    told = played("retrieval", "--many", "1", talk="the air\n")
    assert "2 of 6 are shown, those told last; any title can be typed." in told.err
    assert home.last().attempt.named == "t1-005"
    assert "   2 " in told.out
    assert "   3 " not in told.out


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
        (["--audio", "."], "is a folder"),
        (["--audio", "a.wav", "--mic"], "Leave one out."),
        (["--model", "nope"], "--model is for answers that are recorded"),
        (["loop", "--keep-recording"], "--keep-recording is for answers that are recorded"),
        (["look", "zz"], "no session"),
    ],
)
def test_what_cannot_be_is_a_clear_error(home: Home, arguments: list[str], words: str) -> None:
    told = played(*arguments, talk="")
    assert told.code == 2
    assert words in told.err


def shown(*arguments: str) -> str:
    """What a command shows."""
    told = played(*arguments)
    assert told.code == 0, told.err
    return told.out


def test_what_stands_of_practice_is_shown(home: Home) -> None:
    assert "There is no session yet" in shown("list")
    played("--story", "t1-001")
    id_ = home.last().setup.id
    assert id_ in shown("list")
    assert json.loads(shown("list", "--format", "json"))[0]["done"] is True
    assert "story · " in shown("due")
    assert json.loads(shown("due", "--format", "json", "--most", "2"))[0]["because"]
    assert "1 session · 1 answer" in shown("log")
    assert json.loads(shown("log", "--format", "json"))["sessions"] == 1
    looked = shown("look", id_[:6], "1", "--whole")
    assert ANSWER[:40] in looked
    assert "The review of what you said" in looked
    assert json.loads(shown("look", id_, "--format", "json"))["schema"] == "starproof.look/1"


def test_the_calendar_goes_to_a_file_or_to_standard_output(home: Home, tmp_path: Path) -> None:
    assert shown("calendar").startswith("BEGIN:VCALENDAR")
    assert shown("calendar", "-o", str(tmp_path / "ahead.ics")) == ""
    assert (tmp_path / "ahead.ics").read_text(encoding="utf-8").rstrip().endswith("END:VCALENDAR")


def test_a_session_is_dropped_only_when_that_is_meant(home: Home) -> None:
    played("--story", "t1-001")
    id_ = home.last().setup.id
    assert "--yes" in played("drop", id_).err
    shown("drop", id_, "--yes")
    assert "There is no session yet" in shown("list")


def test_an_answer_that_is_too_long_does_not_stand_in_the_way_of_the_next(home: Home) -> None:
    told = played("--story", "t1-001", talk="We cut delays. " * 10_000 + "\n.\n")
    assert told.code == 2
    assert "E-SES-017" in told.err
    aside = Path(
        "".join(told.err.partition("Your words are in ")[2].split("The session is kept")[0].split()).rstrip(".")
    )
    assert aside.read_text(encoding="utf-8").startswith("We cut delays. We cut")
    aside.unlink()
    assert played("resume", talk=TALK).code == 0
    assert home.last().attempt.turns[0].text == ANSWER


def test_characters_that_no_bank_keeps_do_not_end_a_session(home: Home) -> None:
    told = played("--story", "t1-001", "--follow-ups", "0", talk="We cut \0 delays.\n.\n2\n")
    assert told.code == 0
    assert home.last().attempt.turns[0].text == "We cut \ufffd delays."


def test_a_question_of_a_whole_book_is_refused(home: Home) -> None:
    told = played("--question", "Why so? " * 1_000, talk="")
    assert told.code == 2
    assert "8,000 characters; it may have 2,000" in told.err


@pytest.mark.parametrize("zone", ["UTC+99", "Nowhere/At-All", "../../etc/passwd"])
def test_a_time_zone_that_is_none_stops_nobody(home: Home, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert played("due").code == 0
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("minutes", ["nan", "inf", "0", "-1", "601"])
def test_an_interviewer_has_a_time_that_can_be(home: Home, minutes: str) -> None:
    (home.folder / "loop.toml").write_text("[[interviewers]]\nname = 'Ana'\nprinciples = ['ownership']\n")
    told = played("loop", "--minutes", minutes, talk="")
    assert told.code == 2
    assert "E-SES-050" in told.err


@pytest.mark.parametrize("step", ["{", "[]", '{"at":"2026-03-31T09:30:00.000Z","kind":"rated","assignment":0}'])
def test_a_damaged_session_is_named_and_can_be_deleted(home: Home, step: str) -> None:
    assert played("--story", "t1-001").code == 0
    id_ = home.last().setup.id
    with closing(sqlite3.connect(home.folder / "bank.db")) as bank, bank:
        bank.execute("update practice_steps set step = ? where number = 2", (step,))
    for command in (["log"], ["due"], ["look", id_], ["resume", id_]):
        told = played(*command, talk="")
        assert (told.code, f"starproof practice drop {id_}" in told.err) == (3, True), told.err
    assert played("drop", id_, "--yes").code == 0
    assert played("log").code == 0


BEGUN = '"at":"2026-03-31T09:30:00.000Z","manner":"neutral","seed":1,"assignments":[],"guide":"g/1"'


@pytest.mark.parametrize("setup", ["{", "[]", "null", "[" * 9_000, f'{{"id":"x","mode":"song",{BEGUN}}}'])
def test_a_session_whose_beginning_is_damaged_is_left_out_of_lists_by_name(home: Home, setup: str) -> None:
    assert played("--story", "t1-001").code == 0
    id_ = home.last().setup.id
    with closing(sqlite3.connect(home.folder / "bank.db")) as bank, bank:
        bank.execute("update practice_sessions set setup = ?", (setup,))
    told = played("list", "--format", "json")
    assert (told.code, json.loads(told.out)) == (0, [])
    assert f"starproof practice drop {id_}" in told.err
    for command in (["log"], ["due"], ["look", id_], ["resume", id_]):
        told = played(*command, talk="")
        assert (told.code, f"starproof practice drop {id_}" in told.err) == (3, True), told.err
    assert played("drop", id_[:6], "--yes").code == 0
    assert (played("list").err, played("log").code) == ("", 0)


QUEUE = (
    "I lead the ticketing of nine theatres, with 14 engineers in two teams. In the season's first sale the site went "
    "down for 47 minutes. I had to find out why within three weeks. I pulled the logs of that hour, laid the "
    "database's waits beside the seats' locks, and found that one query for wheelchair places scanned the whole hall "
    "twelve times for each basket. I had the team copy the largest hall into the test, saw 11 seconds instead of 0.2, "
    "and rewrote the index. The next sale sold 21,000 tickets in 34 minutes. We have tested on the largest hall since."
)


@pytest.mark.parametrize(
    ("question", "beside"), [("Tell me about a person you mentored.", True), ("Tell me about a root cause.", False)]
)
def test_an_answer_to_another_question_is_asked_for_its_answer_first(home: Home, question: str, beside: bool) -> None:
    played("--question", question, talk=f"{QUEUE}\n.\nI rewrote it.\n.\n:done\n3\n")
    asked = home.last().attempt.turns[1].asked
    assert asked is not None
    assert (asked.kind == "beside") is beside
