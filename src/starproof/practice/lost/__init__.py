"""What was lost between the written story and the answer: figures, sections, the lesson; each with the words."""

from starproof.practice.lost.comparing import lost
from starproof.practice.lost.told import (
    Lesson,
    Lost,
    OtherFigure,
    PaperFigure,
    SaidFigure,
    SectionTold,
    SentenceTold,
    SpokenFigure,
)

__all__ = [
    "Lesson",
    "Lost",
    "OtherFigure",
    "PaperFigure",
    "SaidFigure",
    "SectionTold",
    "SentenceTold",
    "SpokenFigure",
    "lost",
]
