"""The wheel, installed elsewhere, reports without the repository beside it."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=clean, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_what_the_program_reads(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "strategy_cli/_templates/progress.html.j2",
        "strategy_cli/_templates/style.css",
        "strategy_cli/_templates/fonts/OFL.txt",
        "strategy_cli/locales/fi/report.yaml",
        "strategy_cli/schemas/report-1.json",
        "strategy_cli/starter/files/strategy.yaml.j2",
        "strategy_cli/schemas/rules-1.json",
        "strategy_cli/py.typed",
    ):
        assert needed in names
    assert not [name for name in names if name.startswith(("tests", "strategy_data", "templates", "benchmarks"))]


def test_the_wheel_reports_elsewhere(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--no-compile", wheel, cwd=tmp_path)
    shutil.copytree(ROOT / "strategy_data", tmp_path / "strategy_data")
    out = run(scripts / "strategy", "report", "--as-of", "2026-10-31", cwd=tmp_path)
    assert out.split() == [f"reports/progress-2026-10-31.{ending}" for ending in ("html", "md")]
    assert "<style>" in (tmp_path / "reports" / "progress-2026-10-31.html").read_text("utf-8")
