"""Recordings: whatever was acknowledged is there, whatever was not heard stays, whatever was deleted is gone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from starproof.api import pieces
from starproof.api.recordings import Recordings
from starproof.errors import InputError, NotFound
from tests.api.recording_sounds import NOW, TOMORROW, WEBM, files, piece, recorded


def test_pieces_are_joined_in_their_order_however_they_came(recordings: Recordings) -> None:
    recorded(recordings, "a", 2, 0, 1, finished=3)
    joined = recordings.join("a")
    assert joined.read_bytes() == piece(0) + piece(1) + piece(2)
    assert joined.suffix == ".webm"
    assert recordings.join("a") == joined


@pytest.mark.parametrize(("mime", "ending"), [*pieces.ENDINGS.items(), ("AUDIO/OGG; codecs=opus", "ogg")])
def test_every_kind_gets_the_ending_that_engines_know_it_by(recordings: Recordings, mime: str, ending: str) -> None:
    recordings.begin("a", mime=mime, at=NOW)
    recordings.keep_chunk("a", 0, b"RIFF")
    assert recordings.join("a").suffix == f".{ending}"


def test_the_state_says_what_there_is_and_what_comes_next(recordings: Recordings) -> None:
    recorded(recordings, "a", 0, 1, 4)
    state = recordings.state("a")
    assert (state.chunks, state.held, state.missing) == (2, 3, (2, 3))
    assert state.bytes == sum(len(piece(number)) for number in (0, 1, 4))
    assert (state.mime, state.begun, state.finished, state.kept, state.heard) == (WEBM, NOW, None, False, None)


def test_a_recording_that_was_begun_goes_on_in_another_process(recordings: Recordings) -> None:
    recorded(recordings, "a", 0)
    again = Recordings(recordings.folder)
    assert again.begin("a", mime=WEBM, at=TOMORROW) == recordings.state("a")
    again.keep_chunk("a", 1, piece(1))
    assert recordings.state("a").chunks == 2
    with pytest.raises(InputError, match=r"E-REC-004.*begun as 'audio/webm"):
        again.begin("a", mime="audio/mp4", at=NOW)


def test_the_same_piece_once_more_changes_nothing_and_another_is_refused(recordings: Recordings) -> None:
    recorded(recordings, "a", 0)
    before = recordings.state("a")
    assert recordings.keep_chunk("a", 0, piece(0)) == before
    with pytest.raises(InputError, match=r"E-REC-008.*Piece 0 .* is another one"):
        recordings.keep_chunk("a", 0, b"other")
    assert recordings.join("a").read_bytes() == piece(0)


def test_of_pieces_that_come_at_once_none_is_lost(recordings: Recordings) -> None:
    recorded(recordings, "a")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: recordings.keep_chunk("a", number, piece(number)), range(40)))
    recordings.finish("a", chunks=40)
    assert recordings.join("a").read_bytes() == b"".join(map(piece, range(40)))


def test_a_finished_recording_with_gaps_is_not_joined_unless_asked_for(recordings: Recordings) -> None:
    recorded(recordings, "a", 0, 1, 3, finished=6)
    with pytest.raises(InputError, match=r"E-REC-010.*3 of 6 pieces are missing: 2, 4, 5"):
        recordings.join("a")
    assert recordings.join("a", as_far=True).read_bytes() == piece(0) + piece(1)
    for number in (2, 4, 5):
        recordings.keep_chunk("a", number, piece(number))
    assert recordings.join("a").read_bytes() == b"".join(map(piece, range(6)))
    assert len([name for name in files(recordings) if "joined" in name]) == 1


def test_many_gaps_are_named_in_few_words(recordings: Recordings) -> None:
    recorded(recordings, "a", 0, finished=30_000)
    with pytest.raises(InputError, match=r"29,999 of 30,000 .*: 1, 2, 3, 4, 5 and others\."):
        recordings.join("a")


def test_a_recording_cut_by_a_crash_is_joined_up_to_its_first_gap(recordings: Recordings) -> None:
    recorded(recordings, "a", 0, 1, 3)
    assert recordings.join("a").read_bytes() == piece(0) + piece(1)


@pytest.mark.parametrize("numbers", [(), (1,)])
def test_where_nothing_can_be_heard_nothing_is_joined(recordings: Recordings, numbers: tuple[int, ...]) -> None:
    recorded(recordings, "a", *numbers)
    with pytest.raises(InputError, match=r"E-REC-011: Nothing was recorded in 'a'"):
        recordings.join("a")


@pytest.mark.parametrize("chunks", [-1, 0, 1, pieces.MOST_CHUNKS + 1])
def test_a_recording_cannot_end_before_its_last_piece(recordings: Recordings, chunks: int) -> None:
    recorded(recordings, "a", 0, 1)
    with pytest.raises(InputError, match=r"E-REC-009.*reaches to piece 1"):
        recordings.finish("a", chunks=chunks)


def test_a_recording_ends_once(recordings: Recordings) -> None:
    recorded(recordings, "a", 0, finished=2)
    assert recordings.finish("a", chunks=2).finished == 2
    with pytest.raises(InputError, match=r"E-REC-009.*ended with 2"):
        recordings.finish("a", chunks=3)
    with pytest.raises(InputError, match=r"E-REC-005.*no piece 2"):
        recordings.keep_chunk("a", 2, b"")
    assert recordings.keep_chunk("a", 1, b"").missing == ()


@pytest.mark.parametrize("id_", ["", "..", ".", "a/b", "a\\b", "a.b", "é", "a\n", "a\0", "x" * 65, ".gone-1", " "])
def test_an_id_that_could_lead_elsewhere_is_refused_everywhere(recordings: Recordings, id_: str) -> None:
    for use in (
        lambda: recordings.begin(id_, mime=WEBM, at=NOW),
        lambda: recordings.keep_chunk(id_, 0, b""),
        lambda: recordings.finish(id_, chunks=0),
        lambda: recordings.state(id_),
        lambda: recordings.join(id_),
        lambda: recordings.heard(id_),
        lambda: recordings.keep(id_),
        lambda: recordings.forget(id_),
    ):
        with pytest.raises(InputError, match="E-REC-001"):
            use()
    assert not recordings.folder.exists()


def test_a_recording_that_is_not_there_is_named(recordings: Recordings) -> None:
    for use in (
        lambda: recordings.keep_chunk("a", 0, b""),
        lambda: recordings.finish("a", chunks=0),
        lambda: recordings.state("a"),
        lambda: recordings.join("a"),
        lambda: recordings.heard("a"),
        lambda: recordings.keep("a"),
    ):
        with pytest.raises(NotFound, match=r"E-REC-002.*no recording 'a'"):
            use()


@pytest.mark.parametrize("mime", ["", "text/html", "audio", "audio/webm\n", "audio/webm;" + "x" * 100, "video/mp4"])
def test_what_is_no_sound_is_refused(recordings: Recordings, mime: str) -> None:
    with pytest.raises(InputError, match=r"E-REC-003.*one of: webm, ogg"):
        recordings.begin("a", mime=mime, at=NOW)
    assert not recordings.folder.exists()


def test_pieces_and_recordings_have_a_largest_size(recordings: Recordings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LARGEST_CHUNK", 10)
    monkeypatch.setattr(pieces, "LARGEST", 25)
    recorded(recordings, "a")
    with pytest.raises(InputError, match=r"E-REC-006.*Piece 0 .* has 11 bytes; at most 10"):
        recordings.keep_chunk("a", 0, b"x" * 11)
    recordings.keep_chunk("a", 0, b"x" * 10)
    recordings.keep_chunk("a", 1, b"x" * 10)
    with pytest.raises(InputError, match=r"E-REC-007.*more than 25 bytes.*What was recorded is kept"):
        recordings.keep_chunk("a", 2, b"x" * 6)
    recordings.keep_chunk("a", 2, b"x" * 5)
    for number in (-1, pieces.MOST_CHUNKS):
        with pytest.raises(InputError, match=r"E-REC-005"):
            recordings.keep_chunk("a", number, b"")


def test_a_forgotten_recording_is_gone_from_the_disk(recordings: Recordings) -> None:
    recorded(recordings, "b", 0)
    kept = files(recordings)
    recordings.keep(recorded(recordings, "a", 0, 1))
    recordings.join("a")
    recordings.forget("a")
    recordings.forget("a")
    assert files(recordings) == kept
    with pytest.raises(NotFound):
        recordings.state("a")


def test_whether_it_is_kept_may_be_changed(recordings: Recordings) -> None:
    recorded(recordings, "a", 0)
    assert recordings.keep("a").kept
    assert not recordings.keep("a", kept=False).kept
    assert not recordings.keep("a", kept=False).kept


def test_banks_have_recordings_of_their_own(tmp_path: Path) -> None:
    one, other = Recordings.beside(tmp_path, "one.db"), Recordings.beside(tmp_path, "other.db")
    recorded(one, "a", 0)
    assert other.all() == ()
    assert [found.id for found in one.all()] == ["a"]
