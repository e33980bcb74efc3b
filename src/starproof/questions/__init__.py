"""The question bank: interview questions with what each asks for, and the themes of a manager's work."""

from starproof.questions.loading import find_theme, load_questions, load_themes, read_questions, read_themes

__all__ = ["find_theme", "load_questions", "load_themes", "read_questions", "read_themes"]
