"""Fingerprints: a finding is the same one wherever its file and its line have gone."""

from dataclasses import replace

import pytest

from strategy_cli.checking.fingerprint import fingerprints, identity
from strategy_cli.finding import Finding
from strategy_cli.ref import Ref
from strategy_cli.span import Span

HERE = Span("data/projects/p.yaml", 3, 1, 3, 5)
ON_GOALS = Finding("unknown-id", HERE, Ref("project", "p"), ("goals", 0))


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (ON_GOALS, ("unknown-id", "project/p", "goals")),
        (replace(ON_GOALS, key=("money", 1, "granted")), ("unknown-id", "project/p", "money.granted")),
        (replace(ON_GOALS, key=()), ("unknown-id", "project/p", "")),
        (replace(ON_GOALS, subject=None), ("unknown-id", "projects/p.yaml", "goals")),
        (replace(ON_GOALS, subject=None, span=replace(HERE, path="b/p.yaml")), ("unknown-id", "b/p.yaml", "goals")),
    ],
)
def test_a_finding_is_known_by_rule_thing_and_key(finding: Finding, expected: tuple[str, str, str]) -> None:
    assert identity(finding, "data/") == expected


def test_a_fingerprint_outlives_moves_of_lines_files_and_list_items() -> None:
    moved = replace(ON_GOALS, span=Span("other/q.yaml", 90, 7, 90, 9), key=("goals", 4))
    assert list(fingerprints([ON_GOALS], "data/")) == list(fingerprints([moved], "other/"))


@pytest.mark.parametrize(
    "other",
    [
        replace(ON_GOALS, rule="unknown-key"),
        replace(ON_GOALS, subject=Ref("goal", "p")),
        replace(ON_GOALS, key=("owner",)),
        replace(ON_GOALS, subject=None),
    ],
)
def test_what_differs_has_another_fingerprint(other: Finding) -> None:
    assert list(fingerprints([ON_GOALS], "")) != list(fingerprints([other], ""))


def test_several_of_one_identity_differ_and_the_first_stays_when_one_is_added() -> None:
    three = list(fingerprints([ON_GOALS] * 3, ""))
    assert len(set(three)) == 3
    assert list(fingerprints([ON_GOALS] * 2, "")) == three[:2]


def test_fingerprints_stay_as_they_are_between_versions_of_the_program() -> None:
    assert list(fingerprints([ON_GOALS], "data/")) == ["2a8859ef457321faa6a382f3faa98254"]
