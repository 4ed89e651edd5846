"""What can happen to a programme, a post, a unit, a body and a decision."""

from planted.row import Told, moved, rows, value

PROGRAMME: list[Told | list[Told]] = [
    ("", "name: B", "name-changed"),
    ("name: Hiilineutraali Kemi", "name: Palveluverkko", "name-replaced"),
    value("description", "description: A", "description: B"),
    ("", "goals: [g]", "goal-link-added"),
    value("owner", "owner: x", "owner: y"),
    value("body", "body: x", "body: y"),
    value("start", "period: {from: 2025-01-01}", "period: {from: 2026-01-01}"),
    ("", "period: {until: 2026-12-31}", "deadline-added"),
    moved("deadline", "period: {until: DAY}"),
    value("decision", "decision: a", "decision: b"),
    (
        "period: {until: 2026-12-31}, goals: [a]",
        "owner: x, period: {until: 2025-06-30}",
        "deadline-advanced-to-earlier-year goal-link-removed owner-added",
    ),
]
OWNER: list[Told | list[Told]] = [
    ("", "title: B", "title-changed"),
    value("unit", "unit: u", "unit: v"),
    value("superior", "reports_to: p", "reports_to: q"),
    value("start", "from: 2025-01-01", "from: 2026-01-01"),
    ("", "until: 2025-12-31", "end-added"),
    moved("end", "until: DAY"),
    ("", "fixed_term: true", "fixed-term-changed"),
    value("deputy", "deputy: p", "deputy: q"),
    value("holder", "holder: p", "holder: q"),
]
UNIT: list[Told | list[Told]] = [
    ("", None, "removed"),
    ("", "name: B", "name-changed"),
    ("level: sector", "level: area", "level-changed"),
    value("parent", "parent: u", "parent: v"),
    value("start", "from: 2025-01-01", "from: 2026-01-01"),
    value("end", "until: 2025-12-31", "until: 2026-12-31"),
    ("", "successors: [v]", "successor-added"),
    value("body", "body: x", "body: y"),
    value("head", "head: x", "head: y"),
]
BODY: list[Told | list[Told]] = [
    (None, "", "added"),
    ("", "name: B", "name-changed"),
    value("kind", "kind: board", "kind: council"),
    value("superior", "reports_to: a", "reports_to: b"),
    ("", "members: [X]", "member-added"),
    value("task", "task: A", "task: B"),
    value("start", "from: 2025-01-01", "from: 2026-01-01"),
    value("end", "until: 2025-12-31", "until: 2026-12-31"),
]
DECISION: list[Told | list[Told]] = [
    (None, "", "added"),
    ("", "title: B", "title-changed"),
    ("body: a", "body: b", "body-changed"),
    ("date: 2025-01-01", "date: 2025-02-01", "date-changed"),
    value("section", "section: § 1", "section: § 2"),
    value("case-number", "case_number: 1/2025", "case_number: 2/2025"),
    value("kind", "kind: noted", "kind: decided"),
    value("presenter", "presenter: a", "presenter: b"),
    value("proposal", "proposal: A", "proposal: B"),
    value("text", "text: A", "text: B"),
    ("concerns: [goal/x]", "concerns: [goal/y]", "concern-added concern-removed"),
    value("previous", "previous: a", "previous: b"),
]
ROWS = (
    *rows("programme", PROGRAMME),
    *rows("owner", OWNER),
    *rows("unit", UNIT),
    *rows("body", BODY),
    *rows("decision", DECISION),
)
