"""Where people work: the hook of pre-commit, the action of GitHub, the include of GitLab, run as those would."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from folders import ENVIRONMENT, Repository
from ruamel.yaml import YAML

from strategy_cli.starter.beginning import Beginning, beginning

ROOT = Path(__file__).parents[1]
ACTION = ROOT / ".github" / "actions" / "lint" / "action.yml"
DIFF_ACTION = ROOT / ".github" / "actions" / "diff" / "action.yml"
INCLUDE = ROOT / ".gitlab" / "strategy.gitlab-ci.yml"
DIFF_INCLUDE = ROOT / ".gitlab" / "strategy-diff.gitlab-ci.yml"
HOOK = ".pre-commit-config.yaml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
FILES = {
    "goals/g.yaml": "name: G\nowner: o\n",
    "owners/o.yaml": "title: O\n",
    "projects/p.yaml": "name: P\ngoals: [g]\nstatus: idea\n",
}
OWNER = "owner: o\n"
MEASURED = "name: I\ngoal: g\nbetter: up\ntargets: [{{period: 2029, value: {}}}]\n"


def read(file: Path) -> Any:
    return YAML(typ="safe", pure=True).load(file.read_text("utf-8"))


@pytest.fixture
def on_path(tmp_path: Path) -> str:
    """A search path on which ``strategy`` is the program under test and ``python3`` installs nothing."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, script in {"strategy": f'exec "{sys.executable}" -m strategy_cli "$@"', "python3": 'echo "$@"'}.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (tools / name).chmod(0o755)
    return f"{tools}{os.pathsep}{os.environ['PATH']}"


