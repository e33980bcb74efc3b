"""A story's text to a document: nothing changed, every span inside, every oddity noted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.document import Document, Provenance, Story, TimedSpan
from starproof.core.text import Span
from starproof.errors import InputError
from starproof.parse import LONGEST, parse

PLAIN = "Situation: We lost 3 dealers. They had waited.\n\nResult:\n- All came back.\n- I learned to call.\n"


def document(text: str) -> Document:
    return parse(Story("s", text))


def told(text: str) -> list[tuple[str, str | None]]:
    found = document(text)
    return [(found.quote(sentence.span), sentence.given) for sentence in found.sentences]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E-INP-001"),
        (" \n\t\u2028\u00a0\ufeff", "E-INP-002"),
        ("---\n***\n", "E-INP-002"),
        ("x" * (LONGEST + 1), "E-INP-005"),
    ],
)
def test_no_text_and_too_much_are_refused_by_code(text: str, code: str) -> None:
    with pytest.raises(InputError) as raised:
        document(text)
    assert raised.value.code == code
    assert raised.value.hint
    assert "README" not in raised.value.hint, "who installed the package has none"


def test_a_clipped_word_ends_no_sentence_before_a_small_letter() -> None:
    document = parse(Story("s", "CEO picked the third, on cond. that we hit $2.5M. The prev. quarter had none."))
    told = [document.quote(sentence.span) for sentence in document.sentences]
    assert told == ["CEO picked the third, on cond. that we hit $2.5M.", "The prev. quarter had none."]


def test_sentences_end_at_their_punctuation_and_not_at_abbreviations_or_decimals() -> None:
    text = "Dr. Rao asked for approx. 4.2 s, i.e. half. I agreed! Did it work? Yes… It did."
    assert [words for words, _ in told(text)] == [
        "Dr. Rao asked for approx. 4.2 s, i.e. half.",
        "I agreed!",
        "Did it work?",
        "Yes…",
        "It did.",
    ]


def test_notes_go_on_behind_short_words_for_because_and_external() -> None:
    text = (
        "Ife was in bc. Marlies said so. There was no budget for ext. seniors. We hired none. "
        "It went on to the ext. Then."
    )
    assert [words for words, _ in told(text)] == [
        "Ife was in bc. Marlies said so.",
        "There was no budget for ext. seniors.",
        "We hired none.",
        "It went on to the ext.",
        "Then.",
    ]


def test_speech_without_punctuation_is_cut_into_utterances_that_cover_all_words() -> None:
    text = (
        "so we had this booking system and it went down every friday and nobody knew why and i was asked to look into "
        "it with my two teams so i sat with the night shift for a week and then we found that the backup ran at the "
        "same time and i decided to move it and the ops manager did not like that at all but after that it never went "
        "down again and i learned to ask the night shift first"
    )
    found = document(text)
    assert found.register == "spoken"
    assert 3 <= len(found.sentences) <= 14
    assert " ".join(found.quote(sentence.span) for sentence in found.sentences) == text


def test_the_story_is_timed_by_its_own_words_alone() -> None:
    text = f"---\ntitle: The dealers\n---\n# The dealers\n\n{PLAIN}"
    assert document(text).words == document(PLAIN).words == 14


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_neither_sentences_nor_labels(end: str) -> None:
    assert told(PLAIN.replace("\n", end)) == told(PLAIN)


@pytest.mark.parametrize("preamble", ["\n\n", "---\ntitle: A\n---\n", "---\r\ntitle: A\r\n---\r\n", "\ufeff"])
def test_what_stands_before_the_story_only_shifts_its_spans(preamble: str) -> None:
    shifted = document(preamble + PLAIN).sentences
    by = len(preamble)
    assert [Span(s.span.start - by, s.span.end - by) for s in shifted] == [s.span for s in document(PLAIN).sentences]


def test_what_the_caller_says_wins_over_front_matter_and_that_over_headings() -> None:
    text = f"---\ntitle: Front\nquestion: Why?\nregister: spoken\n---\n# Heading\n\n{PLAIN}"
    assert (document(text).title, document(text).question, document(text).register) == ("Front", "Why?", "spoken")
    said = parse(Story("s", text, title="Said", register="written"))
    assert (said.title, said.question, said.register) == ("Said", "Why?", "written")


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    found = document(f"---\ntitle: The plan: a story\nquestion: 'What @ all\n---\n{PLAIN}")
    assert (found.title, found.question) == ("The plan: a story", "What @ all")


def test_keys_that_are_not_known_are_noted() -> None:
    notes = document(f"---\ntitle: A\nmood: low\n---\n{PLAIN}").notes
    assert [note.code for note in notes] == ["front-matter-key"]
    assert "mood" in notes[0].message


def test_a_story_between_rulers_is_no_front_matter() -> None:
    text = "---\nSituation: We lost 3 dealers.\n---\nResult: All came back.\n"
    assert told(text) == [("We lost 3 dealers.", "situation"), ("All came back.", "result")]


def test_times_of_a_recording_make_a_text_spoken() -> None:
    timed = (TimedSpan(Span(0, 5), 0.0, 2.0),)
    found = parse(Story("s", PLAIN), timed=timed)
    assert (found.register, found.timed) == ("spoken", timed)


def numbered(*entries: str) -> Document:
    lines = "\n".join(f"  - {entry}" for entry in entries)
    return document(f"---\ntitle: A\nnumbers:\n{lines}\n---\n{PLAIN}")


def test_numbers_say_where_figures_come_from() -> None:
    found = numbered('figure: "$1.1M a year"\n    from: measured\n    by: finance', "figure: 32%\n    from: told")
    assert found.provenance == (Provenance("$1.1M a year", "measured", "finance"), Provenance("32%", "told"))
    assert found.notes == ()


@pytest.mark.parametrize("written", ["32", "12:30", "1_000", "0x1F", "1e3", "yes", "2024-05-01"])
def test_a_figure_stays_as_it_was_written(written: str) -> None:
    assert [one.figure for one in numbered(f"{{figure: {written}, from: told}}").provenance] == [written]


@pytest.mark.parametrize(
    "said", ["cannot-confirm", "Cannot Confirm", "can't confirm", "cannot_confirm", "can’t confirm"]
)
def test_an_origin_is_read_as_people_write_it(said: str) -> None:
    assert [one.origin for one in numbered(f'{{figure: 3 dealers, from: "{said}"}}').provenance] == ["cannot-confirm"]


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("figure: 32%\n    from: guessed", "measured, estimated, told or cannot-confirm"),
        ("figure: 32%", "measured, estimated, told or cannot-confirm"),
        ("from: told", "has no figure"),
        ("32%", "has no figure"),
        ("figure: [1, 2]\n    from: told", "has no figure"),
    ],
)
def test_a_bad_entry_is_noted_with_its_line_and_what_to_write_and_the_others_are_read(entry: str, says: str) -> None:
    found = numbered("figure: 3 dealers\n    from: told", entry)
    assert found.provenance == (Provenance("3 dealers", "told"),)
    assert [note.code for note in found.notes] == ["numbers-entry"]
    assert "Line 6 of the front matter" in found.notes[0].message
    assert says in found.notes[0].message
    assert entry.splitlines()[0] in found.quote(found.notes[0].span or Span(0, 0))


@pytest.mark.parametrize(
    "block", ["numbers: 5", "numbers: [", "numbers: {a: b}", "numbers:\n\t- a", "numbers: &a\n- *a"]
)
def test_numbers_that_cannot_be_read_are_noted_and_cost_neither_title_nor_story(block: str) -> None:
    found = document(f"---\ntitle: The plan: a story\n{block}\n---\n{PLAIN}")
    assert found.title == "The plan: a story"
    assert [note.code for note in found.notes] == ["numbers-entry"]
    assert [found.quote(s.span) for s in found.sentences] == [words for words, _ in told(PLAIN)]


def test_a_key_that_an_entry_does_not_have_is_noted_and_the_entry_is_read() -> None:
    found = numbered("figure: 3 dealers\n    from: told\n    who: me")
    assert found.provenance == (Provenance("3 dealers", "told"),)
    assert "who is not used" in found.notes[0].message


def test_many_numbers_are_still_front_matter() -> None:
    found = numbered(*(f"figure: {n} dealers\n    from: told\n    by: me" for n in range(80)))
    assert len(found.provenance) == 80


PARTS = st.sampled_from(
    (
        "Result: |**Task**|# Action|- |1. |I led 3 teams.|Dr. Rao|---|> |```|\r\n|\n|\n\n|\u2028|\t|é|e\u0301|🚀|"
        "שלום|日本。|\u202e|\x00|\ufeff|numbers:|title: x"
    ).split("|")
)


@settings(max_examples=120)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(PARTS, max_size=25).map(" ".join), st.lists(PARTS, max_size=25).map("".join)
    )
)
def test_every_span_lies_inside_the_text_in_order_and_without_overlap(text: str) -> None:
    try:
        found = document(text)
    except InputError:
        return
    assert found.text == text
    for spans in ([s.span for s in found.sentences], list(found.paragraphs)):
        ends = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
        assert ends == sorted(ends)
        assert all(found.quote(span).strip() == found.quote(span) != "" for span in spans)
    assert all(found.paragraphs[s.paragraph].contains(s.span) for s in found.sentences)
    assert all(0 <= h.span.start < h.span.end <= len(text) for h in found.headings)
    assert all(n.span is None or 0 <= n.span.start <= n.span.end <= len(text) for n in found.notes)


def test_a_quote_may_end_after_so_many_characters_and_never_behind_its_span() -> None:
    document = parse(Story("case", "I ran three teams. We cut the wait in half."))
    first = document.sentences[0].span
    assert document.quote(first, most=5) == "I ran"
    assert document.quote(first, most=500) == document.quote(first) == "I ran three teams."
