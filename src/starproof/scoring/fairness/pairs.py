"""Every way in which a story is retold, and the pairs of tellings that come of it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from starproof.scoring.fairness.edits import Edit, Pair, Rewrite, Telling, allowed, telling_of
from starproof.scoring.fairness.grammar import articles, endings, plurals, tenses
from starproof.scoring.fairness.names import employer, introduced, named, people, places
from starproof.scoring.fairness.pronouns import pronoun
from starproof.scoring.fairness.speech import abroad, fillers, tags, think
from starproof.scoring.fairness.tables import table
from starproof.scoring.fairness.wording import dialect, prepositions, spelling
from starproof.scoring.measures import Item

SEED = 11
ORIGINS = (
    "anglo", "arabic", "chinese", "hispanic", "slavic", "south-asian", "west-african", "east-asian", "east-african",
    "accented", "formal",
)  # fmt: skip
_ABOUT = {
    "accented": "personal names become ones with letters beyond the plain alphabet",
    "formal": "personal names become a title with a family name",
}
DIALECTS = {
    "scottish": "Scottish function words",
    "southern": "Southern US function words",
    "indian": "Indian English function words",
    "singaporean": "Singapore English function words",
    "nigerian": "Nigerian English function words",
    "african-american": "African American English function words",
    "northern": "Northern English and Irish function words",
}
"""The dialects, with what a retelling takes from each."""
_REWRITES: dict[str, Rewrite] = {
    "pronouns-he": pronoun("he"),
    "pronouns-she": pronoun("she"),
    "pronouns-they": pronoun("they"),
    "places": places,
    "think": think,
    "fillers": fillers,
    "fillers-abroad": abroad,
    "tags": tags,
    "articles": articles(0.5),
    "articles-all": articles(1.0),
    "tenses": tenses,
    "endings": endings,
    "plurals": plurals,
    "prepositions": prepositions,
    **{f"dialect-{name}": dialect(name) for name in DIALECTS},
    "spelling-american": spelling(american=True),
    "spelling-british": spelling(american=False),
}
TRANSFORMATIONS: dict[str, str] = {
    **{f"names-{origin}": _ABOUT.get(origin, f"personal names become {origin} ones") for origin in ORIGINS},
    "employer": "an unknown employer in the first sentence becomes a known one elsewhere",
    "places": "cities, countries, peoples and what belongs to them become others",
    "pronouns-he": "everybody is he",
    "pronouns-she": "everybody is she",
    "pronouns-they": "everybody is they",
    "think": "two sentences in five begin with 'I think' or its like",
    "fillers": "spoken stories get a filler every fifteen words",
    "fillers-abroad": "spoken stories get a small word of another language every fifteen words",
    "tags": "one spoken sentence in six ends with 'right?' or its like",
    "articles": "every other article is dropped",
    "articles-all": "every article is dropped that tells no number",
    "tenses": "every third verb slips out of the past",
    "endings": "every third regular verb loses its ending",
    "plurals": "nouns lose the plural ending after a word that tells of several",
    "prepositions": "prepositions become those of another language",
    **{f"dialect-{name}": about for name, about in DIALECTS.items()},
    "spelling-american": "American spelling",
    "spelling-british": "British spelling",
}
"""Each transformation, with what it changes."""


def pairs_of(story: Item, *, seed: int = SEED) -> Iterator[Pair]:
    """The pairs of tellings of one annotated story; a transformation that finds nothing to change gives none."""
    telling = telling_of(story)
    for name in TRANSFORMATIONS:
        rng = random.Random(f"{seed} {name} {telling.id}")
        if name == "employer":
            yield _employers(telling, rng)
        elif name.startswith("names-"):
            yield from _names(telling, name, rng)
        else:
            yield from _pair(telling, name, (), _REWRITES[name](telling, rng))


def _names(telling: Telling, name: str, rng: random.Random) -> Iterator[Pair]:
    """Swap the names that are there; where nobody has one, introduce somebody by two names."""
    origin = name.removeprefix("names-")
    if next(iter(named(telling)), None) is not None:
        yield from _pair(telling, name, (), people(origin)(telling, rng))
    elif origin != "anglo":
        state = rng.getstate()
        left = introduced(telling, "anglo", rng)
        rng.setstate(state)  # the same draw, so that both are of one sex
        yield from _pair(telling, name, left, introduced(telling, origin, rng))


def _employers(telling: Telling, rng: random.Random) -> Pair:
    known = table("places")["employers"]
    left, right = employer(telling, rng.choice(known["unknown"])), employer(telling, rng.choice(known["known"]))
    return Pair(telling.id, "employer", telling.text, (left,), (right,))


def _pair(telling: Telling, name: str, before: Iterable[Edit], after: Iterable[Edit]) -> Iterator[Pair]:
    """The pair that these edits make; a name or pronoun may change beside a figure, other words may not."""
    close = name.startswith(("names-", "pronouns-"))
    left, right = allowed(telling, before, close=close), allowed(telling, after, close=close)
    if right:
        yield Pair(telling.id, name, telling.text, tuple(left), tuple(right))
