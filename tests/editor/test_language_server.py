"""In an editor: yaml-language-server completes, explains and checks, told of the schemas by VS Code's settings."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_server import Editor

from strategy_cli.cli import run

SAMPLE = Path(__file__).parents[2] / "strategy_data"
FILES = sorted(p.relative_to(SAMPLE) for p in SAMPLE.rglob("*.yaml") if p.name != "people.yaml")

pytestmark = pytest.mark.slow


def opened(folder: Path, *arguments: str) -> Editor:
    """Open a copy of the sample in an editor, after ``strategy schema``."""
    data = folder / "strategy_data"
    shutil.copytree(SAMPLE, data)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(["schema", "--data", str(data), *arguments]) == 0
    settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
    return Editor(folder, {str(folder / schema): globs for schema, globs in settings["yaml.schemas"].items()})


@pytest.fixture(scope="module")
def finnish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Editor, Path]]:
    folder = tmp_path_factory.mktemp("finnish")
    with opened(folder, "--lang", "fi") as editor:
        yield editor, folder / "strategy_data"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.as_posix())
def test_nothing_in_the_sample_is_marked(finnish: tuple[Editor, Path], path: Path) -> None:
    editor, data = finnish
    assert editor.diagnostics(data / path) == []


@pytest.mark.parametrize(
    ("path", "text", "marked"),
    [
        ("goals/g.yaml", "name: A\nownr: city-manager\n", "2: Property ownr is not allowed."),
        ("goals/g.yaml", "name: A\nuntil: 31.12.2029\n", "2: Kirjoita kalenterin päivä: 2026-12-31."),
        ("goals/g.yaml", "name: A\nowner: city-manger\n", "2: Tällä tunnuksella ei ole mitään."),
        ("projects/p.yaml", "name: A\nstatus: strted\n", "2: Kirjoita jokin näistä: idea, proposed"),
        ("projects/p.yaml", "- id: a\n  name: A\n", '1: Missing property "status".'),
        ("projects/p.yaml", "name: A\nstatus: idea\nmoney: [{year: 2026, asked: 1 000}]\n", "3: Kirjoita eurot"),
        (
            "owners/o.yaml",
            "- id: a\n  title: {de: A}\n",
            "2: Kirjoita teksti tai teksti kullakin kielellä: fi, sv, en.",
        ),
    ],
)
def test_a_mistake_is_marked_on_its_line(finnish: tuple[Editor, Path], path: str, text: str, marked: str) -> None:
    editor, data = finnish
    found = editor.diagnostics(data / path, text)
    assert len(found) == 1
    assert found[0].startswith(marked)


@pytest.mark.parametrize(
    ("path", "text", "proposed"),
    [
        ("goals/g.yaml", "|", {"name": "Nimi", "owner": "Vastuuhenkilö", "covers": "Sisältöalueet"}),
        ("goals/g.yaml", "name: A\n|", {"binding": "Sitovuus", "parent": "Ylempi tavoite"}),
        ("projects/p.yaml", "status: |", {"started": "käynnissä", "in-practice": "vakiintunut käytäntö"}),
        ("indicators/i.yaml", "better: |", {"up": "suurempi on parempi", "down": "pienempi on parempi"}),
        ("goals/g.yaml", "owner: |", {"city-manager": "Kaupunginjohtaja", "street-engineer": "Katuinsinööri"}),
        ("projects/p.yaml", "goals:\n  - |", {"carbon-neutral": "Hiilineutraali Merilä 2035"}),
        ("projects/p.yaml", "goals: [|]", {"carbon-neutral": "Hiilineutraali Merilä 2035"}),
        ("projects/p.yaml", "money:\n  - year: 2026\n    |", {"asked": "Haettu rahoitus", "granted": "Myönnetty"}),
        ("projects/p.yaml", "name:\n  |", {"fi": "", "sv": "", "en": ""}),
        ("goals/g.yaml", "meaning:\n  |", {"education": "Sivistyspalvelut"}),
        ("goals/g.yaml", "binding: |", {"true": "", "false": ""}),
        ("owners/o.yaml", "- id: a\n  |", {"title": "Nimike", "reports_to": "Esihenkilö"}),
        ("strategy.yaml", "lint:\n  rules:\n    |", {"project-without-owner": "Projektilla ei ole vastuuhenkilöä."}),
    ],
)
def test_keys_words_and_ids_are_proposed(
    finnish: tuple[Editor, Path], path: str, text: str, proposed: dict[str, str]
) -> None:
    editor, data = finnish
    told = editor.completions(data / path, text)
    assert {label: told[label].startswith(words) for label, words in proposed.items()} == dict.fromkeys(proposed, True)
    assert "null" not in told


def test_resting_on_a_key_explains_it_in_finnish(finnish: tuple[Editor, Path]) -> None:
    editor, data = finnish
    told = editor.hover(data / "projects" / "p.yaml", "name: A\nown|er: street-engineer\n")
    assert told.startswith("Vastuuhenkilö. Se yksi virka tai tehtävä, joka vastaa tästä.")
    assert "* `street-engineer`: Katuinsinööri" in told


def test_resting_on_a_key_explains_it_in_english(tmp_path: Path) -> None:
    with opened(tmp_path, "--lang", "en") as editor:
        file = tmp_path / "strategy_data" / "projects" / "p.yaml"
        assert editor.hover(file, "name: A\nown|er: street-engineer\n").startswith("Owner. The one post that answers")
        assert "`started`: under way" in editor.hover(file, "name: A\nsta|tus: started\n")
