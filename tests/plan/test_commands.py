"""The four commands; whether two processes say the same is seen in two processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Ran, here, starproof

STORIES = {
    "backbone": (
        "have-backbone",
        "I managed the pricing group, 24 engineers in three teams. My director wanted to launch in March against our "
        "advice. I disagreed in front of the board and put the failure figures on the table. We waited one quarter, "
        "lost $200,000 and saved $1.6M a year. A year later the other two groups had taken over our launch check.",
    ),
    "owner": (
        "ownership",
        "Nobody owned the alerts, so I took them, although it was not my job. I own the dispatch platform with six "
        "direct reports. Over nine months pages fell from 40 a night to 3, worth $1.2M a year. My first rota was a "
        "mistake: I had asked nobody. It still runs two years later in four teams.",
    ),
    "hires": (
        "hire-and-develop",
        "I lead two teams. We hired nine engineers that year with one question for all. Two of them became senior "
        "engineers. I turned down a friend of my director, which cost me. It brought $1.1M a year in contract fees.",
    ),
}
LOOP = """
company = "Northwind"
date = 2027-03-16

[[interviewers]]
name = "Ana"
principles = ["ownership", "hire-and-develop"]

[[interviewers]]
name = "Bo"
principles = ["Have Backbone; Disagree and Commit"]
bar_raiser = true
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("plan")
    rows = [
        {"id": name, "title": name.title(), "principle": principle, "text": text, "happened": "2025"}
        for name, (principle, text) in STORIES.items()
    ]
    (made / "stories.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (made / "loop.toml").write_text(LOOP, encoding="utf-8")
    (made / "me.toml").write_text("direct-reports = 6\nhiring = 20\ninfluence = 24\n", encoding="utf-8")
    return made


def run(folder: Path, *arguments: str) -> Ran:
    return here(*arguments, cwd=folder, STARPROOF_HOME=str(folder / "home"))


def test_coverage_over_files(folder: Path) -> None:
    done = run(folder, "coverage", "stories.jsonl", "--today", "2026-11-25")
    assert done.code == 0
    assert "Coverage for L6" in done.out
    assert "No story shows Dive Deep" in done.out
    assert "\x1b" not in done.out
    found = json.loads(run(folder, "coverage", "stories.jsonl", "--format", "json").out)
    assert found["schema"] == "starproof.coverage/1"
    assert found["stories"] == 3


def test_profile_with_the_owners_own_numbers(folder: Path) -> None:
    done = run(folder, "profile", "stories.jsonl", "--mine", "me.toml")
    assert done.code == 0
    assert "You state 20 hires a year; your stories say 9 hires a year." in done.out
    assert "You state 24" not in done.out


def test_readiness_over_files(folder: Path) -> None:
    done = run(folder, "readiness", "stories.jsonl", "--today", "2026-11-25")
    assert done.code == 0
    assert "The one next thing" in done.out
    assert "Dive Deep, not yet." in done.out


def test_the_plan_in_every_format(folder: Path) -> None:
    args = ("plan", "loop.toml", "stories.jsonl", "--today", "2026-11-25", "--format")
    assert "3 of 3 questions covered" in run(folder, *args, "text").out
    found = json.loads(run(folder, *args, "json").out)
    assert found["schema"] == "starproof.plan/1"
    assert [slot["first"]["story"] for slot in found["slots"]] == ["owner", "hires", "backbone"]
    assert "## Bo, bar raiser" in run(folder, *args, "markdown").out
    assert run(folder, *args, "html").out.startswith("<!doctype html>")
    assert run(folder, *args, "ics").out.startswith("BEGIN:VCALENDAR")


def test_the_plan_is_the_same_each_time(folder: Path) -> None:
    args = ("plan", "loop.toml", "stories.jsonl", "--today", "2026-11-25", "--format", "json")
    first, second = (starproof(*args, cwd=folder, PYTHONHASHSEED=seed).out for seed in "12")
    assert first == second
    assert first == run(folder, *args).out


def test_nothing_is_left_behind_where_the_command_ran(folder: Path) -> None:
    run(folder, "plan", "loop.toml", "stories.jsonl")
    assert sorted(path.name for path in folder.iterdir()) == ["loop.toml", "me.toml", "stories.jsonl"]


def test_the_example_loop_can_be_planned(folder: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    assert run(folder, "plan", "--example", "-o", str(loop)).code == 0
    assert "6 questions" in run(folder, "plan", str(loop), "stories.jsonl").out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("plan",), 2, "There is no loop to plan"),
        (("plan", "none.toml", "stories.jsonl"), 2, "There is no file 'none.toml'"),
        (("plan", "stories.jsonl", "stories.jsonl"), 2, "is no TOML"),
        (("coverage", "none.md"), 2, "none.md"),
        (("coverage", "stories.jsonl", "--bank", "x.db"), 2, "not from both"),
        (("coverage", "stories.jsonl", "--today", "soon"), 2, "'soon' is no date"),
        (("coverage",), 3, "There is no bank"),
        (("profile", "stories.jsonl", "--mine", "loop.toml"), 2, "does not expect"),
    ],
)
def test_mistakes_end_with_a_plain_message(folder: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = run(folder, *arguments)
    assert done.code == code
    assert says in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


def test_over_a_bank_with_how_it_moved(folder: Path, tmp_path: Path) -> None:
    import starproof as package
    from starproof.core.bank import Draft

    moments = iter(f"2026-0{month}-01T00:00:0{second}Z" for month in range(1, 9) for second in range(9))
    bank = tmp_path / "bank.db"
    with package.open_bank(bank, now=lambda: next(moments)) as opened:
        for name, (principle, text) in STORIES.items():
            opened.add(Draft(text, id=name, title=name.title(), principle=principle))
    done = run(folder, "readiness", "--bank", str(bank))
    assert done.code == 0
    assert "This rests on three stories." in done.out
    assert "Over time" in done.out
    assert "3 of 3 questions covered" in run(folder, "plan", "loop.toml", "--bank", str(bank)).out


def test_the_example_replaces_no_loop_that_is_there(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    assert run(folder, "plan", "--example", "-o", str(mine)).code == 0
    mine.write_text("# mine\n", encoding="utf-8")
    ran = run(folder, "plan", "--example", "-o", str(mine))
    assert (ran.code, "exists already" in ran.err, mine.read_text(encoding="utf-8")) == (2, True, "# mine\n")
