"""Guide files to guides, and guides to files."""

from __future__ import annotations

from starproof.guides.compile import compile_guide
from starproof.guides.compiled import Compiled, Problem
from starproof.guides.loading import load_guide
from starproof.guides.markdown_out import to_markdown
from starproof.guides.toml_out import to_toml

__all__ = ["Compiled", "Problem", "compile_guide", "load_guide", "to_markdown", "to_toml"]
