"""What holds for all tests: examples drawn without a clock, no skips where all is there, no bank of their owner."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

GATE = bool(os.environ.get("STARPROOF_NO_SKIPS"))
"""The gate draws the same examples each time and never by the clock; by hand each run draws new ones."""
settings.register_profile(
    "steady", deadline=None, derandomize=GATE, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("steady")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a script; commands would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def no_bank_of_the_owner(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A command that names no bank finds none of the person who runs the tests."""
    os.environ["STARPROOF_HOME"] = str(tmp_path_factory.mktemp("home"))
    os.environ.pop("STARPROOF_BANK", None)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and GATE and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though no skip is allowed here: {report.longrepr}"
