"""Sphinx settings. Pages are Markdown; those under rules/ and some others are written by tools/docs.py."""

project = "starproof"
author = "The starproof authors"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "starproof"
html_static_path = ["_static"]
html_css_files = ["paper.css"]
myst_heading_anchors = 3
exclude_patterns = ["schema"]
templates_path: list[str] = []
nitpicky = True
