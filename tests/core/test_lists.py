"""Lists of words are read as ``tomllib`` reads them, whatever they look like."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core import lists as module
from starproof.core.lists import lists

LEXICON = sorted(
    (entry for entry in (files("starproof.extract") / "lexicon").iterdir() if entry.name.endswith(".toml")),
    key=lambda entry: entry.name,
)
ODD = (
    "", "\n", 'a = "b"', "a = 'b'\n", 'a = "b" # why\n', 'a = ["b" "c"]\n', 'a = ["b",, "c"]\n', 'a = [,]\n',
    "a = []\n",
    'a = ["b"] \n', 'a = ["b"]\na = ["c"]\n', '[a]\nb = "c"\n', 'a = ["b", 1]\n', 'a = "x\\ty"\n', 'a = ["b",]\n',
    'a = """\nb\\\n   c\n d"""\n', 'a = ["]", "#", "b#"] \n', 'a = [ # "no", ]\n "yes"]\n', 'a = [["b"], "c"]\n',
    'a = "b"\n\n\n', '"a" = "b"\n', 'a.b = "c"\n', 'a = ""\nb = [""]\n', 'a = """b"c"""\n', 'a = """"""\n',
    'a = """b\\ \n c"""\n',
    'a = ["b"\n, "c"\n]\n', 'a = "\u00e9\u2019"\n', 'a = """\n\nb"""\n', 'a = "b"\r\n', '# only\n', '# only',
    'a = """b\\\n\n  c"""\n',
    '\u00e4 = "b"\n', 'a = ["b"]b = "c"\n', '# \u00e9\na = "b"\n', 'a="b"\n', 'a = "\x7f"\n', 'a = "\t"\n',
)  # fmt: skip
PIECES = st.sampled_from(("a = ", "b = ", '"', '"""', "[", "]", ",", " ", "\n", "\\", "#", "x", "'", "= ", "1", "\\\n"))


def both(text: str) -> tuple[Any, Any]:
    said: list[Any] = []
    for read in (tomllib.loads, lists):
        try:
            said.append(read(text))
        except tomllib.TOMLDecodeError as error:
            said.append(str(error))
    return said[0], said[1]


@pytest.mark.parametrize("entry", LEXICON, ids=lambda entry: entry.name)
def test_a_lexicon_says_what_it_says_as_toml(entry: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = entry.read_text(encoding="utf-8")
    whole = tomllib.loads(text)
    monkeypatch.setattr(module.tomllib, "loads", lambda _: pytest.fail("it is left to tomllib"))
    assert lists(text) == whole


@pytest.mark.parametrize("text", ODD)
def test_what_is_written_otherwise_is_read_as_toml_as_well(text: str) -> None:
    told, here = both(text)
    assert here == told


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text_is_read_or_refused_as_toml_is(text: str) -> None:
    told, here = both(text)
    assert here == told
