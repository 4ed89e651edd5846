"""Unknown ids: the one that was probably meant is named, by its id or by what the thing is called."""

from datetime import date
from pathlib import Path

import pytest

from strategy_cli import loading, rules, source
from strategy_cli.config import Settings
from strategy_cli.finding import Finding


def found(folder: Path, owner: str) -> Finding:
    files = {
        "strategy.yaml": "title: Strategia\nlanguages: [fi, sv]\n",
        "owners/street-engineer.yaml": "title: {fi: Katuinsinööri, sv: Gatuingenjör}\n",
        "projects/lights.yaml": f"name: Valot\nowner: {owner}\n",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    strategy = loading.load(source.from_folder(folder, versioned=False)).strategy
    (finding,) = rules.check(strategy, Settings(), date(2026, 6, 30))
    return finding


@pytest.mark.parametrize("written", ["street-enginer", "katu-insinoori", "katuinsinori", "gatuingenjor"])
def test_the_post_that_was_meant_is_named(written: str, tmp_path: Path) -> None:
    finding = found(tmp_path, written)
    assert finding.rule == "owner-not-found"
    assert finding.args["nearest"] == "street-engineer"
    assert finding.edit
    assert finding.edit.text == "street-engineer"


def test_what_is_like_nothing_is_not_guessed_at(tmp_path: Path) -> None:
    assert found(tmp_path, "mayor").args["nearest"] is None
