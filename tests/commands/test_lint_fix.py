"""Lint --fix and --diff as their users meet them: what is written, what is shown, what is told, the exit code."""

import json
import stat
import subprocess
from pathlib import Path

import pytest
from folders import Files, Repository, Write

from strategy_cli.cli import run

FILES: Files = {
    "strategy.yaml": "title: S\nlanguages: [fi]\n",
    "goals/a.yaml": b"\xef\xbb\xbfname: A\r\nuntil: 31.12.2027   # loppu\r\nbinding: kyll\xc3\xa4",
    "goals/b.yaml": "name: B\nparent: a\n",
    "goals/c.yaml": "name: C\nparent: Aa Bb\nweight: 1,234\n",
}
MIXED = b"\xef\xbb\xbfname: A\nuntil: 2027-12-31\r\nbinding: true"
MENDED = b"\xef\xbb\xbfname: A\r\nuntil: 2027-12-31   # loppu\r\nbinding: true"


@pytest.fixture
def data(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A strategy with mistakes of which some are sure; the user stands in it."""
    folder = write(FILES)
    monkeypatch.chdir(folder)
    return folder


def lint(*arguments: str) -> int:
    return run(["lint", "--as-of", "2026-06-30", "--profile", "minimum", "--lang", "en", *arguments])


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_fix_writes_what_is_sure_and_tells_what_is_left(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(data)
    assert lint("--fix") == 1
    assert contents(data) == before | {"goals/a.yaml": MENDED}
    out, err = capsys.readouterr()
    assert [line.split(" ")[0] for line in out.splitlines()] == ["goals/c.yaml:2:9:", "goals/c.yaml:3:9:"]
    assert err.splitlines() == [
        "goals/a.yaml:2: fixed: invalid-value: 31.12.2027 → 2027-12-31",
        "goals/a.yaml:3: fixed: invalid-value: kyllä → true",
        "goals/c.yaml:2: offered, not applied: invalid-value: Aa Bb → aa-bb",
        "goals/c.yaml:3: offered, not applied: invalid-value: 1,234 → 1.234",
        "Fixed: 2. Files changed: 1. Offered, not applied: 2. Taken back: 0.",
        "Errors: 2. Warnings: 0. Notes: 0. Files checked: 4.",
    ]


def test_fix_a_second_time_writes_nothing(data: Path) -> None:
    lint("--fix")
    before = {file: file.stat().st_mtime_ns for file in data.rglob("*")}
    lint("--fix")
    assert {file: file.stat().st_mtime_ns for file in data.rglob("*")} == before


def test_fix_exits_with_0_when_nothing_is_left(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "goals" / "c.yaml").unlink()
    assert lint("--fix") == 0
    assert capsys.readouterr().out == ""


def test_fix_keeps_permissions(data: Path) -> None:
    (data / "goals" / "a.yaml").chmod(0o640)
    lint("--fix")
    assert stat.S_IMODE((data / "goals" / "a.yaml").stat().st_mode) == 0o640


def test_only_what_is_told_is_fixed(data: Path) -> None:
    before = contents(data)
    assert lint("--fix", "--ignore", "invalid-value") == 0
    assert contents(data) == before


def test_machine_formats_tell_what_is_left(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert data.is_dir()
    lint("--fix", "--format", "json")
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["path"], one["edit"]["sure"]) for one in told] == [("goals/c.yaml", False)] * 2


def test_diff_shows_what_fix_would_change_and_writes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(data)
    assert lint("--diff") == 1
    assert contents(data) == before
    out, err = capsys.readouterr()
    assert out == (
        "--- a/goals/a.yaml\n+++ b/goals/a.yaml\n@@ -1,3 +1,3 @@\n \ufeffname: A\r\n"
        "-until: 31.12.2027   # loppu\r\n-binding: kyllä\n\\ No newline at end of file\n"
        "+until: 2027-12-31   # loppu\r\n+binding: true\n\\ No newline at end of file\n"
    )
    assert "Nothing was written." in err
    assert "Errors: 4." in err


def test_diff_is_coloured_where_it_is_seen(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert data.is_dir()
    lint("--diff", "--color", "always")
    out = capsys.readouterr().out
    assert "\x1b[31m-binding: kyllä\x1b[0m\n" in out
    assert "\x1b[32m+binding: true\x1b[0m\n" in out
    assert "\r" not in out


def test_what_steers_a_terminal_is_shown_as_such(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "goals" / "a.yaml").write_text("name: A\n# \x9b31m \u202e\nbinding: kyllä\n", "utf-8")
    lint("--diff", "--color", "always")
    out = capsys.readouterr().out
    assert "\x9b" not in out
    assert "\u202e" not in out


def test_a_diff_is_what_git_applies(repository: Repository, capfd: pytest.CaptureFixture[str]) -> None:
    repository.write({**FILES, "goals/a.yaml": "\ufeffname: A\nuntil: 31.12.2027\r\nbinding: kyllä"})
    repository.commit()
    lint("--diff", "--data", str(repository.data))
    patch = repository.root.parent / "fix.patch"
    patch.write_bytes(capfd.readouterr().out.encode())
    repository.git("apply", "--whitespace=nowarn", str(patch))
    assert (repository.data / "goals" / "a.yaml").read_bytes() == MIXED


def test_a_revision_can_be_previewed_but_not_fixed(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write(FILES)
    repository.commit()
    assert lint("--fix", "--revision", "HEAD", "--data", str(repository.data)) == 2
    assert "cannot be fixed" in capsys.readouterr().err
    assert lint("--diff", "--revision", "HEAD", "--data", str(repository.data)) == 1
    assert "+until: 2027-12-31" in capsys.readouterr().out
    status = subprocess.run(
        ["git", "-C", str(repository.root), "status", "--short"], capture_output=True, text=True, check=True
    )
    assert status.stdout == ""


def test_a_file_that_cannot_be_written_is_a_failure_in_words(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert data.is_dir()
    monkeypatch.setattr("os.access", lambda *_: False)
    assert lint("--fix") == 2
    assert "Could not write" in capsys.readouterr().err


def test_watching_does_not_fix(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert data.is_dir()
    assert lint("--watch", "--fix") == 2
    assert "--fix" in capsys.readouterr().err
