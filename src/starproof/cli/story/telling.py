"""The text of one story, or of one telling of it, from where the command line says."""

from __future__ import annotations

from starproof.errors import UsageError


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
