"""What can happen to an indicator."""

from planted.row import Told, moved, rows, value

RANGE = "better: {min: 90, max: 110}"
UP = "better: up, targets: [{period: 2030, value: 5}]"


def target(better: str, value: str) -> str:
    return f"better: {better}, targets: [{{period: 2030, value: {value}}}]"


TOLD: list[Told | list[Told]] = [
    ("", "name: B", "name-changed"),
    ("name: Kävijät", "name: Ilman laatu", "name-replaced"),
    value("definition", "description: A", "description: B"),
    ("goal: x", "goals: [x]", ""),
    ("goal: x", "goals: [y]", "goal-link-added goal-link-removed"),
    value("kind", "kind: result", "kind: start"),
    ("", "type: rank", "type-changed"),
    value("unit", "unit: kg", "unit: t"),
    value("decimals", "decimals: 1", "decimals: 2"),
    value("better", "better: up", "better: down"),
    ("better: {min: 2, max: 3}", "better: {min: 1, max: 3}", "better-widened"),
    ("better: {min: 2, max: 3}", "better: {min: 1, max: 2}", "better-changed"),
    ("better: up", "better: {min: 1, max: 2}", "better-changed"),
    value("baseline", "baseline: {period: 1990, value: 0}", "baseline: {period: 2000, value: 0}"),
    (
        "baseline: {period: 1990, value: 0}",
        "baseline: {period: 2000, value: 1}",
        "baseline-changed baseline-changed",
    ),
    # targets: the direction in which better lies tells which way they went
    ("", "targets: [{period: 2030, value: 5}]", "target-added"),
    (target("up", "5"), target("up", "6"), "target-raised"),
    (target("down", "-50"), target("down", "-60"), "target-raised"),
    (target("down", "-60"), target("down", "-50"), "target-loosened"),
    (target("{min: 90, max: 110}", "80"), target("{min: 90, max: 110}", "85"), "target-raised"),
    (target("{min: 90, max: 110}", "95"), target("{min: 90, max: 110}", "120"), "target-loosened"),
    (target("{min: 90, max: 110}", "95"), target("{min: 90, max: 110}", "100"), "target-changed"),
    (target("{min: 90, max: 110}", "80"), target("{min: 90, max: 110}", "120"), "target-changed"),
    (target("up", "5"), target("up", "done"), "target-changed"),
    # where better was moved in the same edit, the old and the new are both heard
    (target("up", "5"), target("down", "6"), "better-changed target-changed"),
    (target("down", "30"), target("{min: 0, max: 1000}", "90"), "better-changed target-loosened"),
    (target("{min: 2, max: 4}", "3"), target("{min: 3, max: 40}", "39"), "better-changed target-loosened"),
    (target("{min: 2, max: 4}", "3"), target("{min: 1, max: 4}", "1"), "better-widened target-loosened"),
    (target("{min: 2, max: 4}", "5"), target("{min: 3, max: 40}", "4"), "better-changed target-raised"),
    (target("up", "5"), target("{min: 0, max: 9}", "5"), "better-changed"),
    ("targets: [{period: 2030, value: 30}]", target("up", "90"), "better-added target-changed"),
    ("targets: [{period: 2030, value: 30}]", "targets: [{period: 2030, value: 90}]", "target-changed"),
    ("targets: [{period: 2030, value: 5}]", "targets: [{period: 2030, value: 6}]", "target-changed"),
    (UP, UP.replace("2030", "2032"), "target-postponed-to-later-year"),
    (UP.replace("2030", "2030-T1"), UP, "target-postponed"),
    moved("target", "targets: [{period: DAY, value: 5}]"),
    (
        "targets: [{period: 2026, value: 1}, {period: 2030, value: 5}]",
        "targets: [{period: 2030, value: 5}]",
        "target-removed",
    ),
    ("values: {2020: 1}", "values: {2020: 1, 2021: 2}", "value-added"),
    ("values: {2020: 1}", "values: {2020: 2}", "value-revised"),
    ("values: {2020: {value: 1, preliminary: true}}", "values: {2020: 1}", "value-confirmed"),
    value("value-note", "values: {2020: {value: 1, note: N}}", "values: {2020: {value: 1, note: M}}")[1:],
    value("value-source", "values: {2020: {value: 1, source: N}}", "values: {2020: {value: 1, source: M}}")[1:],
    (
        "values: {2020: 1, 2021: {value: 2, preliminary: true}, 2022: 9}",
        "values: {2020: 1.5, 2021: {value: 2.0, note: N, source: S}, 2023: 3}, forecasts: {2024: 4}",
        "forecast-added value-added value-confirmed value-note-added value-removed value-revised value-source-added",
    ),
    value("forecast", "forecasts: {2024: 4}", "forecasts: {2024: 5}"),
    value("frequency", "frequency: year", "frequency: month"),
    value("lag", "lag: 1", "lag: 2"),
    value("why", "why: A", "why: B"),
    value("owner", "owner: x", "owner: y"),
    value("source", "source: A", "source: B"),
    value(
        "source-address", "source: {name: A, url: 'https://a.example'}", "source: {name: A, url: 'https://b.example'}"
    )[1:],
    (
        "source: SYKE, why: W",
        "source: {name: SYKE, table: T, url: 'https://x.example'}, decimals: 1",
        "decimals-added source-address-added source-changed why-removed",
    ),
    ("", "cumulative: true", "cumulative-changed"),
]
ROWS = tuple(rows("indicator", TOLD))
