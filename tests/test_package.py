"""The default install stays small."""

from __future__ import annotations

from importlib.metadata import distribution, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from starproof.core.facts import SIGNALS
from starproof.engine import Reviewer

MOST_PACKAGES = 30
MOST_BYTES = 120_000_000


def closure(name: str, seen: set[str]) -> set[str]:
    """All that installing this package on this machine brings, added to what is seen."""
    for requirement in map(Requirement, requires(name) or []):
        needed = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        inner = canonicalize_name(requirement.name)
        if needed and inner not in seen:
            seen.add(inner)
            closure(inner, seen)
    return seen


def brought() -> set[str]:
    """What the default install brings beside starproof itself."""
    return closure("starproof", {"starproof"}) - {"starproof"}


def test_the_default_install_brings_few_packages_beside_starproof_itself() -> None:
    assert len(brought()) < MOST_PACKAGES, sorted(brought())


def test_speech_is_no_part_of_the_default_install() -> None:
    assert not brought() & {"faster-whisper", "ctranslate2", "onnxruntime", "av", "numpy", "huggingface-hub"}


def test_the_default_install_is_small_on_disk() -> None:
    total = 0
    for name in brought():
        for file in distribution(name).files or []:
            path = Path(str(file.locate()))
            total += path.stat().st_size if path.is_file() else 0
    own = Path(__file__).parents[1] / "src"
    shipped = (path for path in own.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    total += sum(path.stat().st_size for path in shipped)
    assert total < MOST_BYTES


def test_every_kind_of_signal_that_is_found_is_documented() -> None:
    text = (
        "I ran three teams. I decided to stop the pilot, although our sales lead was against it. We debugged it. "
        "It was my mistake. Since then two other teams have adopted it, and it is still running a year later."
    )
    found = Reviewer().review(text).facts.signals
    assert set(found) <= set(SIGNALS)
    assert found.get("decision")
