"""Ownership: who is asked for an owner, a body, a unit, a deputy and an update, and who is not."""

from datetime import date

import pytest
from folders import Files
from making import strategy
from telling import found
from telling import told as told_by

from strategy_cli import rules
from strategy_cli.config import Settings
from strategy_cli.finding import Finding, Level
from strategy_cli.messages import LANGUAGES, Messages

ON = date(2026, 6, 30)
OTHERS = {one.id: Level.OFF for one in rules.RULES.values() if one.family != "ownership"}
REPORTED = (
    "title: T\nperiod: {from: 2025-01-01, until: 2029-12-31}\nreporting: {periods: [T1, T2, year], grace_days: 30}"
)


def told(files: Files, on: date = ON) -> list[Finding]:
    """Check the family alone, at the highest profile."""
    return list(rules.check(strategy(files), Settings("audited", OTHERS), on))


def ids(files: Files, on: date = ON) -> list[str]:
    return sorted(one.rule for one in told(files, on))


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("goals/g.yaml", "name: G\nbody: b", ["goal-without-owner"]),
        ("goals/g.yaml", "name: G\nlevel: aim", []),
        ("goals/g.yaml", "name: G\nlevel: aim\nbinding: true", ["binding-goal-without-body", "goal-without-owner"]),
        ("goals/g.yaml", "name: G\nuntil: 2026-06-29", []),
        ("goals/g.yaml", "name: G\nuntil: 2026-06-30\nbody: b", ["goal-without-owner"]),
        ("goals/g.yaml", "name: G\nowner: o", ["goal-without-body"]),
        ("goals/g.yaml", "name: G\nowner: o\nbinding: true", ["binding-goal-without-body"]),
        ("indicators/i.yaml", "name: I", ["indicator-without-owner"]),
        ("indicators/i.yaml", "name: I\ntargets: [{period: 2025, value: 1}]", []),
        ("programmes/p.yaml", "name: P", ["programme-without-owner"]),
        ("programmes/p.yaml", "name: P\nperiod: {until: 2026-06-29}", []),
        ("projects/p.yaml", "name: P\nowner: o\nstatus: approved", ["project-without-unit"]),
        ("projects/p.yaml", "name: P\nowner: o\nstatus: idea", []),
        ("projects/p.yaml", "name: P\nowner: o\nstatus: closed", []),
        ("projects/p.yaml", "name: P\nowner: o\nstatus: started\nbody: c", []),
        ("projects/p.yaml", "name: P\nowner: o\nstatus: started\nbody: b", ["project-without-unit"]),
    ],
)
def test_only_what_goes_on_is_asked_who_answers(place: str, text: str, expected: list[str]) -> None:
    around = {"owners/o.yaml": "title: O", "bodies/b.yaml": "name: B", "bodies/c.yaml": "name: C\nkind: company"}
    assert ids({**around, place: text}) == expected


def test_an_indicator_of_ended_goals_alone_needs_no_owner() -> None:
    goal = "name: G\nuntil: 2025-12-31"
    assert ids({"goals/g.yaml": goal, "indicators/i.yaml": "name: I\ngoal: g"}) == []


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ("[{id: a, name: A, level: aim, body: b}, {id: g, name: G, parent: a, owner: o}]", []),
        ("[{id: a, name: A, owner: o}, {id: g, name: G, parent: a, owner: o}]", ["goal-without-body a"]),
        ("[{id: a, name: A, level: aim}, {id: g, name: G, parent: a, owner: o}]", ["goal-without-body g"]),
        (
            "[{id: a, name: A, owner: o}, {id: g, name: G, parent: a, owner: o, binding: true}]",
            ["goal-without-body a", "binding-goal-without-body g"],
        ),
    ],
)
def test_a_goal_is_its_parents_bodys(goals: str, expected: list[str]) -> None:
    files = {"goals/all.yaml": goals, "owners/o.yaml": "title: O", "bodies/b.yaml": "name: B"}
    assert [f"{one.rule} {one.subject.id}" for one in told(files) if one.subject] == expected


def test_the_owners_unit_is_proposed_for_a_project_without_one() -> None:
    files = {"units/u.yaml": "name: U", "owners/o.yaml": "title: O\nunit: u"}
    (finding,) = told({**files, "projects/p.yaml": "name: P\nowner: o\nstatus: started"})
    assert "unit: u" in str(Messages("en").help(finding))


