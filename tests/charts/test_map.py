"""Map: boxes do not cover each other, order is kept where it is given, and barycentres never add crossings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.charts.map import WIDTH, Column, StrategyMap, crossings, ordered, strategy_map

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("uvwxyz")), max_size=25, unique=True)


@pytest.mark.parametrize(
    ("links", "order"),
    [
        ([("a", "y"), ("b", "x")], "yx"),
        ([("a", "x"), ("b", "y")], "xy"),
        ([("a", "z"), ("b", "z"), ("c", "x"), ("a", "y")], "yzx"),
        ([], "xyz"),
    ],
)
def test_the_free_side_stands_beside_what_it_is_linked_to(links: list[tuple[str, str]], order: str) -> None:
    assert "".join(ordered("abc", sorted(order), links)) == order


def test_crossings_are_pairs_of_links() -> None:
    assert crossings("ab", "xy", [("a", "y"), ("b", "x")]) == 1
    assert crossings("ab", "xy", [("a", "x"), ("b", "y")]) == 0
    assert crossings("ab", "xy", [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]) == 1
    assert crossings("ab", "xy", [("a", "x"), ("nowhere", "y"), ("b", "gone")]) == 0


@given(LINKS, st.permutations("uvwxyz"))
def test_ordering_never_adds_crossings(links: list[tuple[str, str]], free: list[str]) -> None:
    found = ordered("abcdefg", free, links)
    assert sorted(found) == sorted(free)
    assert crossings("abcdefg", found, links) <= crossings("abcdefg", free, links)


def drawing(links: list[tuple[str, str]]) -> StrategyMap:
    top = [("A", one) for one in "abcd"] + [("B", one) for one in "efg"]
    columns = [Column("AB", 27, 48), Column("abcdefg", 46, 68), Column("uvwxyz", 27, 48, free=True)]
    return strategy_map(columns, [*top, *links])


@given(LINKS)
def test_boxes_are_within_the_drawing_and_apart(links: list[tuple[str, str]]) -> None:
    made = drawing(links)
    for column in made.columns:
        tops = [float(box.y) for box in column.boxes]
        assert all(b - a >= column.box_height for a, b in pairwise(tops))
        assert tops[0] >= 0
        assert tops[-1] + column.box_height <= made.height
    assert [box.id for box in made.columns[1].boxes] == list("abcdefg")
    rights = [float(column.x) + column.width for column in made.columns]
    assert all(right < float(column.x) for right, column in zip(rights, made.columns[1:], strict=False))
    assert rights[-1] <= WIDTH
    assert made.links.count("M") == 7 + len(links)


@given(LINKS)
def test_the_same_links_give_the_same_drawing(links: list[tuple[str, str]]) -> None:
    assert drawing(links) == drawing(links)


def test_a_map_of_nothing_is_empty() -> None:
    assert strategy_map([], []).columns == ()
    assert strategy_map([Column((), 1, 48)], []).height == 0
