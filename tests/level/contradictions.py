"""What one page must not say beside another of its words, each kind with a test of a whole review."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starproof.core.guide import Guide
from starproof.core.results import Rating, Review

OPEN = ("Over what period?", "Against what baseline?", "Of how many?")
"""Questions to a figure that is said to have all it needs."""
_KNOWN = ("at", "above")


def shown(review: Review, criterion: str) -> str:
    """The words that stand beside a rating's number."""
    rating = rating_of(review, criterion)
    return rating.anchor or rating.because[0]


def rating_of(review: Review, criterion: str) -> Rating:
    """The rating of one criterion."""
    return next(one for one in review.ratings if one.criterion == criterion)


def told(review: Review, criterion: str, reason: str) -> bool:
    """Whether a rating gives this reason."""
    return any(reason in one for one in rating_of(review, criterion).because)


def asked(review: Review, guide: Guide, detector: str) -> bool:
    """Whether every framework that asks for this still does."""
    asks = {a.id for f in guide.frameworks for s in f.sections for a in s.asks if a.detector == detector}
    met = [one.met for fit in review.timing.frameworks for one in fit.asks if one.ask in asks]
    return bool(met) and all(one is False for one in met)


def flag(review: Review, name: str) -> str:
    """The status of one red flag."""
    return next(one.status for one in review.flags if one.id == name)


def reads(review: Review, dimension: str) -> str:
    """How one dimension reads."""
    return next(one.reads_as for one in review.level.dimensions if one.id == dimension)


def _says(review: Review, guide: Guide, criterion: str, *steps: int) -> bool:
    anchors = next(one.anchors for one in guide.criteria if one.id == criterion)
    return shown(review, criterion) in [anchors[step - 1] for step in steps]


def _accountable(review: Review, guide: Guide) -> bool:
    return _says(review, guide, "ownership", 4, 5) and asked(review, guide, "accountability")


def _outcome(review: Review, guide: Guide) -> bool:
    return _says(review, guide, "impact", 1) and told(review, "structure", "What came of it is told")


def _based(review: Review, guide: Guide) -> bool:
    open_figures = any(question in one.probe for one in review.defence for question in OPEN)
    return _says(review, guide, "clarity", 5) and open_figures


def _learned(review: Review, guide: Guide) -> bool:
    return _says(review, guide, "learning", 3, 4, 5) and asked(review, guide, "lesson")


def _aimed(review: Review, guide: Guide) -> bool:
    first = next((n for n, one in enumerate(review.sentences) if one.label == "result"), len(review.sentences))
    goal = any(signal.sentence < first for signal in review.facts.of("target"))
    return goal and asked(review, guide, "success-criterion")


def _answered(review: Review, guide: Guide) -> bool:
    return _says(review, guide, "structure", 5) and (
        asked(review, guide, "success-criterion") or asked(review, guide, "lesson")
    )


def _weighed(review: Review, guide: Guide) -> bool:
    why, cost = told(review, "judgement", "Says why"), told(review, "judgement", "Says what it cost")
    against = told(review, "judgement", "Faces disagreement")
    missing = _says(review, guide, "judgement", 3) and (cost or against or not why)
    claimed = _says(review, guide, "judgement", 4, 5) and not (why and cost)
    unsaid = _says(review, guide, "judgement", 2) and why
    return missing or claimed or unsaid


def _hard(review: Review, guide: Guide) -> bool:
    raised = flag(review, "no-hard-decision") == "raised"
    low = _says(review, guide, "judgement", 1) and flag(review, "no-hard-decision") == "clear"
    return low or (raised and _says(review, guide, "judgement", 4, 5))


def _sized(review: Review, guide: Guide) -> bool:
    scope = _says(review, guide, "scope", 4, 5) and reads(review, "scope") not in _KNOWN
    return scope or (_says(review, guide, "impact", 4, 5) and reads(review, "impact") not in _KNOWN)


def _too_small(review: Review, guide: Guide) -> bool:
    return flag(review, "low-impact") == "raised" and reads(review, "impact") == "unclear"


def _lasted(review: Review, guide: Guide) -> bool:
    after = review.facts.of("lasted", "spread", "built-on", "mechanism")
    return _says(review, guide, "impact", 5) and not after


def _owned(review: Review, guide: Guide) -> bool:
    did, answers = told(review, "ownership", "what they did"), told(review, "ownership", "Says what they answered for")
    return (_says(review, guide, "ownership", 3) and (answers or not did)) or (
        _says(review, guide, "ownership", 2) and (did or not review.facts.of("group"))
    )


def _capped(review: Review, guide: Guide) -> bool:
    anchors = {one.id: one.anchors for one in guide.criteria}
    caps = ((one, [w for w in one.because if w.startswith("No more than")]) for one in review.ratings if one.rating)
    return any(
        words and f"No more than {one.rating}:" in words[-1] and one.anchor in anchors[one.criterion] and _held(one)
        for one, words in caps
    )


def _held(rating: Rating) -> bool:
    points = {"structure": 0, "scope": 0, "impact": 0, "clarity": 5}.get(rating.criterion, 1)
    reasons = sum(not one.startswith("No more than") for one in rating.because)
    return rating.criterion in ("clarity",) or (
        rating.criterion not in ("scope", "impact") and points + reasons > (rating.rating or 0)
    )


def _vague(review: Review, guide: Guide) -> bool:
    return flag(review, "vague-metrics") == "raised" and _says(review, guide, "clarity", 4, 5)


def _flawless(review: Review, guide: Guide) -> bool:
    return flag(review, "perfect-story") == "raised" and _says(review, guide, "learning", 3, 4, 5)


def _scraps(review: Review, guide: Guide) -> bool:
    quotes = [one.quote for flag in review.flags if flag.status == "clear" for one in flag.evidence]
    return any(len(quote.split()) < 3 and not any(c.isdigit() for c in quote) for quote in quotes)


KINDS: Mapping[str, Callable[[Review, Guide], bool]] = {
    "answers for it, and is asked what they answered for": _accountable,
    "nothing came of it, and an outcome is told": _outcome,
    "the figure has its base, and one is asked for its base": _based,
    "a lesson is told, and asked for": _learned,
    "the goal is told, and asked for": _aimed,
    "all parts are there, and one is asked for": _answered,
    "the choice is said to have or to lack what it lacks or has": _weighed,
    "no choice is to be seen, and a hard one is faced": _hard,
    "the size is that of the level, and is unclear": _sized,
    "its worth is too small, and cannot be judged": _too_small,
    "it lasted, and nothing tells so": _lasted,
    "the part played is said to be told and not": _owned,
    "the guide's words stand where a fault holds the number": _capped,
    "told in figures, and without": _vague,
    "nothing went wrong, and a lesson of it is told": _flawless,
    "a clear flag quotes a scrap": _scraps,
}
"""Each kind with whether it stands on this page."""
