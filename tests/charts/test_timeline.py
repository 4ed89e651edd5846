"""Timeline: bars are on whole years around the day, in order of time, and what goes past the axis says so."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.charts.timeline import Bar, Mark, Step, Stretch, Year, timeline

ON = date(2026, 7, 2)
DAYS = st.one_of(st.none(), st.dates(min_value=date(1900, 1, 1), max_value=date(9999, 12, 31)))


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_the_axis_takes_whole_years() -> None:
    drawing = timeline([Stretch(day("2025-03-01"), day("2028-05-31"))], ON)
    assert (drawing.first, drawing.last) == (day("2025-01-01"), day("2028-12-31"))
    assert drawing.years == (Year("0", 2025), Year("25", 2026), Year("50", 2027), Year("74.9", 2028))
    assert drawing.quarters == ()
    assert drawing.on == "37.4"


def test_quarters_are_told_apart_where_years_are_few() -> None:
    assert timeline([Stretch(day("2026-01-01"), day("2026-12-31"))], ON).quarters == ("24.7", "49.6", "74.8")


def test_a_bar_takes_its_days_and_its_steps_stand_on_theirs() -> None:
    steps = (Step(day("2026-01-01"), "done"), Step(day("2026-07-02"), "late"))
    [bar] = timeline([Stretch(day("2026-01-01"), day("2026-12-31"), steps)], ON).bars
    assert bar == Bar("0", "100", from_before=False, goes_on=False, marks=(Mark("0", "done"), Mark("49.9", "late")))


def test_open_ends_run_to_the_edge_and_say_so() -> None:
    closed, no_end, no_start, nothing = timeline(
        [
            Stretch(day("2026-01-01"), day("2027-12-31")),
            Stretch(day("2026-07-02"), None),
            Stretch(None, day("2026-07-02")),
            Stretch(None, None),
        ],
        ON,
    ).bars
    assert (closed.from_before, closed.goes_on) == (False, False)
    assert (no_end.from_before, no_end.goes_on, no_end.x) == (False, True, "24.9")
    assert (no_start.from_before, no_start.goes_on, no_start.x) == (True, False, "0")
    assert nothing.x is None


def test_the_far_past_and_the_far_future_are_cut() -> None:
    drawing = timeline([Stretch(day("1950-01-01"), day("2150-12-31"))], ON)
    assert (drawing.first.year, drawing.last.year) == (2020, 2035)
    assert (drawing.bars[0].from_before, drawing.bars[0].goes_on) == (True, True)
    assert sum(year.label is not None for year in drawing.years) <= 8


def test_an_end_before_the_beginning_is_drawn_as_a_point() -> None:
    [bar] = timeline([Stretch(day("2026-12-31"), day("2026-01-01"))], ON).bars
    assert bar.width == "0.3"


@given(st.lists(st.tuples(DAYS, DAYS), max_size=6), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))
def test_all_is_within_the_axis(terms: list[tuple[date | None, date | None]], on: date) -> None:
    steps = (Step(min(on, date.max - timedelta(1)), "ahead"),)
    drawing = timeline([Stretch(first, last, steps) for first, last in terms], on)
    assert drawing.first <= on <= drawing.last
    assert 1 <= len(drawing.years) <= 16
    assert len(drawing.bars) == len(terms)
    for bar in drawing.bars:
        assert all(0 <= float(mark.x) <= 100 for mark in bar.marks)
        if bar.x is not None:
            assert float(bar.x) >= 0
            assert float(bar.x) + float(bar.width) <= 100.4
