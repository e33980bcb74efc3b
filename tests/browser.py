"""Real Chromium for tests that look at pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.waiting import PATIENCE

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
"""The first is the same browser without the windows that nobody sees: a page takes it half the time."""
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def chromium(*more: str) -> Iterator[Any]:
    """A browser; the test is skipped, or fails where nothing may be skipped, when there is none."""
    from playwright.sync_api import expect, sync_playwright

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian package: chromium-headless-shell)")
    expect.set_options(timeout=1000 * PATIENCE)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *more])
        browser.on("context", lambda made: made.set_default_timeout(1000 * PATIENCE))
        yield browser
        browser.close()
