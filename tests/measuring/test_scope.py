"""Scope: what each filter leaves, alone and together, and what is said of a thing that there is not."""

import pytest
from making import day, strategy

from strategy_cli.errors import StrategyError
from strategy_cli.measuring.scope import Filters, scope

FILES = {
    "strategy.yaml": "{title: S, themes: [{id: sea, name: The sea}, {id: youth, name: Children and young}]}",
    "bodies/council.yaml": "name: Council",
    "bodies/technical.yaml": "name: Technical Board",
    "bodies/culture.yaml": "name: Culture Board",
    "units/works.yaml": "{name: Works, level: sector, body: technical}",
    "units/streets.yaml": "{name: Streets, parent: works}",
    "units/arts.yaml": "{name: Arts, level: sector}",
    "units/roads.yaml": "{name: Roads, until: 2023-12-31, successors: [streets]}",
    "owners/engineer.yaml": "{title: Engineer, unit: streets}",
    "owners/curator.yaml": "{title: Curator, unit: arts}",
    "owners/mayor.yaml": "{title: Mayor}",
    "programmes/climate.yaml": "{name: Climate, goals: [clean]}",
    # clean > air, quiet; lively; alone
    "goals/clean.yaml": "{name: Clean, body: technical, owner: mayor, themes: [sea]}",
    "goals/air.yaml": "{name: Air, parent: clean}",
    "goals/quiet.yaml": "{name: Quiet, parent: clean, body: culture, owner: engineer}",
    "goals/lively.yaml": "{name: Lively, body: culture, participants: [streets], themes: [youth]}",
    "goals/alone.yaml": "{name: Alone, owner: curator}",
    "indicators/dust.yaml": "{name: Dust, goal: air, owner: engineer}",
    "indicators/noise.yaml": "{name: Noise, goal: quiet}",
    "indicators/visits.yaml": "{name: Visits, goal: lively, owner: curator}",
    "indicators/loose.yaml": "{name: Loose, owner: engineer}",
    "projects/lights.yaml": "{name: Lights, goals: [clean], unit: streets, owner: engineer}",
    "projects/trees.yaml": "{name: Trees, goals: [air], unit: roads, programme: climate, owner: mayor}",
    "projects/show.yaml": "{name: Show, goals: [lively], unit: arts, body: culture, participants: [works]}",
    "projects/chair.yaml": "{name: Chair, goals: [alone], owner: curator}",
}

TABLE = [
    # no filter: everything
    (
        {},
        "air alone clean lively quiet",
        "dust loose noise visits",
        "chair lights show trees",
    ),
    # a goal: itself, those below, their indicators and projects
    ({"goals": "clean"}, "air clean quiet", "dust noise", "lights trees"),
    ({"goals": "air"}, "air", "dust", "trees"),
    # a body: its goals and those below without a body of their own, its projects and those of its units
    ({"bodies": "technical"}, "air clean", "dust", "lights trees"),
    ({"bodies": "culture"}, "lively quiet", "noise visits", "show"),
    ({"bodies": "council"}, "", "", ""),
    # a unit: those below it too, what it takes part in, what its posts own, and what an ended unit left it
    ({"units": "streets"}, "air clean lively quiet", "dust loose noise visits", "lights trees"),
    ({"units": "works"}, "air clean lively quiet", "dust loose noise visits", "lights show trees"),
    ({"units": "arts"}, "alone lively", "visits", "chair show"),
    ({"units": "roads"}, "air", "dust", "trees"),
    # a programme: its own goals with those below, its projects and what these serve
    ({"programmes": "climate"}, "air clean quiet", "dust noise", "trees"),
    # a post: what it owns, and the indicators of its goals, which its class rests on
    ({"owners": "engineer"}, "quiet", "dust loose noise", "lights"),
    ({"owners": "curator"}, "alone", "visits", "chair"),
    # a theme: its goals and what they hold
    ({"themes": "sea"}, "air clean quiet", "dust noise", "lights trees"),
    # several of one sort are either, several sorts are both
    ({"goals": "air quiet"}, "air quiet", "dust noise", "trees"),
    ({"goals": "clean", "owners": "engineer"}, "quiet", "dust noise", "lights"),
    ({"bodies": "technical culture", "themes": "youth"}, "lively", "visits", "show"),
    ({"goals": "alone", "themes": "sea"}, "", "", ""),
]


