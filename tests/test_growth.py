"""The measure of growing time can fail."""

from __future__ import annotations

import time

import pytest

from tests.growth import assert_even, assert_under


def test_time_by_the_square_of_the_length_is_called_out() -> None:
    with pytest.raises(AssertionError, match="grew faster"):
        assert_even(lambda length: length**2 / 100_000, 100, 1000)


def test_time_by_the_length_passes() -> None:
    assert_even(lambda length: length / 1000, 100, 1000)


def test_one_slow_run_of_three_is_forgiven_and_three_are_not() -> None:
    runs = iter([0.5, 0.001])
    assert_under(0.2, lambda: burn(next(runs)))
    with pytest.raises(AssertionError, match="never under"):
        assert_under(0.01, lambda: burn(0.05))


def burn(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
