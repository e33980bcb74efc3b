"""Guides from TOML: whatever is wrong is told with file, entry, key and what to do; what is written reads back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.guide import (
    Ask,
    Criterion,
    Difference,
    Exemplar,
    Expectation,
    Framework,
    FrameworkSection,
    Guide,
    Principle,
    Range,
    RedFlag,
)
from starproof.errors import GuideError
from starproof.guides import compile_guide, load_guide, to_markdown, to_toml
from starproof.guides.loading import read_guide

GOOD = """
id = "small"
version = "2"
title = "A small guide"
level = "M2"

[[expectations]]
id = "reports"
name = "Reports"
says = "Leads 4 to 10 people."
range = { low = 4, high = 10, unit = "direct report" }

[[principles]]
id = "courage"
name = "Courage"

[[exemplars]]
id = "C-1"
principle = "courage"
title = "No to the deal"
situation = "Sales had promised a date."
task = "I had to keep it out of the contract."
actions = ["I asked both leads for an estimate."]
results = ["Complaints fell by 40%."]

[[frameworks]]
id = "short"
name = "Short answer"
seconds = 90

[[frameworks.sections]]
section = "situation"
seconds = 20
asks = [{ id = "size", says = "Give its size", detector = "quantified-scope" }]

[[red_flags]]
id = "blame"
name = "Blame"
group = "people"
says = "Others were at fault."
severity = "error"
thresholds = { times_over = 2 }

[[differences]]
id = "influence"
name = "Influence"
here = "up to 50"
next = "from 50"
here_range = { low = 15, high = 50, unit = "engineer" }
next_range = { low = 50, unit = "engineer" }

