"""Steps of a session that are spoken: from a file, or from the microphone by way of the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from starproof.cli.practice.hearing import Hearing, ready_model
from starproof.cli.practice.playing import Play
from starproof.cli.practice.stage import Stage
from starproof.core.practice import Session
from starproof.errors import NotFound, PracticeError, StarproofError
from starproof.practice.session import has_words

if TYPE_CHECKING:
    from starproof.api.practising import Studio
    from starproof.api.recordings import Recordings
    from starproof.core.speech import Transcript


@dataclass(slots=True)
class Spoken:
    """Takes spoken answers for a session."""

    hearing: Hearing

    @classmethod
    def late(cls, studio: Studio) -> Spoken:
        """For a recording that waits in a session which is gone on with.

        Raises:
            StarproofError: where nothing is recorded, or no model can be had.
        """
        hearing = Hearing(_recordings(studio))
        hearing.model = ready_model(None)
        return cls(hearing)

    def answer(self, play: Play, session: Session) -> Session | None:
        """The session after a spoken answer; ``None`` where this one is typed."""
        if self.hearing.files:
            return self._from_file(play, session)
        if self.hearing.microphone and play.stage.lively:
            return self._from_microphone(play, session)
        return None

    def transcribe(self, play: Play, session: Session) -> Session:
        """Write down the recording that waits, and step on with its words.

        Raises:
            StarproofError: why it could not be; the recording is kept.
        """
        id_ = session.attempt.turns[-1].recording or ""
        path = self.hearing.recordings.join(id_, as_far=True)
        return self._heard(play, session, self.hearing.transcribe(path), path)

    def _heard(self, play: Play, session: Session, heard: Transcript, joined: Path) -> Session:
        if not has_words(heard.text):
            play.stage.hint("No words were heard in it.")
            if not play.stage.asked:
                raise PracticeError("E-SES-016", "There are no words in this answer.", "Record it again, or type it.")
            return play.step(session, "skipped")
        text = _looked_over(play.stage, heard.text)
        return play.step(session, "transcribed", text=text, transcript=heard, joined=joined)

    def _from_file(self, play: Play, session: Session) -> Session:
        file = self.hearing.files[0]
        heard = self.hearing.transcribe(file)
        if not has_words(heard.text):
            raise PracticeError("E-SES-016", f"No words were heard in {str(file)!r}.", "Name another recording.")
        text = _looked_over(play.stage, heard.text)
        said = play.step(session, "answered", recording=file.name, text=text, transcript=heard)
        self.hearing.files.pop(0)
        return said

    def _from_microphone(self, play: Play, session: Session) -> Session | None:
        id_ = f"{session.setup.id}-{session.at}-{len(session.attempt.turns)}"
        if _recorded(self.hearing.recordings, id_):
            play.stage.hint("A recording of this answer was broken off; it is used as far as it goes.")
            return play.step(session, "answered", recording=id_)
        play.stage.hint("Enter begins to record. Or type the answer: t. :skip passes over, :pause keeps it for later.")
        word = play.stage.ask("  ").strip()
        if word in ("t", ":skip", ":pause"):
            return None if word == "t" else play.passed(session, word)
        session = play.step(session, "resumed")
        self._record(play, session, id_)
        return play.step(session, "answered", recording=id_)

    def _record(self, play: Play, session: Session, id_: str) -> None:
        from starproof.cli.practice.microphone import record

        recordings, studio = self.hearing.recordings, play.studio
        recordings.forget(id_)
        most = studio.time_left(session) if session.setup.mode == "loop" else None
        record(play.stage, recordings, id_, at=studio.now(), keep=self.hearing.keep, most=most)


def _recorded(recordings: Recordings, id_: str) -> bool:
    """Whether there is sound of an answer that a crash left behind."""
    try:
        return recordings.state(id_).unheard
    except NotFound:
        return False


def _looked_over(stage: Stage, text: str) -> str:
    """The words that were heard, as the speaker leaves them."""
    from starproof.cli.practice.typed import in_editor
    from starproof.report.terminal.look import title
    from starproof.report.terminal.practising import text_lines

    while True:
        stage.show([*title("Heard", stage.look), *text_lines(text, stage.look)])
        if not stage.asked or stage.ask("  Enter: that is what I said · e: change the words ").strip() != "e":
            return text
        changed = in_editor(text, lambda _: None).strip()
        text = changed if has_words(changed) else text


def _recordings(studio: Studio) -> Recordings:
    found = studio.recordings
    if found is None:
        raise StarproofError("E-REC-002", "Nothing is recorded here.", "Type the answer.")
    return found