def chosen(filters: dict[str, str]) -> Filters:
    return Filters(**{sort: tuple(ids.split()) for sort, ids in filters.items()})


@pytest.mark.parametrize(("filters", "goals", "indicators", "projects"), TABLE, ids=str)
def test_each_filter_leaves_what_a_secretary_expects(
    filters: dict[str, str], goals: str, indicators: str, projects: str
) -> None:
    found = scope(strategy(FILES), chosen(filters), day("2026-09-30"))
    shown = [" ".join(sorted(held)) for held in (found.goals, found.indicators, found.projects)]
    assert shown == [goals, indicators, projects]


def test_a_unit_has_what_another_left_it_only_once_that_has_ended() -> None:
    before = scope(strategy(FILES), Filters(units=("streets",)), day("2023-12-31"))
    assert "trees" not in before.projects


@pytest.mark.parametrize(
    ("filters", "near"),
    [
        ({"goals": "claen"}, "clean"),
        ({"bodies": "Technical-Board"}, "technical"),
        ({"units": "art"}, "arts"),
        ({"programmes": "climat"}, "climate"),
        ({"owners": "enginer"}, "engineer"),
        ({"themes": "seas"}, "sea"),
        ({"themes": "Children-and-young"}, "youth"),
    ],
)
def test_a_thing_that_is_not_there_is_told_with_the_nearest(filters: dict[str, str], near: str) -> None:
    with pytest.raises(StrategyError) as raised:
        scope(strategy(FILES), chosen(filters))
    assert raised.value.message_args["nearest"] == near
    assert raised.value.key == "no-such-thing-near"


@pytest.mark.parametrize(("count", "key"), [(20, "no-such-thing-known"), (21, "no-such-thing")])
def test_where_nothing_is_near_all_that_there_is_is_told_unless_it_is_much(count: int, key: str) -> None:
    few = strategy({f"goals/g{number}.yaml": "name: Goal" for number in range(count)})
    with pytest.raises(StrategyError) as raised:
        scope(few, chosen({"goals": "xyzzy"}))
    assert raised.value.key == key
    assert str(raised.value.message_args["known"]).count(",") == count - 1


@pytest.mark.parametrize(
    ("filters", "place"), [({"bodies": "x"}, "bodies/"), ({"themes": "x"}, "strategy.yaml (themes)")]
)
def test_where_there_is_nothing_of_the_kind_it_is_told_where_it_is_written(filters: dict[str, str], place: str) -> None:
    with pytest.raises(StrategyError) as raised:
        scope(strategy({"goals/g.yaml": "name: Goal"}), chosen(filters))
    assert raised.value.key == "none-of-kind"
    assert raised.value.message_args["place"] == place


def test_goals_in_a_circle_and_units_in_a_circle_do_not_hang_it() -> None:
    circles = strategy(
        {
            "goals/a.yaml": "{name: A, parent: b}",
            "goals/b.yaml": "{name: B, parent: a}",
            "units/u.yaml": "{name: U, parent: v, successors: [v], until: 2020-01-01}",
            "units/v.yaml": "{name: V, parent: u, successors: [u], until: 2020-01-01}",
            "bodies/x.yaml": "name: X",
            "projects/p.yaml": "{name: P, unit: u}",
        }
    )
    assert scope(circles, Filters(goals=("a",))).goals == {"a", "b"}
    assert scope(circles, Filters(units=("v",))).projects == {"p"}
    assert scope(circles, Filters(bodies=("x",))).projects == frozenset()


def test_a_filter_given_twice_is_named_once() -> None:
    assert [ref.id for ref in Filters(goals=("a", "b", "a")).refs()] == ["a", "b"]
