"""What is shown of long work: a bar at a terminal, a line now and then elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from starproof.cli import banked, waiting
from tests.cli.running import here

review = import_module("starproof.cli.review")


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "is_terminal", lambda _: True)


@pytest.mark.usefixtures("watched")
def test_where_there_is_nothing_to_do_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with waiting.progress_bar("Reviewing"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("watched")
def test_the_bar_is_told_how_many_are_done_of_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    with waiting.progress_bar("Reviewing") as told:
        for done in (1, 3):
            told(done, 4)
    assert "Reviewing" in capsys.readouterr().err


def test_short_work_says_nothing_where_nobody_sits_at_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with waiting.progress_bar("Reviewing") as told:
        told(1, 2)
        told(2, 2)
    assert capsys.readouterr() == ("", "")


def test_long_work_says_now_and_then_how_far_it_is_where_nobody_sits_at_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seconds: Iterator[float] = iter([0.0, 1.0, 6.0, 7.0, 40.0, 60.0, 80.0])
    lines = waiting.Lines("Reviewing", now=lambda: next(seconds))
    for done in (10, 60, 70, 400, 600, 1_000):
        lines.told(done, 1_000)
    assert capsys.readouterr() == (
        "",
        "Reviewing: 60 of 1,000 done, about 2 minutes left.\nReviewing: 400 of 1,000 done, about 1 minute left.\n",
    )


def test_a_long_text_says_before_its_review_that_it_takes_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "long.md"
    file.write_text("I led three teams and cut the bill by 40% in a year. " * 30)
    assert here("review", file).err == ""
    monkeypatch.setattr(review, "LONG", 1_000)
    assert here("review", file).err == (
        f"{file}: 1,590 characters take a while to review; an answer of four minutes has about 3,500.\n"
    )


def test_whoever_breaks_off_the_reviews_is_told_what_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    def break_off() -> None:
        with banked.reviewing() as told:
            told(1_200, 10_000)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert capsys.readouterr().err == (
        "1,200 of 10,000 stories are reviewed, and their reviews are kept; the next command goes on from there.\n"
    )
