"""The figures of a story with the words around them: what every kind of sum looks at."""
