"""What can happen to a goal."""

from planted.row import Told, moved, rows, value

JUDGED = "judgements: [{period: 2025, class: partly, reason: R, by: y}]"
TOLD: list[Told | list[Told]] = [
    (None, f"owner: x, {JUDGED}", "added"),
    ("", "name: B", "name-changed"),
    ("name: Vetovoimainen kaupunki", "name: Elinvoimainen kaupunki", "name-changed"),
    ("name: Lapset voivat hyvin", "name: Satama kasvaa", "name-replaced"),
    ("name: Lapset voivat hyvin", "name: 5G", "name-replaced"),
    ("name: {sv: Barnen mår bra}", "name: {fi: Satama kasvaa}", "name-replaced"),
    ("name: {fi: Lapset voivat hyvin, sv: Barnen mår bra}", "name: {fi: Satama kasvaa, sv: Barnen}", "name-changed"),
    (
        "name: {fi: Lapset voivat hyvin, sv: Barnen mår bra}",
        "name: {fi: Satama kasvaa, sv: Hamnen växer}",
        "name-replaced",
    ),
    ("name: {fi: A, sv: B}", "name: {fi: C, sv: D}", "name-changed"),
    ("name: {fi: A, sv: B}", "name: {sv: B}", "name-changed"),
    ("name: {sv: B}", "name: {sv: C}", "name-changed"),
    value("description", "description: X", "description: Y"),
    (
        "description: {fi: A, sv: B}",
        "name: {fi: A, sv: C}, description: {fi: A}",
        "translation-added translation-removed",
    ),
    value("number", "number: '1'", "number: '2'"),
    value("parent", "parent: a", "parent: b"),
    ("level: aim", "level: goal", "level-changed"),
    ("", "binding: true", "binding-added"),
    ("binding: true, parent: a", "binding: false, parent: b", "binding-removed parent-changed"),
    value("owner", "owner: x", "owner: y"),
    value("body", "body: x", "body: y"),
    (
        "participants: [a, b], consulted: [x]",
        "participants: [b, c]",
        "consulted-removed participant-added participant-removed",
    ),
    ("covers: [services, ownership]", "covers: [ownership, personnel]", "content-area-added content-area-removed"),
    ("", "themes: [t]", "theme-added"),
    ("", "roll_up: worst", "roll-up-added"),
    ("roll_up: all", "roll_up: worst", "roll-up-loosened"),
    ("roll_up: worst", "roll_up: mean", "roll-up-loosened"),
    ("roll_up: mean", "roll_up: judged", "roll-up-changed"),
    value("weight", "weight: 1", "weight: 2"),
    ("", JUDGED, "judgement-added"),
    (
        JUDGED,
        "judgements: [{period: 2025, class: cannot, reason: S, corrective: C, by: x}]",
        "judgement-changed judgement-changed judgement-changed judgement-changed",
    ),
    value("meaning", "meaning: {u: X}", "meaning: {u: Z}"),
    ("meaning: {u: X, v: Y}", "meaning: {u: Z}", "meaning-changed meaning-removed"),
    value("start", "from: 2026-01-01", "from: 2027-01-01"),
    ("", "until: 2029-12-31", "end-added"),
    moved("end", "until: DAY"),
    ("until: 2029-12-31", "until: 2030-12-31, from: 2026-01-01", "end-postponed-to-later-year start-added"),
    value("decision", "decision: d", "decision: e"),
]
ROWS = tuple(rows("goal", TOLD))
