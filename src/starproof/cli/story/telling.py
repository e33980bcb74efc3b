"""The text of one story, or of one telling of it, from a file or from the bank."""

from __future__ import annotations

from collections.abc import Mapping

from starproof.errors import BankError, UsageError


def text_in(file: str, *, holds: str) -> str:
    """The one text in a file.

    Args:
        file: its name; ``-`` for standard input.
        holds: what should be in it: ``story`` or ``telling``.

    Raises:
        UsageError: when there is not one story in it.
        InputError: when it cannot be read.
    """
    from starproof import api

    documents = api.read_source(api.read_stdin(), name=None) if file == "-" else api.read_file(file)
    if len(documents) != 1:
        raise UsageError("E-USE-042", f"{file!r} holds {len(documents)} stories.", f"Give a file with the one {holds}.")
    return documents[0].text


def version_of(id_: str, versions: Mapping[int, str], minutes: int) -> str:
    """The text of a story's telling of so many minutes.

    Raises:
        BankError: when there is none.
    """
    if minutes not in versions:
        raise BankError(
            "E-BNK-009",
            f"{id_!r} has no version of {minutes} minutes.",
            f"Write one with `starproof story versions {id_} {minutes} FILE`.",
        )
    return versions[minutes]
