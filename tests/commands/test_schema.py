"""The schema command: what it writes, what it leaves alone, and what it calls stale."""

import json
import shutil
from pathlib import Path

import pytest

from strategy_cli.cli import run

SAMPLE = Path(__file__).parents[2] / "strategy_data"
KINDS = ["strategy", "goal", "indicator", "project", "programme", "owner", "unit", "body", "decision"]


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "strategy_data"
    shutil.copytree(SAMPLE, copy)
    monkeypatch.chdir(tmp_path)
    return copy


def test_a_schema_of_every_kind_and_the_settings_are_written(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    schemas = [f"strategy_data/.strategy/schemas/{kind}.json" for kind in KINDS]
    assert capsys.readouterr().out.split() == [*schemas, ".vscode/settings.json", ".vscode/extensions.json"]
    settings = json.loads((sample.parent / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert settings["./strategy_data/.strategy/schemas/goal.json"] == ["strategy_data/goals/**/*.{yaml,yml}"]


def test_what_is_written_does_not_change_what_is_read(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["schema"])
    capsys.readouterr()
    assert run(["lint", "--as-of", "2026-11-21"]) == 0
    assert capsys.readouterr().out == ""


def test_a_new_id_makes_the_schemas_stale(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--check"]) == 1
    run(["schema"])
    assert run(["schema", "--check"]) == 0
    capsys.readouterr()
    (sample / "goals" / "new.yaml").write_text("name: Uusi\n", "utf-8")
    assert run(["schema", "--check"]) == 1
    told = capsys.readouterr().err
    assert "Vanhentunut: strategy_data/.strategy/schemas/project.json" in told
    assert "unit.json" not in told
    assert run(["schema", "--no-ids", "--output", "elsewhere"]) == 0
    assert '"new"' not in (sample.parent / "elsewhere" / "project.json").read_text("utf-8")


def test_settings_with_comments_are_left_and_shown(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = sample.parent / ".vscode" / "settings.json"
    file.parent.mkdir()
    file.write_text("{\n  // mine\n}\n", "utf-8")
    assert run(["schema", "--lang", "en"]) == 0
    assert file.read_text("utf-8") == "{\n  // mine\n}\n"
    told = capsys.readouterr().err
    assert told.startswith(".vscode/settings.json has comments")
    assert '"./strategy_data/.strategy/schemas/goal.json"' in told
    assert run(["schema", "--lang", "en", "--check"]) == 1


def test_all_schemas_can_be_had_as_one(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--format", "json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == KINDS
    assert not (sample / ".strategy").exists()


@pytest.mark.parametrize(("language", "words"), [("fi", "Vastuuhenkilö."), ("sv", "Ansvarig."), ("en", "Owner.")])
def test_explanations_are_in_the_language_asked_for(
    sample: Path, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    run(["schema", "--format", "json", "--lang", language])
    project = json.loads(capsys.readouterr().out)["project"]["$defs"]["project"]["properties"]
    assert project["owner"]["description"].startswith(words)


def test_the_same_input_gives_the_same_bytes(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["schema", "--format", "json"])
    first = capsys.readouterr().out
    run(["schema", "--format", "json"])
    assert capsys.readouterr().out == first


def test_no_strategy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["schema"]) == 2


def test_a_folder_that_cannot_be_written_is_told(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / ".strategy").write_text("a file", "utf-8")
    assert run(["schema"]) == 2
    assert "Traceback" not in capsys.readouterr().err
