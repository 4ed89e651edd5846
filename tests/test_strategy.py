"""Strategies: things found by kind and id, links followed both ways, and every place known."""

import pytest
from folders import loaded
from making import strategy

from strategy_cli.document import Key
from strategy_cli.ref import Ref
from strategy_cli.strategy import LinkTo

FILES = {
    "strategy.yaml": "title: S\nthemes: [{id: sea, name: Sea}]\ndecision: d\n",
    "goals/g.yaml": "name: {fi: Tavoite}\nmeaning: {u: x}\nowner: o\n",
    "goals/h.yaml": "name: H\nparent: g\n",
    "indicators/i.yaml": "name: I\ngoal: g\ngoals: [g, h]\nvalues:\n  2025: 1\n",
    "projects/p.yaml": "name: P\ngoals: [g]\nowner: o\ndeputy: o\n",
    "owners/all.yaml": "- id: o\n  title: O\n- id: q\n  title: Q\n  reports_to: o\n",
    "units/u.yaml": "name: U\n",
    "decisions/d.yaml": "title: D\nbody: gone\ndate: 2026-01-01\nconcerns: [goal/g, strategy/strategy]\n",
}
G, P, POST = Ref("goal", "g"), Ref("project", "p"), Ref("owner", "o")


def test_things_are_found_by_kind_and_id() -> None:
    made = strategy(FILES)
    assert made.find(G) is made.goals["g"]
    assert made.find(Ref("strategy", "strategy")) is made.about
    assert made.find(Ref("goal", "u")) is None
    assert made.find(Ref("no-kind", "g")) is None


def test_every_kind_has_its_table() -> None:
    made = strategy(FILES)
    tables = (made.goals, made.indicators, made.projects, made.programmes, made.owners, made.units, made.bodies)
    assert [len(table) for table in (*tables, made.decisions)] == [2, 1, 1, 0, 2, 1, 0, 1]


def test_all_is_the_strategy_first_and_then_every_thing_in_order() -> None:
    refs = [str(e.ref) for e in strategy(FILES).all()]
    assert refs[:4] == ["strategy/strategy", "goal/g", "goal/h", "indicator/i"]
    assert len(refs) == 9


def test_a_thing_has_a_name_and_what_is_missing_has_its_id() -> None:
    made = strategy(FILES)
    assert made.name(G) == made.goals["g"].name
    assert made.name(POST) == made.owners["o"].title
    assert made.name(Ref("goal", "gone")) == "gone"


def test_links_are_held_as_written() -> None:
    made = strategy(FILES)
    assert made.links[P] == (
        LinkTo(P, ("goals", 0), G),
        LinkTo(P, ("owner",), POST),
        LinkTo(P, ("deputy",), POST),
    )
    assert made.links[Ref("unit", "u")] == ()
    assert [link.target for link in made.links[made.about.ref]] == [Ref("decision", "d")]


def test_links_are_followed_backwards_too() -> None:
    found = [(str(link.source), link.key) for link in strategy(FILES).linked_from[G]]
    assert found == [
        ("goal/h", ("parent",)),
        ("indicator/i", ("goal",)),
        ("indicator/i", ("goals", 0)),
        ("project/p", ("goals", 0)),
        ("decision/d", ("concerns", 0)),
    ]


def test_links_to_what_is_missing_are_links_all_the_same() -> None:
    assert [str(link.source) for link in strategy(FILES).linked_from[Ref("body", "gone")]] == ["decision/d"]


@pytest.mark.parametrize(
    ("target", "kind", "keys", "expected"),
    [
        (G, "indicator", (), ["i"]),
        (G, "project", ("goals",), ["p"]),
        (G, "project", ("owner",), []),
        (POST, "project", ("owner", "deputy"), ["p"]),
        (POST, "goal", (), ["g"]),
        (POST, "owner", ("reports_to",), ["q"]),
        (Ref("unit", "u"), "goal", ("meaning",), ["g"]),
        (Ref("unit", "gone"), "goal", (), []),
    ],
)
def test_users_are_named_once_each(target: Ref, kind: str, keys: tuple[str, ...], expected: list[str]) -> None:
    assert [e.id for e in strategy(FILES).users(target, kind, *keys)] == expected


@pytest.mark.parametrize(
    ("ref", "key", "on_key", "expected"),
    [
        (G, ("owner",), False, "goals/g.yaml:3:8"),
        (G, ("owner",), True, "goals/g.yaml:3:1"),
        (G, ("name", "fi"), False, "goals/g.yaml:1:12"),
        (G, (), False, "goals/g.yaml:1:1"),
        (G, ("missing",), True, "goals/g.yaml:1:1"),
        (POST, ("title",), False, "owners/all.yaml:2:10"),
        (Ref("owner", "q"), (), False, "owners/all.yaml:3:3"),
        (Ref("owner", "q"), ("reports_to",), False, "owners/all.yaml:5:15"),
        (Ref("indicator", "i"), ("values", "2025", "value"), False, "indicators/i.yaml:5:9"),
        (Ref("strategy", "strategy"), ("themes", 0, "name"), False, "strategy.yaml:2:26"),
    ],
)
def test_every_place_is_known(ref: Ref, key: Key, on_key: bool, expected: str) -> None:  # noqa: FBT001 - a column of the table
    assert str(strategy(FILES).where(ref, *key, on_key=on_key)) == expected


def test_the_place_of_the_strategy_is_known_whatever_id_it_gives_itself() -> None:
    made = loaded({"strategy.yaml": "id: mine\ntitle: S\nlint: {rules: {no-such-rule: off}}"}).strategy
    assert str(made.where(made.about.ref, "title")) == "strategy.yaml:2:8"


def test_links_by_period_have_text_keys() -> None:
    made = strategy({"indicators/i.yaml": "name: I\nvalues: {2025-T1: {value: 1, source: x}}"})
    assert made.links[Ref("indicator", "i")] == ()
