"""The loop file: what it may say, and that every mistake is named with its place."""

from __future__ import annotations

from contextlib import suppress
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.planning import Loop
from starproof.errors import InputError, StarproofError
from starproof.plan import read_loop
from starproof.plan.sought import SIXTEEN, Names
from tests.plan.making import GUIDE

ONE = '[[interviewers]]\nname = "Ana"\nprinciples = ["ownership"]\n'


def loop(text: str) -> Loop:
    return read_loop(text, guide=GUIDE, name="loop.toml")


def test_the_example_is_a_loop() -> None:
    found = loop((files("starproof") / "examples" / "loop.toml").read_text(encoding="utf-8"))
    assert found.company == "Northwind"
    assert found.on == "2027-03-16"
    assert [interviewer.name for interviewer in found.interviewers] == ["Ana", "Bo", "Chidi"]
    assert found.interviewers[1].bar_raiser


def test_a_file_may_say_all_of_this() -> None:
    found = loop(
        f'company = "N"\ndate = "2026-05-01"\n{ONE}minutes = 45\nstyle = "deep"\n'
        '[[locked]]\ninterviewer = "ana"\nprinciple = "Ownership"\nstory = "s1"\nas = "backup"\n'
        '[[told]]\nstory = "s2"\ncompany = "N"\non = 2024-01-01\n'
        "[options]\nbackups = false\nshare_backups = true\nleave_out = ['s3']\n"
        '[practice]\nstart = "07:30"\nminutes = 45\ndays = ["Sat", "monday"]\nsessions = 3\n'
    )
    assert found.on == "2026-05-01"
    assert (found.locked[0].interviewer, found.locked[0].seat) == ("Ana", "backup")
    assert found.told[0].on == "2024-01-01"
    assert (found.backups, found.share_backups, found.leave_out) == (False, True, ("s3",))
    assert found.practice.days == ("mon", "sat")


@pytest.mark.parametrize("name", SIXTEEN)
def test_all_of_the_sixteen_are_known_and_answered_by_the_guides_own(name: str) -> None:
    found = Names(GUIDE).find(name)
    assert found.id == name
    assert found.via
    assert set(found.via) <= {principle.id for principle in GUIDE.principles}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Have Backbone; Disagree and Commit", "have-backbone"),
        ("HIRE AND DEVELOP THE BEST", "hire-and-develop"),
        ("Are Right, A Lot", "are-right-a-lot"),
        ("Strive to be Earth’s Best Employer", "strive-to-be-earths-best-employer"),
        ("Success and Scale Bring Broad Responsibility", "success-and-scale-bring-broad-responsibility"),
        ("learn and be curious", "learn-and-be-curious"),
        ("layoffs", "layoffs"),
    ],
)
def test_principles_go_by_any_of_their_names(said: str, meant: str) -> None:
    assert Names(GUIDE).find(said).id == meant


LOCK = '[[locked]]\ninterviewer = "Ana"\nprinciple = "ownership"\n'


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "E-PLN-012", "names no interviewer"),
        ("interviewers = []", "E-PLN-012", "names no interviewer"),
        ("interviewers = 3", "E-PLN-029", "tables [[interviewers]]"),
        ("interviewers = 3", "E-PLN-029", "says interviewers = 3. "),
        ("company = [", "E-PLN-011", "is no TOML"),
        (ONE + ONE, "E-PLN-014", "'Ana' twice"),
        (ONE + ONE.replace("Ana", "ANA"), "E-PLN-014", "twice"),
        (ONE.replace("ownership", "ownershop"), "E-PLN-010", "Did you mean ownership"),
        (ONE.replace("ownership", "zzz"), "E-PLN-010", "Known are"),
        (ONE.replace('"ownership"', '"ownership", "Ownership"'), "E-PLN-019", "'ownership' twice"),
        (ONE.replace('["ownership"]', "[]"), "E-PLN-017", "names no principle"),
        (ONE.replace('"ownership"', '"ownership", " "'), "E-PLN-017", "without a name"),
        (ONE.replace('["ownership"]', '"ownership"'), "E-PLN-029", "a list of texts"),
        (ONE.replace('"Ana"', '""'), "E-PLN-015", "no name"),
        (ONE + "minutes = 1000", "E-PLN-016", "1000 minutes"),
        (ONE + 'minutes = "long"', "E-PLN-029", "a number"),
        (ONE + 'bar_raiser = "yes"', "E-PLN-029", "true or false"),
        (ONE + "bar_riser = true", "E-PLN-028", "Did you mean bar_raiser"),
        ('date = "soon"\n' + ONE, "E-PLN-027", "no date"),
        ('date = "2026-02-30"\n' + ONE, "E-PLN-027", "no date"),
        ("date = 5\n" + ONE, "E-PLN-027", "no date"),
        (ONE + LOCK, "E-PLN-020", "no story"),
        (ONE + LOCK.replace("Ana", "Ann") + 'story = "s"', "E-PLN-021", "Did you mean Ana"),
        (ONE + LOCK.replace("ownership", "dive-deep") + 'story = "s"', "E-PLN-022", "does not ask for"),
        (ONE + LOCK + 'story = "s"\nas = "third"', "E-PLN-023", 'Write "first" or "backup"'),
        (ONE + LOCK + 'story = "a"\n' + LOCK + 'story = "b"', "E-PLN-030", "two stories in one place"),
        (ONE + LOCK + 'story = "a"\n' + LOCK + 'story = "a"\nas = "backup"', "E-PLN-030", "one story in two places"),
        (ONE + LOCK + 'story = "a"\n[options]\nleave_out = ["a"]', "E-PLN-031", "both locked and left out"),
        (ONE + '[[told]]\nstory = "a"', "E-PLN-024", "no company"),
        (ONE + '[practice]\nstart = "25:00"', "E-PLN-025", "start"),
        (ONE + '[practice]\ndays = ["someday"]', "E-PLN-026", "day 'someday'"),
        (ONE + "[practice]\nsessions = 0", "E-PLN-016", "sessions"),
        (ONE + "[practice]\nminutes = 30.5", "E-PLN-029", "a whole number"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(text: str, code: str, says: str) -> None:
    with pytest.raises(StarproofError) as caught:
        loop(text)
    assert caught.value.code == code
    assert says in str(caught.value)
    assert caught.value.hint


def test_the_same_lock_twice_is_one_lock() -> None:
    assert len(loop(ONE + (LOCK + 'story = "a"\n') * 2).locked) == 2


@settings(max_examples=150)
@given(st.text(max_size=200) | st.text(alphabet="[]{}=\"'\n.,abcdate interviewers name principles", max_size=200))
def test_any_text_is_a_loop_or_a_plain_error(text: str) -> None:
    with suppress(InputError):
        assert loop(text).interviewers
