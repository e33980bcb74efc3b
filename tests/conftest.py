"""Turns skips into failures where the machine is meant to have everything, and keeps tests off their owner's bank."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True, scope="session")
def no_bank_of_the_owner(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A command that names no bank finds none of the person who runs the tests."""
    os.environ["STARPROOF_HOME"] = str(tmp_path_factory.mktemp("home"))
    os.environ.pop("STARPROOF_BANK", None)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and os.environ.get("STARPROOF_NO_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though no skip is allowed here: {report.longrepr}"
