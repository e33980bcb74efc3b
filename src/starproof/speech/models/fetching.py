"""One file from a server to the disk, going on where an earlier attempt stopped. No other code leaves this machine."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

from starproof.speech.transcriber import Cancelled

CHUNK = 1 << 18
TIMEOUT = 10.0
"""Seconds that a server may say nothing."""
ATTEMPTS = 4
"""Connections that may break off for one file."""


class Unfetched(Exception):
    """A file that could not be fetched; its text says why."""


def fetch(address: str, path: Path, size: int, *, told: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
    """Fetch a file. No name, token or cookie is sent with the request.

    Args:
        address: where it is, over HTTP or HTTPS.
        path: where it goes; what it holds already is not fetched again.
        size: its bytes.
        told: told how many are here.
        cancelled: asked at every quarter of a megabyte.

    Raises:
        Unfetched: when the server cannot be reached, refuses, or breaks off again and again.
        Cancelled: when it was called off.
    """
    why = ""
    for _ in range(ATTEMPTS):
        have = path.stat().st_size if path.is_file() else 0
        if have >= size:
            return told(have)
        try:
            _take(address, path, size, told, cancelled)
        except urllib.error.HTTPError as error:
            error.close()
            raise Unfetched(f"the server answered with {error.code}") from error
        except urllib.error.URLError as error:
            raise Unfetched(f"the server cannot be reached ({error.reason})") from error
        except (OSError, HTTPException) as error:
            why = str(error)
    if path.is_file() and path.stat().st_size >= size:
        return None
    raise Unfetched(f"the connection broke off {ATTEMPTS} times{why and f' ({why})'}")


def _take(address: str, path: Path, size: int, told: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
    have = path.stat().st_size if path.is_file() else 0
    asked = urllib.request.Request(address, headers={"User-Agent": "starproof"})
    if have:
        asked.add_header("Range", f"bytes={have}-")
    with urllib.request.urlopen(asked, timeout=TIMEOUT) as answer, path.open("ab") as out:
        if answer.status != 206:
            out.truncate(0)
            have = 0
        while have < size:
            if cancelled():
                raise Cancelled
            chunk = answer.read(min(CHUNK, size - have))
            if not chunk:
                return
            out.write(chunk)
            have += len(chunk)
            told(have)
