"""The words by which a guide's parts, flags, dimensions and asks are recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable

Words = tuple[tuple[str, re.Pattern[str]], ...]


def _words(**patterns: str) -> Words:
    return tuple((name.replace("_", "-"), re.compile(text, re.IGNORECASE)) for name, text in patterns.items())


PARTS: Words = (
    ("differences", re.compile(r"\bdiffer|distinguish|versus|\bvs\b|next level|compared (?:to|with)", re.I)),
    ("red_flags", re.compile(r"red flag|warning sign|pitfall|anti-?pattern|to avoid|what goes wrong|mistakes", re.I)),
    ("frameworks", re.compile(r"framework|answer structure|structure guideline|time ?box|timing|how to answer", re.I)),
    ("criteria", re.compile(r"criteria|rating scale|rubric|anchors", re.I)),
    ("exemplars", re.compile(r"example|exemplar|model stor|sample (?:stor|answer)|\bstories\b", re.I)),
    ("expectations", re.compile(r"expectation|profile|what we expect|the bar\b|requirements|overview", re.I)),
)
"""In the order in which they are tried: "Key differences from the next level's profile" is about differences."""
SECTIONS = _words(
    situation=r"situation|context|background|setting|challenge|problem",
    task=r"task|goal|objective|target|responsib",
    action=r"action|approach|what (?:i|we) did|steps|behaviou?r",
    result=r"result|outcome|impact|learned",
    reflection=r"reflection|lesson|learning|hindsight",
)
FLAGS = _words(
    no_hard_decision=r"(?:no|avoid\w*|lack\w* of|without|missing) (?:\w+ )?(?:difficult|hard|tough) "
    r"(?:decision|choice|call)",
    single_team=r"single[- ]team|one[- ]team|own team only",
    ic_work=r"individual contributor|\bic work|hands[- ]on (?:only|work)|doing instead of leading",
    short_horizon=r"quarter\w* only|short[- ]term|short horizon|only (?:this|one) quarter|no long",
    low_impact=r"under \$?[\d,.]+|low impact|small impact|too small|impact (?:below|under)|insufficient impact",
    perfect_story=r"perfect|flawless|no (?:failure|mistake)|too good",
    blame=r"blam|finger[- ]point|others' fault",
    micromanagement=r"micro-?manag|over-?control",
    vague_metrics=r"vague|unquantified|no (?:numbers|metrics|figures)|fuzzy",
    jargon=r"jargon|too technical|buzzword|acronym",
    linear_story=r"linear|flat story|list of steps|chronolog",
    no_follow_up=r"no follow|follow[- ]?up|not sustained|no lasting",
)
DIMENSIONS = _words(
    scope=r"scope|ownership|breadth",
    horizon=r"plan|horizon|time ?frame|term\b",
    influence=r"influence|organi[sz]ation size|people",
    impact=r"impact|revenue|money|cost",
    complexity=r"complex|ambigu|coordinat",
    external=r"external|visib|industry|outside",
)
EXPECTATIONS = _words(
    direct_reports=r"direct report|^reports$|span of control",
    impact=r"revenue|impact|cost|money",
    teams=r"cross[- ]team|collaborat|teams",
    horizon=r"plan|horizon",
    hiring=r"hir",
    mentorship=r"mentor|growing|develop|coach",
    influence=r"organi[sz]ational|influence|organi[sz]ation",
    ownership=r"owner|component|service",
)
ASKS = _words(
    quantified_scope=r"quantified scope|scope in (?:figures|numbers)|size of the",
    context=r"\bcontext\b",
    several_variables=r"multiple variables|several variables|variables",
    stakeholders=r"stakeholder|who (?:is|was) involved",
    accountability=r"accountab|responsib|ownership",
    success_criterion=r"success criteri|measure of success|target",
    constraints=r"constraint|limits\b|limitations",
    several_objectives=r"multi-?faceted|several objectives|multiple objectives|objectives|goals",
    trade_offs=r"trade-?offs?",
    own_actions=r"detailed action|own action|action breakdown|actions",
    coordination=r"coordinat|collaborat",
    decisions=r"decision",
    challenges=r"challenge|obstacle|setback",
    quantified_impact=r"quantified impact|impact in (?:figures|numbers)|measur\w+ (?:impact|result)",
    several_metrics=r"multiple (?:impact )?metrics|several metrics|metrics",
    wider_influence=r"(?:broader|wider) influence|influence",
    broad_impact=r"broad impact|wide impact",
    lesson=r"lesson|learn",
    follow_up=r"follow[- ]?up|sustained|what came after",
)
CRITERIA = _words(
    structure=r"structure",
    ownership=r"owner",
    scope=r"scope",
    impact=r"impact|result",
    judgement=r"judg|decision",
    learning=r"learn|growth",
    clarity=r"clar|communicat|telling",
)


def first(words: Words, text: str) -> str | None:
    """The first name whose words occur in a text."""
    return next((name for name, pattern in words if pattern.search(text)), None)


def every(words: Words, text: str) -> Iterable[str]:
    """All names whose words occur in a text, in the table's order."""
    return (name for name, pattern in words if pattern.search(text))


def slug(text: str) -> str:
    """An id made of a title's words: ``Earn Trust`` becomes ``earn-trust``."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))
