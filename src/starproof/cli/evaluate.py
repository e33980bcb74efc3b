"""``starproof evaluate``: how well the engine reads an annotated corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from starproof.cli.options import form_option, guide_option
from starproof.cli.waiting import bar_of
from starproof.errors import InputError


@click.command()
@click.argument("corpus", metavar="CORPUS.jsonl")
@guide_option
@click.option("--misses", type=click.IntRange(0, 1000), default=3, show_default=True, metavar="N",
              help="List the N worst misses of each kind, and N examples of unfairness.")  # fmt: skip
@click.option("--reviews", metavar="REVIEWS.jsonl", help="Score these instead of reviewing the corpus.")
@click.option(
    "--against", metavar="OTHER.jsonl", help="Compare with another engine's reviews or another annotator's stories."
)
@click.option("--fairness", is_flag=True, help="Also retell every story as other people would; verdicts should stay.")
@form_option
def evaluate(
    corpus: str, *, guide: str | None, misses: int, reviews: str | None, against: str | None, fairness: bool, form: str
) -> None:
    """Review every story of an annotated corpus and score the reviews against its labels.

    Prints every measure with a 95 % bootstrap interval, by flag and by register, how far confidence can be
    trusted, and the worst misses with their words.
    """
    from starproof import api
    from starproof.api.corpora import read_readings
    from starproof.api.scoring import check_readings, compare_readers, review_corpus
    from starproof.api.scoring import fairness as measure_fairness

    stories = _stories(corpus)
    others = read_readings(against) if against else None
    if others is not None:
        check_readings(stories, others)  # before the minutes that reviewing takes
    judge = api.make_reviewer(guide=guide)
    if reviews:
        made = read_readings(reviews)
    else:
        with bar_of("Reviewing", len(stories)) as bar:
            made = review_corpus(stories, reviewer=judge, on_done=bar.update)
    found = api.evaluate(stories, reviews=made, misses=misses)
    if others is not None:
        found["against"] = compare_readers(stories, made, others)
    if fairness:
        with bar_of("Retelling", len(stories)) as bar:
            found["fairness"] = measure_fairness(stories, reviewer=judge, on_done=bar.update)
    if form == "json":
        click.echo(json.dumps(found, indent=1))
        return
    for line in _told(found, misses):
        click.echo(line)


def _told(found: dict[str, Any], misses: int) -> Iterator[str]:
    from starproof.scoring import telling

    yield from telling.measures_as_text(found)
    if "against" in found:
        yield from telling.against_as_text(found["against"])
    if "fairness" in found:
        yield from telling.fairness_as_text(found["fairness"], limit=misses)
    yield from telling.misses_as_text(found["misses"])


def _stories(corpus: str) -> list[dict[str, Any]]:
    from starproof.api.corpora import read_annotated

    stories = read_annotated(corpus)
    if not stories:
        raise InputError("E-INP-110", f"{corpus!r} holds no story.", "Give annotated stories, one a line.")
    return stories
