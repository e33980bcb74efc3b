"""Load guides: the shipped one, or anybody's, from a TOML file that is checked in full."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from starproof.core.guide import Difference, Exemplar, Guide
from starproof.guides.checks import Place, known
from starproof.guides.shapes import GUIDE

SHIPPED = "l6-engineering-manager.toml"
_PARTS = ("expectations", "principles", "exemplars", "frameworks", "red_flags", "differences", "criteria")


def load_guide(source: str | Path | None = None) -> Guide:
    """The guide in a TOML file, or the shipped one when ``source`` is ``None``.

    Raises:
        GuideError: when the file cannot be read or says something that makes no sense. The message names
            the file, the entry and the key; the hint says what to do.
    """
    return _shipped() if source is None else read_guide(_text(Path(source)), name=str(source))


def read_guide(text: str, *, name: str) -> Guide:
    """The guide in this TOML. ``name`` is what errors call it, such as the path of its file.

    Raises:
        GuideError: as ``load_guide``.
    """
    place = Place(name)
    if name.lower().endswith((".md", ".markdown")):
        raise place.error(
            "E-GDE-005", "this is Markdown, and guides are TOML.", f"Run: starproof guide compile {name} -o guide.toml"
        )
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise place.error(
            "E-GDE-004",
            f"this is no TOML: {error}.",
            "Mend that line; `starproof guide show --format toml` is a model.",
        ) from error
    guide: Guide = GUIDE(raw, place)  # type: ignore[assignment]
    _check_whole(guide, place)
    return guide


@cache
def _shipped() -> Guide:
    text = files("starproof.guides").joinpath(SHIPPED).read_text(encoding="utf-8")
    return read_guide(text, name=SHIPPED)


def _text(path: Path) -> str:
    place = Place(str(path))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise place.error("E-GDE-001", "there is no such file.", "Check the path of the guide.") from error
    except UnicodeDecodeError as error:
        raise place.error("E-GDE-003", f"no UTF-8 text at byte {error.start}.", "Save it as UTF-8.") from error
    except (OSError, ValueError) as error:
        what = "this is a directory" if isinstance(error, IsADirectoryError) else f"it cannot be read: {error}"
        raise place.error("E-GDE-002", f"{what}.", "Name a guide in TOML that you may read.") from error


def _check_whole(guide: Guide, place: Place) -> None:
    if not any(getattr(guide, part) for part in _PARTS):
        raise place.error("E-GDE-022", "it has nothing to judge a story by.", f"Add one of {', '.join(_PARTS)}.")
    principles = [principle.id for principle in guide.principles]
    for exemplar in guide.exemplars:
        _check_exemplar(exemplar, principles, place.inside(f"exemplars {exemplar.id!r}"))
    for difference in guide.differences:
        _check_bands(difference, place.inside(f"differences {difference.id!r}"))


def _check_exemplar(exemplar: Exemplar, principles: list[str], place: Place) -> None:
    known(exemplar.principle, principles, place.at("principle"), code="E-GDE-017")


def _check_bands(difference: Difference, place: Place) -> None:
    here, after = difference.here_range, difference.next_range
    if here is None or after is None:
        return
    if here.unit and after.unit and here.unit != after.unit:
        raise place.at("next_range").error(
            "E-GDE-016", f"it counts {after.unit!r}, here_range {here.unit!r}.", "Use one unit for both."
        )
    if here.high is None or after.low < here.high:
        high = "has no end" if here.high is None else f"ends at {here.high:g}"
        raise place.at("next_range").error(
            "E-GDE-016", f"it starts at {after.low:g} while here_range {high}.", "Let it start where here_range ends."
        )
