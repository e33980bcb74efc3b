"""Run the app on this machine: find a port, open the browser, say where."""

from __future__ import annotations

import errno
import ipaddress
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starproof.errors import UsageError

if TYPE_CHECKING:
    from starproof.web.desk import Desk

LOCAL = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the app is to be reached."""

    host: str
    port: int
    token: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """By which names a browser may ask for it."""
        return LOCAL if is_loopback(self.host) else (*LOCAL, self.host, *_own_addresses(self.host))

    @property
    def url(self) -> str:
        """What to open."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{shown}:{self.port}/" + (f"?token={self.token}" if self.token else "")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach this host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def address(host: str, port: int, token: str | None) -> Address:
    """Check where the app is to listen.

    Raises:
        UsageError: beyond loopback without a token, or with one that is easily guessed.
    """
    if token == "new":
        token = secrets.token_urlsafe(24)
    if not is_loopback(host) and not token:
        raise UsageError(
            "E-WEB-001",
            f"{host} can be reached from other machines, and your stories are private.",
            "Leave --host away, or give a token: --token new makes one.",
        )
    if token is not None and len(token) < 16:
        raise UsageError("E-WEB-002", "This token is easily guessed.", "Give 16 characters or more, or --token new.")
    return Address(host, port, token)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any free one.

    Raises:
        UsageError: when the port is taken or not allowed.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends at once (TCP_NODELAY) only where it is; else answers wait 40 ms.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host.strip("[]"), port))
    except OSError as error:
        made.close()
        raise UsageError(
            "E-WEB-003", f"Port {port} of {host} cannot be used: {error.strerror}.", _elsewhere(host, port, error)
        ) from error
    made.listen(64)
    return made


def _elsewhere(host: str, port: int, error: OSError) -> str:
    other = "Give another --port; 0 takes any."
    if error.errno != errno.EADDRINUSE:
        return other
    return f"If starproof is open there already, go to http://{host}:{port}/ or end the other one. Otherwise: {other}"


def run(lay: Callable[[], Desk], where: Address, made: socket.socket) -> None:
    """Serve on this socket until interrupted; ``lay`` lays the desk, and again after its settings were changed."""
    import uvicorn

    from starproof.web.app import create_app
    from starproof.web.safety import Gate

    app = create_app(lay(), Gate.at(where.names, where.port, token=where.token), lay=lay)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
    try:
        uvicorn.Server(config).run(sockets=[made])
    finally:
        app.state.desk.bank.close()


def _own_addresses(host: str) -> tuple[str, ...]:
    """The addresses of this machine, where it listens on all of them."""
    if host not in ("0.0.0.0", "::"):
        return ()
    return tuple({str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None)})
