"""What a terminal shows of long tables, which classes cells tell, and what the titles and warnings say when."""

from dataclasses import replace
from datetime import date

import pytest
from stages import record

from strategy_cli.formats.lives import markdown, text
from strategy_cli.formats.lives.account import Table
from strategy_cli.formats.lives.brief import brief
from strategy_cli.formats.lives.history_account import account as history_page
from strategy_cli.formats.lives.retrospect_account import account
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives.history import history
from strategy_cli.lives.record import Record
from strategy_cli.lives.retrospect import retrospect
from strategy_cli.messages import Messages
from strategy_cli.ref import Ref

ON = date(2026, 12, 31)
MEASURE = (
    "name: I%02d\nbetter: up\nbaseline: {period: 2020, value: 0}\ntargets: [{period: 2024, value: 5}]\nvalues: {%s}\n"
)


def many(indicators: int, projects: int) -> Record:
    """Make a record of indicators, every other without a value, and of projects that are removed."""
    files: dict[str, str | None] = {
        f"indicators/i{n:02}.yaml": MEASURE % (n, "2024: 5" if n % 2 else "") for n in range(indicators)
    }
    files |= {f"projects/p{n:02}.yaml": f"name: P{n}\nstatus: started\n" for n in range(projects)}
    return record(("2025-01-10", files), ("2025-06-10", dict.fromkeys((p for p in files if p[0] == "p"), None)))


def tables(made: Record, *, whole: bool) -> dict[str, Table]:
    telling = Telling(made, Messages("en"))
    told = account(retrospect(made, date(2025, 12, 31)), telling)
    return {table.key: table for table in (told if whole else brief(told, telling)).tables}


def test_long_tables_are_cut_and_what_is_left_out_is_said() -> None:
    made = many(0, 17)
    found = tables(made, whole=False)["removed"]
    assert found.rows == tables(made, whole=True)["removed"].rows[:15]
    assert found.more == "Rows not shown: 2. All with --all."


def test_long_tables_of_classes_are_put_together_by_class_and_reason() -> None:
    found = tables(many(20, 0), whole=False)["indicators"]
    assert found.heads == ("Standing", "Count", "Indicator")
    assert [row[:2] for row in found.rows] == [
        ("attained", "10"),
        ("cannot be assessed (there is no value); could be assessed at no stage", "10"),
    ]
    assert found.rows[0][2] == "I01; I03; I05; I07; I09; I11; …"
    assert found.more == "Every name with --all."


def test_short_tables_stay_as_they_are() -> None:
    made = many(15, 0)
    assert tables(made, whole=False) == tables(made, whole=True)


def test_classes_are_told_as_data_too() -> None:
    found = tables(many(4, 0), whole=True)["indicators"]
    assert {place: str(standing) for place, standing in found.standings.items()} == {
        (0, 1): "attained",
        (1, 1): "attained",
        (2, 1): "cannot",
        (3, 1): "cannot",
    }
    made = many(2, 0)
    life, telling = made.named[Ref("indicator", "i01")], Telling(made, Messages("en"))
    (table, _) = history_page(history(made, life, ON, on=date(2025, 1, 31)), telling).tables
    told = {table.rows[row][column]: str(standing) for (row, column), standing in table.standings.items()}
    assert told == {"attained": "attained", "cannot be assessed (the latest value is too old)": "cannot"}


@pytest.mark.parametrize(
    ("on", "title"),
    [(date(2028, 1, 1), "How the goals have got on"), (date(2029, 12, 31), "What came of the goals")],
)
def test_goals_are_under_way_until_the_strategy_is_over(on: date, title: str) -> None:
    made = record(("2025-01-01", {"goals/g.yaml": "name: G\n"}))
    told = account(retrospect(made, on), Telling(made, Messages("en")))
    assert told.tables[0].title == title


def test_what_is_missing_of_the_history_is_said_first() -> None:
    made = replace(many(1, 1), cut=True)
    telling = Telling(made, Messages("en"))
    lives = history(made, made.named[Ref("indicator", "i00")], ON)
    for told in (account(retrospect(made, ON), telling), history_page(lives, telling)):
        (warning,) = told.warnings
        assert warning.startswith("Only the end of the version history is here")
        assert text.written(told, telling.weights(), 200, color=False).splitlines()[1] == warning
        assert markdown.written(told, ("",) * 5).split("\n\n")[1].startswith("Only the end of the version history")


def test_what_others_changed_is_told_with_its_decision_or_that_there_is_none() -> None:
    indicator = "name: I\ngoal: g\nbetter: up\ntargets: [{period: 2029, value: %d}]\n"
    made = record(
        ("2025-01-10", {"goals/g.yaml": "name: G\n", "indicators/i.yaml": indicator % 9}),
        ("2025-06-10", {"indicators/i.yaml": indicator % 8}),
    )
    told = history_page(history(made, made.named[Ref("goal", "g")], ON), Telling(made, Messages("en")))
    (line,) = told.moments[0].lines
    assert (line.about, line.notes) == ("indicator: I", ("no recorded decision",))
    assert "Changes without a recorded decision: 1." in told.lead


def test_what_is_gone_is_told_with_its_day() -> None:
    made = record(("2025-01-10", {"goals/g.yaml": "name: G\n"}), ("2025-06-10", {"goals/g.yaml": None}))
    told = account(retrospect(made, ON), Telling(made, Messages("en")))
    assert told.tables[0].rows[0][0] == "G (removed 10 Jun 2025)"
    assert told.lead.endswith("Removed, merged or ended: 1, assessed as of their last day.")