@pytest.mark.parametrize(
    ("post", "work", "expected"),
    [
        ("fixed_term: true", "status: started", True),
        ("until: 2027-12-31", "status: started", True),
        ("until: 2026-06-30", "status: started", True),
        ("fixed_term: true\ndeputy: d", "status: started", False),
        ("fixed_term: true", "status: started\ndeputy: d", False),
        ("fixed_term: true", "status: closed", False),
        ("", "status: started", False),
    ],
)
def test_a_post_for_a_time_needs_a_deputy_while_it_has_work(post: str, work: str, *, expected: bool) -> None:
    files = {"owners/o.yaml": f"title: O\n{post}", "owners/d.yaml": "title: D", "units/u.yaml": "name: U"}
    work = f"name: P\nowner: o\nunit: u\nperiod: {{until: 2026-06-30}}\n{work}"
    assert ids({**files, "projects/p.yaml": work}) == ["fixed-term-without-deputy"] * expected


@pytest.mark.parametrize(
    ("post", "files", "problem"),
    [
        ("fixed_term: true", {"goals/g.yaml": "name: G\nowner: o"}, None),
        ("fixed_term: true", {"projects/p.yaml": "name: P\nowner: o"}, "projects"),
        ("until: 2028-12-31", {"goals/g.yaml": "name: G\nowner: o"}, "last-day"),
        ("until: 2028-12-31", {"projects/p.yaml": "name: P\nowner: o"}, "last-day-projects"),
    ],
)
def test_a_deputy_is_advised_where_it_can_be_written(post: str, files: Files, problem: str | None) -> None:
    (finding,) = found("fixed-term-without-deputy", {**files, "owners/o.yaml": f"title: O\n{post}"})
    assert finding.problem == problem


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"owners/o.yaml": "title: O\ndeputy: o"}, ["owners/o.yaml:2"]),
        ({"owners/o.yaml": "title: O\ndeputy: n", "owners/n.yaml": "title: N\ndeputy: o"}, []),
        ({"projects/p.yaml": "name: P\nowner: o\ndeputy: o"}, ["projects/p.yaml:3 project"]),
        ({"projects/p.yaml": "name: P\nowner: o\ndeputy: n"}, []),
        ({"projects/p.yaml": "name: P\nowner: o\ndeputy: o\nstatus: closed"}, []),
        ({"owners/o.yaml": "title: O\ndeputy: o\nuntil: 2026-06-29"}, []),
        ({"projects/p.yaml": "name: P\nowner: gone\ndeputy: gone"}, []),
    ],
)
def test_nobody_stands_in_for_oneself(files: Files, expected: list[str]) -> None:
    posts = {"owners/o.yaml": "title: O", "owners/n.yaml": "title: N"}
    assert told_by("deputy-same-as-owner", {**posts, **files}) == expected


def test_a_post_that_another_continues_needs_no_deputy() -> None:
    posts = "[{id: o, title: O, until: 2026-12-31}, {id: n, title: N, continues: [o], from: 2027-01-01}]"
    files = {"owners/all.yaml": posts, "indicators/i.yaml": "name: I\nowner: o\ntargets: [{period: 2026, value: 1}]"}
    assert ids(files) == []


@pytest.mark.parametrize(
    ("heirs", "text"),
    [
        ("{id: n, title: N, continues: [o]}", "n"),
        ("{id: n, title: N, continues: [o], from: 2026-07-01}", None),
        ("{id: n, title: N, continues: [o]}, {id: m, title: M, continues: [o]}", None),
        ("{id: n, title: N, continues: [o], until: 2026-01-31}, {id: m, title: M, continues: [n]}", "m"),
    ],
)
def test_the_only_post_that_goes_on_is_offered_and_never_written_by_itself(heirs: str, text: str | None) -> None:
    files = {"owners/all.yaml": f"[{{id: o, title: O, until: 2025-12-31}}, {heirs}]"}
    (finding,) = (f for f in told({**files, "indicators/i.yaml": "name: I\nowner: o"}) if f.rule == "owner-ended")
    assert finding.problem == "successors"
    assert (finding.edit.text if finding.edit else None) == text
    assert finding.edit is None or not finding.edit.sure


@pytest.mark.parametrize(
    ("work", "on", "period"),
    [
        ("", "2026-05-30", "2025"),
        ("", "2026-05-31", "2026-T1"),
        ("updates: [{period: 2026-T1, status: on-track}]", "2026-09-30", None),
        ("updates: [{period: 2026-T1, status: on-track}]", "2026-10-01", "2026-T2"),
        ("updates: [{period: 2026-05, status: on-track}]", "2026-06-30", None),
        ("period: {from: 2026-04-30}", "2026-06-30", "2026-T1"),
        ("period: {from: 2026-05-01}", "2026-06-30", None),
    ],
)
def test_an_update_is_asked_for_the_last_period_whose_grace_is_over(work: str, on: str, period: str | None) -> None:
    files = {"strategy.yaml": REPORTED, "owners/o.yaml": "title: O", "units/u.yaml": "name: U"}
    project = f"name: P\nowner: o\nunit: u\nstatus: started\n{work}"
    found = told({**files, "projects/p.yaml": project}, date.fromisoformat(on))
    assert [str(one.args["written"]) for one in found if one.rule == "owner-silent"] == ([period] if period else [])


