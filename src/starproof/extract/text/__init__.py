"""The words of a text: in order, around a span, by list; and how its sentences are worded."""
