"""Files of which only the place or the looks differ."""

from collections.abc import Mapping

import pytest
from planted.comparing import Compare

from strategy_cli.changes import Layout, compared
from strategy_cli.loading import load
from strategy_cli.source import Source, Version

ALL = "owners/all.yaml"
A, B = "{id: a, title: A}", "{id: b, title: B}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"owners/a.yaml": "title: A"}, {"owners/a.yaml": "title: A"}, []),
        ({"owners/a.yaml": "title: A"}, {"owners/a.yaml": "# x\ntitle: A"}, ["rewritten owners/a.yaml owners/a.yaml"]),
        ({"owners/a.yaml": "title: A"}, {"owners/sub/a.yaml": "title: A"}, ["moved owners/a.yaml owners/sub/a.yaml"]),
        ({"owners/a.yaml": "title: A"}, {"owners/sub/a.yaml": "title: 'A'"}, ["moved owners/a.yaml owners/sub/a.yaml"]),
        ({"owners/a.yaml": "title: A"}, {"owners/a.yaml": "title: B"}, []),
        ({"owners/a.yaml": "title: A"}, {"owners/sub/a.yaml": "title: B"}, []),
        ({ALL: f"[{A}, {B}]"}, {ALL: f"[{B}, {A}]"}, [f"rewritten {ALL} {ALL}"]),
        ({ALL: f"[{A}, {B}]"}, {ALL: f"[{A}]"}, []),
        (
            {ALL: f"[{A}, {B}]"},
            {"owners/a.yaml": "title: A", "owners/b.yaml": "title: B"},
            [f"moved {ALL} owners/a.yaml", f"moved {ALL} owners/b.yaml"],
        ),
        (
            {ALL: f"[{A}, {B}]"},
            {ALL: f"[{A}]", "owners/b.yaml": "title: B"},
            [f"moved {ALL} owners/b.yaml"],
        ),
        (
            {"indicators/i.yaml": "{name: I, goal: g}"},
            {"indicators/i.yaml": "{name: I, goals: [g]}"},
            ["rewritten indicators/i.yaml indicators/i.yaml"],
        ),
    ],
)
def test_layout(compare: Compare, old: Mapping[str, str], new: Mapping[str, str], expected: list[str]) -> None:
    assert [" ".join(one) for one in compare(old, new).layout] == expected
    back = sorted(f"{one.how} {one.new} {one.old}" for one in compare(new, old).layout)
    assert back == sorted(expected)


def test_another_folder_moves_no_file() -> None:
    files = {"strategy.yaml": b"title: T", "owners/a.yaml": b"title: A"}
    one, two = (load(Source(root, Version("test"), files)).strategy for root in ("old/", "new/"))
    assert [place.document.path for place in two.places.values()] == ["new/strategy.yaml", "new/owners/a.yaml"]
    assert compared(one, two).layout == ()


def test_a_file_rewritten_in_another_folder_is_told_with_both_paths() -> None:
    files = {"strategy.yaml": b"title: T", "owners/a.yaml": b"title: A"}
    one = load(Source("old/", Version("test"), files)).strategy
    two = load(Source("new/", Version("test"), files | {"owners/a.yaml": b"title: 'A'"})).strategy
    assert compared(one, two).layout == (Layout("rewritten", "old/owners/a.yaml", "new/owners/a.yaml"),)
