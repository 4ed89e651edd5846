"""VS Code's settings: ours are put beside what is there, and nothing that is there is lost."""

import json
from pathlib import Path

import pytest

from strategy_cli.editor import vscode

GLOBS = {"./.strategy/schemas/goal.json": ["goals/**/*.yaml"]}


def made(folder: Path, text: str | None = None) -> tuple[dict[str, str], dict[str, str]]:
    if text is not None:
        folder.mkdir(exist_ok=True)
        (folder / "settings.json").write_bytes(text.encode())
    ready, by_hand = vscode.settings(folder, GLOBS)
    return {f.name: t for f, t in ready.items()}, {f.name: t for f, t in by_hand.items()}


def test_without_any_settings_ours_are_all(tmp_path: Path) -> None:
    ready, by_hand = made(tmp_path)
    assert json.loads(ready["settings.json"]) == {"yaml.schemas": GLOBS}
    assert json.loads(ready["extensions.json"]) == {"recommendations": ["redhat.vscode-yaml"]}
    assert by_hand == {}


def test_what_is_there_stays_in_its_order_and_indent(tmp_path: Path) -> None:
    ready, _ = made(tmp_path, '{\n    "z": [1, 2],\n    "yaml.schemas": {"other.json": "*.yml"},\n    "a": true\n}\n')
    read = json.loads(ready["settings.json"])
    assert read == {"z": [1, 2], "yaml.schemas": {"other.json": "*.yml", **GLOBS}, "a": True}
    assert list(read) == ["z", "yaml.schemas", "a"]
    assert ready["settings.json"].startswith('{\n    "z"')


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_second_time_changes_nothing(tmp_path: Path, ending: str) -> None:
    first, _ = made(tmp_path, ending.join(["{", '\t"a": 1', "}", ""]))
    second, _ = made(tmp_path, first["settings.json"])
    assert second["settings.json"] == first["settings.json"]
    assert (ending == "\r\n") is ("\r\n" in first["settings.json"])


def test_schemas_that_moved_are_not_used_twice(tmp_path: Path) -> None:
    ready, _ = made(tmp_path, json.dumps({"yaml.schemas": {"./old/goal.json": ["goals/**/*.yaml"]}}))
    assert json.loads(ready["settings.json"]) == {"yaml.schemas": GLOBS}


@pytest.mark.parametrize(
    "text",
    [
        '{\n  // mine\n  "a": 1\n}\n',
        '{"a": 1,}',
        '{"a": 1, "a": 2}',
        "[]",
        '{"yaml.schemas": "all"}',
        "not json",
    ],
)
def test_what_could_not_be_kept_is_left_to_be_added_by_hand(tmp_path: Path, text: str) -> None:
    ready, by_hand = made(tmp_path, text)
    assert "settings.json" not in ready
    assert json.loads(by_hand["settings.json"]) == {"yaml.schemas": GLOBS}


def test_what_was_added_by_hand_is_not_asked_for_again(tmp_path: Path) -> None:
    _, by_hand = made(tmp_path, "{ // mine\n" + json.dumps({"yaml.schemas": GLOBS})[1:])
    assert by_hand == {}
