"""What a rating may look at of one story, and what the plans still ask of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from starproof.core.context import StoryContext
from starproof.core.facts import Facts, Signal
from starproof.core.results import Dimension, Finding, Flag
from starproof.core.text import Span
from starproof.extract.general import told_in_general
from starproof.extract.teller.applied import put_to_use
from starproof.extract.teller.denial import LONGEST, denied, is_afterthought
from starproof.extract.teller.fitting import first_fitting
from starproof.extract.teller.knowingly import knowing_faults
from starproof.extract.teller.own_habit import is_own_habit
from starproof.extract.time.sequel import sequels
from starproof.level.visibility import taken_up

_OF_FORM = frozenset(["vague-metrics", "no-hard-decision"])
"""The red flags that a story raises together where only its form tells something."""


def is_hollow(facts: Facts, raised: Collection[str]) -> bool:
    """Whether neither a choice nor a figure of the outcome or of its reach is told: the parts carry nothing."""
    return _OF_FORM.issubset(raised) and _is_bare(facts)


def _is_bare(facts: Facts) -> bool:
    """Whether no worth is told, and no number of teams, of organisations or of people reached; a head count is none."""
    reach = facts.reach
    told = (reach.teams, reach.organisations, reach.places, reach.people)
    return facts.impact is None and all(measure is None for measure in told)


AFTERWARDS = ("lasted", "spread", "built-on")
"""What the red flag for an ending without a sequel says that the story does not tell."""


_UPTAKE = ("adoption", "spread")


@dataclass(frozen=True, slots=True)
class Case:
    """All that a rating may look at."""

    context: StoryContext
    findings: Sequence[Finding]
    flags: Mapping[str, Flag]
    dimensions: Mapping[str, Dimension]
    bare: Sequence[Span] = ()
    """Figures of the outcome that stand without their base or their period."""

    def has(self, *labels: str) -> bool:
        """Whether the story has a sentence with one of these labels."""
        return any(sentence.label in labels for sentence in self.context.labels)

    def first(self, *kinds: str) -> Span | None:
        """The words that show one of these kinds of signals, the first that fit; none that a raised flag denies."""
        found = self.context.facts.of(*(kind for kind in kinds if not self._denied(kind)))
        return first_fitting(self.context, [one for one in found if self._says_it(one)])

    def _says_it(self, signal: Signal) -> bool:
        """Whether words of uptake tell of somebody who took it up; those of another kind always count."""
        return signal.kind not in _UPTAKE or taken_up(self.context, signal.span)

    def owned(self) -> Span | None:
        """The words by which the teller owns a mistake: by a word for one, or told as a deed."""
        return self.first("mistake", "owned-part") or next(iter(knowing_faults(self.context)), None)

    def lasting(self, *, alone: bool = True) -> Span | None:
        """The words for something that holds: a rule or sequel told at the end, a lesson put to use, or any rule.

        Args:
            alone: whether what nobody but the teller does since counts as well.
        """
        context = self.context

        def holds(span: Span) -> bool:
            return alone or not is_own_habit(context, span)

        rules = [one for one in context.facts.of("mechanism") if holds(one.span)]
        after = [one for kind in AFTERWARDS if not self._denied(kind) for one in context.facts.of(kind)]
        after = [one for one in sorted(after, key=lambda one: one.span) if self._says_it(one) and holds(one.span)]
        ending = [one for one in rules if context.labels[one.sentence].label in ("result", "reflection")]
        rest = (span for span in chain(sequels(context), put_to_use(context)) if holds(span))
        found = first_fitting(context, ending) or first_fitting(context, after) or next(rest, None)
        return found or first_fitting(context, rules)

    def _denied(self, kind: str) -> bool:
        return kind in AFTERWARDS and self.raised("no-follow-up")

    def raised(self, flag: str) -> bool:
        """Whether this red flag is raised."""
        return flag in self.flags and self.flags[flag].status == "raised"

    def hollow(self) -> bool:
        """Whether the story is told in general; see ``is_hollow``."""
        return is_hollow(self.context.facts, [flag for flag in self.flags if self.raised(flag)])

    def denials(self) -> tuple[Span, ...]:
        """The sentences that say that there was nothing to learn."""
        return denied(self.context)

    def lesson(self) -> Span | None:
        """The words of a lesson, the first that fit, outside sentences that deny one."""
        denials = self.denials()
        found = [s for s in self.context.facts.of("lesson") if not any(one.contains(s.span) for one in denials)]
        if denials:
            found = [s for s in found if not is_afterthought(self.context.sentence(s.sentence, most=LONGEST))]
        return first_fitting(self.context, found)

    def learned(self) -> bool:
        """Whether a lesson is told; looking back is none where it finds nothing to learn, or nothing happened."""
        looks_back = self.has("reflection") and not self.denials() and not self.general()
        return self.lesson() is not None or looks_back

    def general(self) -> bool:
        """Whether nothing that happened is told; see ``told_in_general``."""
        return told_in_general(self.context)


def beside_the_question(findings: Iterable[Finding]) -> bool:
    """Whether a finding says that the story plainly answers another question than the one it is told for."""
    return any(one.code == "STR105" and one.severity == "error" for one in findings)


def still_open(case: Case, detector: str) -> str | None:
    """What every framework that asks for it finds lacking, in the guide's words; ``None`` where one does not."""
    asks, met = asked(case, detector)
    return next(iter(asks.values())) if met and all(verdict is False for verdict in met) else None


def asked(case: Case, detector: str) -> tuple[Mapping[str, str], Sequence[bool | None]]:
    """What the frameworks ask for that this detector looks for, by id in the guide's words, and the verdicts on it."""
    plans = case.context.guide.frameworks
    asks = {
        ask.id: ask.says for plan in plans for part in plan.sections for ask in part.asks if ask.detector == detector
    }
    return asks, [one.met for fit in case.context.timing.frameworks for one in fit.asks if one.ask in asks]
