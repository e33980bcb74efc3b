"""Draws the picture of a review that the README shows: the example story, reviewed, as a terminal prints it."""

from __future__ import annotations

import io
from pathlib import Path

from options import no_options
from rich.console import Console
from rich.terminal_theme import TerminalTheme

from starproof.core.document import Story
from starproof.engine import Reviewer
from starproof.report.terminal import review_lines
from starproof.report.terminal.look import Look
from starproof.report.words import names_of

ROOT = Path(__file__).parents[1]
STORY = ROOT / "src" / "starproof" / "examples" / "parts-catalogue.md"
PICTURE = ROOT / "docs" / "_static" / "review.svg"
WIDTH = 104
BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE = (
    (29, 27, 24),
    (179, 39, 30),
    (31, 111, 67),
    (138, 90, 0),
    (36, 80, 143),
    (133, 96, 140),
    (63, 115, 150),
    (93, 87, 78),
)
PAPER = TerminalTheme((251, 250, 246), BLACK, [BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE])


def main() -> None:
    no_options(__doc__)
    reviewer = Reviewer()
    story = Story("parts-catalogue", STORY.read_text(encoding="utf-8"), source=STORY.name)
    lines = review_lines(
        reviewer.review(story),
        names_of(reviewer.guide, reviewer.guide.id),
        Look(WIDTH, color=True),
    )
    console = Console(
        file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="256", _environ={}
    )
    for line in lines:
        console.print(line, no_wrap=True, overflow="ignore", crop=False)
    svg = console.export_svg(title="starproof review parts-catalogue.md", theme=PAPER, unique_id="review")
    PICTURE.write_text(local(svg), encoding="utf-8")


def local(svg: str) -> str:
    """The drawing without the fonts that it would fetch: the reader's own will do."""
    head, _, rest = svg.partition("<style>")
    style, _, tail = rest.partition("</style>")
    kept = style[style.rindex("@font-face") :].partition("}")[2] if "@font-face" in style else style
    fonts = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'
    return f"{head}<style>{kept.replace('Fira Code, monospace', fonts)}</style>{tail}"


if __name__ == "__main__":
    main()
