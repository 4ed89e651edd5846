"""Succession: followers as units name them and as those who continue say, through whatever has ended since."""

import pytest
from making import day, strategy

from strategy_cli.measuring.succession import Succession

UNITS = """
- {id: a, name: A, until: 2025-12-31, successors: [b, unknown, b]}
- {id: b, name: B, until: 2026-03-31, successors: [d, a]}
- {id: c, name: C, continues: [a], from: 2027-01-01}
- {id: d, name: D}
"""


def test_followers_are_named_once_by_either_side() -> None:
    made = strategy({"units/all.yaml": UNITS.replace("unknown", "c")})
    assert [one.id for one in Succession(made).next_to(made.units["a"])] == ["b", "c"]


@pytest.mark.parametrize(("on", "heirs"), [("2026-03-31", ["b", "c"]), ("2026-04-01", ["c", "d"])])
def test_an_ended_follower_is_followed_by_its_own(on: str, heirs: list[str]) -> None:
    made = strategy({"units/all.yaml": UNITS})
    assert [one.id for one in Succession(made).heirs(made.units["a"], day(on))] == heirs


def test_posts_and_bodies_say_what_they_continue() -> None:
    posts = "[{id: o, title: O, until: 2025-12-31}, {id: n, title: N, continues: [o]}]"
    bodies = "[{id: o, name: O, until: 2025-12-31}, {id: m, name: M, continues: [o]}]"
    made = strategy({"owners/all.yaml": posts, "bodies/all.yaml": bodies})
    succession = Succession(made)
    assert [one.id for one in succession.heirs(made.owners["o"], day("2026-01-01"))] == ["n"]
    assert [one.id for one in succession.heirs(made.bodies["o"], day("2026-01-01"))] == ["m"]
