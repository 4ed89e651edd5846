"""Load: what each post answers for, without what is over."""

from decimal import Decimal

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.measuring.load import Load, load

POSTS = {"owners/all.yaml": "- {id: one, title: One}\n- {id: other, title: Other}\n"}


def loaded(files: Files) -> dict[str, Load]:
    """Work out the load of two posts in June 2026."""
    return load(strategy({**POSTS, **files}), day("2026-06-30"))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, Load(), id="nothing"),
        pytest.param({"goals/g.yaml": "{name: G, owner: one}"}, Load(goals=("g",)), id="a goal"),
        pytest.param({"goals/g.yaml": "{name: G, owner: one, until: 2026-06-29}"}, Load(), id="a goal that has ended"),
        pytest.param(
            {"goals/g.yaml": "{name: G, owner: one, until: 2026-06-30}"}, Load(goals=("g",)), id="ending today"
        ),
        pytest.param({"indicators/i.yaml": "{name: I, owner: one}"}, Load(indicators=("i",)), id="an indicator"),
        pytest.param(
            {"goals/g.yaml": "{name: G, until: 2025-12-31}", "indicators/i.yaml": "{name: I, goal: g, owner: one}"},
            Load(),
            id="an indicator of a goal that has ended",
        ),
        pytest.param(
            {
                "goals/g.yaml": "{name: G, until: 2025-12-31}",
                "goals/h.yaml": "name: H",
                "indicators/i.yaml": "{name: I, goals: [g, h], owner: one}",
            },
            Load(indicators=("i",)),
            id="and of one that has not",
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, owner: one, status: started, effort: 0.5}"},
            Load(projects=("p",), effort=Decimal("0.5")),
            id="a project under way, with person-years",
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, owner: one, status: approved, effort: 0.5}"},
            Load(projects=("p",)),
            id="the person-years of what has not begun are not borne yet",
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, owner: one, status: started, effort: 0}"},
            Load(projects=("p",), effort=Decimal(0)),
            id="none is not unknown",
        ),
        pytest.param(
            {"projects/p.yaml": "{name: P, owner: one, deputy: other, status: closed}"}, Load(), id="a closed one"
        ),
        pytest.param({"projects/p.yaml": "{name: P, deputy: one}"}, Load(deputy=("p",)), id="a deputy"),
    ],
)
def test_a_posts_load(files: Files, expected: Load) -> None:
    assert loaded(files) == {"one": expected, "other": Load()}


def test_person_years_are_added_exactly_and_being_a_deputy_is_not_counted() -> None:
    found = loaded(
        {
            "goals/g.yaml": "{name: G, owner: one}",
            "indicators/i.yaml": "{name: I, goal: g, owner: one}",
            "projects/p.yaml": "{name: P, owner: one, deputy: other, status: started, effort: 0.1}",
            "projects/q.yaml": "{name: Q, owner: one, deputy: other, status: started, effort: 0.2}",
        }
    )
    assert (found["one"].total, found["one"].effort) == (4, Decimal("0.3"))
    assert (found["other"].total, found["other"].deputy) == (0, ("p", "q"))
