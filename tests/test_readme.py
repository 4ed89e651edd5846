"""The README is true: every command it shows runs, on the sample, as a new user would run it."""

import re
import shutil
import subprocess
from pathlib import Path

import making
import pytest
from folders import ENVIRONMENT

from strategy_cli import accepted, cli
from strategy_cli.changes import compared
from strategy_cli.cli import menu
from strategy_cli.views.reports import REPORTS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
# A history to try things on, which the README makes beside the clone.
(PRACTICE,) = (block for block in BLOCKS if block.startswith("mkdir "))
LINES = [line for block in BLOCKS if block is not PRACTICE for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("strategy ")]
PLANTING = [line for line in LINES if line.startswith("echo ")]
VERSIONS = README.partition("### Comparing versions")[2].partition("\n### ")[0]
OWN = re.findall(
    r"^```yaml\n# (\S+\.yaml)\n(.*?)^```",
    README.partition("### Your own strategy")[2].partition("\n### ")[0],
    flags=re.MULTILINE | re.DOTALL,
)
# The two lines for a fresh machine make environments: .ci/run runs them, and the same two through uv.
FRESH = [line for line in LINES if line.startswith("python3 ")]
# The sample is kept up to November 2026: of a later day lint says, rightly, that nobody has kept it since.
KEPT = ["--as-of", "2026-11-30"]
NOTHING = ("Ei muutoksia", "Inga ändringar", "No changes")
# What was done to the versions, and each command tells of it.
TOLD = {
    "strategy diff @2025-12-31": ["indicator-target-loosened", "indicator-value-revised"],
    "strategy diff board council --base proposal": ["goal-binding-added", "indicator-target-raised"],
    "strategy diff proposal:strategy_data strategy_data": ["goal-binding-added", "indicator-value-revised"],
    "strategy diff proposal --kind goal --goal living-harbour --all": ["goal-binding-added"],
    "strategy diff council --require-decision": ["indicator-target-loosened"],
    "strategy history goal/living-harbour": ["1.12.2025", "tavoitteesta tehtiin sitova"],
    "strategy history indicator/net-migration --as-of 2026-01-31": ["31.1.2026", "−18\u00a0", "−24\u00a0"],
    "strategy retrospect --format html": ["−10\u00a0henkilöä", "27.2.2026"],
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone with the sample in it, and beside it the history that the README makes."""
    root = tmp_path_factory.mktemp("made")
    shutil.copytree(ROOT / "strategy_data", root / "clone" / "strategy_data")
    cloned = "git init --quiet && git add --all && git commit --quiet --message One"
    unrestored = (*PLANTING, PRACTICE, "cd - && git restore strategy_data")  # what is being tried does not come along
    shell(f"cd {root}/clone", cloned, "git update-ref refs/remotes/origin/main HEAD", *unrestored)
    return root


@pytest.fixture
def clone(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The clone, to be written into."""
    shutil.copytree(made / "clone", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [command for command in COMMANDS if f"\n{command}\n" not in VERSIONS])
@pytest.mark.usefixtures("clone")
def test_every_command_runs_and_shows_something(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    shell(*PLANTING)
    kept = KEPT if command.startswith("strategy lint") else []
    assert cli.run([*command.split()[1:], *kept]) == (1 if "--fail-on" in command else 0)
    shown, err = output(capsys)
    assert shown or err
    assert not any(words in shown + err for words in NOTHING)
    assert not command.startswith("strategy diff") or "living-harbour" in shown or "Satamanranta" in shown


@pytest.mark.parametrize(("command", "told"), TOLD.items())
def test_every_command_of_versions_shows_what_was_done_to_them(
    made: Path, command: str, told: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made / "practice")
    assert command in COMMANDS
    assert cli.run(command.split()[1:]) == (1 if "--require-decision" in command else 0)
    shown, _ = output(capsys)
    assert [words for words in told if words not in shown] == []


def test_every_command_of_versions_is_run() -> None:
    assert [*TOLD] == [line for line in VERSIONS.splitlines() if line in COMMANDS]


def output(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Give what was shown, with the files that were written, and what was said beside it."""
    out, err = capsys.readouterr()
    return out + "".join(Path(name).read_text("utf-8") for name in out.split() if Path(name).is_file()), err


@pytest.mark.usefixtures("clone")
def test_the_planted_change_is_taken_back_as_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    shell(*PLANTING)
    assert cli.run(["diff"]) == 0
    assert "decision goal-binding-added" in capsys.readouterr().out
    assert "`git restore strategy_data`" in README
    shell("git restore strategy_data")
    assert cli.run(["diff", "--fail-on", "wording"]) == 0


def test_your_own_strategy_begins_without_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = [name.partition("/")[0] for name, _ in OWN]
    assert kinds == ["strategy.yaml", "goals", "owners", "projects", "indicators", "bodies", "decisions"]
    for name, text in OWN:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["lint", "--fail-level", "info", "--as-of", "2026-11-30"]) == 0
    assert capsys.readouterr().out == ""
    shell(*(line for line in LINES if line.startswith("git ")))
    assert cli.run(["diff", "proposed-2026-11-30"]) == 0
    assert cli.run(["report", "--as-of", "2027-06-30"]) == 0


def test_the_citys_own_fields_and_rules_work_as_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.findall(r"^```yaml\n(fields:\n.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert len(shown) == 1
    project = "name: A\nstatus: idea\nowner: a\nrisk: high\nsteering_group: b\nmoney: [{year: 2027, asked: 100001}]\n"
    texts = {"strategy.yaml": f"title: S\nlanguages: [fi, sv]\n{shown[0]}", "projects/a.yaml": project}
    texts |= {"owners/a.yaml": "title: A\n", "bodies/b.yaml": "name: B\n"}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["lint"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[2].split()[:2] for line in told] == [["error", "large-project-decided"]]
    assert cli.run(["report", "--where", "project.risk=high"]) == 0


def test_the_accepted_difference_and_the_declared_ids_are_read_as_shown() -> None:
    shown = dict(re.findall(r"^```yaml\n# (\S+\.yaml)\n(.*?)^```", VERSIONS, flags=re.MULTILINE | re.DOTALL))
    assert list(shown) == ["accepted.yaml", "goals/goals.yaml"]
    posts = {"owners/strategy-coordinator.yaml": "title: Strategy coordinator\n"}
    read = accepted.understood("accepted.yaml", shown["accepted.yaml"].encode(), making.strategy(posts))
    assert [(one.who, one.until.isoformat()) for one in read.approvals] == [("strategy-coordinator", "2027-02-28")]
    assert read.faults == ()
    gone = {"daily-life": "Smooth daily life", "culture": "Culture for all", "sport": "Sport for all"}
    before = making.strategy({f"goals/{name}.yaml": f"name: {words}\n" for name, words in gone.items()})
    after = making.strategy({"goals/goals.yaml": shown["goals/goals.yaml"]})
    found = {change.id for change in compared(before, after).changes}
    assert found >= {"id-renamed", "goal-merged"}
    assert "goal-removed" not in {c.id for c in compared(before, after).changes if c.subject.id == "daily-life"}


def test_every_line_of_the_readme_is_run_by_a_test() -> None:
    known = (*COMMANDS, *PLANTING, *FRESH)
    assert [line for line in LINES if line not in known and not line.startswith("git ")] == []
    assert len(PLANTING) == 1


def test_the_two_lines_for_a_fresh_machine_come_first() -> None:
    assert len(FRESH) == 2
    assert BLOCKS[0].splitlines() == FRESH
    assert README.index(FRESH[0]) < README.index("## ")
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert ci.count("run_readme_line") == 3


def test_the_picture_and_every_linked_file_exist() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_of_the_program_is_in_the_table() -> None:
    table = README.partition("\n## Commands\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `strategy (\w+)", table, flags=re.MULTILINE)
    assert sorted(rows) == sorted(menu.COMMANDS)


def shell(*lines: str) -> None:
    """Run lines as they stand, away from the machine's own git settings."""
    who = {"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_KEY_1": "user.email"}
    who |= {"GIT_CONFIG_VALUE_0": "Coordinator", "GIT_CONFIG_VALUE_1": "coordinator@example.org"}
    subprocess.run(["bash", "-ec", "\n".join(lines)], env=ENVIRONMENT | who, check=True, capture_output=True)


def test_every_kind_of_report_is_in_the_readme() -> None:
    told = set(
        re.findall(r"^\| `strategy report ?([a-z]*)", README.partition("\n## Commands\n")[0], flags=re.MULTILINE)
    )
    assert {kind or "progress" for kind in told} == set(REPORTS)
