"""Coverage: goals and what carries them, loose ends, and numbers past the city's limits."""

from datetime import date

import pytest
from folders import Files, loaded
from telling import found, told

from strategy_cli.messages import Messages

GOAL = {"goals/g.yaml": "name: G"}
SECTORS = {
    "units/a.yaml": "name: A\nlevel: sector",
    "units/a-area.yaml": "name: A area\nlevel: area\nparent: a",
    "units/b.yaml": "name: B\nlevel: sector",
}


def project(keys: str) -> str:
    return f"name: P\nstatus: started\n{keys}"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (GOAL, ["goals/g.yaml:1"]),
        ({**GOAL, "projects/p.yaml": project("goals: [g]")}, []),
        ({**GOAL, "projects/p.yaml": "name: P\nstatus: closed\ngoals: [g]"}, []),
        ({**GOAL, "projects/p.yaml": "name: P\nstatus: cancelled\ngoals: [g]"}, ["goals/g.yaml:1"]),
        ({**GOAL, "programmes/p.yaml": "name: P\ngoals: [g]"}, []),
        ({"goals/g.yaml": "name: G\nuntil: 2026-06-29"}, []),
        ({"goals/g.yaml": "name: G\nuntil: 2026-06-30"}, ["goals/g.yaml:1"]),
        ({"goals/g.yaml": "name: G\nfrom: 2026-07-01"}, []),
        ({"goals/g.yaml": "name: G\nfrom: 2026-06-30"}, ["goals/g.yaml:1"]),
        ({**GOAL, "strategy.yaml": "title: T\nperiod: {until: 2026-06-29}"}, []),
        ({**GOAL, "strategy.yaml": "title: T\nstatus: replaced"}, []),
    ],
)
def test_a_living_goal_is_served_by_a_project_or_a_programme(files: Files, expected: list[str]) -> None:
    assert told("goal-without-project", files) == expected


def test_a_goal_of_a_group_company_needs_no_project_of_the_city() -> None:
    files = {"goals/g.yaml": "name: G\nbody: port", "bodies/port.yaml": "name: Port\nkind: company"}
    assert told("goal-without-project", files) == []


def test_what_no_project_serves_is_told_at_the_top_of_the_branch() -> None:
    files = {
        "goals/all.yaml": "- {id: aim, name: A, level: aim}\n- {id: top, name: T, parent: aim}\n"
        "- {id: below, name: B, parent: top}\n- {id: other, name: O, parent: aim}",
        "projects/p.yaml": project("goals: [other]"),
    }
    assert told("goal-without-project", files) == ["goals/all.yaml:2"]


def test_a_project_of_a_goal_below_serves_the_goal() -> None:
    files = {
        **GOAL,
        "goals/below.yaml": "name: B\nparent: g",
        "projects/p.yaml": project("goals: [below]"),
    }
    assert told("goal-without-project", files) == []


@pytest.mark.parametrize(
    "faulty",
    [
        "name: P\nstatus: started\ngoal: g",
        "name: P\ntavoitteet: [g]",
        "name: [",
        "name: P\nstatus: nonsense\nowner: 'A B'\ngoals: [G G]",
    ],
)
def test_a_goal_is_not_called_unserved_when_a_project_could_not_be_read(faulty: str) -> None:
    assert told("goal-without-project", {**GOAL, "projects/p.yaml": faulty}) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["projects/p.yaml:1"]),
        ("goals: [g]", []),
        ("goals: [unknown]", []),
        ("programme: m", ["projects/p.yaml:1 programme"]),
        ("programme: unknown", ["projects/p.yaml:1"]),
        ("money: [{year: 2026, asked: 5}]", []),
        ("money: [{year: 2026, asked: 0}]", ["projects/p.yaml:1"]),
    ],
)
def test_a_project_serves_a_goal_of_its_own(keys: str, expected: list[str]) -> None:
    files = {**GOAL, "programmes/m.yaml": "name: M\ngoals: [g]", "projects/p.yaml": project(keys)}
    assert told("project-without-goal", files) == expected


