"""What can happen to a project."""

from collections.abc import Iterator

from planted.row import Told, moved, rows, value

STEP = "milestones: [{name: M, due: DAY}]"


def _money() -> Iterator[Told]:
    for key in ("asked", "granted", "used", "external"):
        less, more = (f"money: [{{year: 2025, {key}: {amount}}}]" for amount in (5, 6))
        yield "", less, f"money-{key}-added"
        yield less, more, f"money-{key}-increased"


TOLD: list[Told | list[Told] | Iterator[Told]] = [
    ("owner: x, goals: [g]", None, "removed"),
    ("", "name: B", "name-changed"),
    ("name: Uimahallin korjaus", "name: Sähköinen asiointi", "name-replaced"),
    value("description", "description: A", "description: B"),
    (
        "goals: [a, b], depends_on: [p]",
        "goals: [b], indicators: [i]",
        "dependency-removed goal-link-removed indicator-link-added",
    ),
    value("programme", "programme: p", "programme: q"),
    value("unit", "unit: u", "unit: v"),
    ("", "participants: [u]", "participant-added"),
    value("owner", "owner: x", "owner: y"),
    value("deputy", "deputy: x", "deputy: y"),
    value("body", "body: x", "body: y"),
    ("owner: x, deputy: y", "deputy: z, body: b, unit: u", "body-added deputy-changed owner-removed unit-added"),
    ("status: approved", "status: started", "status-advanced"),
    ("status: in-practice", "status: closed", "status-advanced"),
    ("status: started", "status: paused", "status-paused"),
    ("status: paused", "status: cancelled", "status-cancelled"),
    ("status: idea", "status: cancelled", "status-cancelled"),
    value("start", "period: {from: 2025-01-01}", "period: {from: 2026-01-01}"),
    ("", "period: {until: 2026-12-31}", "deadline-added"),
    moved("deadline", "period: {until: DAY}"),
    ("period: {until: 2026-12-31}", "period: {from: 2025-01-01}", "deadline-removed start-added"),
    ("", STEP.replace("DAY", "2026-05-31"), "milestone-added"),
    moved("milestone", STEP),
    (
        "milestones: [{name: M, due: 2026-05-31}, {name: N, due: 2026-06-30}]",
        "milestones: [{name: O, due: 2026-06-30, done: 2026-06-01}, {name: M, due: 2026-07-31}]",
        "milestone-done-added milestone-name-changed milestone-postponed",
    ),
    (
        "milestones: [{name: M, due: 2026-05-31}]",
        "milestones: [{name: N, due: 2027-07-31}]",
        "milestone-added milestone-removed",
    ),
    value(
        "milestone-done",
        "milestones: [{name: M, due: 2026-05-31, done: 2026-05-01}]",
        "milestones: [{name: M, due: 2026-05-31, done: 2026-05-02}]",
    )[1:],
    _money(),
    (
        "money: [{year: 2025, asked: 5, used: 1}, {year: 2026, asked: 1}]",
        "money: [{year: 2025, asked: 4.0, granted: 3, used: 2, note: N}]",
        "money-asked-decreased money-asked-removed money-granted-added money-note-added money-used-increased",
    ),
    value("money-note", "money: [{year: 2025, note: A}]", "money: [{year: 2025, note: B}]"),
    ("", "effort: 1", "effort-added"),
    ("effort: 1", "effort: 1.5", "effort-increased"),
    ("decisions: [a]", "decisions: [a, b], processes: [P]", "decision-added process-added"),
    (
        "updates: [{period: 2026-T1, status: on-track}]",
        "updates: [{period: 2026-T1, status: at-risk, note: N}, {period: 2026-T2, status: on-track}]",
        "update-added update-changed update-changed",
    ),
    value("review", "review_by: 2026-01-01", "review_by: 2026-02-01"),
]
ROWS = tuple(rows("project", TOLD))
