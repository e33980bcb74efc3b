"""The solver: found, refused or missing, never in silence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from starproof.errors import ConfigError, MissingExtra
from starproof.plan.loop import solver
from starproof.plan.loop.solver import Program, best


def program(*rows: tuple[dict[str, int], str, int]) -> Program:
    names = dict.fromkeys(name for terms, _, _ in rows for name in terms)
    return Program(binary=list(names), rows=list(rows))


def test_the_optimum_is_found_where_the_loose_one_is_not_whole() -> None:
    odd = program(({"a": 1, "b": 1}, "<=", 1), ({"b": 1, "c": 1}, "<=", 1), ({"a": 1, "c": 1}, "<=", 1))
    answer = best(odd, {"a": 3, "b": 2, "c": 2})
    assert answer is not None
    assert answer.values == {"a": 1, "b": 0, "c": 0}


def test_what_no_optimum_uses_is_named() -> None:
    answer = best(program(({"a": 1, "b": 1}, "<=", 1)), {"a": 9, "b": 2})
    assert answer is not None
    assert answer.zeros == {"b"}


def test_equals_are_left_in_question() -> None:
    answer = best(program(({"a": 1, "b": 1}, "<=", 1)), {"a": 9, "b": 9})
    assert answer is not None
    assert not answer.zeros


def test_rows_that_contradict_each_other_have_no_answer() -> None:
    assert best(program(({"a": 1}, "<=", 1), ({"a": 1}, ">=", 2)), {"a": 1}) is None


def test_a_goal_of_nothing_still_has_an_answer() -> None:
    assert best(program(({"a": 1}, "=", 1)), {}) is not None


def test_a_missing_solver_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highsbox", None)
    with pytest.raises(MissingExtra, match="pip install highsbox"):
        best(program(({"a": 1}, "<=", 1)), {"a": 1})


def test_a_solver_that_does_not_start_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("highsbox.highs_bin_path", lambda: str(tmp_path / "none"))
    with pytest.raises(MissingExtra, match="does not run here"):
        best(program(({"a": 1}, "<=", 1)), {"a": 1})


def test_an_answer_that_is_not_proven_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "SECONDS", 0.0)
    wide = program(*(({f"x{i}": 1, f"x{j}": 1}, "<=", 1) for i in range(40) for j in range(i)))
    with pytest.raises(ConfigError, match="no proven optimum"):
        best(wide, {f"x{i}": 7 + i % 3 for i in range(40)})