@pytest.mark.parametrize("status", ["idea", "approved", "paused", "closed"])
def test_only_a_started_project_is_asked_for_updates(status: str) -> None:
    files = {"strategy.yaml": REPORTED, "owners/o.yaml": "title: O", "units/u.yaml": "name: U"}
    assert ids({**files, "projects/p.yaml": f"name: P\nowner: o\nunit: u\nstatus: {status}"}) == []


def test_no_updates_are_asked_where_no_reporting_periods_are_declared() -> None:
    files = {"owners/o.yaml": "title: O", "units/u.yaml": "name: U"}
    assert ids({**files, "projects/p.yaml": "name: P\nowner: o\nunit: u\nstatus: started"}) == []


@pytest.mark.parametrize(("limit", "expected"), [(2, []), (1, ["overloaded-post"])])
def test_a_post_is_overloaded_past_the_limit_by_what_goes_on(limit: int, expected: list[str]) -> None:
    files = {
        "strategy.yaml": f"title: T\nlint: {{limits: {{owned: {limit}}}}}",
        "owners/o.yaml": "title: O",
        "goals/g.yaml": "name: G\nowner: o\nuntil: 2025-12-31",
        "indicators/all.yaml": "[{id: i, name: I, owner: o}, {id: j, name: J, owner: o}]",
        "projects/p.yaml": "name: P\nowner: o\nstatus: closed",
    }
    assert ids(files) == expected


UNITS = """
- {id: sector, name: Sector, head: director}
- {id: area, name: Area, parent: sector, head: manager}
- {id: unit, name: Unit, parent: area}
- {id: beside, name: Beside, parent: sector}
- {id: away, name: Away}
- {id: gone, name: Gone, until: 2025-12-31}
"""
POSTS = """
- {id: chief, title: Chief, unit: away}
- {id: director, title: Director, unit: away, reports_to: chief}
- {id: manager, title: Manager, unit: area, reports_to: director}
- {id: clerk, title: Clerk, unit: %s}
"""


@pytest.mark.parametrize(
    ("owner", "place", "work", "expected"),
    [
        ("clerk", "area", "unit: area", False),
        ("clerk", "unit", "unit: area", False),
        ("clerk", "sector", "unit: unit", False),
        ("clerk", "beside", "unit: area", True),
        ("clerk", "away", "unit: area", True),
        ("clerk", "away", "unit: area\nparticipants: [away]", False),
        ("clerk", "unit", "unit: away\nparticipants: [area]", False),
        ("director", "away", "unit: unit", False),
        ("chief", "away", "unit: unit", False),
        ("manager", "away", "unit: beside", True),
        ("clerk", "away", "unit: area\nstatus: closed", False),
        ("clerk", "gone", "unit: area", False),
        ("clerk", "away", "status: idea", False),
    ],
)
def test_an_owner_has_a_place_in_the_project(owner: str, place: str, work: str, *, expected: bool) -> None:
    project = f"name: P\nowner: {owner}\n{work}"
    files = {"units/all.yaml": UNITS, "owners/all.yaml": POSTS % place, "projects/p.yaml": project}
    assert ids(files) == ["owner-in-other-unit"] * expected


def test_circles_of_units_and_of_superiors_are_gone_round_once() -> None:
    units = "[{id: a, name: A, parent: b, head: o}, {id: b, name: B, parent: a}, {id: c, name: C, parent: c}]"
    posts = "[{id: o, title: O, unit: c, reports_to: p}, {id: p, title: P, reports_to: o}]"
    files = {"units/all.yaml": units, "owners/all.yaml": posts}
    assert ids({**files, "projects/p.yaml": "name: P\nowner: o\nunit: b\nstatus: started"}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_say_it_has_words(language: str) -> None:
    posts = "[{id: o, title: O, unit: u, until: 2025-12-31}, {id: n, title: N, continues: [o]}]"
    work = "name: P\nowner: o\nstatus: started\nupdates: [{period: 2025, status: on-track}]"
    files = {"strategy.yaml": REPORTED, "units/u.yaml": "name: U", "owners/all.yaml": posts, "projects/p.yaml": work}
    found = told(files)
    problems = {(one.rule, one.problem) for one in found}
    assert problems == {("owner-ended", "successors"), ("owner-silent", "since"), ("project-without-unit", "owner")}
    messages = Messages(language)
    assert all("{" not in messages.finding(one) + str(messages.help(one)) for one in found)
