"""Organisation: sectors as of a day, through units that end, merge and move."""

import pytest
from making import day, strategy

from strategy_cli.measuring.organisation import sector_of, sectors, sectors_now
from strategy_cli.strategy import Strategy

ON = day("2026-06-30")


def units(*keys: str) -> Strategy:
    """Make a strategy of units from a line each."""
    return strategy({"units/all.yaml": "".join(f"- {{name: U, {one}}}\n" for one in keys)})


TREE = units(
    "id: city",
    "id: education, level: sector, parent: city",
    "id: schools, level: area, parent: education",
    "id: school, parent: schools",
    "id: harbour",
    "id: pier, parent: harbour",
    "id: old-school, parent: schools, until: 2025-12-31",
    "id: care, level: sector, until: 2022-12-31",
    "id: clinic, parent: care",
    "id: old-library, parent: care, until: 2023-12-31, successors: [library]",
    "id: library, parent: education, until: 2024-12-31, successors: [culture, school]",
    "id: culture, level: sector",
    "id: future, level: sector, from: 2027-01-01",
    "id: split, level: sector, until: 2025-12-31, successors: [education, harbour]",
    "id: of-split, parent: split",
)


@pytest.mark.parametrize(
    ("unit", "sector"),
    [
        pytest.param("school", "education", id="up to the sector, not past it"),
        pytest.param("education", "education", id="itself"),
        pytest.param("pier", "harbour", id="the top where no level is said"),
        pytest.param("city", "city", id="above the sectors"),
        pytest.param("clinic", "care", id="one that has ended"),
        pytest.param("unknown", "unknown", id="an unknown one is its own"),
    ],
)
def test_a_unit_climbs_to_its_sector(unit: str, sector: str) -> None:
    assert sector_of(TREE, unit) == sector


def test_a_circle_of_parents_ends() -> None:
    circle = units("id: a, parent: b", "id: b, parent: a", "id: c, parent: a, until: 2020-12-31")
    assert sector_of(circle, "a") == "b"
    assert sectors_now(circle, "c", ON) == ("b",)


@pytest.mark.parametrize(
    ("unit", "now"),
    [
        pytest.param("school", ("education",), id="its own"),
        pytest.param("old-school", ("education",), id="an ended part of a sector that is there"),
        pytest.param("old-library", ("culture", "education"), id="from successor to successor"),
        pytest.param("clinic", (), id="the sector left the city"),
        pytest.param("of-split", ("education", "harbour"), id="the sector was split"),
        pytest.param("future", (), id="not there yet"),
        pytest.param("unknown", (), id="unknown"),
    ],
)
def test_what_a_unit_had_belongs_to_sectors_of_the_day(unit: str, now: tuple[str, ...]) -> None:
    assert sectors_now(TREE, unit, ON) == now


@pytest.mark.parametrize(
    ("on", "there"),
    [
        ("2022-12-31", ("care", "city", "culture", "education", "harbour", "split")),
        ("2026-06-30", ("city", "culture", "education", "harbour")),
        ("2027-01-01", ("city", "culture", "education", "future", "harbour")),
    ],
)
def test_the_sectors_are_those_of_the_day(on: str, there: tuple[str, ...]) -> None:
    assert sectors(TREE, day(on)) == there


def test_successors_in_a_circle_end() -> None:
    circle = units("id: a, until: 2020-12-31, successors: [b]", "id: b, until: 2020-12-31, successors: [a]")
    assert sectors_now(circle, "a", ON) == ()
