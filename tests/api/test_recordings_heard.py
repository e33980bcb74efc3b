"""What was joined can be heard, whole or cut by a crash, in every form that browsers record."""

from __future__ import annotations

from pathlib import Path

import pytest

from starproof.api.recordings import Recordings
from starproof.speech.decoding import RATE, decode
from tests.speech.sounds import packed, tone

SECONDS, PIECES, LEFT = 8, 16, 11
FORMS = [
    ("audio/wav", "wav", "pcm_s16le", {}),
    ("audio/webm;codecs=opus", "webm", "libopus", {"live": "1", "cluster_time_limit": "500"}),
    ("audio/ogg;codecs=opus", "ogg", "libopus", {"page_duration": "500000"}),
    ("audio/mp4", "mp4", "aac", {"movflags": "frag_every_frame+empty_moov+default_base_moof"}),
]


def kept(recordings: Recordings, id_: str, mime: str, data: bytes, *, left: int) -> Path:
    size = -(-len(data) // PIECES)
    recordings.begin(id_, mime=mime, at="2026-03-31T09:30:00Z")
    for number in range(left):
        recordings.keep_chunk(id_, number, data[number * size : (number + 1) * size])
    if left == PIECES:
        recordings.finish(id_, chunks=PIECES)
    return recordings.join(id_)


@pytest.mark.parametrize(("mime", "form", "codec", "options"), FORMS, ids=[form for _, form, *_ in FORMS])
def test_a_recording_is_heard_as_far_as_it_goes(
    tmp_path: Path, mime: str, form: str, codec: str, options: dict[str, str]
) -> None:
    recordings, data = Recordings(tmp_path), packed(tone(SECONDS), form, codec, **options)
    whole = kept(recordings, "whole", mime, data, left=PIECES)
    cut = kept(recordings, "cut", mime, data, left=LEFT)
    assert len(decode(whole)) / RATE == pytest.approx(SECONDS, abs=0.1)
    assert len(decode(cut)) / RATE == pytest.approx(SECONDS * LEFT / PIECES, abs=0.7)
