"""A PostgreSQL server of the tests' own: Debian's package, a free port, an unprivileged user, gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.waiting import PATIENCE

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=30", "shared_buffers=16MB")


def binaries() -> Path | None:
    """The folder with the newest server's programs, or ``None`` where none is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    program = shutil.which("initdb")
    return Path(program).resolve().parent if program else None


@contextmanager
def running() -> Iterator[str]:
    """The URL of a server that runs until the block ends; its database is ``postgres``."""
    folder = Path(tempfile.mkdtemp(prefix="starproof-postgres-"))
    data = folder / "data"
    if os.getuid() == 0:
        owner = pwd.getpwnam(_owner())
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        _run("initdb", "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        port = _started(folder, data)
        try:
            yield f"postgresql://tester@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(folder: Path, data: Path, tries: int = 3) -> int:
    """The port of a server that has just started: another one, where somebody was faster to take the first."""
    port = free_port()
    settings = [f"-c {setting}" for setting in (*FAST, f"port={port}", "unix_socket_directories=")]
    options = " ".join([*settings, "-c listen_addresses=127.0.0.1"])
    try:
        _run(
            "pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "-t", f"{PATIENCE:.0f}", "start"
        )
    except AssertionError:
        if tries == 1 or "could not bind" not in (folder / "log").read_text(encoding="utf-8", errors="replace"):
            raise
        return _started(folder, data, tries - 1)
    return port


def _owner() -> str:
    """Servers refuse to run as root."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(program: str, *arguments: str) -> None:
    folder = binaries()
    assert folder is not None
    command = [str(folder / program), *arguments]
    if os.getuid() == 0:
        owner = pwd.getpwnam(_owner())
        command = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", *command]
    # The server that pg_ctl starts would keep a pipe open for as long as it lives.
    told = subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=told, stderr=told, cwd="/", check=False)
    assert done.returncode == 0, f"{program}: {(done.stderr or b'').decode()}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