@pytest.mark.parametrize("status", ["idea", "closed", "cancelled", "in-practice"])
def test_an_idea_and_what_is_over_need_no_goal(status: str) -> None:
    assert told("project-without-goal", {"projects/p.yaml": f"name: P\nstatus: {status}"}) == []


@pytest.mark.parametrize(
    ("period", "without_goal", "without_project"),
    [
        ("{}", ["programmes/m.yaml:1"], ["programmes/m.yaml:1"]),
        ("{from: 2026-06-30}", ["programmes/m.yaml:1"], ["programmes/m.yaml:1"]),
        ("{from: 2026-07-01}", ["programmes/m.yaml:1"], []),
        ("{until: 2026-06-29}", [], []),
    ],
)
def test_a_programme_serves_goals_and_gathers_projects(
    period: str, without_goal: list[str], without_project: list[str]
) -> None:
    files = {"programmes/m.yaml": f"name: M\nperiod: {period}"}
    assert told("programme-without-goal", files) == without_goal
    assert told("programme-without-project", files) == without_project


def test_a_cancelled_project_is_none_of_a_programme() -> None:
    files = {"programmes/m.yaml": "name: M", "projects/p.yaml": "name: P\nstatus: cancelled\nprogramme: m"}
    assert told("programme-without-project", files) == ["programmes/m.yaml:1"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [("", ["indicators/i.yaml:1"]), ("goals: []", ["indicators/i.yaml:2"]), ("goal: unknown", []), ("goals: [g]", [])],
)
def test_an_indicator_measures_a_goal(keys: str, expected: list[str]) -> None:
    assert told("indicator-without-goal", {**GOAL, "indicators/i.yaml": f"name: I\n{keys}"}) == expected


@pytest.mark.parametrize(
    ("goal", "one", "two", "expected"),
    [
        ("", "unit: a", "unit: a-area", ["goals/g.yaml:1"]),
        ("", "unit: a", "unit: b", []),
        ("", "unit: a", "unit: a\nparticipants: [b]", []),
        ("participants: [a, b]", "unit: a", "unit: a", ["goals/g.yaml:2 named"]),
        ("until: 2026-06-29", "unit: a", "unit: a", []),
        ("", "unit: a", "owner: o", []),
    ],
)
def test_a_goal_whose_projects_are_all_of_one_sector_is_told(
    goal: str, one: str, two: str, expected: list[str]
) -> None:
    files = {
        **SECTORS,
        "goals/g.yaml": f"name: G\n{goal}",
        "owners/o.yaml": "title: O\nunit: b",
        "projects/p.yaml": project(f"goals: [g]\n{one}"),
        "projects/q.yaml": project(f"goals: [g]\n{two}"),
    }
    assert told("goal-of-one-sector", files) == expected


@pytest.mark.parametrize(("goal", "expected"), [("", []), ("participants: [b]", ["goals/g.yaml:2 named"])])
def test_a_single_project_is_no_silo_but_named_sectors_that_do_nothing_are(goal: str, expected: list[str]) -> None:
    files = {**SECTORS, "goals/g.yaml": f"name: G\n{goal}", "projects/p.yaml": project("goals: [g]\nunit: a")}
    assert told("goal-of-one-sector", files) == expected


def test_where_there_is_one_sector_there_is_no_silo() -> None:
    files = {"units/a.yaml": "name: A\nlevel: sector", **GOAL}
    files |= {f"projects/{p}.yaml": project("goals: [g]\nunit: a") for p in "pq"}
    assert told("goal-of-one-sector", files) == []


