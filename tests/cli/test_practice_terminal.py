"""``starproof practice`` as somebody plays it at a terminal."""

from __future__ import annotations

import os
import signal
import stat
import time
from pathlib import Path
from statistics import median

import pytest

from tests.cli.conftest import Home
from tests.cli.terminal import Terminal

pytestmark = pytest.mark.waits
ANSWER = "We had delays at four bases. I asked an analyst to follow 200 aircraft-days, and delay fell to 13 minutes."
LOOP = """
[[interviewers]]
name = "Ana"
principles = ["ownership"]

[[interviewers]]
name = "Bo"
principles = ["have-backbone"]
bar_raiser = true
"""


def test_a_story_is_told_from_the_question_to_the_look(home: Home) -> None:
    began = time.monotonic()
    seen = Terminal("practice", "--story", "t1-001")
    seen.wait("to think. Enter when you are ready.")
    time.sleep(1.1)
    seen.match(r"0:1\d to think")
    seen.type("\n")
    took = seen.wait("│ ") - began
    seen.type(f"{ANSWER}\n.\n")
    seen.wait("Follow-up")
    seen.wait("│ ")
    seen.type("It was 19 minutes before, measured at the gate.\n\x04")
    seen.wait("Follow-up")
    seen.wait("│ ")
    seen.type(":done\n")
    seen.wait("1 to 4: ")
    seen.type("9\n")
    seen.wait("Give 1, 2, 3 or 4")
    seen.type("3\n")
    seen.wait("Enter: finish")
    seen.type("\n")
    assert seen.end() == 0
    session = home.last()
    attempt = session.attempt
    assert (session.phase, attempt.grade, attempt.closing) == ("done", "good", "speaker")
    assert [turn.text for turn in attempt.turns] == [ANSWER, "It was 19 minutes before, measured at the gate."]
    assert attempt.think is not None
    assert 1.0 < attempt.think < took
    for words in ("this answer", "the plan", "not said: ", "In short", "The story comes back", "you said"):
        assert words in seen.text
    assert max(len(line) for line in seen.text.splitlines() if "│" not in line) <= 80
    assert "\x1b[1m" not in seen.raw.decode()


def test_words_typed_before_ctrl_c_wait_in_the_session(home: Home) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0")
    seen.wait("│ ")
    seen.type("We had delays.\nI asked an ana")
    seen.wait("asked an ana")
    seen.rest()
    seen.type("\x03")
    seen.wait("Go on with: starproof practice resume")
    assert seen.end() == 130
    assert home.last().paused
    seen = Terminal("practice", "resume")
    seen.wait("Typed before:")
    seen.wait("I asked an ana")
    seen.prompt()
    seen.type("lyst to look.\n.\n")
    seen.wait("Follow-up")
    seen.wait("│ ")
    seen.type("\x04")
    assert seen.end() == 0
    assert home.last().attempt.turns[0].text == "We had delays.\nI asked an ana\nlyst to look."


def test_words_typed_before_the_terminal_is_closed_wait_in_the_session(home: Home) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0")
    seen.wait("│ ")
    seen.type("I asked an ana")
    seen.wait("asked an ana")
    seen.rest()
    os.kill(seen.pid, signal.SIGHUP)
    seen.end()
    session = home.last()
    assert session.paused
    with home.studio() as studio:
        assert studio.words(session.setup.id) == "I asked an ana"


def test_lines_typed_before_a_kill_wait_in_the_session(home: Home) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0")
    seen.wait("│ ")
    seen.type("We had delays.\n")
    seen.wait("│ ")
    seen.kill()
    session = home.last()
    with home.studio() as studio:
        assert studio.words(session.setup.id) == "We had delays."


def test_words_that_the_disk_does_not_take_go_into_a_file_of_their_own(home: Home) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0")
    seen.wait("│ ")
    (home.folder / "unsaved").write_text("in the way")
    seen.type("We had delays.\n")
    seen.wait("Your words are in ")
    assert seen.end() == 3
    aside = Path("".join(seen.text.partition("Your words are in ")[2].partition(".md")[0].split()) + ".md")
    assert aside.read_text(encoding="utf-8") == "We had delays."
    aside.unlink()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_bytes_that_are_no_text_are_taken_at_a_terminal_as_they_can_be(home: Home, encoding: str) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0", PYTHONIOENCODING=encoding)
    seen.prompt()
    os.write(seen.screen, b"We \xff had d\xc3\xa9lays.\n.\n")
    seen.wait("Follow-up")
    seen.prompt()
    seen.type("\x04")
    assert seen.end() == 0
    assert home.last().attempt.turns[0].text == "We \ufffd had d\xe9lays."


def kept_waiting(*pids: int) -> float:
    """Seconds for which these processes could have gone on while others had the processors, where the system tells."""
    files = [Path(f"/proc/{pid}/schedstat") for pid in pids]
    return sum(int(file.read_text().split()[1]) for file in files if file.exists()) / 1e9


