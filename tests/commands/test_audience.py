"""The reports of a year, for the council and for an audit, as the command writes them of the sample."""

import json
import shutil
from pathlib import Path

import pytest
import snapshots
from folders import Repository

from strategy_cli.cli import run

SAMPLE = Path(__file__).parents[2] / "strategy_data"
Captured = pytest.CaptureFixture[str]


def report(*arguments: str, data: Path, on: str = "2026-09-30") -> int:
    return run(["report", *arguments, "--data", str(data), "--as-of", on])


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample outside git, so that no commit stands in what is kept."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "strategy_data"))


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("year", "--year", "2026"), "sample-year-fi.md"),
        (("summary",), "sample-summary-fi.md"),
        (("audit",), "sample-audit-fi.md"),
    ],
    ids=["year", "summary", "audit"],
)
def test_the_samples_report_in_finnish(sample: Path, capsys: Captured, arguments: tuple[str, ...], name: str) -> None:
    assert report(*arguments, "-f", "md=-", "--lang", "fi", data=sample) == 0
    snapshots.matches(capsys.readouterr().out, name)


@pytest.mark.parametrize("kind", ["year", "summary", "audit"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_kind_is_written_in_every_format_and_language(
    sample: Path, capsys: Captured, kind: str, language: str
) -> None:
    files = {form: sample.parent / f"r.{form}" for form in ("html", "md", "json")}
    outputs = [part for form, file in files.items() for part in ("-f", f"{form}={file}")]
    assert report(kind, *outputs, "--lang", language, data=sample) == 0
    texts = {form: file.read_text("utf-8") for form, file in files.items()}
    assert json.loads(texts["json"])["kind"] == kind
    assert min(map(len, texts.values())) > 1000


def test_the_audits_markdown_names_the_commit_of_each_figure(repository: Repository, capsys: Captured) -> None:
    shutil.copytree(SAMPLE, repository.data)
    first = repository.commit()
    file = repository.data / "indicators/co2-change.yaml"
    file.write_text(file.read_text("utf-8").replace("2022: -45", "2022: -46"), "utf-8")
    second = repository.commit()
    assert report("audit", "carbon-neutral", "-f", "md=-", "--lang", "en", data=repository.data) == 0
    said = capsys.readouterr().out
    assert f"| Actual | 2022 | −46 % | Syke ALas | 31 Mar 2026, version {second[:10]} |" in said
    assert f"| Actual | 2021 | −39 % | Syke ALas | 31 Mar 2026, version {first[:10]} |" in said
    assert "Coordinator" not in said
    assert report("audit", "carbon-neutral", "-f", "md=-", "--revision", first, data=repository.data) == 0
    assert second[:10] not in capsys.readouterr().out


def test_the_file_is_named_after_its_year_or_its_goal(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert report("year", "-f", "md", data=sample) == 0
    assert report("audit", "carbon-neutral", "-f", "md", data=sample) == 0
    assert sorted(file.name for file in (tmp_path / "reports").iterdir()) == [
        "audit-carbon-neutral-2026-09-30.md",
        "year-2026-2026-09-30.md",
    ]