def test_a_silo_is_told_with_the_sectors_that_are_named_and_do_nothing() -> None:
    files = {
        **SECTORS,
        "units/b.yaml": "name: {fi: Tekninen, sv: Tekniska}\nlevel: sector",
        "goals/g.yaml": "name: G\nparticipants: [a, b]",
        "projects/p.yaml": project("goals: [g]\nunit: a-area"),
    }
    (finding,) = found("goal-of-one-sector", {"strategy.yaml": "title: T\nlanguages: [fi, sv]", **files})
    assert "Tekniska" in Messages("sv").finding(finding)
    assert "Tekninen" in Messages("fi").finding(finding)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"goals/a.yaml": "name: A\nlevel: aim"}, []),
        ({"goals/a.yaml": "name: A\nlevel: aim", **GOAL}, ["goals/a.yaml:2"]),
        ({"goals/a.yaml": "name: A\nlevel: aim", "goals/g.yaml": "name: G\nparent: a"}, []),
        (
            {
                "goals/a.yaml": "name: A\nlevel: aim",
                "goals/g.yaml": "name: G\nparent: a\nuntil: 2026-01-01",
                "goals/h.yaml": "name: H",
            },
            ["goals/a.yaml:2"],
        ),
        ({"goals/a.yaml": "name: A\nlevel: aim\nuntil: 2026-01-01", **GOAL}, []),
        ({"goals/a.yaml": "name: A\nlevel: aim", **GOAL, "goals/broken.yaml": "name: ["}, []),
    ],
)
def test_an_aim_has_goals_where_aims_are_split_into_goals(files: Files, expected: list[str]) -> None:
    assert told("aim-without-goals", files) == expected


def chain(n: int) -> Files:
    """Make goals g1 to gn, each under the one before."""
    return {f"goals/g{i}.yaml": f"name: G\nparent: g{i - 1}" if i > 1 else "name: G" for i in range(1, n + 1)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (chain(3), []),
        (chain(5), ["goals/g4.yaml:2"]),
        ({**chain(2), "strategy.yaml": "title: T\nlint: {limits: {depth: 1}}"}, ["goals/g2.yaml:2"]),
        ({**chain(2), "strategy.yaml": "title: T\nlint: {limits: {depth: 0}}"}, ["goals/g1.yaml:1"]),
        ({**chain(4), "goals/g4.yaml": "name: G\nparent: g3\nuntil: 2026-01-01"}, []),
        ({**chain(4), "goals/g1.yaml": "name: G\nparent: g4"}, []),
        ({**chain(3), "goals/g1.yaml": "name: G\nparent: nowhere"}, []),
    ],
)
def test_the_first_goal_past_the_limit_of_levels_is_told(files: Files, expected: list[str]) -> None:
    assert told("goal-too-deep", files) == expected


@pytest.mark.parametrize(
    ("whole", "parent", "child", "expected"),
    [
        ("", "until: 2027-12-31", "until: 2027-12-31", []),
        ("", "until: 2027-12-31", "until: 2028-01-01", ["goals/child.yaml:3"]),
        ("", "until: 2027-12-31", "", []),
        ("period: {until: 2029-12-31}", "until: 2027-12-31", "", ["goals/child.yaml:1"]),
        ("period: {until: 2029-12-31}", "", "until: 2035-12-31", ["goals/child.yaml:3 strategy"]),
        ("period: {until: 2029-12-31}", "", "until: 2029-12-31", []),
        ("", "", "until: 2035-12-31", []),
        ("", "until: 2025-12-31", "until: 2026-06-29", []),
    ],
)
def test_a_goal_lasts_no_longer_than_what_it_is_part_of(
    whole: str, parent: str, child: str, expected: list[str]
) -> None:
    files = {
        "strategy.yaml": f"title: T\n{whole}",
        "goals/parent.yaml": f"name: P\n{parent}",
        "goals/child.yaml": f"name: C\nparent: parent\n{child}",
    }
    assert told("goal-outlives-parent", files) == expected


@pytest.mark.parametrize(
    ("rule", "goal", "limit"),
    [
        ("too-many-aims", "level: aim", "aims"),
        ("too-many-goals", "level: goal", "goals"),
        ("too-many-binding-goals", "binding: true", "binding"),
    ],
)
def test_a_number_past_the_limit_is_told_where_the_city_set_it(rule: str, goal: str, limit: str) -> None:
    goals = {f"goals/g{i}.yaml": f"name: G\n{goal}" for i in range(41)}
    few = {name: text for name, text in goals.items() if name < "goals/g2"}
    over = {"goals/old.yaml": f"name: Old\n{goal}\nuntil: 2026-06-29"}
    assert told(rule, goals) == ["strategy.yaml:1"]
    assert told(rule, {**few, "strategy.yaml": f"title: T\nlint:\n  limits:\n    {limit}: {len(few)}", **over}) == []
    set_lower = {**few, "strategy.yaml": f"title: T\nlint:\n  limits:\n    {limit}: {len(few) - 1}"}
    assert told(rule, set_lower) == ["strategy.yaml:4"]


