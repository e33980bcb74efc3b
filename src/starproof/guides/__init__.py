"""Guide files to guides, and guides to files. All but loading is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starproof.core.lazy import lazily
from starproof.guides.loading import load_guide, read_guide

if TYPE_CHECKING:
    from starproof.guides.compile import compile_guide
    from starproof.guides.compiled import Compiled, Problem
    from starproof.guides.markdown_out import to_markdown
    from starproof.guides.toml_out import to_toml

__all__ = ["Compiled", "Problem", "compile_guide", "load_guide", "read_guide", "to_markdown", "to_toml"]

__getattr__ = lazily(
    __name__,
    {
        "Compiled": "starproof.guides.compiled",
        "Problem": "starproof.guides.compiled",
        "compile_guide": "starproof.guides.compile",
        "to_markdown": "starproof.guides.markdown_out",
        "to_toml": "starproof.guides.toml_out",
    },
    globals(),
)