[[criteria]]
id = "clarity"
name = "Clarity"
anchors = ["one", "two", "three", "four", "five"]
"""

WRONG = [
    # what is replaced, by what, the code, and what the message has to name
    ('version = "2"\n', "", "E-GDE-010", ["key 'version'"]),
    ('version = "2"', "version = 2", "E-GDE-012", ["key 'version'", "a number"]),
    ('level = "M2"', 'level = " "', "E-GDE-013", ["key 'level'"]),
    ('id = "small"', 'id = "a b"', "E-GDE-013", ["key 'id'", "a b"]),
    ('id = "small"', 'id = "small"\ncolour = "red"', "E-GDE-011", ["key 'colour'"]),
    ('id = "small"', 'id = "small"\nprinciple = 1', "E-GDE-011", ["key 'principle'", "'principles'"]),
    ('says = "Leads 4 to 10 people."\n', "", "E-GDE-010", ["expectations 'reports'", "key 'says'"]),
    ("low = 4,", "low = 11,", "E-GDE-015", ["expectations 'reports'", "key 'range'", "11", "10"]),
    ("low = 4,", "low = -4,", "E-GDE-020", ["expectations 'reports'", "key 'low'", "-4"]),
    ("low = 4,", "low = nan,", "E-GDE-020", ["expectations 'reports'", "key 'low'"]),
    ("low = 4,", "low = true,", "E-GDE-012", ["expectations 'reports'", "key 'low'"]),
    ("low = 4,", f"low = 1{'0' * 400},", "E-GDE-020", ["expectations 'reports'", "key 'low'"]),
    ("high = 10,", "hihg = 10,", "E-GDE-011", ["expectations 'reports'", "key 'hihg'", "'high'"]),
    ('range = { low = 4, high = 10, unit = "direct report" }', "range = 4", "E-GDE-012", ["key 'range'", "a table"]),
    ('id = "courage"\n', "", "E-GDE-010", ["principles number 1", "key 'id'"]),
    ('name = "Courage"', 'name = "C"\n[[principles]]\nid = "courage"\nname = "D"', "E-GDE-014", ["'courage'"]),
    ('principle = "courage"', 'principle = "courrage"', "E-GDE-017", ["'C-1'", "key 'principle'", "mean 'courage'"]),
    ('["Complaints fell by 40%."]', '"Complaints fell."', "E-GDE-012", ["exemplars 'C-1'", "key 'results'"]),
    ('["Complaints fell by 40%."]', "[40]", "E-GDE-012", ["exemplars 'C-1'", "key 'results'"]),
    ("seconds = 90", "seconds = 0", "E-GDE-020", ["frameworks 'short'", "key 'seconds'"]),
    ("seconds = 90", "seconds = 2024-01-01", "E-GDE-012", ["frameworks 'short'", "key 'seconds'", "date"]),
    ("seconds = 20", 'seconds = "20"', "E-GDE-012", ["frameworks 'short', sections 'situation'", "key 'seconds'"]),
    ('section = "situation"', 'section = "setting"', "E-GDE-018", ["frameworks 'short'", "key 'section'", "situation"]),
    ('says = "Give its size", ', "", "E-GDE-010", ["sections 'situation', asks 'size'", "key 'says'"]),
    ('severity = "error"', 'severity = "fatal"', "E-GDE-019", ["red_flags 'blame'", "key 'severity'", "warning"]),
    ("times_over = 2", 'times_over = "2"', "E-GDE-012", ["red_flags 'blame'", "thresholds.times_over"]),
    ("next_range = { low = 50", "next_range = { low = 40", "E-GDE-016", ["differences 'influence'", "40", "50"]),
    ("high = 50, ", "", "E-GDE-016", ["differences 'influence'", "no end"]),
    ('50, unit = "engineer" }\n\n', '50, unit = "team" }\n\n', "E-GDE-016", ["differences 'influence'", "'team'"]),
    ('"four", "five"]', '"four"]', "E-GDE-021", ["criteria 'clarity'", "key 'anchors'", "4"]),
    ('"four", "five"]', '"four", ""]', "E-GDE-013", ["criteria 'clarity'", "key 'anchors'"]),
    (GOOD[GOOD.index("[[expect") :], "", "E-GDE-022", ["nothing to judge"]),
    (GOOD[GOOD.index("[[expect") :], "principles = 3", "E-GDE-012", ["key 'principles'"]),
    ("[[criteria]]", "[[criteria]", "E-GDE-004", ["line"]),
]  # fmt: skip


def write(folder: Path, text: str, name: str = "ours.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_guide_that_leaves_out_what_is_optional_loads(tmp_path: Path) -> None:
    guide = load_guide(write(tmp_path, GOOD))
    assert guide.next_level == guide.role == guide.source == ""
    assert guide.exemplars[0].actions == ("I asked both leads for an estimate.",)
    assert guide.red_flags[0].thresholds == {"times_over": 2.0}
    assert guide.frameworks[0].sections[0].asks == (Ask("size", "Give its size", "quantified-scope"),)
    assert load_guide(str(tmp_path / "ours.toml")) == guide


def test_a_detector_that_nobody_knows_is_no_error(tmp_path: Path) -> None:
    assert load_guide(write(tmp_path, GOOD.replace("quantified-scope", "sings-in-tune"))).frameworks


@pytest.mark.parametrize(("old", "new", "code", "named"), WRONG, ids=[f"{w[2]}-{n}" for n, w in enumerate(WRONG)])
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, code: str, named: list[str]) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(GuideError) as caught:
        load_guide(write(tmp_path, GOOD.replace(old, new)))
    assert caught.value.code == code
    assert caught.value.hint
    for words in ["ours.toml", *named]:
        assert words in str(caught.value)


def test_a_file_that_cannot_be_read_is_told_by_name(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes('title = "Führung"'.encode("latin-1"))
    for path, code in ((tmp_path / "none.toml", "001"), (tmp_path, "002"), (latin, "003"), ("a\0b.toml", "002")):
        with pytest.raises(GuideError, match=f"E-GDE-{code}") as caught:
            load_guide(path)
        assert repr(str(path)) in caught.value.message


def test_markdown_is_sent_to_the_compiler(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="guide compile"):
        load_guide(write(tmp_path, "# L6 guide\n", name="guide.md"))


def test_brackets_without_end_are_an_error_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="E-GDE-004"):
        load_guide(write(tmp_path, "a = " + "[" * 100_000))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert load_guide(write(tmp_path, "\ufeff" + GOOD)).id == "small"


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = ANY.filter(lambda text: bool(text.strip()))
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True)
NUMBERS = st.floats(0, 1e300) | st.integers(0, 10**15).map(float)
RANGES = st.tuples(NUMBERS, NUMBERS, ANY).map(lambda r: Range(min(r[:2]), max(r[:2]), r[2]))
ASKS = st.lists(st.builds(Ask, IDS, ANY, IDS), max_size=2, unique_by=lambda ask: ask.id).map(tuple)
SECTIONS = st.builds(FrameworkSection, st.just("task"), st.floats(0.1, 1e4), ASKS, ANY)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    texts, anchors = st.lists(WORDS, max_size=3).map(tuple), st.tuples(*[WORDS] * 5)
    principle = draw(st.builds(Principle, IDS, WORDS, ANY, ANY))
    exemplar = st.builds(Exemplar, IDS, ANY, st.just(principle.id), WORDS, ANY, ANY, texts, texts, ANY)
    thresholds = st.dictionaries(ANY, NUMBERS, max_size=2)
    flag = st.builds(RedFlag, IDS, WORDS, WORDS, ANY, st.just("note"), ANY, ANY, thresholds)
    framework = st.builds(Framework, IDS, WORDS, st.floats(0.1, 1e4), st.tuples(SECTIONS), ANY)
    one = draw(st.tuples(exemplar, flag, framework))
    return Guide(
        *draw(st.tuples(IDS, WORDS, WORDS, WORDS, ANY, ANY, ANY)),
        expectations=(draw(st.builds(Expectation, IDS, WORDS, ANY, ANY, st.none() | RANGES)),),
        principles=(principle,),
        exemplars=one[:1],
        red_flags=one[1:2],
        frameworks=one[2:],
        differences=(draw(st.builds(Difference, IDS, WORDS, ANY, ANY, ANY, RANGES, st.none())),),
        criteria=(draw(st.builds(Criterion, IDS, WORDS, anchors)),),
    )


@settings(max_examples=80)
@given(guide=guides())
def test_whatever_is_written_reads_back_the_same(guide: Guide) -> None:
    written = to_toml(guide).encode().decode()
    assert read_guide(written, name="x.toml") == guide
    assert to_toml(read_guide(written, name="x.toml")) == written


def test_parts_that_are_empty_read_back_the_same(tmp_path: Path) -> None:
    guide = replace(load_guide(write(tmp_path, GOOD)), exemplars=(), frameworks=(), differences=())
    assert load_guide(write(tmp_path, to_toml(guide))) == guide


@settings(max_examples=60)
@given(guide=guides())
def test_markdown_gives_each_exemplar_one_heading_whatever_its_words(guide: Guide) -> None:
    page = to_markdown(guide)
    assert page.count("\n#### ") == len(guide.exemplars)
    assert page.endswith("\n")


def test_a_guide_goes_through_markdown_with_texts_and_times(tmp_path: Path) -> None:
    guide = load_guide(write(tmp_path, GOOD))
    told = replace(guide.frameworks[0].sections[0], says="The size of the problem")
    guide = replace(guide, frameworks=(replace(guide.frameworks[0], name="90-second answer", sections=(told,)),))
    back = compile_guide(to_markdown(guide), name="ours.md").guide
    assert back.exemplars[0].results == guide.exemplars[0].results
    assert back.frameworks[0].seconds == 90
    assert back.frameworks[0].sections[0].seconds == 20
    assert back.criteria == guide.criteria