def action(
    repository: Repository, path: str, *, file: Path = ACTION, base: str = "", **given: str
) -> tuple[int, str, str]:
    """Run an action's last step with inputs; gives the exit code, the annotations and the summary."""
    described = read(file)
    inputs = {name: one["default"] for name, one in described["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    step = described["runs"]["steps"][-1]
    environment = {name: inputs[value[11:-3]] for name, value in step["env"].items()}
    assert all(value == f"${{{{ inputs.{value[11:-3]} }}}}" for value in step["env"].values())
    summary = repository.root / "summary.md"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # as GitHub runs it
        cwd=repository.root,
        env=ENVIRONMENT | environment | {"PATH": path, "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_BASE_REF": base},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, summary.read_text("utf-8") if summary.exists() else ""


def test_the_action_marks_the_line_writes_the_summary_and_fails(repository: Repository, on_path: str) -> None:
    repository.write(FILES)
    code, out, summary = action(repository, on_path)
    assert code == 1
    assert "::error file=strategy_data/projects/p.yaml,line=1," in out
    assert "](strategy_data/projects/p.yaml#L1)" in summary


def test_the_action_passes_a_good_strategy(repository: Repository, on_path: str) -> None:
    repository.write(FILES | {"projects/p.yaml": FILES["projects/p.yaml"] + OWNER})
    code, out, _ = action(repository, on_path, profile="minimum")
    assert (code, out) == (0, "")


def test_the_action_takes_its_inputs_as_they_are(repository: Repository, on_path: str) -> None:
    folder = repository.root / "a $(touch spoilt) 'b'"
    repository.write(FILES)
    repository.data.rename(folder)
    code, out, summary = action(repository, on_path, data=folder.name, lang="sv", sarif="out dir/x.sarif")
    assert code == 1
    assert "$(touch spoilt)" in out
    assert "Granskning" in summary
    assert json.loads((repository.root / "out dir" / "x.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert not (repository.root / "spoilt").exists()
    assert action(repository, on_path, data="; echo; true")[0] == 2
    assert action(repository, on_path, data=folder.name, baseline="$(false)")[0] == 2


@pytest.mark.parametrize("file", [ACTION, DIFF_ACTION], ids=["lint", "diff"])
def test_no_line_of_an_action_holds_an_input(file: Path) -> None:
    steps = read(file)["runs"]["steps"]
    assert not [step for step in steps if "${{" in step["run"]]
    assert all(step["shell"] == "bash" for step in steps)
    assert (file.parent / "../../..").resolve() == ROOT
    assert steps[0] == read(ACTION)["runs"]["steps"][0]


def weakened(repository: Repository) -> str:
    """Commit a strategy and, on a branch, a lower target; gives the commit of the first."""
    repository.write(FILES | {"indicators/i.yaml": MEASURED.format(10)})
    before = repository.commit("As decided")
    repository.git("update-ref", "refs/remotes/origin/main", before)
    repository.write(FILES | {"indicators/i.yaml": MEASURED.format(8)})
    repository.commit("Less of it")
    return before


@pytest.mark.parametrize("base", ["", "main"])
def test_the_action_of_diff_stops_a_weakening_that_nobody_decided(
    repository: Repository, on_path: str, base: str
) -> None:
    weakened(repository)
    code, out, summary = action(repository, on_path, file=DIFF_ACTION, base=base)
    assert code == 1
    assert "file=strategy_data/indicators/i.yaml,line=4" in out
    assert "8" in summary


def test_the_action_of_diff_takes_its_inputs_as_they_are(repository: Repository, on_path: str) -> None:
    before = weakened(repository)
    assert action(repository, on_path, file=DIFF_ACTION, against=before, data="strategy_data", lang="sv")[0] == 1
    assert action(repository, on_path, file=DIFF_ACTION, require_decision="false")[0] == 0
    assert action(repository, on_path, file=DIFF_ACTION, require_decision="false", fail_on="decision")[0] == 1
    assert action(repository, on_path, file=DIFF_ACTION, against="HEAD")[0] == 0
    for wrong in ("$(touch spoilt)", "--all"):
        assert action(repository, on_path, file=DIFF_ACTION, against=wrong)[0] == 2
    assert not (repository.root / "spoilt").exists()


def gitlab(file: Path, repository: Repository, path: str, shell: str, **given: str) -> tuple[int, str]:
    """Run the lines of the job, as GitLab does: one after another in one shell that stops at the first failure."""
    (job,) = read(file).values()
    lines = "\n".join((*job["before_script"], *job["script"]))
    done = subprocess.run(
        [shell, "-e", "-c", lines],
        cwd=repository.root,
        env=ENVIRONMENT | job["variables"] | given | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_include_writes_both_reports_and_fails(repository: Repository, shell: str, on_path: str) -> None:
    repository.write(FILES)
    code, out = gitlab(INCLUDE, repository, on_path, shell)
    assert code == 1
    assert "install" in out.splitlines()[0]
    assert out.splitlines()[0].endswith("strategy-cli")
    reports = read(INCLUDE)["strategy-lint"]["artifacts"]["reports"]
    issues = json.loads((repository.root / reports["codequality"]).read_text("utf-8"))
    assert [issue["location"]["path"] for issue in issues] == ["strategy_data/projects/p.yaml"]
    assert "<failure" in (repository.root / reports["junit"]).read_text("utf-8")


def test_the_include_takes_its_variables_as_they_are(repository: Repository, on_path: str) -> None:
    repository.write(FILES)
    repository.data.rename(repository.root / "a $(touch spoilt) b")
    given = {"STRATEGY_DATA": "a $(touch spoilt) b", "STRATEGY_LANG": "sv", "STRATEGY_PROFILE": "minimum"}
    code, out = gitlab(INCLUDE, repository, on_path, "sh", **given)
    assert code == 1
    assert "ansvarig" in out
    assert not (repository.root / "spoilt").exists()
    assert gitlab(INCLUDE, repository, on_path, "sh", STRATEGY_DATA="; true")[0] == 2


def test_the_include_of_diff_stops_a_weakening_that_nobody_decided(repository: Repository, on_path: str) -> None:
    before = weakened(repository)
    code, out = gitlab(DIFF_INCLUDE, repository, on_path, "sh", CI_MERGE_REQUEST_DIFF_BASE_SHA=before)
    assert code == 1
    assert "strategy_data/indicators/i.yaml:4" in out
    (summary,) = read(DIFF_INCLUDE)["strategy-diff"]["artifacts"]["paths"]
    assert "8" in (repository.root / summary).read_text("utf-8")
    after = repository.git("rev-parse", "HEAD")
    assert gitlab(DIFF_INCLUDE, repository, on_path, "sh", CI_MERGE_REQUEST_DIFF_BASE_SHA=after)[0] == 0


def begun(forge: str) -> dict[PurePosixPath, str]:
    return beginning(Beginning("A", ("fi",), None, date(2026, 1, 1), date(2029, 12, 31), "fi", "minimum", forge))


def test_the_workflow_of_a_new_strategy_stops_a_weakening_that_nobody_decided(
    repository: Repository, on_path: str
) -> None:
    weakened(repository)
    workflow = YAML(typ="safe").load(begun("github")[PurePosixPath(".github/workflows/strategy.yml")])
    *_, step = workflow["jobs"]["lint"]["steps"]
    assert step["if"] == "github.event_name == 'pull_request'"
    summary = repository.root / "summary.md"
    environment = ENVIRONMENT | {"PATH": on_path, "GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(summary)}
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=repository.root, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"::error file=strategy_data/indicators/i.yaml,line=4" in done.stdout
    assert "8" in summary.read_text("utf-8")


def test_the_pipeline_of_a_new_strategy_stops_a_weakening_that_nobody_decided(
    repository: Repository, on_path: str
) -> None:
    before = weakened(repository)
    job = YAML(typ="safe").load(begun("gitlab")[PurePosixPath(".gitlab-ci.yml")])["strategy-diff"]
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    environment = ENVIRONMENT | {"PATH": on_path, "CI_MERGE_REQUEST_DIFF_BASE_SHA": before}
    lines = "\n".join(job["script"])
    done = subprocess.run(
        ["sh", "-e", "-c", lines], cwd=repository.root, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"strategy_data/indicators/i.yaml:4" in done.stdout
    (summary,) = job["artifacts"]["paths"]
    assert "8" in (repository.root / summary).read_text("utf-8")


def test_the_include_is_no_component(on_path: str) -> None:
    assert not any(ROOT.glob("templates/**/*.yml"))


def test_hooks_name_commands_that_are_there() -> None:
    for hook in read(HOOKS):
        words = hook["entry"].split()
        done = subprocess.run([sys.executable, "-m", "strategy_cli", *words[1:], "--help"], check=False)
        assert (words[0], done.returncode) == ("strategy", 0)
        assert hook["pass_filenames"] is False


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", ACTION),
        ("github-actions", DIFF_ACTION),
        ("gitlab-ci", INCLUDE),
        ("gitlab-ci", DIFF_INCLUDE),
    ],
)
def test_the_files_keep_to_the_forges_schemas(schema: str, file: Path) -> None:
    subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", file], check=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "forge", "file"),
    [("github-workflows", "github", ".github/workflows/strategy.yml"), ("gitlab-ci", "gitlab", ".gitlab-ci.yml")],
)
def test_the_files_of_a_new_strategy_keep_to_the_forges_schemas(
    schema: str, forge: str, file: str, tmp_path: Path
) -> None:
    written = tmp_path / "pipeline.yml"
    written.write_text(begun(forge)[PurePosixPath(file)], "utf-8")
    test_the_files_keep_to_the_forges_schemas(schema, written)


@pytest.mark.slow
def test_pre_commit_runs_the_hooks_before_each_commit(repository: Repository, tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"  # the checkout as it is, as a repository that pre-commit can clone
    left_out = shutil.ignore_patterns(".git", ".*_cache", "__pycache__", ".venv", ".hypothesis")
    shutil.copytree(ROOT, hooks, ignore=left_out)
    there = Repository(hooks, hooks)
    there.git("init", "--quiet")
    revision = there.commit("Hooks")
    repository.write(FILES | {"projects/p.yaml": FILES["projects/p.yaml"] + OWNER})
    wanted = "[{id: strategy-fix}, {id: strategy-lint}]"
    config = f"repos:\n  - repo: '{hooks}'\n    rev: '{revision}'\n    hooks: {wanted}\n"
    (repository.root / ".pre-commit-config.yaml").write_text(config, "utf-8")
    environment = ENVIRONMENT | {"PRE_COMMIT_HOME": str(tmp_path / "home")}

    def pre_commit(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return subprocess.run(
            command, cwd=repository.root, env=environment, capture_output=True, text=True, check=False
        )

    assert pre_commit("install").returncode == 0
    repository.git("add", "--all")
    good = commit(repository, environment)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "strategy lint" in good.stdout + good.stderr
    (repository.data / "projects" / "p.yaml").write_text(FILES["projects/p.yaml"] + "ownr: o\n", "utf-8")
    repository.git("add", "--all")
    misspelt = commit(repository, environment)
    assert misspelt.returncode == 1
    assert (repository.data / "projects" / "p.yaml").read_text("utf-8") == FILES["projects/p.yaml"] + OWNER
    repository.git("add", "--all")
    # Only a deletion: no file is left to pass on, and yet it breaks what it leaves behind.
    repository.git("rm", "--quiet", "strategy_data/owners/o.yaml")
    bad = commit(repository, environment)
    assert bad.returncode == 1
    assert "strategy_data/projects/p.yaml:4:8: error" in bad.stdout + bad.stderr
    assert repository.git("log", "--format=%s") == "Change"


@pytest.mark.slow
def test_the_hook_of_a_new_strategy_checks_a_commit_that_only_deletes(
    repository: Repository, on_path: str, tmp_path: Path
) -> None:
    environment = ENVIRONMENT | {"PATH": on_path, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    repository.write(FILES | {"projects/p.yaml": FILES["projects/p.yaml"] + OWNER})
    (repository.root / HOOK).write_text(begun("none")[PurePosixPath(HOOK)], "utf-8")
    command = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(command, cwd=repository.root, env=environment, capture_output=True, check=True)
    repository.git("add", "--all")
    assert commit(repository, environment).returncode == 0
    repository.git("rm", "--quiet", "strategy_data/owners/o.yaml")
    bad = commit(repository, environment)
    assert bad.returncode == 1
    assert "strategy_data/projects/p.yaml:4:8: error" in bad.stdout + bad.stderr


def commit(repository: Repository, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ["git", *names, "commit", "--message", "Change"]
    return subprocess.run(command, cwd=repository.root, env=environment, capture_output=True, text=True, check=False)
