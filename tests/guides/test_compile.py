"""Markdown guides: read in full, in many shapes, with every line that was not understood listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.errors import GuideError
from starproof.guides import Compiled, compile_guide, load_guide, to_markdown, to_toml

PARTS = ("expectations", "principles", "exemplars", "frameworks", "red_flags", "differences")
OTHER = """# The bar for senior managers, M2

## What we expect

| Expectation | Meaning |
| --- | --- |
| Reports | 4-10 direct reports |
| Organisation | 50-150+ engineers |
| Money | $10M+ a year |

- **Craft**: writes what others quote

## Model stories

### Courage (2 stories)

What it takes to say no.

#### C-1: No to the deal
**Context:** The sales lead had promised a date.
**Goal:** Keep the date out of the contract.
**What I did:**
1. Asked both leads for their own estimate.
2. Said no in front of the client.
**Outcome:** 3 deals were lost and complaints fell by 40%.
**Lessons:** Ask first.

#### C-1: The same id again
**Situation**: Two sites had one pump.

## How to answer

### Short answer (2.5 minutes)
- **Situation (40 seconds)**: quantified scope
- **Action** - 1 min 30 s: own actions
- **Result** (20 sec): quantified impact

## Warning signs

- **Talks about the weather**: small talk
- **Perfect stories**: too good

## How it differs from M3

| Area | M2 | M3 |
| --- | --- | --- |
| Scope | one site | all sites |
| Impact | up to $10M | $20M+ |

## Appendix