@pytest.mark.parametrize("about", ["title: 'T", "- T", ""])
def test_numbers_are_counted_under_a_faulty_strategy_file_too(about: str) -> None:
    goals = {f"goals/g{i}.yaml": "name: G" for i in range(41)}
    assert len(told("too-many-goals", {**goals, "strategy.yaml": about})) == 1


MERGED: Files = {
    "units/old.yaml": "name: Old\nlevel: area\nuntil: 2025-12-31\nsuccessors: [new]",
    "units/new.yaml": "name: New\nlevel: area\nfrom: 2026-01-01",
    "projects/p.yaml": "name: P\nstatus: started\nunit: old",
}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (SECTORS, ["units/a.yaml:1", "units/b.yaml:1"]),
        ({**SECTORS, "goals/g.yaml": "name: G\nparticipants: [a-area]"}, ["units/b.yaml:1"]),
        ({**SECTORS, "goals/g.yaml": "name: G\nparticipants: [a, b]"}, ["units/a-area.yaml:1"]),
        ({"units/u.yaml": "name: U"}, ["units/u.yaml:1"]),
        ({"units/u.yaml": "name: U", "goals/g.yaml": "name: G\nparticipants: [u]"}, []),
        ({"units/u.yaml": "name: U\nparent: a", "units/a.yaml": "name: A"}, ["units/a.yaml:1"]),
        (MERGED, []),
        ({**MERGED, "projects/p.yaml": "name: P\nstatus: closed\nunit: old"}, ["units/new.yaml:1"]),
        ({"units/u.yaml": "name: U\nlevel: area\nuntil: 2026-06-29"}, []),
        ({"units/u.yaml": "name: U\nlevel: area\nfrom: 2026-07-01"}, []),
        ({"units/u.yaml": "name: U\nlevel: area", "goals/g.yaml": "name: ["}, []),
        (
            {
                "units/all.yaml": "- {id: a, name: A, level: sector}\n- {id: b, name: B, level: sector}",
                "goals/g.yaml": "name: G\nmeaning: {a: All}",
            },
            ["units/all.yaml:2"],
        ),
    ],
)
def test_a_sector_or_an_area_has_a_part_in_the_strategy(files: Files, expected: list[str]) -> None:
    assert told("unit-without-link", files) == expected


@pytest.mark.parametrize(
    ("post", "other", "expected"),
    [
        ("", "", ["owners/o.yaml:1"]),
        ("deputy: o", "", ["owners/o.yaml:1"]),
        ("until: 2026-06-29", "", []),
        ("from: 2026-07-01", "", []),
        ("", "deputy: o", []),
        ("", "judgements: [{period: 2025, class: partly, reason: R, by: o}]", []),
    ],
)
def test_a_post_is_led_to_by_something_else(post: str, other: str, expected: list[str]) -> None:
    kind = "goals" if "judgements" in other else "projects"
    files = {"owners/o.yaml": f"title: O\n{post}", f"{kind}/x.yaml": f"name: X\n{other}"}
    assert told("post-without-link", files) == expected


