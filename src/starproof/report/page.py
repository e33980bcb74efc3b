"""Reviews and comparisons as one self-contained page: no script, no request, readable and printable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from jinja2 import BaseLoader, Environment, PackageLoader
from markupsafe import Markup

from starproof.core.lengths import clock
from starproof.core.results import Flag, Review
from starproof.report.changes import Comparison
from starproof.report.defending import Defended, defended, to_say
from starproof.report.headlines import Headline, headlines
from starproof.report.marks import Note, Sheet, sheet_of
from starproof.report.proofs import SHAPES as PROOF_SHAPES
from starproof.report.proofs import Proof, proofs_of, reading_of
from starproof.report.safe import clipped
from starproof.report.telling import shift_words, summary, verdict_moves
from starproof.report.templating import escaping, without_gaps
from starproof.report.times import TimeRow, time_rows
from starproof.report.words import (
    SHAPES,
    STATUS_SHAPES,
    STATUS_WORDS,
    Names,
    amount,
    by_status,
    cap_of,
    counted,
    fingerprints,
    fit_words,
    nearest,
    plain,
    shared_reason,
    strung,
    unrated,
    weighed,
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One review as the page shows it. ``key`` begins the ids of its parts, so that several can share a page."""

    key: str
    review: Review
    names: Names
    sheet: Sheet
    headlines: tuple[Headline, ...]
    proofs: tuple[Proof, ...]
    times: tuple[TimeRow, ...]
    flags: tuple[Flag, ...]
    defended: tuple[Defended, ...]

    @property
    def how_to_say(self) -> str | None:
        """How to say where figures come from, where one is without."""
        return to_say(self.defended)

    @property
    def title(self) -> str:
        """What the story is called."""
        return self.review.title or self.review.source or self.review.id

    def note_name(self, note: Note) -> str:
        """The red flag's name, or the rule's in plain words."""
        return self.names.flag(note.flag) if note.flag else plain(note.name)

    def note(self, number: int) -> Note:
        """The note with this number."""
        return self.sheet.notes[number - 1]

    def weight(self, numbers: Sequence[int]) -> str:
        """How heavily the pencil marks words: lightly where only notes stand on them."""
        return "light" if all(self.note(number).severity == "note" for number in numbers) else "grave"

    def number_of(self, flag: Flag) -> int | None:
        """The note that tells of a raised flag."""
        return next((note.number for note in self.sheet.notes if note.flag == flag.id), None)

    def noted(self, words: str) -> bool:
        """Whether a note beside the story says just this, so that it need not be said again."""
        return any(note.message == words for note in self.sheet.notes)

    @property
    def shared_reason(self) -> str | None:
        """The one reason why several flags cannot be said, if it is one."""
        return shared_reason(self.flags)

    @property
    def unrated(self) -> str | None:
        """The one reason why nothing is rated, if it is one."""
        return unrated(self.review)

    @property
    def judged(self) -> bool:
        """Whether it is a story of which something could be said."""
        return weighed(self.review)

    @property
    def nearest_id(self) -> str | None:
        """The framework that the story comes nearest to."""
        fit = nearest(self.review)
        return fit.id if fit else None


def leaf_of(review: Review, names: Names, *, key: str) -> Leaf:
    """Lay one review out for the page."""
    return Leaf(
        key=key,
        review=review,
        names=names,
        sheet=sheet_of(review),
        headlines=headlines(review, names),
        proofs=proofs_of(review),
        times=time_rows(review, names),
        flags=by_status(review.flags),
        defended=defended(review),
    )


def reviews_as_page(reviews: Sequence[Review], names: Names) -> str:
    """One page with every review; with an index where there are several."""
    leaves = [leaf_of(review, names, key=f"s{number}") for number, review in enumerate(reviews, 1)]
    title = leaves[0].title if len(leaves) == 1 else counted(len(leaves), "review")
    return _rendered("review.html.j2", {"leaves": leaves, "title": title, "names": names, "several": len(leaves) > 1})


def changes_as_page(comparison: Comparison) -> str:
    """One page that says what changed."""
    context = {
        "comparison": comparison,
        "title": "What changed",
        "summary": summary(comparison),
        "moves": list(verdict_moves(comparison)),
    }
    return _rendered("changes.html.j2", context)


def _rendered(template: str, context: Mapping[str, object]) -> str:
    return without_gaps(_environment().get_template(template).render(context))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment(PackageLoader("starproof.report"))


def environment(loader: BaseLoader) -> Environment:
    """An environment for templates that show reviews: escaping, strict, with the words and shapes they use."""
    made = escaping(loader)
    made.globals.update(
        css=Markup((files("starproof.report") / "templates" / "paper.css").read_text(encoding="utf-8")),
        shapes=SHAPES,
        proof_shapes=PROOF_SHAPES,
        status_shapes=STATUS_SHAPES,
        status_words=STATUS_WORDS,
        amount=amount,
        cap_of=cap_of,
        clock=clock,
        counted=counted,
        fingerprints=fingerprints,
        clipped=clipped,
        fit_words=fit_words,
        plain=plain,
        reading_of=reading_of,
        shift_words=shift_words,
        strung=strung,
    )
    return made
