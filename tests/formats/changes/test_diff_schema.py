"""The JSON of diff keeps to its published schema."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from strategy_cli.cli import run

REAL = Path(__file__).parents[2] / "real" / "kemi"
SCHEMA = json.loads((files("strategy_cli") / "schemas" / "diff-1.json").read_text("utf-8"))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("sides", [("2030", "2022-2025"), ("2022-2025", "2030"), ("2030", "2030")])
def test_what_diff_writes_keeps_to_it(
    language: str, sides: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *(str(REAL / side) for side in sides), "-f", "json", "--lang", language]) == 0
    written = json.loads(capsys.readouterr().out)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(written)] == []
    assert bool(written["changes"]) is (sides[0] != sides[1])
