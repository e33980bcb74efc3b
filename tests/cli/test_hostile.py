"""Commands in places and with streams that are out to get them."""

from __future__ import annotations

import os
import stat
import subprocess
import threading
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, UNCOMPILED, here, starproof
from tests.waiting import PATIENCE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, links and permissions as POSIX has them")
STORY = "I ran three teams. I cut the wait from 4 seconds to 1 second. I learned to ask first.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_pipe_as_output_is_written_to_and_not_replaced(story: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert starproof("review", story, "--format", "jsonl", "-o", pipe).code == 0
    reader.join(timeout=PATIENCE)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert got[0].startswith('{"schema"')


def test_a_link_as_output_stays_a_link(story: Path, tmp_path: Path) -> None:
    link, real = tmp_path / "link", tmp_path / "real.json"
    link.symlink_to(real)
    assert here("review", story, "--format", "json", "-o", link).code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("[")


@pytest.mark.parametrize(
    "command",
    [
        ["review", "story.md", "-o", "./story.md"],
        ["review", "other.md", "--against", "story.md", "-o", "link.md"],
        ["numbers", "other.md", "story.md", "-o", "story.md"],
        ["batch", "story.md", "story.md"],
        ["coverage", "story.md", "-o", "story.md"],
        ["profile", "other.md", "--mine", "story.md", "-o", "story.md"],
        ["readiness", "story.md", "-o", "story.md"],
        ["plan", "story.md", "-o", "story.md"],
        ["guide", "compile", "story.md", "-o", "story.md"],
    ],
)
def test_what_is_read_is_never_written_over(story: Path, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "link.md").symlink_to(story)
    (tmp_path / "other.md").write_text(STORY, encoding="utf-8")
    ran = here(*command, cwd=tmp_path)
    assert (ran.code, "E-OUT-003" in ran.err) == (2, True), ran.err
    assert story.read_text(encoding="utf-8") == STORY


def test_a_private_file_stays_private_and_a_new_one_obeys_the_umask(story: Path, tmp_path: Path) -> None:
    private = tmp_path / "private.txt"
    private.write_text("old", encoding="utf-8")
    private.chmod(0o600)
    here("review", story, "-o", private)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert private.read_text(encoding="utf-8") != "old"
    subprocess.run(f"umask 077; {COMMAND} rules > {tmp_path}/a; {COMMAND} review {story} -o {tmp_path}/b", shell=True)
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == stat.S_IMODE((tmp_path / "a").stat().st_mode)


def test_a_disk_that_fills_up_leaves_nothing_behind(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    command = f"ulimit -f 2; {COMMAND} review {story} --format html -o {out}/page.html"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, env={**os.environ, **UNCOMPILED})
    assert (done.returncode, list(out.iterdir())) == (2, [])
    assert b"E-OUT-001" in done.stderr


def test_a_directory_as_output_says_so(story: Path, tmp_path: Path) -> None:
    for ran in (here("review", story, "-o", tmp_path), here("batch", story, tmp_path)):
        assert ran.code == 2
        assert "E-OUT-002" in ran.err


def test_a_batch_goes_to_standard_output_when_asked(tmp_path: Path) -> None:
    ran = here("batch", "-", "-", "--jobs", "1", stdin=b'{"text": "I ran three teams."}\n', cwd=tmp_path)
    assert (ran.code, ran.out.count("\n"), list(tmp_path.iterdir())) == (0, 1, [])


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_crash(story: Path, closed: str) -> None:
    source = "-" if closed == "<&-" else story
    done = subprocess.run(f"{COMMAND} review {source} {closed}", shell=True, capture_output=True, check=False)
    assert done.returncode == (2 if closed == "<&-" else 0)
    assert b"Traceback" not in done.stderr
    assert (b"E-INP-105" in done.stderr) == (closed == "<&-")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_as_standard_output_is_told(story: Path) -> None:
    done = subprocess.run(f"{COMMAND} review {story} > /dev/full", shell=True, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].endswith(b"[E-OUT-001]")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", ["review nowhere.md", "--nonsense"])
def test_the_exit_code_tells_where_standard_error_takes_nothing(arguments: str) -> None:
    assert subprocess.run(f"{COMMAND} {arguments} 2> /dev/full", shell=True, check=False).returncode == 2


def test_a_reader_that_stops_early_is_no_failure() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{COMMAND} guide show --format toml | head -c 1 >&2; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, len(done.stderr)) == (0, 1)


def test_a_name_that_no_file_can_have_is_an_input_error() -> None:
    for command in (("review",), ("batch",), ("guide", "compile"), ("evaluate",)):
        ran = here(*command, "x" * 5000, *(("out",) if command == ("batch",) else ()))
        assert ran.code == 2
        assert "E-INP-102" in ran.err
        assert "Traceback" not in ran.err


def test_a_pipe_is_a_batch_too(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=lambda: pipe.write_text('{"text": "I ran it."}\n', encoding="utf-8"), daemon=True).start()
    ran = here("batch", pipe, tmp_path / "out", "--jobs", "1")
    assert (ran.code, ran.err) == (0, f"1 reviewed, 0 failed: {tmp_path / 'out'}\n")


def test_standard_input_is_not_read_twice(story: Path) -> None:
    for arguments in (("-", "-"), ("-", "--against", "-")):
        ran = here("review", *arguments, stdin=STORY.encode())
        assert ran.code == 2
        assert "E-USE-003" in ran.err


def test_an_endless_source_is_refused_and_not_read_to_its_end() -> None:
    done = subprocess.run(f"yes | {COMMAND} review -", shell=True, capture_output=True, check=False, timeout=PATIENCE)
    assert done.returncode == 2
    assert b"E-INP-103" in done.stderr
