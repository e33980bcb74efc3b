"""The bar on long work."""

from __future__ import annotations

import pytest

from starproof.cli import options


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "is_terminal", lambda _: True)


@pytest.mark.usefixtures("watched")
def test_where_there_is_nothing_to_do_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with options.progress_bar("Reviewing"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("watched")
def test_the_bar_is_told_how_many_are_done_of_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    with options.progress_bar("Reviewing") as told:
        for done in (1, 3):
            told(done, 4)
    assert "Reviewing" in capsys.readouterr().err


def test_nobody_at_a_terminal_sees_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with options.progress_bar("Reviewing") as told:
        told(1, 1)
    assert capsys.readouterr() == ("", "")
