"""How many things there were and are, and what was kept of the strategy's own values and texts."""

import pytest
from planted.comparing import Compare
from planted.row import listed

from strategy_cli.changes import Kept, Tally


def test_kinds_are_counted_and_goals_by_level(compare: Compare) -> None:
    old = listed("goal", "a, level: aim", "b, level: aim", "c") | listed("unit", "u") | listed("project", "x")
    new = listed("goal", "a, level: aim", "c", "d") | listed("project", "y")
    levels = Tally("goal", "aim", 2, 1), Tally("goal", "goal", 1, 2)
    assert compare(old, new).tallies == (*levels, Tally("unit", None, 1, 0))
    assert compare(old, old).tallies == ()


@pytest.mark.parametrize("kind", ["decision", "body", "owner"])
def test_what_only_stands_by_the_promises_is_not_counted(compare: Compare, kind: str) -> None:
    assert compare({}, listed(kind, "a", "b")).tallies == ()


def test_as_many_others_are_no_tally(compare: Compare) -> None:
    assert compare(listed("goal", "a"), listed("goal", "b")).tallies == ()


def about(keys: str) -> dict[str, str]:
    return {"strategy.yaml": f"{{title: T, languages: [fi, sv], {keys}}}"}


VALUES = "values: [{id: a, name: X, description: D}, {id: b, name: Y}]"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ()),
        (VALUES, VALUES, (Kept("values", 2, 2, 2, 0),)),
        (VALUES, "values: [{id: b, name: Y}, {id: a, name: X, description: D}]", (Kept("values", 2, 2, 2, 0),)),
        (VALUES, VALUES.replace("D", "E"), (Kept("values", 2, 2, 1, 1),)),
        (VALUES, VALUES.replace("name: X", "name: {fi: X, sv: Z}"), (Kept("values", 2, 2, 1, 1),)),
        (VALUES, VALUES.replace("name: X", "name: Z"), (Kept("values", 2, 2, 1, 0),)),
        (VALUES, "values: [{id: b, name: Y}]", (Kept("values", 2, 1, 1, 0),)),
        (VALUES, "", (Kept("values", 2, 0, 0, 0),)),
        ("themes: [{id: t, name: T}]", "themes: [{id: t, name: T}, {id: s, name: S}]", (Kept("themes", 1, 2, 1, 0),)),
        ("vision: V", "vision: V, mission: M", (Kept("vision", 1, 1, 1, 0), Kept("mission", 0, 1, 0, 0))),
        ("vision: V", "vision: W", (Kept("vision", 1, 1, 0, 0),)),
        ("vision: V", "vision: {fi: V, sv: W}", (Kept("vision", 1, 1, 0, 1),)),
    ],
)
def test_values_and_texts_are_compared_as_objects(
    compare: Compare, old: str, new: str, expected: tuple[Kept, ...]
) -> None:
    assert compare(about(old), about(new)).kept == expected


def test_values_are_unchanged_when_every_word_of_all_is(compare: Compare) -> None:
    assert [kept.unchanged for kept in compare(about(VALUES), about(VALUES)).kept] == [True]
    for other in (VALUES.replace("D", "E"), "values: [{id: b, name: Y}]", ""):
        assert [kept.unchanged for kept in compare(about(VALUES), about(other)).kept] == [False]
