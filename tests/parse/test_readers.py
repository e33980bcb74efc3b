"""Files to documents: each format, and each way in which a file can be wrong."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.document import Document, Provenance
from starproof.errors import InputError
from starproof.parse import read, read_line

TEXT = "I ran three teams. We cut the wait to 4 minutes."


def one(data: bytes | str, name: str | None = None) -> Document:
    found = read(data.encode() if isinstance(data, str) else data, name=name)
    assert len(found) == 1
    return found[0]


def told(document: Document) -> list[str]:
    return [document.quote(sentence.span) for sentence in document.sentences]


SENTENCES = ["I ran three teams.", "We cut the wait to 4 minutes."]


@pytest.mark.parametrize("name", ["story.txt", "story.md", "STORY.MD", None])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_read_in_each_encoding_that_says_what_it_is(name: str | None, encoding: str) -> None:
    found = one(TEXT.encode(encoding), name)
    assert found.text == TEXT
    assert told(found) == SENTENCES
    assert [note.code for note in found.notes] == ([] if encoding == "utf-8" else ["byte-order-mark"])


def word(fill: Any) -> bytes:
    made = docx.Document()
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_word_document_gives_headings_bold_headings_lists_and_tables() -> None:
    def fill(made: Any) -> None:
        made.add_heading("The catalogue", level=0)
        made.add_heading("Situation", level=1)
        made.add_paragraph("We lost 3 dealers.")
        made.add_paragraph().add_run("Action").bold = True
        made.add_paragraph("I rang them.", style="List Bullet")
        made.add_paragraph("I stopped the pilot.", style="List Bullet")
        made.add_heading("Result", level=1)
        made.add_table(rows=1, cols=2).rows[0].cells[0].text = "All came back."

    found = one(word(fill), "story.docx")
    assert found.title == "The catalogue"
    assert list(zip(told(found), [s.given for s in found.sentences], strict=True)) == [
        ("We lost 3 dealers.", "situation"),
        ("I rang them.", "action"),
        ("I stopped the pilot.", "action"),
        ("All came back.", "result"),
    ]
    assert one(word(fill)).sentences == found.sentences


SRT = (
    "1\n00:00:01,000 --> 00:00:03,500\nI ran three teams.\n\n"
    "2\n00:00:04,000 --> 00:00:09,000\nWe cut the wait to 4 minutes.\n"
)
VTT = (
    "WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:03.500 align:start\n<v Maya>I ran <i>three</i> teams.\n\n"
    "00:04.000 --> 00:09.000\n<v Maya>We cut the wait to 4 minutes.\n"
)
CUES = [(1.0, 3.5, SENTENCES[0]), (4.0, 9.0, SENTENCES[1])]
SEGMENTS = [{"start": start, "end": end, "text": f" {words}"} for start, end, words in CUES]
WHISPER = json.dumps({"segments": SEGMENTS})
BARE = json.dumps(SEGMENTS)
OFFSETS = [{"offsets": {"from": int(a * 1000), "to": int(b * 1000)}, "text": f" {words}"} for a, b, words in CUES]
CPP = json.dumps({"transcription": OFFSETS})
TRANSCRIPTS = {
    "srt": (SRT, "a.srt"), "srt-crlf": (SRT.replace("\n", "\r\n"), "a.srt"), "srt-by-look": (SRT, None),
    "vtt": (VTT, "a.vtt"), "vtt-by-look": (VTT, None),
    "whisper": (WHISPER, "a.json"), "whisper-by-look": (WHISPER, None),
    "cpp": (CPP, "a.json"), "bare": (BARE, "a.json"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name"), TRANSCRIPTS.values(), ids=TRANSCRIPTS)
def test_transcripts_give_the_same_words_and_times(data: str, name: str | None) -> None:
    found = one(data, name)
    assert told(found) == SENTENCES
    assert found.register == "spoken"
    assert [(found.quote(t.span), t.start, t.end) for t in found.timed] == [
        (SENTENCES[0], 1.0, 3.5),
        (SENTENCES[1], 4.0, 9.0),
    ]


def test_of_several_speakers_the_one_who_speaks_most_is_the_candidate() -> None:
    talk = "1\n00:00:00,000 --> 00:00:02,000\nINTERVIEWER: And then?\n\n" + SRT.replace("I ran", "MAYA: I ran")
    found = one(talk.replace("We cut", "MAYA: We cut"), "a.srt")
    assert told(found) == SENTENCES
    assert "several-speakers" in [note.code for note in found.notes]


def test_captions_that_roll_are_told_once() -> None:
    rolled = "\n\n".join(
        f"{n}\n00:00:0{n},000 --> 00:00:0{n + 1},000\n{words}"
        for n, words in enumerate(
            ["I ran three", "I ran three\nteams. We cut", "teams. We cut\nthe wait to 4 minutes."], 1
        )
    )
    found = one(rolled, "a.srt")
    assert told(found) == SENTENCES
    assert "rolling-captions" in [note.code for note in found.notes]


def test_a_story_as_json_says_its_question_register_and_numbers() -> None:
    story = {
        "id": 7, "text": TEXT, "title": "T", "question": "Q?", "principle": "ownership", "register": "spoken",
        "numbers": [{"figure": 4, "from": "told", "by": "ops"}, {"figure": "4 minutes", "from": "guessed"}, 5],
    }  # fmt: skip
    found = one(json.dumps(story), "s.json")
    assert (found.id, found.title, found.question, found.principle) == ("7", "T", "Q?", "ownership")
    assert (found.register, found.text) == ("spoken", TEXT)
    assert found.provenance == (Provenance("4", "told", "ops"),)
    assert ["numbers[1]" in found.notes[0].message, "numbers[2]" in found.notes[1].message] == [True, True]


@pytest.mark.parametrize("numbers", [5, "32%", {"figure": "32%"}, True, [None], [[]]])
def test_numbers_of_another_shape_are_noted_and_the_story_is_read(numbers: object) -> None:
    found = one(json.dumps({"text": TEXT, "numbers": numbers}), "s.json")
    assert told(found) == SENTENCES
    assert [note.code for note in found.notes] == ["numbers-entry"]


STORY = json.dumps({"text": TEXT})
LISTS = {
    "list": (f"[{STORY}, {STORY}]", "s.json"), "named": (f'{{"stories": [{STORY}, {STORY}]}}', "s.json"),
    "lines": (f"{STORY}\n{STORY}", "s.jsonl"), "lines-by-look": (f"{STORY}\n\n{STORY}", None),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name"), LISTS.values(), ids=LISTS)
def test_lists_of_stories_are_read_in_order_each_with_an_id_of_its_own(data: str, name: str | None) -> None:
    found = read(data.encode(), name=name)
    assert [told(document) for document in found] == [SENTENCES, SENTENCES]
    assert len({document.id for document in found}) == 2


def test_a_line_of_a_batch_is_a_story_named_by_its_number() -> None:
    assert read_line(json.dumps({"text": TEXT}).encode(), 4).id == "line-4"
    assert read_line(json.dumps({"id": "x", "text": TEXT}).encode(), 4).id == "x"


def test_options_win_over_what_the_file_says() -> None:
    found = read(b"---\ntitle: Front\n---\n" + TEXT.encode(), name="a.md", title="Said", register="spoken")[0]
    assert (found.title, found.register, found.source) == ("Said", "spoken", "a.md")


def packed(name: str, words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, words)
    return out.getvalue()


WRONG: dict[str, tuple[bytes, str | None, str]] = {
    "empty": (b"", "a.md", "E-INP-001"),
    "blank": (b" \n ", None, "E-INP-002"),
    "pdf": (b"%PDF-1.7 ...", None, "E-INP-003"),
    "pdf-by-name": (b"words", "a.pdf", "E-INP-003"),
    "recording": (b"ID3\x04", None, "E-INP-003"),
    "zeros": (b"I ran\x00it", None, "E-INP-003"),
    "latin-1": ("Ich führe".encode("latin-1"), "a.txt", "E-INP-004"),
    "utf-16-without-mark": (TEXT.encode("utf-16-le"), "a.txt", "E-INP-004"),
    "half-a-surrogate": (b'{"text": "a\\ud800b"}', "a.json", "E-INP-004"),
    "too-long": (b"I ran it. " * 110_000, "a.txt", "E-INP-005"),
    "cut-json": (b'{"text": "I ran', "a.json", "E-INP-006"),
    "deep-json": (b"[" * 100_000, "a.json", "E-INP-006"),
    "no-text": (b'{"title": "T"}', "a.json", "E-INP-007"),
    "wrong-type": (b'{"text": 5}', "a.json", "E-INP-007"),
    "wrong-register": (b'{"text": "a", "register": "sung"}', "a.json", "E-INP-007"),
    "no-object": (b'{"text": "a"}\n5', "a.jsonl", "E-INP-007"),
    "empty-list": (b"[]", "a.json", "E-INP-007"),
    "damaged-docx": (b"PK\x03\x04 no", "a.docx", "E-INP-008"),
    "zip-no-docx": (packed("a.txt", TEXT), "a.docx", "E-INP-008"),
    "old-docx": (b"\xd0\xcf\x11\xe0 old", "a.docx", "E-INP-008"),
    "bad-times": (b"1\n00:00:xx --> 00:00:02,000\nHello there", "a.srt", "E-INP-009"),
    "no-cue": (b"WEBVTT\n\nNOTE nothing", "a.vtt", "E-INP-009"),
    "bad-segment": (b'{"segments": [{"start": "0", "end": 1, "text": "a"}]}', "a.json", "E-INP-010"),
    "no-words": (b'{"segments": []}', "a.json", "E-INP-010"),
}


@pytest.mark.parametrize(("data", "name", "code"), WRONG.values(), ids=WRONG)
def test_a_file_that_cannot_be_read_is_refused_by_code_with_a_way_out(data: bytes, name: str | None, code: str) -> None:
    with pytest.raises(InputError) as raised:
        read(data, name=name)
    assert raised.value.code == code
    assert raised.value.hint
    assert "\x00" not in raised.value.message


@pytest.mark.parametrize(
    ("data", "name", "place"),
    [
        (b'{"text": "a"}\n{"text": ', "a.jsonl", "line 2"),
        (b'[{"text": "a"}, {"text": []}]', "a.json", "[1]"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:99 --> no\nHo", "a.srt", "Line 6"),
        (b'{"segments": [{"start": 0, "end": 1, "text": "a"}, {"start": 1}]}', "a.json", "segments[1]"),
    ],
)
def test_the_message_names_the_place(data: bytes, name: str, place: str) -> None:
    with pytest.raises(InputError) as raised:
        read(data, name=name)
    assert place in raised.value.message


NAMES = st.sampled_from([None, "a.md", "a.json", "a.jsonl", "a.srt", "a.vtt", "a.docx", "a"])
BYTES = st.one_of(
    st.binary(max_size=120),
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([SRT, VTT, WHISPER, CPP]).flatmap(
        lambda text: st.integers(0, len(text)).map(lambda cut: text[:cut].encode())
    ),
)


@settings(max_examples=120)
@given(BYTES, NAMES)
def test_any_bytes_are_read_or_refused_and_never_crash(data: bytes, name: str | None) -> None:
    try:
        found = read(data, name=name)
    except InputError:
        found = []
    assert all(0 <= s.span.start < s.span.end <= len(d.text) for d in found for s in d.sentences)