def test_reactions_are_measured_within_50_ms(home: Home) -> None:
    delays, truths = (0.3, 1.4, 0.8, 0.5, 1.1), []
    seen = Terminal("practice", "retrieval", "--many", str(len(delays)))
    seen.wait("Enter begins.")
    for delay in delays:
        before = kept_waiting(seen.pid, os.getpid())
        seen.type("\n")
        shown = seen.wait("10 s │")
        time.sleep(delay)
        typed = time.monotonic()
        seen.type("2")
        seen.wait("│ 2")
        truths.append((typed - shown, kept_waiting(seen.pid, os.getpid()) - before))
        time.sleep(0.3)  # finding Enter is no part of remembering
        seen.type("\n")
        seen.wait("Enter: ")
    seen.type("\n")
    assert seen.end() == 0
    wrong = []
    for attempt, (truth, waited) in zip(home.last().attempts, truths, strict=True):
        assert attempt.reaction is not None
        assert attempt.reaction > truth - 0.05
        wrong.append(attempt.reaction - truth - waited)
    assert median(wrong) < 0.05, "beside what the machine kept them waiting, one in a while is late"


def test_a_name_that_comes_too_late_is_told_so(home: Home) -> None:
    seen = Terminal("practice", "retrieval", "--many", "1", "--seconds", "1")
    seen.wait("Enter begins.")
    seen.type("\n")
    seen.wait("Time was up: 1 s")
    seen.wait("Enter: finish")
    seen.type("\n")
    assert seen.end() == 0
    assert (home.last().attempt.named, home.last().attempt.grade) == (None, "again")


def test_a_story_is_named_by_the_beginning_of_its_title(home: Home) -> None:
    seen = Terminal("practice", "retrieval", "--many", "1")
    seen.wait("Enter begins.")
    seen.type("\n")
    seen.wait("10 s │")
    seen.type("the\n")
    seen.wait("3 stories have 'the'")
    seen.type(" air\n")
    seen.wait("Enter: finish")
    seen.type("\n")
    assert seen.end() == 0
    assert home.last().attempt.named == "t1-005"


TURNED = """
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from starproof.api.practising import opening
from starproof.moments import written

begun = datetime.now(UTC)
opening.moment = lambda: written(begun + timedelta(seconds=float(Path(os.environ["SECONDS"]).read_text())))
"""
"""Makes a command's clock stand still until the test turns it: how fast the machine is decides nothing."""


@pytest.fixture
def turned(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A file of the seconds that have passed for a command, and what makes the command look at it."""
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock" / "sitecustomize.py").write_text(TURNED)
    seconds = tmp_path / "clock" / "seconds"
    seconds.write_text("0")
    path = os.pathsep.join(filter(None, [str(tmp_path / "clock"), os.environ.get("PYTHONPATH")]))
    return seconds, {"PYTHONPATH": path, "SECONDS": str(seconds)}


def test_an_interviewer_of_a_loop_moves_on_in_the_middle_of_a_line(
    home: Home, turned: tuple[Path, dict[str, str]]
) -> None:
    seconds, env = turned
    (home.folder / "loop.toml").write_text(LOOP)
    seen = Terminal("practice", "loop", "--think", "0", "--seconds", "600", **env)
    seen.wait("10 min left with this interviewer")
    seen.wait("│ ")
    seen.type("I was asked to own the renewals and")
    seen.wait("renewals and")
    seen.rest()
    seconds.write_text("600")
    os.kill(seen.pid, signal.SIGALRM)
    seen.wait("Time is up. Ana thanks you and moves on.")
    seen.wait("Bo, bar raiser")
    seen.wait("10:00 │ ")
    seconds.write_text("1199.5")
    seen.type("\n")
    seen.wait("0:00 │ ")  # half a second, in which nobody types
    seen.wait("Time is up. Bo thanks you and moves on.")
    seen.wait("1 to 4: ")
    seen.type(":pause\n")
    assert seen.end() == 0
    first, second = home.last().attempts
    assert (first.turns[0].text, first.closing) == ("I was asked to own the renewals and", "time")
    assert (second.turns, second.closing) == ((), "time")


def test_an_essay_is_written_in_the_editor_and_kept_as_it_saves(home: Home, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "The gate was late. I looked into it.\\n" > "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    seen = Terminal("practice", "essay", "--story", "t1-001", EDITOR=str(editor), VISUAL="")
    seen.wait("Enter opens your editor")
    seen.type("\n")
    seen.wait("8 words")
    seen.type("\n")
    seen.wait("1 to 4: ")
    seen.type("easy\n")
    seen.wait("Enter: finish")
    seen.type("\n")
    assert seen.end() == 0
    assert home.last().attempt.turns[0].text == "The gate was late. I looked into it."


def test_the_same_can_be_answered_once_more_and_is_set_beside_the_time_before(home: Home) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0", "--follow-ups", "0")
    for answer, onward in (("We had delays.", "a\n"), (ANSWER, "\n")):
        seen.wait("│ ")
        seen.type(f"{answer}\n.\n")
        seen.wait("1 to 4: ")
        seen.type("2\n")
        seen.wait("Enter: finish")
        seen.type(onward)
    assert seen.end() == 0
    assert "Beside the time before" in seen.text
    assert "This time you said " in seen.text


def test_an_answer_without_words_is_asked_for_again(home: Home) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0")
    seen.wait("│ ")
    seen.type(".\n")
    seen.wait("There are no words in this answer.")
    seen.wait("│ ")
    seen.type(":skip\n")
    assert seen.end() == 0
    assert home.last().attempt.skipped


def test_colour_is_there_for_whoever_wants_it(home: Home) -> None:
    seen = Terminal("practice", "--story", "t1-001", "--think", "0", NO_COLOR="", columns=100)
    seen.wait("│ ")
    seen.type(":pause\n")
    assert seen.end() == 0
    assert "\x1b[1mQuestion" in seen.raw.decode()
