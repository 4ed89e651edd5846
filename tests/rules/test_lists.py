"""Listed twice: told at the second, whatever list it is."""

import pytest
from folders import Files, loaded

from strategy_cli.rules.lists import listed_twice


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"projects/p.yaml": "name: P\ngoals: [g, h, g]"}, ["projects/p.yaml:2:15 g"]),
        ({"projects/p.yaml": "name: P\nmoney: [{year: 2026}, {year: 2026}]"}, ["projects/p.yaml:2:30 2026"]),
        (
            {
                "projects/p.yaml": "name: P\nupdates:\n"
                "- {period: 2026, status: at-risk}\n- {period: 2026, status: on-track}"
            },
            ["projects/p.yaml:4:12 2026"],
        ),
        (
            {
                "goals/g.yaml": "name: G\njudgements:\n- {period: 2025, class: partly, reason: A, by: o}\n"
                "- {period: 2025, class: attained, reason: B, by: p}"
            },
            ["goals/g.yaml:4:12 2025"],
        ),
        ({"goals/g.yaml": "name: G\nthemes: [a, b, a]"}, ["goals/g.yaml:2:16 a"]),
        ({"strategy.yaml": "title: T\nlanguages: [fi, sv, fi]"}, ["strategy.yaml:2:21 fi"]),
        ({"strategy.yaml": "title: T\nthemes: [{id: a, name: A}, {id: a, name: B}]"}, ["strategy.yaml:2:33 a"]),
        ({"projects/p.yaml": "name: P\nmilestones: [{name: M, due: 2026-01-01}, {name: M, due: 2026-01-01}]"}, []),
        ({"projects/p.yaml": "name: P\ngoals: [G G, g, g]"}, ["projects/p.yaml:2:17 g"]),
    ],
)
def test_the_second_is_told(files: Files, expected: list[str]) -> None:
    assert [f"{f.span} {f.args['item']}" for f in listed_twice(loaded(files).strategy)] == expected
