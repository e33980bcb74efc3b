"""The tool that trains the labeller: its check looks at all that a training writes."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("numpy")
pytest.importorskip("scipy")

READ = [SimpleNamespace(story=SimpleNamespace(id="a-1"), shares=SimpleNamespace(tolist=lambda: [[1.0, 0, 0, 0, 0, 0]]))]
STEPS = (
    "fit_gaps",
    "lexicon",
    "networks",
    "networked",
    "compact_network",
    "looks",
    "taught",
    "compact_reader",
    "shown",
)


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The tool with every step of the training but the writing left out."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # which the tool sets for good
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    import train_labeller as tool

    words = SimpleNamespace(with_all=lambda *_: words)
    for name in STEPS:
        monkeypatch.setattr(tool, name, lambda *_, **__: words)
    for name in ("load", "training_files", "sampled"):
        monkeypatch.setattr(tool, name, lambda *_: [])
    monkeypatch.setattr(tool, "learned", lambda *_: (None, None))
    monkeypatch.setattr(tool, "measured", lambda *_: (READ, READ))
    monkeypatch.setattr(tool, "packed", lambda *_: b"weights")
    monkeypatch.setattr(tool, "gist", SimpleNamespace(packed=tool.packed))
    monkeypatch.setattr(tool, "splitter", SimpleNamespace(packed=tool.packed))
    monkeypatch.setattr(tool, "SOURCE", tmp_path)
    monkeypatch.setattr(tool, "HELD_OUT", tmp_path / "held-out.txt")
    for folder in ("parse", "understand/weights"):
        (tmp_path / folder).mkdir(parents=True)
    return tool


def ran(tool: Any, monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    monkeypatch.setattr(sys, "argv", ["train_labeller.py", *options])
    return int(tool.main())


def test_how_hands_left_out_are_read_is_written_and_checked_like_the_weights(
    tool: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(tool, monkeypatch) == 0
    assert tool.HELD_OUT.read_text(encoding="utf-8") == "a-1 s100\n"
    assert ran(tool, monkeypatch, "--check") == 0
    tool.HELD_OUT.write_text("a-1 s99\n", encoding="utf-8")
    assert ran(tool, monkeypatch, "--check") == 1
    assert capsys.readouterr().out.endswith("another training's: held-out.txt\n")


def test_a_fast_training_leaves_the_labels_of_hands_left_out_as_they_are(
    tool: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool.HELD_OUT.write_text("as before", encoding="utf-8")
    assert ran(tool, monkeypatch, "--fast") == 0
    assert tool.HELD_OUT.read_text(encoding="utf-8") == "as before"
    assert ran(tool, monkeypatch, "--check", "--fast") == 0
