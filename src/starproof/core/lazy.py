"""Public names that load on first use, so that importing a package costs nothing until it is needed."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as in the package itself: what loads before Ctrl-C is minded must be next to nothing
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def lazily(package: str, homes: Mapping[str, str], namespace: dict[str, Any]) -> Callable[[str], Any]:
    """A module's ``__getattr__`` that finds each public name in its home and keeps it.

    Args:
        package: the package's name, for the error about an unknown name.
        homes: by public name, the module that defines it, or ``module:name`` where it is called otherwise there.
        namespace: the package's ``globals()``.
    """

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, _, original = homes[name].partition(":")
        value = getattr(import_module(module), original or name)
        namespace[name] = value
        return value

    return load
