"""Baselines: what is known stays quiet, what is new is told, what is gone is said, and nothing creeps in."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.checking import baseline
from strategy_cli.checking.fingerprint import Identity
from strategy_cli.checking.suppress import Told
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.ref import Ref
from strategy_cli.span import Span


def told(*names: str) -> list[Told]:
    """Make findings of names such as ``unknown-id p``, a line each."""
    made = []
    for line, (rule, thing) in enumerate((name.split() for name in names), 1):
        made.append(
            Told(Level.ERROR, Finding(rule, Span("p.yaml", line, 1, line, 2), Ref("project", thing), ("goals",)))
        )
    return made


def lines(found: tuple[Told, ...]) -> list[int]:
    return [one.finding.span.line for one in found]


HELD = baseline.held(told("a p", "a p", "b p"), "")


@pytest.mark.parametrize(
    ("names", "new", "known", "gone"),
    [
        (("a p", "a p", "b p"), [], [1, 2, 3], 0),
        (("a p", "a p", "a p", "b p"), [3], [1, 2, 4], 0),
        (("a p", "b p"), [], [1, 2], 1),
        (("a q", "b p"), [1], [2], 2),
        ((), [], [], 3),
    ],
)
def test_findings_are_parted_by_what_they_are_about(
    names: tuple[str, ...], new: list[int], known: list[int], gone: int
) -> None:
    parted = baseline.parted(told(*names), HELD, "", lambda _: True)
    assert (lines(parted.new), lines(parted.known), sum(parted.gone.values())) == (new, known, gone)


def test_what_was_not_looked_for_is_not_gone() -> None:
    parted = baseline.parted([], HELD, "", lambda rule: rule == "b")
    assert parted.gone == {Identity("b", "project/p", "goals"): 1}


def test_it_is_written_an_entry_a_line_in_order(tmp_path: Path) -> None:
    text = baseline.written(baseline.held(reversed(told("b p", "a p", "a p")), ""))
    assert text.splitlines()[1:-1] == [
        '  {"rule": "a", "of": "project/p", "key": "goals", "count": 2},',
        '  {"rule": "b", "of": "project/p", "key": "goals", "count": 1}',
    ]
    assert json.loads(text)["version"] == "1.0"


names = st.text(st.characters(codec="utf-8"), max_size=5)


@given(st.dictionaries(st.builds(Identity, names, names, names), st.integers(1, 9), max_size=5))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, held: dict[Identity, int]) -> None:
    file = tmp_path_factory.mktemp("held") / "baseline.json"
    file.write_text(baseline.written(held), "utf-8")
    assert baseline.read(file) == Counter(held)


HEAD = '"format": "strategy-baseline", "version": "1.0"'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: x",
        "[]",
        "null",
        "{}",
        '{"format": "other", "version": "1.0", "findings": []}',
        '{"format": "strategy-baseline", "version": "2.0", "findings": []}',
        '{"format": "strategy-baseline", "version": 1, "findings": []}',
        f"{{{HEAD}}}",
        f'{{{HEAD}, "findings": [1]}}',
        f'{{{HEAD}, "findings": [{{"rule": "a", "of": "b", "key": "c"}}]}}',
        f'{{{HEAD}, "findings": [{{"rule": 1, "of": "b", "key": "c", "count": 1}}]}}',
        f'{{{HEAD}, "findings": [{{"rule": "a", "of": "b", "key": "c", "count": "1"}}]}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_said(text: str, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text, "utf-8")
    with pytest.raises(StrategyError) as failed:
        baseline.read(file)
    assert failed.value.key == "unreadable-baseline"


def test_a_later_version_of_the_same_number_is_read(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text('{"format": "strategy-baseline", "version": "1.7", "more": 1, "findings": []}', "utf-8")
    assert baseline.read(file) == {}


@pytest.mark.parametrize(("name", "key"), [("nowhere.json", "no-baseline"), ("", "unreadable-baseline")])
def test_a_file_that_is_not_there_is_said(name: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(StrategyError) as failed:
        baseline.read(tmp_path / name)
    assert failed.value.key == key