@pytest.mark.parametrize(
    ("body", "other", "expected"),
    [
        ("", "", ["bodies/b.yaml:1"]),
        ("task: To harmonise.", "", []),
        ("until: 2026-06-29", "", []),
        ("", "body: b", []),
    ],
)
def test_a_body_is_led_to_or_has_a_task(body: str, other: str, expected: list[str]) -> None:
    files = {"bodies/b.yaml": f"name: B\n{body}", "goals/g.yaml": f"name: G\n{other}"}
    assert told("body-without-link", files) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, []),
        (GOAL, ["strategy.yaml:3", "strategy.yaml:4"]),
        ({"goals/g.yaml": "name: G\nthemes: [sea]"}, ["strategy.yaml:4"]),
        (
            {
                "goals/g.yaml": "name: G\nthemes: [sea, youth]\nuntil: 2026-06-29",
                "goals/h.yaml": "name: H\nthemes: [sea]",
            },
            ["strategy.yaml:4"],
        ),
        ({**GOAL, "goals/h.yaml": "name: H\nthemes: {sea: youth}"}, []),
    ],
)
def test_a_theme_is_told_on_its_own_line(files: Files, expected: list[str]) -> None:
    about = "title: T\nthemes:\n  - {id: sea, name: Sea}\n  - {id: youth, name: Youth}"
    assert told("theme-unused", {"strategy.yaml": about, **files}) == expected


def test_nothing_is_asked_of_a_strategy_that_has_been_replaced() -> None:
    files = {
        **SECTORS,
        "strategy.yaml": "title: T\nstatus: replaced\nthemes: [{id: sea, name: Sea}]\nlint: {limits: {goals: 0}}",
        **GOAL,
        "programmes/m.yaml": "name: M",
        "owners/o.yaml": "title: O",
        "projects/p.yaml": project(""),
    }
    assert loaded(files).findings == ()
    rules = "goal-without-project project-without-goal programme-without-goal programme-without-project"
    rules += " unit-without-link post-without-link theme-unused too-many-goals"
    assert [told(rule, files, date(2026, 6, 30)) for rule in rules.split()] == [[]] * len(rules.split())


def goals(*numbers: str) -> Files:
    """Write goals as ``id under number``, a line each."""
    rows = []
    for row in numbers:
        name, parent, number = row.split()
        rows.append(
            f'- {{id: {name}, name: {name}, number: "{number}", parent: {"null" if parent == "-" else parent}}}'
        )
    return {"goals/g.yaml": "\n".join(rows)}


AIMS = ("a - 1", "b - 2", "c - 3")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*AIMS, "x a 1", "y b 1", "z c 1"), []),  # numbered anew under each aim
        ((*AIMS, "x a 1", "y a 2", "z b 3", "w c 3"), ["goals/g.yaml:7"]),  # numbered through
        ((*AIMS, "x a 4", "y b 4"), ["goals/g.yaml:5"]),
        ((*AIMS, "x a 4", "y a 4"), ["goals/g.yaml:5"]),
        ((*AIMS, "x a 1.1", "y b 1.1"), ["goals/g.yaml:5"]),
        ((*AIMS, "x a 1.", "y a 1"), ["goals/g.yaml:5"]),
        (("a - 1", "b - 1"), ["goals/g.yaml:2"]),
        (("a - 1", "x a 1", "y x 1"), []),  # a level each
        (("b - 1", "a - 1"), ["goals/g.yaml:2"]),  # the later in the file, whatever its id
    ],
)
def test_a_number_is_of_one_goal(rows: tuple[str, ...], expected: list[str]) -> None:
    assert told("goal-number-twice", goals(*rows)) == expected


def test_the_number_of_a_goal_that_has_ended_is_free() -> None:
    files = {"goals/a.yaml": 'name: A\nnumber: "1"\nuntil: 2025-12-31', "goals/b.yaml": 'name: B\nnumber: "1"'}
    assert told("goal-number-twice", files) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*AIMS, "x a 1.1", "y b 2.1"), []),
        ((*AIMS, "x a 2.1"), ["goals/g.yaml:4"]),
        ((*AIMS, "x a 12.1"), ["goals/g.yaml:4"]),
        ((*AIMS, "x a 11"), []),  # numbered through
        ((*AIMS, "x a 7", "y x 1.7.1", "z x 7.1", "w x 3.1"), ["goals/g.yaml:7"]),
        (("a - A", "x a 2.1"), []),
        (("a - 1.", "x a 1.1."), []),
        (("a - 1", "x a A.1"), []),
    ],
)
def test_a_number_tells_the_goal_above_it(rows: tuple[str, ...], expected: list[str]) -> None:
    assert told("goal-number-off-parent", goals(*rows)) == expected
