"""Completion: what the shell's TAB key offers, asked as the shells themselves ask."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import written

from strategy_cli import cli
from strategy_cli.cli import completion
from strategy_cli.formats.findings import FORMATS
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.rules import RULES
from strategy_cli.views.reports import REPORTS

FILES = {
    "strategy.yaml": "title: S\nlanguages: [sv, fi]\nthemes: [{id: sea, name: Havet}, {id: arts, name: {fi: T}}]\n"
    "fields: {project: {big: {type: choice, choices: {yes: {sv: Ja}, no: {sv: Nej}}, label: {sv: Stort}}}}\n"
    "lint: {require: [{id: big-needs-board, kind: project, need: owner, message: {sv: Stort}}]}\n",
    "bodies/boards.yaml": "- {id: technical-board, name: {fi: Tekninen, sv: Tekniska}}\n- {id: city-board, name: C}\n",
    "bodies/_draft.yaml": "name: Draft\n",
    "bodies/more/council.yaml": "name: Council\n",
    "units/harbour.yaml": "name: {sv: 'Hamnen $(touch x) `y` \\ \"z\" [/red]:'}\n",
    "units/Not An Id.yaml": "name: N\n",
    "units/broken.yaml": "name: [\n",
    "owners/manager.yaml": "title: {fi: Johtaja, sv: Chef}\n",
    "goals/vitality.yaml": "name: V\n",
    "goals/vision.yaml": "name: {fi: " + "sana " * 40 + "}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(FILES, tmp_path / "strategy_data")


Ask = Callable[..., tuple[list[str], str]]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask as a shell does, where the user stands beside the strategy; gives the lines offered and any complaint."""

    def answered(line: str, shell: str = "bash") -> tuple[list[str], str]:
        question = {
            "_STRATEGY_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(line.split(" ")) - 1),
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            "COLUMNS": "80",
        }
        for name, value in question.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(tmp_path)
        assert cli.run([]) == 0
        out, err = capsys.readouterr()
        return [row for row in out.splitlines() if row], err

    return answered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("strategy li", ["lint"]),
        ("strategy report bo", ["board"]),
        ("strategy report board ", ["technical-board", "city-board", "council"]),
        ("strategy report board c", ["city-board", "council"]),
        ("strategy report unit ", ["harbour"]),
        ("strategy report owner ", ["manager"]),
        ("strategy report audit vit", ["vitality"]),
        ("strategy report progress ", []),
        ("strategy report --goal v", ["vision", "vitality"]),
        ("strategy report --theme ", ["sea", "arts"]),
        ("strategy report --body tech", ["technical-board"]),
        ("strategy report --data nowhere board ", []),
        ("strategy report --data strategy_data board co", ["council"]),
        ("strategy lint --format s", ["sarif"]),
        ("strategy lint --select project-without-ow", ["project-without-owner"]),
        ("strategy lint --ignore links,unused", ["links,unused-ignore"]),
        ("strategy lint --select big", ["big-needs-board"]),
        ("strategy lint --profile m", ["minimum", "managed"]),
        ("strategy new pro", ["project", "programme", "projekt", "program"]),
        ("strategy new --lang fi mitt", ["mittari"]),
        ("strategy new åtg", []),
        ("strategy new goal --goal v", ["vision", "vitality"]),
        ("strategy new project --owner ", ["manager"]),
        ("strategy report --where project.status=st", ["project.status=started"]),
        ("strategy report --where project.big=", ["project.big=no", "project.big=yes"]),
    ],
)
def test_ids_are_offered_where_they_are_wanted(line: str, offered: list[str], folder: Path, asked: Ask) -> None:
    assert asked(line) == (offered, "")


def test_without_a_strategy_nothing_is_offered_and_nothing_said(asked: Ask) -> None:
    assert asked("strategy report board ") == ([], "")


def test_names_stand_beside_the_ids_in_the_strategy_s_language(folder: Path, asked: Ask) -> None:
    offered, _ = asked("strategy report board ", "fish")
    assert offered == ["technical-board\tTekniska", "city-board\tC", "council\tCouncil"]
    offered, _ = asked("strategy report --lang fi board ", "fish")
    assert offered[0] == "technical-board\tTekninen"


def test_rules_stand_beside_what_they_find_on_one_line_each(folder: Path, asked: Ask) -> None:
    offered, _ = asked("strategy lint --select ", "fish")
    ids = {line.partition("\t")[0] for line in offered}
    assert ids == set(RULES) | {rule.family for rule in RULES.values()} | {"big-needs-board"}
    assert {"project-without-owner\tEtt projekt saknar ansvarig.", "links\tLänkar"} <= set(offered)
    offered, _ = asked("strategy rule --lang fi project-without-o", "fish")
    assert offered == ["project-without-owner\tProjektilla ei ole vastuuhenkilöä."]


def test_where_no_strategy_is_rules_are_told_in_english(asked: Ask) -> None:
    offered, _ = asked("strategy rule project-without-o", "fish")
    assert offered == ["project-without-owner\tA project has no owner."]


@pytest.mark.parametrize("shell", ["zsh", "fish", "bash", "powershell"])
def test_no_shell_is_given_anything_to_evaluate(shell: str, folder: Path, asked: Ask) -> None:
    offered, complained = asked("strategy report unit ", shell)
    assert complained == ""
    assert len(offered) == 1
    assert not set("$`\\[]") & set(offered[0])
    assert "harbour" in offered[0]


def test_a_long_name_stays_on_its_line(folder: Path, asked: Ask) -> None:
    offered, _ = asked("strategy report --goal vis", "fish")
    assert len(offered) == 1
    assert offered[0].endswith("sana…")


def test_bash_itself_completes(folder: Path) -> None:
    script = """
        strategy() { "$PYTHON" -c "import sys; sys.argv = ['strategy']; from strategy_cli.cli import main; main()"; }
        export -f strategy
        eval "$(_STRATEGY_COMPLETE=source_bash strategy | sed 's/\\$1/bash -c strategy/')"
        COMP_WORDS=(strategy report board c) COMP_CWORD=3
        _strategy_completion
        echo "${COMPREPLY[*]}"
    """
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder.parent,
        env=os.environ | {"PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["city-board", "council"]


def test_what_is_said_again_for_speed_is_true() -> None:
    folders, about, formats = completion.FOLDERS, completion.ABOUT, completion.FORMATS
    assert folders == {kind: folder for kind, folder in FOLDER_OF.items() if kind in folders}
    assert about == {name: kind.about for name, kind in REPORTS.items() if kind.about}
    assert formats == FORMATS


def test_ids_are_offered_without_the_model(folder: Path) -> None:
    code = (
        "import sys; from types import SimpleNamespace; from strategy_cli.cli import completion;"
        "print(completion.things('body')(SimpleNamespace(params={}), 'c'));"
        "print(*[m for m in sys.modules if m.startswith(('pydantic', 'strategy_cli.model', 'strategy_cli.rules'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder.parent, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[('city-board', 'C'), ('council', 'Council')]", ""]
