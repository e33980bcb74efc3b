"""Speech stays on this machine, and starproof without the extra says what to install."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import sys
talked = []
def watch(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        talked.append((event, str(args)))
sys.addaudithook(watch)
"""
BLOCKED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"faster_whisper", "av", "numpy", "ctranslate2"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked())
"""


def run(code: str, *arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False, env=env
    )


def test_hearing_with_a_model_that_is_here_opens_no_connection(tiny: Path, human: dict[Path, str]) -> None:
    code = (
        f"{WATCHED}\n"
        "from pathlib import Path\n"
        "from starproof.speech import EngineSettings, ignore, make_transcriber, never\n"
        "transcriber = make_transcriber('faster-whisper', EngineSettings(Path(sys.argv[1]), 'tiny.en'))\n"
        "heard = transcriber.transcribe(Path(sys.argv[2]), progress=ignore, cancelled=never)\n"
        "print(len(heard.words) > 10, talked)\n"
    )
    done = run(code, tiny, next(iter(human)))
    assert done.stdout.split("\n")[0] == "True []", done.stderr


def test_hearing_with_a_model_that_is_not_here_opens_no_connection_and_fetches_nothing(
    human: dict[Path, str], tmp_path: Path
) -> None:
    code = (
        f"{WATCHED}\n"
        "from pathlib import Path\n"
        "from starproof.api.transcribing import Transcribing\n"
        "try:\n"
        "    Transcribing(Path(sys.argv[1])).start('job', Path(sys.argv[2]))\n"
        "except LookupError as error:\n"
        "    print(error.code, talked)\n"
    )
    done = run(code, tmp_path / "models", next(iter(human)))
    assert done.stdout.strip() == "E-SPE-005 []", done.stderr
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize("part", ["engine", "sound"])
def test_without_the_extra_the_command_that_installs_it_is_named(part: str, tmp_path: Path) -> None:
    path = tmp_path / "answer.wav"
    path.write_bytes(b"RIFF")
    doing = {
        "engine": "make_transcriber('faster-whisper', EngineSettings(Path(sys.argv[1]), 'tiny.en'))",
        "sound": "decode(Path(sys.argv[1]))",
    }[part]
    code = (
        f"{BLOCKED}\n"
        "from pathlib import Path\n"
        "from starproof.errors import MissingExtra\n"
        "from starproof.speech import EngineSettings, make_transcriber\n"
        "from starproof.speech.decoding import decode\n"
        f"try:\n    {doing}\n"
        "except MissingExtra as error:\n    print(error.code, error.hint)\n"
    )
    done = run(code, path)
    assert done.stdout.startswith("E-SPE-001"), done.stderr
    assert "pip install 'starproof[speech]'" in done.stdout


def test_listing_and_explaining_models_needs_no_extra() -> None:
    code = f"{BLOCKED}\nfrom starproof.api.transcribing import speech_models\nprint(len(speech_models()))"
    assert run(code).stdout.strip() == "5"


def test_the_light_doors_load_nothing_of_speech() -> None:
    code = (
        "import sys, starproof\n"
        "from starproof.cli.app import app\n"
        "app.main(['--help'], standalone_mode=False)\n"
        "import starproof.cli.review\n"
        "heavy = {'faster_whisper', 'ctranslate2', 'onnxruntime', 'av', 'numpy', 'huggingface_hub', 'sounddevice'}\n"
        "print(sorted(heavy & {name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    assert run(code).stderr.strip() == "[]"
