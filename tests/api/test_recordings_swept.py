"""What is swept away of recordings, and what never is."""

from __future__ import annotations

import os

import pytest

from starproof.api.recordings import Recordings
from starproof.errors import InputError
from tests.api.recording_sounds import NOW, TOMORROW, heard, piece, recorded


def test_what_was_heard_goes_unless_it_is_kept(recordings: Recordings) -> None:
    heard(recordings, recorded(recordings, "heard", 0, 1, finished=2))
    heard(recordings, recorded(recordings, "kept", 0, finished=1))
    recordings.keep("kept")
    recorded(recordings, "unheard", 0, finished=1)
    recorded(recordings, "still-on", 0)
    swept = recordings.sweep(NOW)
    assert (swept.forgotten, swept.orphans) == (("heard",), ())
    assert [one.id for one in recordings.all()] == ["kept", "still-on", "unheard"]


@pytest.mark.parametrize("finished", [None, 2, 9])
def test_words_that_nobody_heard_are_listed_after_a_day_and_never_deleted(
    recordings: Recordings, finished: int | None
) -> None:
    recorded(recordings, "a", 0, 1, finished=finished)
    assert recordings.sweep(NOW).orphans == ()
    swept = recordings.sweep(TOMORROW)
    assert (swept.forgotten, swept.orphans) == ((), (recordings.state("a"),))
    assert recordings.join("a", as_far=True).read_bytes() == piece(0) + piece(1)


def test_joining_alone_is_not_hearing(recordings: Recordings) -> None:
    recorded(recordings, "a", 0, finished=1)
    recordings.join("a")
    assert recordings.sweep(TOMORROW).forgotten == ()
    with pytest.raises(InputError, match="E-REC-012"):
        recordings.heard(recorded(recordings, "b", 0))


def test_a_piece_that_came_after_it_was_heard_stays(recordings: Recordings) -> None:
    heard(recordings, recorded(recordings, "a", 0, 2, finished=3))
    assert recordings.sweep(TOMORROW).forgotten == ()
    recordings.keep_chunk("a", 1, piece(1))
    swept = recordings.sweep(TOMORROW)
    assert (swept.forgotten, [one.id for one in swept.orphans]) == ((), ["a"])
    assert recordings.sweep(NOW).forgotten == ()
    heard(recordings, "a")
    assert recordings.sweep(NOW).forgotten == ("a",)


def test_what_was_joined_while_it_was_heard_does_not_count_as_heard(recordings: Recordings) -> None:
    on_its_way = recordings.join(recorded(recordings, "a", 0))
    recordings.keep_chunk("a", 1, piece(1))
    recordings.join("a")
    assert recordings.heard("a", on_its_way).unheard
    assert not recordings.heard("a").unheard


def test_a_cut_recording_goes_a_day_after_all_of_it_was_heard(recordings: Recordings) -> None:
    heard(recordings, recorded(recordings, "a", 0, 1))
    assert recordings.sweep(NOW).forgotten == ()
    assert recordings.sweep(TOMORROW).forgotten == ("a",)


def test_what_holds_nothing_goes(recordings: Recordings) -> None:
    recorded(recordings, "empty", finished=0)
    recorded(recordings, "begun")
    recordings.keep_chunk(recorded(recordings, "silent"), 0, b"")
    assert recordings.sweep(NOW).forgotten == ("empty",)
    assert recordings.sweep(TOMORROW).forgotten == ("begun", "silent")


def test_what_crashes_left_goes_and_strangers_stay(recordings: Recordings) -> None:
    recorded(recordings, "a", 0)
    (recordings.folder / ".gone-1").mkdir()
    (recordings.folder / ".gone-1" / "000000.chunk").write_bytes(b"x")
    (recordings.folder / "about-to-begin").mkdir()
    os.utime(recordings.folder / "about-to-begin", (0, 0))
    (recordings.folder / "mine.txt").write_text("a note")
    assert recordings.sweep(NOW).forgotten == ("about-to-begin",)
    assert {path.name for path in recordings.folder.iterdir()} == {"a", "mine.txt"}


def test_a_damaged_note_costs_no_sound(recordings: Recordings) -> None:
    recorded(recordings, "a", 0, finished=1)
    for spoilt in (b"", b"[]", b"\xff", b'{"mime": 7}'):
        (recordings.folder / "a" / "about.json").write_bytes(spoilt)
        assert recordings.sweep("2300-01-01T00:00:00Z").forgotten == ()
        assert recordings.join("a").read_bytes() == piece(0)


def test_where_there_are_none_there_is_nothing_to_do(recordings: Recordings) -> None:
    assert recordings.sweep(NOW).forgotten == ()
    assert not recordings.folder.exists()
