"""Installed: the requirement is what another computer can install from."""

import pytest

from strategy_cli.starter import installed

GIT = {"vcs": "git", "commit_id": "a" * 40, "requested_revision": "main"}


@pytest.mark.parametrize(
    ("noted", "expected"),
    [
        (
            {"url": "https://git.example.fi/s.git", "vcs_info": GIT},
            f"strategy-cli @ git+https://git.example.fi/s.git@{'a' * 40}",
        ),
        (
            {"url": "https://git.example.fi/s.git", "vcs_info": GIT, "subdirectory": "tool"},
            f"strategy-cli @ git+https://git.example.fi/s.git@{'a' * 40}#subdirectory=tool",
        ),
        (
            {"url": "https://example.fi/s-1.0-py3-none-any.whl", "archive_info": {}},
            "strategy-cli @ https://example.fi/s-1.0-py3-none-any.whl",
        ),
        ({"url": "file:///home/anna/strategy", "dir_info": {"editable": True}}, None),
        ({"url": "file:///home/anna/s.git", "vcs_info": GIT}, None),
    ],
)
def test_what_pip_noted_is_told_unless_only_this_computer_has_it(
    noted: dict[str, object], expected: str | None
) -> None:
    assert installed.required(noted) == expected


def test_a_program_without_a_note_came_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare:
        def read_text(self, _: str) -> None:
            return None

    monkeypatch.setattr(installed, "distribution", lambda _: Bare())
    assert installed.requirement() == "strategy-cli"
