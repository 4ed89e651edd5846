"""How grave what loading tells is: as the rules of the same ids say, without the rules."""

import ast
from pathlib import Path

import pytest

from strategy_cli.config import Settings
from strategy_cli.finding import Level
from strategy_cli.loading.levels import LEVELS, level_of
from strategy_cli.rules import RULES, registry

PACKAGE = Path(__file__).parents[1] / "strategy_cli"
TELLING = ("source.py", "nearest.py", "document/*.py", "loading/*.py")


def test_every_rule_that_reading_or_loading_tells_has_its_level_and_no_other() -> None:
    files = [file for one in TELLING for file in PACKAGE.glob(one) if file.name != "levels.py"]
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    assert {node.value for node in nodes if isinstance(node, ast.Constant)} & RULES.keys() == LEVELS.keys()


@pytest.mark.parametrize("settings", [Settings(), Settings("audited"), Settings(levels={"missing-key": Level.INFO})])
@pytest.mark.parametrize("rule", LEVELS)
def test_it_is_the_level_of_the_rule(rule: str, settings: Settings) -> None:
    assert level_of(rule, settings) is registry.level_of(rule, settings)
