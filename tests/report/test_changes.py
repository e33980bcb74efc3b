"""What went, what came, what moved between two revisions."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len

from starproof.core.results import Review
from starproof.errors import UsageError
from starproof.report import compare, render, render_comparison
from starproof.report.changes import Moved
from starproof.report.telling import verdict_moves
from tests.report.example import example_review
from tests.report.making import HOSTILE, review_of


def better() -> Review:
    """The example with its sum put right, one flag cleared, one rating up, ten seconds off the action."""
    old = example_review()
    quantities = tuple(
        replace(q, text="43%", value=43.0) if q.text == "32%" else q for q in old.quantities if q.text != "12%"
    )
    timing = replace(old.timing, seconds=128.0, sections={**old.timing.sections, "action": 51.2})
    return replace(
        old,
        findings=tuple(f for f in old.findings if f.code != "NUM201"),
        flags=tuple(replace(f, status="clear") if f.id == "blame" else f for f in old.flags),
        ratings=tuple(replace(r, rating=4) if r.criterion in ("ownership", "clarity") else r for r in old.ratings),
        level=replace(old.level, reads_as="above"),
        facts=replace(old.facts, quantities=quantities),
        timing=timing,
    )


def test_findings_that_went_came_and_stayed_are_told_apart() -> None:
    change = compare(example_review(), better())
    assert [f.code for f in change.went] == ["NUM201"]
    assert change.came == ()
    assert len(change.stayed) == 4
    back = compare(better(), example_review())
    assert [f.code for f in back.came] == ["NUM201"]


def test_reworded_evidence_is_the_same_finding_and_another_place_is_not() -> None:
    old = review_of("We cut it by quite a lot in the end. Then it held.", (0, 36))
    reworded = review_of("We cut it by really quite a lot in the end. Then it held.", (0, 43))
    elsewhere = review_of("We cut it by 12 %. Then it held very well for years.", (19, 52))
    assert len(compare(old, reworded).stayed) == 1
    assert compare(old, reworded).went == ()
    assert len(compare(old, elsewhere).went) == len(compare(old, elsewhere).came) == 1


def test_flags_ratings_and_levels_that_moved_are_named_with_both_sides() -> None:
    change = compare(example_review(), better())
    assert change.flags == (Moved("blame", "raised", "clear"),)
    assert change.ratings == (Moved("ownership", 2, 4), Moved("clarity", None, 4))
    assert change.level == Moved("level", "at", "above")
    assert change.dimensions == ()


def test_figures_are_lost_or_new_or_changed_in_their_place() -> None:
    change = compare(example_review(), better())
    assert [(pair.old.text, pair.new.text) for pair in change.changed] == [("32%", "43%")]
    assert [q.text for q in change.lost] == ["12%"]
    assert change.added == ()


def test_seconds_by_section_add_up_to_the_change_over_all() -> None:
    change = compare(example_review(), better())
    assert round(sum(shift.by for shift in change.sections), 6) == round(change.total.by, 6) == -10
    assert [shift.section for shift in change.sections] == ["situation", "task", "action", "result", "reflection"]


def test_a_story_against_itself_has_no_change() -> None:
    change = compare(example_review(), example_review())
    assert (change.went, change.came, change.flags, change.ratings, change.level) == ((), (), (), (), None)
    assert (change.lost, change.added, change.changed, change.total.by) == ((), (), (), 0)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_format_tells_the_change(form: str) -> None:
    text = render_comparison(compare(example_review(), better()), format=form)
    for words in ("NUM201", "43%", "12%", "parts-catalogue.md"):
        assert words in text
    if form == "json":
        assert json.loads(text)["seconds"]["total"] == {"old": 138, "new": 128, "by": -10}
    else:
        assert "1 min 1 s → 51 s (10 s less)" in text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_stories_are_compared_safely_and_inside_the_width(name: str) -> None:
    text = HOSTILE[name]
    change = compare(review_of(text, (0, len(text)), title=text), review_of(text + " More.", (2, 9), title=text))
    plain = render_comparison(change, width=60)
    assert max(map(cell_len, plain.splitlines())) <= 60
    assert not set(plain) & set("\x1b\x07\x9b\u202e\x00")


def test_formats_that_do_not_exist_are_refused_with_those_that_do() -> None:
    with pytest.raises(UsageError, match="'sarif'") as caught:
        render_comparison(compare(example_review(), better()), format="sarif")
    assert "markdown" in caught.value.hint
    with pytest.raises(UsageError, match="'pdf'"):
        render([example_review()], format="pdf")


def unrated() -> Review:
    """The example, told for a question that it plainly does not answer."""
    old = example_review()
    beside = replace(old.findings[0], code="STR105", name="another-question", severity="error")
    return replace(
        old, findings=(*old.findings, beside), ratings=tuple(replace(one, rating=None) for one in old.ratings)
    )


def test_ratings_that_went_with_the_question_are_told_once() -> None:
    moves = [move for move in verdict_moves(compare(example_review(), unrated())) if move[1] == "rating"]
    assert moves == [("all criteria", "rating", "rated", "cannot say")]


def test_ratings_that_came_are_told_one_by_one() -> None:
    moves = [move for move in verdict_moves(compare(unrated(), example_review())) if move[1] == "rating"]
    assert len(moves) == sum(one.rating is not None for one in example_review().ratings)
