"""Unknown ids: the one that was probably meant is named, by its id or by what the thing is called."""

from datetime import date
from pathlib import Path

import pytest
from folders import loaded

from strategy_cli import loading, rules, source
from strategy_cli.config import Settings
from strategy_cli.finding import Finding


def found(folder: Path, owner: str) -> Finding:
    files = {
        "strategy.yaml": "title: Strategia\nlanguages: [fi, sv]\n",
        "owners/street-engineer.yaml": "title: {fi: Katuinsinööri, sv: Gatuingenjör}\n",
        "projects/lights.yaml": f"name: Valot\nstatus: started\nowner: {owner}\n",
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


@pytest.mark.parametrize("written", ["Katuinsinööri", "gatuingenjör", "KATUINSINÖÖRI"])
def test_a_name_where_an_id_should_be_is_told_with_the_id(written: str) -> None:
    files = {"owners/street-engineer.yaml": "title: {fi: Katuinsinööri, sv: Gatuingenjör}"}
    (finding,) = loaded({**files, "goals/g.yaml": f"name: G\nowner: {written}"}).findings
    assert (finding.problem, finding.edit and finding.edit.text) == ("called", "street-engineer")


RENAMED = {
    "goals/new.yaml": "name: New\nformerly: [old]",
    "owners/new.yaml": "title: New\nformerly: [old]",
    "bodies/b.yaml": "name: B",
}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"goals/a.yaml": "name: A\nparent: old"}, ["unknown-id renamed new"]),
        ({"goals/a.yaml": "name: A\nowner: old"}, ["owner-not-found renamed new"]),
        ({"decisions/d.yaml": "title: D\nbody: b\ndate: 2025-01-01\nconcerns: [goal/old]"}, []),
        ({"decisions/d.yaml": "title: D\nbody: b\ndate: 2025-01-01\nconcerns: [goal/zzzzz]"}, ["unknown-id None None"]),
    ],
)
def test_a_link_to_a_renamed_thing_is_told_with_its_new_id(files: dict[str, str], expected: list[str]) -> None:
    read = loaded(RENAMED | files)
    found = rules.check(read.strategy, Settings(), date(2026, 6, 30))
    assert [f"{f.rule} {f.problem} {f.args['nearest']}" for f in found] == expected


@pytest.mark.parametrize(
    "about", ["title: 'T", "- T", "title: T\nthemes: sea", "title: T\nthemes: [{id: The Sea, name: S}]"]
)
def test_themes_are_not_called_unknown_when_they_could_not_be_read(about: str) -> None:
    read = loaded({"strategy.yaml": about, "goals/a.yaml": "name: A\nthemes: [sea]"})
    assert list(rules.check(read.strategy, Settings(), date(2026, 6, 30))) == []
    assert len(read.findings) == 1