Thanks to all.
"""


def other() -> Compiled:
    return compile_guide(OTHER, name="senior.md")


def test_the_shipped_guide_comes_back_whole_from_its_own_markdown() -> None:
    shipped = load_guide()
    compiled = compile_guide(to_markdown(shipped), name="l6-engineering-manager.md")
    assert [len(getattr(compiled.guide, part)) for part in PARTS] == [8, 8, 50, 3, 12, 6]
    assert compiled.problems == ()
    for part in PARTS:
        assert [item.id for item in getattr(compiled.guide, part)] == [item.id for item in getattr(shipped, part)]
    for mine, theirs in zip(compiled.guide.exemplars, shipped.exemplars, strict=True):
        assert (mine.title, mine.situation, mine.task) == (theirs.title, theirs.situation, theirs.task)
        assert (mine.actions, mine.results) == (theirs.actions, theirs.results)
    for one, two in zip(compiled.guide.frameworks, shipped.frameworks, strict=True):
        assert (one.seconds, one.planned) == (two.seconds, two.planned)


def test_ranges_are_read_with_their_units_and_open_ends() -> None:
    ranges = {e.id: e.range for e in other().guide.expectations}
    found = {name: (r.low, r.high, r.unit) for name, r in ranges.items() if r is not None}
    assert found == {
        "direct-reports": (4.0, 10.0, "direct report"),
        "influence": (50.0, None, "engineer"),
        "impact": (10_000_000.0, None, "USD/year"),
    }


def test_times_are_read_in_minutes_seconds_and_both() -> None:
    (framework,) = other().guide.frameworks
    assert framework.seconds == 150
    assert [(s.section, s.seconds) for s in framework.sections] == [("situation", 40), ("action", 90), ("result", 20)]


def test_other_heading_words_open_the_same_sections() -> None:
    exemplar = other().guide.exemplars[0]
    assert exemplar.situation == "The sales lead had promised a date."
    assert exemplar.task == "Keep the date out of the contract."
    assert exemplar.actions == ("Asked both leads for their own estimate.", "Said no in front of the client.")
    assert exemplar.results == ("3 deals were lost and complaints fell by 40%.", "Ask first.")


@pytest.mark.parametrize(
    ("says", "low", "high"),
    [
        ("50 or more engineers", 50, None),
        ("up to 12 engineers", 0, 12),
        ("20 to 30 engineers", 20, 30),
        ("40+ engineers", 40, None),
    ],
)
def test_open_and_closed_ranges_are_told_apart(says: str, low: float, high: float | None) -> None:
    guide = compile_guide(f"# Bar\n## Expectations\n- **Influence**: {says}\n", name="bar.md").guide
    found = guide.expectations[0].range
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_bands_that_overlap_are_told_since_no_guide_may_have_them() -> None:
    page = "# Bar\n## Differences from L7\n- **Influence**: 15-50 engineers vs 40+ engineers\n"
    assert any("cannot be used" in p.what for p in compile_guide(page, name="bar.md").problems)


def test_an_id_used_twice_is_kept_apart_and_told() -> None:
    compiled = other()
    assert [(e.id, e.label) for e in compiled.guide.exemplars] == [("C-1", "C-1"), ("C-1-2", "C-1")]
    assert any("used twice" in problem.what for problem in compiled.problems)


def test_an_unknown_red_flag_is_kept_with_a_word_about_it() -> None:
    compiled = other()
    assert [flag.id for flag in compiled.guide.red_flags] == ["talks-about-the-weather", "perfect-story"]
    assert any("no rule looks for" in problem.what for problem in compiled.problems)


def test_differences_come_from_a_table_too() -> None:
    compiled = other()
    scope, impact = compiled.guide.differences
    assert (scope.here, scope.next) == ("one site", "all sites")
    assert impact.here_range is not None
    assert impact.here_range.high == 10_000_000
    assert impact.next_range is not None
    assert impact.next_range.low == 20_000_000
    assert compiled.guide.next_level == "M3"


def test_what_is_not_understood_is_listed_with_its_line() -> None:
    told = {problem.line: problem.what for problem in other().problems}
    number = OTHER.splitlines().index("Thanks to all.") + 1
    assert told[number] == "not understood"


def test_every_word_of_the_page_is_in_the_guide_or_in_the_problems() -> None:
    compiled = other()
    kept = to_toml(compiled.guide) + " ".join(problem.text for problem in compiled.problems)
    structure = set("expectation meaning model stories how to answer area m2 what we expect i did goal outcome".split())
    words = set(re.findall(r"[a-z]{4,}", OTHER.lower())) - structure
    missing = {word for word in words if word not in kept.lower()}
    assert missing <= {"context", "lessons", "courage", "action", "seconds", "signs", "warning", "differs", "from"}


def test_a_compiled_guide_can_be_written_and_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "senior.toml"
    guide = other().guide
    path.write_text(to_toml(guide), encoding="utf-8")
    assert load_guide(path) == guide


def test_stated_counts_that_are_wrong_are_told() -> None:
    page = (
        "# Bar\n## 3 examples\n### Trust\n#### T-1: One\n**Situation**: a\n**Task**: b\n**Action**: c\n**Result**: d\n"
    )
    compiled = compile_guide(page, name="bar.md")
    assert any("speaks of 3 exemplars and has 1" in problem.what for problem in compiled.problems)


@pytest.mark.parametrize("page", ["", "Hello.", "# Title\n\nJust prose.\n", "# A\n## B\n- c\n"])
def test_a_page_that_is_no_guide_is_refused_with_a_way_out(page: str) -> None:
    with pytest.raises(GuideError) as caught:
        compile_guide(page, name="notes.md")
    assert "notes.md" in str(caught.value)
    assert caught.value.hint


@settings(max_examples=150)
@given(st.lists(st.sampled_from(OTHER.splitlines()), min_size=1, max_size=60).map("\n".join))
def test_shuffled_pages_compile_or_are_refused(page: str) -> None:
    try:
        compiled = compile_guide(page, name="shuffled.md")
    except GuideError:
        return
    total = len(page.splitlines())
    assert all(1 <= problem.line <= total for problem in compiled.problems)
    ids = [exemplar.id for exemplar in compiled.guide.exemplars]
    assert len(ids) == len(set(ids))
