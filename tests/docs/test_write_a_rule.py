"""The rule that the how-to writes out works as it stands there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from starproof.engine import Reviewer
from starproof.rules.base import Rule

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "write-a-rule.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The only block of code in this language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def written() -> Rule:
    """The rule of the page."""
    names: dict[str, Any] = {}
    exec(compile(block("python"), "write-a-rule.md", "exec", dont_inherit=True), names)
    (rule,) = (value for value in names.values() if isinstance(value, Rule))
    return rule


def test_its_cases_meet_their_fates_and_its_own_examples_theirs() -> None:
    rule, cases = written(), tomllib.loads(block("toml"))
    reviewer = Reviewer(rules=(rule,))
    fates = [(case["story"], True) for case in cases["fails"].values()]
    fates += [(case["story"], False) for case in cases["passes"].values()]
    fates += [(rule.doc.weak, True), (rule.doc.stronger, False)]
    for story, fires in fates:
        codes = [finding.code for finding in reviewer.review(story).findings]
        assert codes == [rule.code] * fires, story
    assert (cases["rule"], rule.life) == (rule.code, "preview")
