"""What the user chose once: one ``settings.toml`` in the data folder, read by every face."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starproof.batch.output import whole_file
from starproof.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from starproof.core.guide import Guide
    from starproof.engine import Reviewer

FILE, GUIDE = "settings.toml", "guide.toml"
SLOWEST, FASTEST = 60.0, 300.0
"""Words a minute that a person may speak."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that count for all reviews."""

    words_per_minute: float = 150.0
    rates: Mapping[str, float] = field(default_factory=dict)
    """US dollars for one unit of a currency, above the dated reference rates."""


def own_settings(folder: Path) -> Settings:
    """The settings kept in this folder; the defaults where there are none.

    Raises:
        ConfigError: when the file is damaged; the message names the line or the key.
    """
    path = folder / FILE
    if not path.is_file():
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = Settings(data.get("words_per_minute", 150.0), data.get("rates", {}))
        check_settings(settings)
    except (OSError, ValueError, UsageError) as error:
        why = error.message if isinstance(error, UsageError) else str(error)
        raise ConfigError(
            "E-CFG-010", f"The settings in {str(path)!r} cannot be used: {why}", "Correct the file, or delete it."
        ) from error
    return settings


def keep_settings(folder: Path, settings: Settings) -> None:
    """Check settings and keep them.

    Raises:
        UsageError: when one makes no sense.
        InputError: when they cannot be written.
    """
    check_settings(settings)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    rates = "".join(f"{json.dumps(name)} = {rate!r}\n" for name, rate in settings.rates.items())
    with whole_file(folder / FILE) as out:
        out.write(f"words_per_minute = {settings.words_per_minute!r}\n\n[rates]\n{rates}")


def own_guide(folder: Path) -> Guide | None:
    """The guide that the user put in place of the shipped one, or ``None``.

    Raises:
        GuideError: when it cannot be used.
    """
    from starproof.guides import load_guide

    return load_guide(folder / GUIDE) if (folder / GUIDE).is_file() else None


def check_settings(settings: Settings) -> None:
    """Refuse settings that make no sense.

    Raises:
        UsageError: naming the setting.
    """
    pace = settings.words_per_minute
    if not _number(pace) or not SLOWEST <= pace <= FASTEST:
        raise UsageError(
            "E-USE-080", f"{pace!r} words a minute is nobody's pace.", "Give 60 to 300; most speak at 150."
        )
    for name, rate in settings.rates.items():
        if not (name.isascii() and name.isalpha() and name.isupper() and len(name) == 3):
            raise UsageError("E-USE-081", f"{name!r} is no currency.", "Give its three letters, such as EUR.")
        if not _number(rate) or not 0 < rate < math.inf:
            raise UsageError("E-USE-082", f"{rate!r} is no rate for {name}.", "Give US dollars for one of it, as 1.1.")


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def own_reviewer(folder: Path) -> Reviewer:
    """A reviewer by the user's own settings and guide.

    Raises:
        ConfigError: when the settings are damaged.
        GuideError: when the guide cannot be used.
    """
    from starproof.api.reviewing import make_reviewer

    settings = own_settings(folder)
    return make_reviewer(
        guide=own_guide(folder), words_per_minute=settings.words_per_minute, rates=settings.rates or None
    )
