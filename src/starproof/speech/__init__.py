"""Speech to text on the user's own machine: recordings to transcripts, in a process of its own, with no network."""

from starproof.speech.engines import engines, make_transcriber
from starproof.speech.transcriber import Cancelled, EngineSettings, Transcriber, ignore, never

__all__ = ["Cancelled", "EngineSettings", "Transcriber", "engines", "ignore", "make_transcriber", "never"]
