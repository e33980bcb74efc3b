"""The question bank: interview questions with what each asks for."""
