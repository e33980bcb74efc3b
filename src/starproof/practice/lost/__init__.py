"""What was lost between the written story and the answer: figures, sections, the lesson; each with the words."""

from starproof.practice.lost.comparing import lost
from starproof.practice.lost.told import (
    How,
    Lesson,
    Lost,
    OtherFigure,
    PaperFigure,
    SaidFigure,
    SectionTold,
    SentenceTold,
    SpokenFigure,
    Telling,
    Weight,
)

__all__ = [
    "How",
    "Lesson",
    "Lost",
    "OtherFigure",
    "PaperFigure",
    "SaidFigure",
    "SectionTold",
    "SentenceTold",
    "SpokenFigure",
    "Telling",
    "Weight",
    "lost",
]
