"""Texts as claims for the tests of derived figures: real sentences and quantities."""

from __future__ import annotations

from starproof.core.document import Story
from starproof.core.facts import Claim
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from starproof.parse.story import parse


def read(text: str) -> tuple[Claim, ...]:
    document = parse(Story("case", text))
    sentences = [sentence.span for sentence in document.sentences]
    return claims(document.text, quantities(document.text, within=sentences), sentences)
