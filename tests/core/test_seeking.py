from __future__ import annotations

import re
import sys
from importlib import import_module
from pkgutil import walk_packages
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.seeking import _ODD, Seldom, found_before, named, needed, ways, ways_worked_out, worked_out
from tests.corpus import rows, text_of

PATTERNS = (
    r"\b(?:I|we)\s(?:lost|gave\sup)\b",
    r"(?:a(?:bc)+d|(?:x|yz)w{2,}|(?<=q)rs(?=t))",
    r"no (?:thing|body)? ?(?:left|right)(?!s)",
    r"(?:ab)?cd|[ef]gh+i",
    r"(?i:insist)ed|K\w+",
    r"(?P<one>st)ill (?P=one)op",
    r"(?:gave (?:up|in)|(?:lo|mis)st{1,2}) (?:the |a )?(?:bid|race(?:s|rs))",
    r"(?:talk|walk)ed [a-c]{0,9} (?:round|over)|won (?:back|hea(?:rt|d)s)",
)


def shipped() -> list[tuple[str, Seldom]]:
    """Every such pattern that a module of the package holds by a name."""
    found = []
    for package in ("extract", "level", "parse", "probes", "rules", "timing"):
        home = import_module(f"starproof.{package}")
        for module in walk_packages(home.__path__, f"{home.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Seldom):
                    found.append((f"{module.name}.{name}", value))
    return found


@pytest.mark.parametrize(
    ("source", "strings"),
    [
        (r"\b(?:I|we)\s(?:lost|gave\sup)\b", {"lost", "gave"}),
        (r"(?:rather|\w+) (?:slip|pay more)", {"slip", "pay more"}),
        (r"(?:the |our )?Budget", {"budget"}),
        (r"(?:lost|missed) on paper", {" on paper"}),
        (r"w(?=o)on(?<!n)der", {"wonder"}),
        (r"re(?:new)+al", {"new"}),
        (r"\d+ of \d", {" of "}),
        (r"Überfall", {"berfall"}),
        (r"late|\d", set()),
        (r"(?:late)?r \w", set()),
        (r"[ab]c\w", set()),
        (r"(?:over){0,2}\w", set()),
    ],
)
def test_says_strings_of_which_each_match_holds_one(source: str, strings: set[str]) -> None:
    assert needed(source) == strings


@pytest.mark.parametrize("source", PATTERNS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_never_passes_over_what_would_be_found(source: str, data: st.DataObject) -> None:
    flags = data.draw(st.sampled_from([0, re.IGNORECASE]))
    text = data.draw(st.from_regex(re.compile(source, flags)))
    assert Seldom(source, flags).search(text) is not None


def test_all_letters_that_pass_for_others_are_known() -> None:
    alike = [chr(code) for code in range(128, sys.maxunicode + 1) if re.match("[a-z]", chr(code), re.IGNORECASE)]
    assert {one for one in alike if one.lower() not in ascii_lowercase} == _ODD


def test_finds_a_word_in_letters_that_only_pass_for_its_own() -> None:
    text = "THEY ıNſıſTED"
    assert re.search("insisted", text, re.IGNORECASE)
    assert Seldom("insisted", re.IGNORECASE).search(text)
    assert not Seldom("insisted", re.IGNORECASE).search("they ınsıst")


def test_shipped_patterns_find_what_they_find_when_always_searched() -> None:
    found = shipped()
    texts = [text_of(row) for row in rows()[::6]]
    for name, one in found:
        pattern = re.compile(one.source, one.flags)
        for text in texts:
            assert [hit.span() for hit in one.finditer(text)] == [hit.span() for hit in pattern.finditer(text)], name
    assert len(found) > 50


def test_a_pattern_is_not_made_for_a_text_without_its_letters() -> None:
    one = Seldom(r"\b(?:I|we)\s(?:lost|gave\sup)\b")
    assert one.findall("We won, and I kept it.") == []
    assert one._made is None
    assert one.findall("There we lost, and I gave up.") == ["we lost", "I gave up"]
    assert one._made is not None


def test_searches_from_and_to_a_place_as_patterns_do() -> None:
    one = Seldom("ab+c")
    assert one.search("abc abbc", 1).span() == (4, 8)  # type: ignore[union-attr]
    assert one.search("abc abbc", 1, 7) is None


def test_what_is_written_down_of_a_pattern_is_what_it_needs() -> None:
    written = [one for _, one in shipped() if named(one.source, one.flags) in found_before()]
    for one in written:
        assert needed(one.source, one.flags) == worked_out(one.source, one.flags), one.source
        assert ways(one.source, one.flags) == ways_worked_out(one.source, one.flags), one.source


def test_of_nearly_all_patterns_it_is_written_down_what_they_need() -> None:
    missing = [name for name, one in shipped() if named(one.source, one.flags) not in found_before()]
    assert len(missing) <= len(shipped()) / 10, f"python tools/needed.py --write knows of {missing}"


def test_a_pattern_that_was_altered_is_worked_out_anew() -> None:
    one = next(one for _, one in shipped() if needed(one.source, one.flags))
    assert needed(f"(?:{one.source})?", one.flags) == frozenset()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (r"\btalked\b.{0,9}\bround\b", [[{"talked"}, {"round"}]]),
        (
            r"(?:gave|gives|took) \w+ (?:leave|notice)",
            [[{word}, {"leave", "notice"}] for word in ("gave", "gives", "took")],
        ),
        (r"(?:late|\d) deal", [[{" deal"}, {"late"}], [{" deal"}]]),
        (r"(?:late|\d)r? \w", []),
        (r"one way", []),
    ],
)
def test_says_what_each_way_to_match_needs(source: str, told: list[list[set[str]]]) -> None:
    found = [set(way) for way in ways(source)]
    assert found == [set(map(frozenset, way)) for way in told]


def test_a_pattern_is_not_made_for_a_text_with_only_some_of_what_each_way_needs() -> None:
    one = Seldom(r"\btalked\b.{0,9}\bround\b|\bwon\b.{0,9}\bover\b")
    assert one.search("We talked, and it was over.") is None
    assert one._made is None
    assert one.search("I talked him round.") is not None
