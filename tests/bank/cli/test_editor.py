"""Stories changed in an editor: what it saves is taken, and kept where it cannot be."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bank.cli.commanding import Run, editor, kept, shown


def test_an_editor_changes_the_text_and_what_is_said_of_it(run: Run, bill: str, tmp_path: Path) -> None:
    change = "path.write_bytes(text.replace('40%', '50%').replace('The bill', 'Half').encode())"
    ran = run("story", "edit", bill, VISUAL=editor(tmp_path, change), TMPDIR=str(tmp_path))
    assert (ran.code, ran.out.startswith("bill: revision 2")) == (0, True), ran.err
    found = shown(run)
    assert found["title"] == "Half"
    assert (
        found["text"] == "I led three teams and cut our bill by 50% from $2M to $1.2M a year.\r\nI decided it alone.\n"
    )
    assert run("story", "edit", bill, EDITOR=editor(tmp_path, "")).out == "bill: nothing changed\n"
    assert not list(tmp_path.glob("starproof-*"))


def test_a_text_that_the_bank_cannot_take_is_kept(run: Run, bill: str, tmp_path: Path) -> None:
    spoil = editor(tmp_path, "path.write_bytes(b'---\\ntitle: x\\n---\\n')")
    ran = run("story", "edit", bill, EDITOR=spoil)
    assert ran.code == 2
    assert kept(ran) == b"---\ntitle: x\n---\n"
    assert shown(run)["revision"] == 1


def test_a_text_is_kept_when_somebody_else_was_faster(run: Run, bill: str, home: Path, tmp_path: Path) -> None:
    command = str(Path(sys.executable).parent / "starproof")
    slow = editor(
        tmp_path,
        "import subprocess\n"
        f"subprocess.run([{command!r}, 'story', 'edit', 'bill', '--title', 'Faster'], check=True)\n"
        "path.write_bytes(text.replace('40%', '50%').encode())",
    )
    ran = run("story", "edit", bill, EDITOR=slow)
    assert ran.code == 3
    assert "E-BNK-010" in ran.err
    assert b"50%" in kept(ran)
    assert (shown(run)["title"], "40%" in str(shown(run)["text"])) == ("Faster", True)


def test_an_editor_that_fails_changes_nothing(run: Run, bill: str, tmp_path: Path) -> None:
    ran = run("story", "edit", bill, EDITOR=editor(tmp_path, "path.write_bytes(b'half'); sys.exit(3)"))
    assert (ran.code, "ended with 3" in ran.err) == (2, True)
    assert kept(ran) == b"half"
    assert "cannot be started" in run("story", "edit", bill, EDITOR="/none/such").err


def test_an_edit_from_a_file_may_expect_a_revision(run: Run, bill: str, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text("I cut it, and I would do it again.\n")
    assert run("story", "edit", bill, "--file", tmp_path / "new.md", "--expect", "2").code == 3
    assert run("story", "edit", bill, "--file", tmp_path / "new.md", "--expect", "1").code == 0
    assert run("story", "show", bill, "--text").out == "I cut it, and I would do it again.\n"
