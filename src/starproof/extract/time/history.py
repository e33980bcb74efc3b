"""Stretches that were before the work or beside it: service, a state that had long been so, pay, a rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from starproof.core.months import NAMES
from starproof.extract.text.counted import Counted
from starproof.extract.text.words import singular, words
from starproof.extract.time.dates import WE
from starproof.parse.asides import without_thoughts

_CUE_REACH = 4
_STAYED_REACH = 5
_THERE = frozenset(["there", "here"])
_UNTIL = frozenset(["before", "time", "when"])
_CAME = frozenset(["became", "took", "joined", "came", "arrived", "started", "inherited"])
_DEMANDS = frozenset("line clause requirement condition minimum criterion".split(" "))
"""Right after a stretch: it is what a post or a rule asks for, "took the five-year line out of the advert"."""
_NEW_PART = frozenset("and but so then while because until".split(" "))
"""Behind "had" these begin another part of the sentence, to which the stretch may belong."""
_PERFECT = frozenset(["had", "hadn't", "i'd", "he'd", "she'd", "they'd", "we'd", "it'd"])
_TODAY = frozenset("have has i've we've they've it's you've".split(" "))
"""Before "had", these tell of what is so until today: "we've had no fire in two years"."""
_WISHED = frozenset(["wanted", "wants", "want", "demanded", "quoted"])
"""Right after these a stretch is what somebody would have liked, not what the work took."""
_ASKED = frozenset([("asked", "for"), ("ask", "for"), ("looked", "for")])
_REQUIRED = frozenset(["required", "requires", "requiring"])
"""Straight before a stretch and a field, as those who ask for it: somebody has to have worked in it for so long."""
_NO_FIELD = NAMES | frozenset("all total sum which time advance order a an the our my its each one two".split())
"""After "in", these name no field: "I asked for six weeks in May", "it required two years in all"."""
_SPENDING = frozenset("spend take have wait add get use".split(" "))
_LEADING = frozenset("led run managed headed owned looked had been".split(" "))
_STAYS = frozenset(["stay", "stays", "stayed", "staying"])
_RANKED_REACH = 4
_WHO_HAD = frozenset(["who'd", "who've"])
_HAD = frozenset(["had", "hadn't", "has", "hasn't", "have", "haven't"])
_PAY = frozenset("pay salary severance notice wages wage rent leave holiday".split(" "))
"""Right after a stretch: it measures money or leave, "four months' pay"."""
_BOOKS = frozenset(["close", "closing", "results", "earnings", "books", "accounts"])
"""There, too: it is what the books are kept by, "one more quarter close"."""
_MEASURED = frozenset("wait waits waited waiting median average mean".split(" "))
"""Straight before a stretch: it is what was measured, "median wait 71 days"."""
_KEPT_BY_RULE = frozenset(
    "untouched unused idle kept keep keeps retain retained store stored archived archive".split(" ")
)
_RULE = frozenset("law legal legally retention rule rules archive regulation regulations delete deleted".split(" "))
_EMPLOYED = frozenset(["in", "with", "at"])
_THE = frozenset("the our my his her their this that".split(" "))
_EMPLOYERS = frozenset("company firm business bank group job role post trade industry profession team".split(" "))
"""After "in the" or "with the", behind a stretch: somebody has been there so long."""
_HAD_BEEN = frozenset(
    [
        ("had", "had"),
        ("had", "been"),
        ("was", "having"),
        ("were", "having"),
        ("had", "a"),
        ("had", "the"),
        ("had", "an"),
    ]
)
_TO_SEE = frozenset("see learn admit understand notice forgive get dare realise realize say tell ask".split(" "))
_SERVING = frozenset(["was", "am", "work", "worked", "been", "served"])


def is_history(duration: Counted) -> bool:
    """What was before the work or beside it: a wish, service, a state in the past perfect, "had stood for years"."""
    last = without_thoughts(duration.near(11))[-8:]
    if (last[-1:] and last[-1] in _WISHED) or _meant_to_spend(last) or _led_for(last) or "predecessor" in last:
        return True
    if set(last[-_CUE_REACH:]) & words("horizon", "service") or last[-1:] == ("from",) or _before_me(duration):
        return True
    if _outstanding(last) or _of_somebody(duration) or _lodging(last) or _beside(duration) or _tenure(duration):
        return True
    if {"for", "since"} & set(last[-2:]) and any(one == "i" and two in _SERVING for one, two in pairwise(last)):
        return True
    if last[-1:] and last[-1] in _THERE and {"been", "worked"} & set(last[-4:]):
        return True
    if last[-1:] == ("for",) and ("had", "been") in pairwise(duration.before):
        return True
    if _long_so(duration) or _long_done(duration) or _demanded(duration):
        return True
    told = [word for before, word in pairwise(("", *last)) if word != "had" or before not in _TODAY]
    perfect = bool(_PERFECT & {*told, *duration.next(2)})
    return perfect and bool({"for", "in", "over"} & set(last[-2:]))


def _meant_to_spend(last: Sequence[str]) -> bool:
    """What somebody would have liked, and nobody did yet: "he wanted to spend a week on tests"."""
    return len(last) > 2 and last[-3] in _WISHED and last[-2] == "to" and last[-1] in _SPENDING


def _led_for(last: Sequence[str]) -> bool:
    """How long the teller has had a post: "I've led the mediation squad for two years"."""
    if last[-1:] != ("for",):
        return False
    steps = zip(last, last[1:], last[2:], strict=False)
    led = any(
        (one == "i've" and two in _LEADING) or ((one, two) == ("i", "have") and three in _LEADING)
        for one, two, three in steps
    )
    return led and not {"team", "group", "squad", "department", "teams", "people", "engineers"}.isdisjoint(last)


def _tenure(duration: Counted) -> bool:
    """How long somebody has been employed: "eleven years in the company each", "with the firm for nine years"."""
    following = duration.next(3)
    behind = following[:1] and following[0] in _EMPLOYED and _employer(following[1:3])
    if behind and duration.near(1) not in (("for",), ("over",), ("in",), ("within",)):
        return True
    last = duration.near(4)
    return last[-1:] == ("for",) and last[:1] == ("with",) and _employer(last[1:3])


def _employer(row: Sequence[str]) -> bool:
    return len(row) == 2 and row[0] in _THE and row[1] in _EMPLOYERS


def _long_so(duration: Counted) -> bool:
    """What had been so before the work: "for two years our engine had had a rule"."""
    if duration.before not in (("for",), ("since",)) or not WE.isdisjoint(duration.next(3)):
        return False
    following = {*duration.next(6)}
    had = not _HAD_BEEN.isdisjoint(pairwise(duration.after))
    return had and following.isdisjoint(words("horizon", "denying")) and following.isdisjoint(("now", "still"))


def _long_done(duration: Counted) -> bool:
    """What somebody had done for so long, whatever stands between: "she had run the floor of our bank for years"."""
    last = duration.before
    had = max((n for n, word in enumerate(last) if word == "had"), default=-1)
    if had < 1 or last[-1:] != ("for",) or last[had - 1] in _TODAY:
        return False
    between = last[had + 1 : -1]
    return len(between) > 1 and WE.isdisjoint(between) and _NEW_PART.isdisjoint(between) and between[0] != "to"


def _demanded(duration: Counted) -> bool:
    """How long somebody has to have done a thing before: "the five-year line", "we asked for five years in farming".

    And what was asked for, of which no more is told: "I asked for three years. I was given one".
    """
    if not _DEMANDS.isdisjoint(duration.next(1)) and not any(word[0].isdecimal() for word in duration.next(2)):
        return True
    behind = duration.next(2)
    field = behind[:1] == ("in",) and len(behind) > 1 and behind[1] not in _NO_FIELD
    if duration.near(2) in _ASKED:
        return field or not behind
    return field and not _REQUIRED.isdisjoint(duration.near(1))


def _beside(duration: Counted) -> bool:
    """What is measured in time and is no work: pay, how long a rule keeps things, a tenure, how long one was blind."""
    following = duration.next(2)
    if (following[:1] and following[0] in _PAY | _BOOKS) or not _MEASURED.isdisjoint(duration.near(3)):
        return True
    if following[:1] == ("to",) and following[1:] and following[1] in _TO_SEE and "took" in duration.near(3):
        return True
    if duration.near(2) in (("with", "us"), ("with", "me")) or duration.near(3)[:2] == ("with", "us"):
        return "been" in duration.near(5)
    said = {*duration.before, *duration.after}
    return duration.near(1) == ("for",) and not said.isdisjoint(_RULE) and not said.isdisjoint(_KEPT_BY_RULE)


def _outstanding(last: Sequence[str]) -> bool:
    """What is held against the years before: "my first holiday in six years", "the worst storm in ten years"."""
    if last[-1:] != ("in",) or "to" in last[-_RANKED_REACH:]:
        return False
    return any(word in words("horizon", "ranks") or word.endswith("est") for word in last[-_RANKED_REACH:-1])


def _lodging(last: Sequence[str]) -> bool:
    """How long a patient or a guest stays."""
    who = {singular(word) for word in last}
    return not _STAYS.isdisjoint(last[-_STAYED_REACH:]) and not who.isdisjoint(words("nouns", "served"))


def _of_somebody(duration: Counted) -> bool:
    """What somebody had done or left undone: "who'd kept bees for ten years", "who hadn't called us in three years"."""
    if duration.near(1) not in (("in",), ("for",), ("over",)):
        return duration.next(1) in (("there",), ("here",))
    last = duration.before
    who = max((place for place, word in enumerate(last) if word.startswith("who")), default=None)
    return who is not None and (last[who] in _WHO_HAD or not _HAD.isdisjoint(last[who + 1 : who + 3]))


def _before_me(duration: Counted) -> bool:
    """What was so when the speaker came: "by the time I took over he had lost three people within a year"."""
    return any(
        one in _UNTIL and two == "i" and three in _CAME
        for row in (duration.before, duration.after)
        for one, two, three in zip(row, row[1:], row[2:], strict=False)
    )
