"""The review command on real input and on input that is no story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import here, starproof

KEYS = set(
    "schema id title source question guide engine text sentences sections missing quantities claims impact "
    "flags findings level ratings principles timing probes".split()
)
STORY = (
    "Our parts catalogue took 4.2 seconds to answer. I ran three teams and was asked to get it under 500 ms. "
    "I decided to stop the vendor pilot, although our sales lead was against it. "
    "Median search fell to 287 ms, which is 32% better than the target. I learned to watch users first."
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_the_example_that_ships_is_reviewed_in_the_terminal() -> None:
    ran = starproof("review", "--example")
    assert ran.code == 0
    assert ran.err == ""
    assert "42.6" in ran.out
    assert "\x1b" not in ran.out, "no colour into a pipe"


def test_json_has_every_key_of_the_contract_and_all_twelve_flags(story: Path) -> None:
    (review,) = json.loads(here("review", story, "--format", "json").out)
    assert set(review) >= KEYS
    assert review["schema"] == "starproof.review/1"
    assert len(review["flags"]) == 12
    assert abs(sum(p["score"] for p in review["principles"]) - 1) < 1e-6
    assert review["text"]["content"] == STORY
    assert all(STORY[q["start"] : q["end"]] == q["text"] for q in review["quantities"])
    assert all(STORY[e["start"] : e["end"]] == e["quote"] for f in review["findings"] for e in f["evidence"])


def test_the_wrong_sum_is_found_and_written_out(story: Path) -> None:
    (review,) = json.loads(here("review", story, "--format", "json").out)
    (claim,) = [c for c in review["claims"] if c["verdict"] == "inconsistent"]
    assert claim["text"].startswith("32%")
    assert claim["computed"] == 42.6


def test_the_same_story_gives_the_same_bytes(story: Path) -> None:
    runs = {
        starproof("review", story, "--format", form, PYTHONHASHSEED=seed).out
        for form in ("json",)
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_standard_input_is_read(story: Path) -> None:
    piped = json.loads(here("review", "-", "--format", "json", stdin=STORY.encode()).out)
    assert piped[0]["source"] is None
    assert piped[0]["text"]["content"] == STORY


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "markdown", "html", "sarif"])
def test_every_format_can_be_written_to_a_file(story: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    ran = here("review", story, "--format", form, "-o", target)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert "287 ms" in target.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_two_revisions_are_compared(story: Path, tmp_path: Path) -> None:
    better = tmp_path / "better.md"
    better.write_text(STORY.replace("32%", "43%"), encoding="utf-8")
    ran = here("review", better, "--against", story)
    assert ran.code == 0
    assert "NUM201" in ran.out


def test_fail_on_gives_exit_code_1_only_when_something_is_that_grave(story: Path, tmp_path: Path) -> None:
    fine = tmp_path / "fine.md"
    fine.write_text(STORY.replace("32%", "43%"), encoding="utf-8")
    assert here("review", story, "--fail-on", "error").code == 1
    assert here("review", fine, "--fail-on", "error").code == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.md", b"", "E-INP"),
        ("blank.md", b" \n\t\n", "E-INP"),
        ("binary.md", b"\x00\x01\x02story", "E-INP"),
        ("latin.md", "Ich führte drei Teams".encode("latin-1"), "E-INP"),
        ("half.json", b'[{"text": "I ran', "E-INP"),
        ("half.jsonl", b'{"text": "I ran a team."}\n{"text": ', "E-INP"),
        ("fake.docx", b"no zip at all", "E-INP"),
        ("huge.txt", b"word " * 300_000, "E-INP"),
    ],
)
def test_bad_input_gives_a_code_a_hint_and_exit_2(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    ran = here("review", path)
    assert ran.code == 2
    assert ran.out == ""
    first, second = ran.err.splitlines()[:2]
    assert code in first
    assert name in first
    assert second.startswith("  ")
    assert "Traceback" not in ran.err


def test_a_missing_file_and_a_directory_are_told_apart(tmp_path: Path) -> None:
    assert "E-INP-100" in here("review", tmp_path / "none.md").err
    assert "E-INP-101" in here("review", tmp_path).err


def test_one_bad_file_among_good_ones_prints_nothing(story: Path, tmp_path: Path) -> None:
    ran = here("review", story, tmp_path / "none.md")
    assert (ran.code, ran.out) == (2, "")


def test_no_file_says_what_to_do() -> None:
    ran = here("review")
    assert ran.code == 2
    assert "--example" in ran.err


def test_a_closed_pipe_is_no_crash(story: Path) -> None:
    import subprocess

    from tests.cli.running import COMMAND

    done = subprocess.run(
        f"{COMMAND} review {story} --format json | head -c 1", shell=True, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr


def test_colour_comes_when_asked_for_and_no_color_is_respected(story: Path) -> None:
    assert "\x1b[" in here("review", story, "--color", "always").out
    assert "\x1b[" not in here("review", story, "--color", "auto", NO_COLOR="1").out


def test_a_principle_that_nobody_knows_is_not_passed_over(story: Path) -> None:
    ran = here("review", story, "--principle", "ownershp")
    assert ran.code == 2
    assert "Did you mean ownership?" in ran.err
    assert here("review", story, "--principle", "Deliver Results").code == 0
