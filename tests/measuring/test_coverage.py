"""Coverage: goals by sectors, what one carries alone, and the units with no part in anything."""

from fractions import Fraction

import pytest
from folders import Files
from hypothesis import given
from hypothesis import strategies as st
from making import day, strategy

from strategy_cli.measuring.coverage import Cell, Coverage, coverage

ON = day("2026-06-30")
HOUSE = {
    "units/all.yaml": "- {id: north, name: N, level: sector}\n- {id: south, name: S, level: sector}\n"
    "- {id: south-office, name: O, parent: south}\n- {id: gone, name: G, level: sector, until: 2022-12-31}\n",
    "owners/all.yaml": "- {id: northerner, title: N, unit: north}\n- {id: southerner, title: S, unit: south-office}\n"
    "- {id: homeless, title: H}\n",
}


def covered(files: Files, on: str = "2026-06-30", goals: list[str] | None = None) -> Coverage:
    """Work out the coverage of a strategy of two sectors."""
    return coverage(strategy({**HOUSE, **files}), day(on), goals)


@pytest.mark.parametrize(
    ("files", "cells"),
    [
        pytest.param({}, {}, id="nobody"),
        pytest.param(
            {"projects/p.yaml": "{name: P, goals: [g], unit: south-office}"}, {"south": Cell(("p",))}, id="a project"
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, goals: [g], owner: northerner}"},
            {"north": Cell(("p",))},
            id="a project without a unit is where its owner is",
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, goals: [g], unit: north, participants: [south-office, south, north]}"},
            {"north": Cell(("p",)), "south": Cell(joint=("p",))},
            id="a project of one with another",
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, goals: [g], unit: north, status: cancelled}"}, {}, id="a cancelled one"
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, goals: [g], unit: north, status: in-practice}"},
            {"north": Cell(("p",))},
            id="one that has become practice",
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, goals: [g], unit: gone}"}, {}, id="a project of a sector that left"
        ),
        pytest.param(
            {"indicators/i.yaml": "{name: I, goal: g, goals: [g], owner: southerner}"},
            {"south": Cell(indicators=("i",))},
            id="an indicator by its owner",
        ),
        pytest.param({"indicators/i.yaml": "{name: I, goal: g, owner: homeless}"}, {}, id="a post in no unit"),
        pytest.param(
            {"goals/g.yaml": "{name: G, owner: southerner, participants: [north, gone]}"},
            {"south": Cell(owner=True), "north": Cell(participates=True)},
            id="the owner and the participants of the goal itself",
        ),
        pytest.param(
            {
                "goals/sub.yaml": "{name: S, parent: g, owner: northerner}",
                "projects/p.yaml": "{name: P, goals: [sub, g], unit: south}",
            },
            {"south": Cell(("p",))},
            id="what serves a goal below, once; its owner is not the goal's",
        ),
        pytest.param(
            {
                "goals/sub.yaml": "{name: S, parent: g, until: 2025-12-31}",
                "projects/p.yaml": "{name: P, goals: [sub], unit: south}",
            },
            {},
            id="a goal below that has ended",
        ),
    ],
)
def test_a_sectors_part_in_a_goal(files: Files, cells: dict[str, Cell]) -> None:
    found = covered({"goals/g.yaml": "name: G", **files}, goals=["g"])
    assert {sector: cell for (_, sector), cell in found.cells.items()} == cells


MANY = {
    "goals/alone.yaml": "{name: A, participants: [north]}",
    "goals/both.yaml": "name: B",
    "goals/joint.yaml": "name: J",
    "goals/none.yaml": "{name: N, owner: northerner}",
    "goals/over.yaml": "{name: O, until: 2025-12-31}",
    "goals/aim.yaml": "{name: T, level: aim}",
    "projects/p.yaml": "{name: P, goals: [alone, both], unit: south}",
    "projects/q.yaml": "{name: Q, goals: [joint], unit: south, participants: [north]}",
    "indicators/i.yaml": "{name: I, goal: both, owner: northerner}",
}


def test_what_one_sector_carries_alone_and_what_nobody_does() -> None:
    found = covered(MANY)
    assert found.goals == ("alone", "both", "joint", "none")
    assert found.sectors == ("north", "south")
    assert {goal: found.carriers(goal) for goal in found.goals} == {
        "alone": ("south",),
        "both": ("north", "south"),
        "joint": ("north", "south"),
        "none": (),
    }
    assert (found.silo, found.uncarried, found.silo_share) == (("alone",), ("none",), Fraction(1, 3))


def test_of_nothing_carried_there_is_no_silo_share() -> None:
    assert covered({"goals/g.yaml": "name: G"}).silo_share is None


def test_aims_are_covered_where_there_are_no_other_goals() -> None:
    found = covered(
        {"goals/top.yaml": "{name: T, level: aim}", "projects/p.yaml": "{name: P, goals: [top], unit: north}"}
    )
    assert (found.goals, found.silo) == (("top",), ("top",))


@pytest.mark.parametrize(
    ("files", "units"),
    [
        pytest.param({}, ("north", "south", "south-office"), id="nobody, of those there on the day"),
        pytest.param(
            {"goals/g.yaml": "{name: G, participants: [south]}"}, ("north", "south-office"), id="a participant"
        ),
        pytest.param(
            {"goals/g.yaml": "{name: G, owner: southerner}"}, ("north",), id="a post there; and so those above"
        ),
        pytest.param(
            {"goals/g.yaml": "{name: G, meaning: {north: M}}"}, ("south", "south-office"), id="a meaning there"
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, unit: north, participants: [south]}"}, ("south-office",), id="a project"
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, unit: north, status: cancelled}"},
            ("north", "south", "south-office"),
            id="a cancelled one",
        ),
        pytest.param(
            {"goals/g.yaml": "{name: G, participants: [north], until: 2025-12-31}"},
            ("north", "south", "south-office"),
            id="an ended goal",
        ),
        pytest.param(
            {"indicators/i.yaml": "{name: I, owner: northerner}"}, ("south", "south-office"), id="an indicator's owner"
        ),
        pytest.param(
            {"programmes/p.yaml": "{name: P, owner: northerner}"}, ("south", "south-office"), id="a programme's owner"
        ),
    ],
)
def test_units_without_any_link(files: Files, units: tuple[str, ...]) -> None:
    assert covered(files).unlinked == units


SECTORS = st.sampled_from(["north", "south", "gone"])


@given(st.lists(st.tuples(SECTORS, st.sets(st.sampled_from(["a", "b", "c"])), st.booleans()), max_size=6))
def test_every_project_stands_once_in_each_goal_it_serves(work: list[tuple[str, set[str], bool]]) -> None:
    goals = {f"goals/{name}.yaml": "name: G" for name in "abc"}
    projects = {}
    for n, (unit, served, off) in enumerate(work):
        keys = f"name: P, unit: {unit}, goals: [{', '.join(sorted(served))}]{', status: cancelled' * off}"
        projects[f"projects/p{n}.yaml"] = f"{{{keys}}}"
    found = covered({**goals, **projects})
    living = [(unit, served) for unit, served, off in work if not off and unit != "gone"]
    assert sum(cell.weight for cell in found.cells.values()) == sum(len(served) for _, served in living)
    for goal in "abc":
        assert set(found.carriers(goal)) == {unit for unit, served in living if goal in served}
    assert set(found.silo) | set(found.uncarried) <= set(found.goals)
    assert set(found.silo).isdisjoint(found.uncarried)
    assert found.silo_share is None or 0 <= found.silo_share <= 1
