"""The house: imports run one way, files and functions stay small, nothing heavy loads before it is needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from folders import Repository

PACKAGE = Path(__file__).parents[1] / "strategy_cli"
FILES = sorted(PACKAGE.rglob("*.py"))

# Each layer may import itself and what stands before it; the order is the way data flows.
LAYERS = (
    {"__init__"},
    {"span", "ref", "errors", "contrast"},
    {"git"},
    {"revision"},
    {"source", "finding"},
    {"blame", "past"},
    {"document"},
    {"editing"},
    {"model"},
    {"strategy"},
    {"terms", "config"},
    {"nearest", "notation", "given_names"},
    {"vocabulary"},
    {"loading"},
    {"people", "accepted"},
    {"measuring"},
    {"rules", "changes"},
    {"replay"},
    {"reviewing"},
    {"lives"},
    {"charts"},
    {"views"},
    {"checking"},
    {"figures"},
    {"periods"},
    {"messages"},
    {"terminal"},
    {"formats"},
    {"editor"},
    {"starter"},
    {"headline", "render"},
    {"commands"},
    {"failing"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: number for number, layer in enumerate(LAYERS) for name in layer}


def layer_of(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(file: Path) -> Iterator[str]:
    """Name the parts of the package that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("strategy_cli"):
            parts = str(node.module).split(".")
            yield from [parts[1]] if len(parts) > 1 else (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("strategy_cli."))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_imports_run_one_way(file: Path) -> None:
    own = layer_of(file)
    assert own in LEVEL, f"{own} has no layer: say where in the flow it stands"
    up = {name for name in imported(file) if name != "__version__" and LEVEL[name] > LEVEL[own]}
    assert not up, f"{own} may not import {up}"


def test_the_layers_are_the_rooms_of_the_house() -> None:
    assert set(LEVEL) == {layer_of(file) for file in FILES}


def test_files_are_small_and_say_what_they_are() -> None:
    lines = [len(file.read_text("utf-8").splitlines()) for file in FILES]
    assert max(lines) <= 300
    assert median(lines) <= 100
    assert [file for file in FILES if not ast.get_docstring(ast.parse(file.read_text("utf-8")))] == []


def test_functions_are_short() -> None:
    lengths = [(f"{file.relative_to(PACKAGE)}:{node.name}", size) for file in FILES for node, size in functions(file)]
    assert [name for name, size in lengths if size > 40] == []
    assert median(size for _, size in lengths) < 10


def functions(file: Path) -> Iterator[tuple[ast.FunctionDef, int]]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            said = len(docstring.splitlines()) if docstring else 0
            yield node, (node.end_lineno or 0) - node.lineno + 1 - said


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_front_door_opens_without_the_heavy_rooms(option: str) -> None:
    code = (
        "import sys; from strategy_cli.cli import run; run([sys.argv[1]]);"
        "print(*[m for m in sys.modules if m.split('.')[0] in ('ruamel', 'jinja2', 'babel')"
        " or m.startswith('strategy_cli.model')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, option], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""
    assert done.stdout


@pytest.mark.parametrize("command", ["diff", "history", "retrospect"])
def test_what_compares_versions_loads_none_of_the_rules(command: str, repository: Repository) -> None:
    repository.write({"goals/g.yaml": "name: G", "owners/o.yaml": "title: O"})
    repository.commit()
    repository.write({"goals/g.yaml": "{name: G, owner: o}"})
    code = (
        "import sys; from strategy_cli.cli import run; run(sys.argv[1:]);"
        "print(*[m for m in sys.modules if m.startswith('strategy_cli.rules')] or ['none'], file=sys.stderr)"
    )
    asked = [command, *(["goal/g"] if command == "history" else []), "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "-c", code, *asked], cwd=repository.root, capture_output=True, text=True, check=True
    )
    assert "G" in done.stdout
    assert done.stderr.splitlines()[-1] == "none"


def test_layers_are_listed_once() -> None:
    assert all(not (one & two) for one, two in pairwise(LAYERS))
    assert len(LEVEL) == sum(map(len, LAYERS))
