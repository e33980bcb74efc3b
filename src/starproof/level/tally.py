"""Points towards a rating, with the reasons and the words behind each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from starproof.core.results import Evidence
from starproof.core.text import Span


@dataclass(slots=True)
class Tally:
    """Filled while one rating is made. Points only grow; caps hold the rating down in the end."""

    points: int = 0
    caps: list[int] = field(default_factory=lambda: [5])
    because: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """What the story was found to tell, each in a word or two."""
    untold: list[str] = field(default_factory=list)
    """What it was looked for and not found to tell, in words that end "Not told: ..."."""
    unheard: bool = False
    """Whether what is untold may be told in other words than those that were looked for."""

    def point_if(self, given: bool, reason: str, span: Span | None = None, *, worth: int = 1, what: str = "") -> None:
        """A point with its reason where something is given; ``what`` names it where it is not."""
        if what:
            self.told.add(what) if given else self.untold.append(what)
        if given:
            self.points += worth
            self.because.append(reason)
            if span is not None:
                self.spans.append(span)

    def signal(self, span: Span | None, reason: str, *, what: str = "") -> None:
        """A point where words that show it were found."""
        self.point_if(span is not None, reason, span, what=what)

    def cap(self, at: int, reason: str, evidence: Iterable[Evidence]) -> None:
        """Hold the rating to this much at the most."""
        self.caps.append(at)
        self.because.append(reason)
        self.evidence.extend(evidence)
