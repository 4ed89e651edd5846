"""Values of indicators against what the indicator says of itself, and projects without a status."""

import pytest
from folders import loaded

from strategy_cli.rules import schema


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("decimals: 1\nvalues: {2025: 5.25}", ["3:16"]),
        ("decimals: 1\nvalues: {2025: 5.20}", []),
        ("decimals: 0\nvalues: {2025: 5.0, 2026: 100}", []),
        ("decimals: 0\nbaseline: {period: 2025, value: 0.5}", ["3:33"]),
        ("decimals: 0\ntargets: [{period: 2025, value: 5}, {period: 2026, value: 5.5}]", ["3:59"]),
        ("decimals: 0\nforecasts: {2025: 1e-3}", ["3:19"]),
        ("values: {2025: 5.25}", []),
    ],
)
def test_more_decimals_than_declared(keys: str, expected: list[str]) -> None:
    found = schema.more_decimals_than_declared(loaded({"indicators/i.yaml": f"name: I\n{keys}"}).strategy)
    assert [f"{f.span.line}:{f.span.column}" for f in found] == expected


@pytest.mark.parametrize(
    ("better", "first", "last", "expected"),
    [
        ("up", "10", "5", ["5:59 up"]),
        ("up", "10", "10", []),
        ("up", "10", "15", []),
        ("up", "12000", "65", ["5:59 up-apart"]),
        ("down", "65", "12000", ["5:59 down-apart"]),
        ("down", "10", "15", ["5:59 down"]),
        ("down", "10", "-15", []),
        ("{min: 1, max: 2}", "10", "1", []),
        ("up", "many", "5", []),
    ],
)
def test_a_target_against_the_wanted_direction(better: str, first: str, last: str, expected: list[str]) -> None:
    targets = f"targets: [{{period: 2027, value: 0}}, {{period: 2029, value: {last}}}]"
    text = f"name: I\nbetter: {better}\nbaseline: {{period: 2025, value: {first}}}\ntype: rank\n{targets}"
    found = schema.target_against_direction(loaded({"indicators/i.yaml": text}).strategy)
    assert [f"{f.span.line}:{f.span.column} {f.problem}" for f in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("name: P", ["1:1"]), ("name: P\nstatus:", ["2:1"]), ("name: P\nstatus: idea", [])]
)
def test_a_project_needs_a_status(text: str, expected: list[str]) -> None:
    found = schema.missing_key(loaded({"projects/p.yaml": text}).strategy)
    assert [f"{f.span.line}:{f.span.column}" for f in found] == expected
