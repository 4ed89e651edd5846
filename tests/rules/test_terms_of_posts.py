"""Posts, units and bodies against the time of the work that hangs on them."""

from datetime import date

import pytest
from folders import loaded

from strategy_cli import rules
from strategy_cli.config import Settings
from strategy_cli.finding import Finding
from strategy_cli.messages import Messages

ON = date(2026, 6, 30)


def told(work: str, place: str, holder: str) -> list[Finding]:
    """Check a project with a post of its own among what it hangs on."""
    files = {"owners/o.yaml": "title: O", "projects/p.yaml": f"name: P\n{work}"}
    read = loaded({**files, place: holder})
    assert read.findings == ()
    return list(rules.check(read.strategy, Settings(), ON))


@pytest.mark.parametrize(
    ("until", "end", "expected"),
    [
        ("2026-12-31", "2027-06-30", "6 181"),
        ("2026-12-31", "2027-01-01", "0 1 days"),
        ("2026-12-31", "2027-01-30", "0 30 days"),
        ("2026-12-31", "2027-01-31", "1 31"),
        ("2026-07-15", "2026-08-15", "1 31"),
        ("2026-07-15", "2026-08-14", "0 30 days"),
        ("2027-01-31", "2027-02-28", "1 28"),
        ("2026-12-31", "9999-12-31", "95676 2912078"),
    ],
)
def test_the_gap_is_told_in_whole_months_else_in_days(until: str, end: str, expected: str) -> None:
    work = f"owner: x\nstatus: started\nperiod: {{until: {end}}}"
    (finding,) = told(work, "owners/x.yaml", f"title: X\nuntil: {until}")
    assert finding.rule == "owner-ends-before-work"
    assert f"{finding.args['months']} {finding.args['days']} {finding.problem or ''}".strip() == expected


@pytest.mark.parametrize(
    ("until", "end", "problem"),
    [
        ("2026-01-31", "2026-07-31", "before-work"),
        ("2026-01-31", "2026-02-28", "before-work"),
        ("2026-01-31", "2026-02-27", None),
        ("2026-01-31", "2026-01-31", None),
        ("2026-01-31", "2025-12-31", None),
        ("2026-01-31", "", None),
    ],
)
def test_what_is_left_without_an_owner_before_its_end_is_told(until: str, end: str, problem: str | None) -> None:
    (finding,) = told(
        f"owner: x\nstatus: started\nperiod: {{until: {end}}}", "owners/x.yaml", f"title: X\nuntil: {until}"
    )
    assert (finding.rule, finding.problem) == ("owner-ended", problem)


@pytest.mark.parametrize(
    ("heir", "expected"),
    [
        ("continues: [x]", []),
        ("continues: [x], from: 2026-08-01", []),
        ("continues: [x], until: 2026-12-31", []),
        ("continues: [x], until: 2026-12-30", ["owner-ends-before-work"]),
        ("from: 2026-08-01", ["owner-ends-before-work"]),
    ],
)
def test_a_post_that_goes_on_for_as_long_as_the_work_answers_for_the_rest(heir: str, expected: list[str]) -> None:
    posts = f"[{{id: x, title: X, until: 2026-07-31}}, {{id: y, title: Y, {heir}}}]"
    found = told("owner: x\nstatus: started\nperiod: {until: 2026-12-31}", "owners/all.yaml", posts)
    assert [finding.rule for finding in found] == expected


@pytest.mark.parametrize(
    ("work", "begin", "late"),
    [
        ("status: started", "2026-07-01", "late"),
        ("status: started", "2026-06-30", None),
        ("status: idea", "2026-07-01", None),
        ("status: approved\nperiod: {from: 2026-09-01}", "2026-09-01", None),
        ("status: approved\nperiod: {from: 2026-08-31}", "2026-09-01", "late"),
        ("status: closed\nperiod: {from: 2026-01-01}", "2026-09-01", None),
    ],
)
@pytest.mark.parametrize(
    ("key", "place", "holder"),
    [("owner", "owners/x.yaml", "title: X"), ("unit", "units/x.yaml", "name: X"), ("body", "bodies/x.yaml", "name: X")],
)
def test_what_begins_after_its_work_is_told(
    key: str, place: str, holder: str, work: str, begin: str, late: str | None
) -> None:
    owner = "" if key == "owner" else "owner: o\n"
    found = told(f"{owner}{key}: x\n{work}", place, f"{holder}\nfrom: {begin}")
    assert [finding.rule for finding in found] == ([f"{key}-not-begun"] if late else [])


def test_a_goal_without_dates_begins_with_the_strategy() -> None:
    files = {"strategy.yaml": "title: T\nperiod: {from: 2026-01-01}", "owners/o.yaml": "title: O\nfrom: 2027-01-01"}
    read = loaded({**files, "goals/g.yaml": "name: G\nowner: o"})
    assert [f.rule for f in rules.check(read.strategy, Settings(), ON)] == ["owner-not-begun"]


def test_a_gap_is_told_in_months_or_days() -> None:
    files = {"owners/o.yaml": "title: O\nuntil: 2026-12-31"}
    for end, words in (("2027-06-30", "6 kk ennen"), ("2027-01-10", "10 pv ennen")):
        project = f"name: P\nowner: o\nstatus: started\nperiod: {{until: {end}}}"
        (finding,) = rules.check(loaded({**files, "projects/p.yaml": project}).strategy, Settings(), ON)
        assert words in Messages("fi").finding(finding)
