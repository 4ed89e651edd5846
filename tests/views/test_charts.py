"""Charts in reports: each is named, described and beside its figures, and drawn without leaning on the style sheet."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from folders import Files
from making import strategy

from strategy_cli import loading, source
from strategy_cli.commands.report import formatted
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.heat import heat_part
from strategy_cli.views.parts.projects import cards
from strategy_cli.views.progress import ProgressReport, progress_report
from strategy_cli.views.reports import made

ROOT = Path(__file__).parents[2]
ON = date(2026, 9, 30)
DRAWN = {"path", "rect", "circle", "line", "text"}
PAINT = {"fill", "stroke", "color"}

SMALL: Files = {
    "strategy.yaml": "{title: S, languages: [en]}",
    "goals/aim.yaml": "{name: Aim, level: aim}",
    "goals/one.yaml": "{name: One, parent: aim, number: '1.1'}",
    "goals/two.yaml": "{name: Two, parent: aim}",
    "programmes/p.yaml": "{name: Programme, goals: [two]}",
    "units/a.yaml": "{name: Sector A, level: sector}",
    "units/b.yaml": "{name: Sector B, level: sector}",
    "projects/x.yaml": "{name: X, goals: [one], unit: a, status: started, period: {from: 2026-01-01}}",
    "projects/y.yaml": "{name: Y, goals: [one, two], unit: b, participants: [a], status: cancelled}",
    "projects/z.yaml": "{name: Z, goals: [one], unit: b, period: {from: 2025-01-01, until: 2027-12-31},"
    " milestones: [{name: M, due: 2026-01-31}]}",
    "indicators/i.yaml": "{name: I, goal: one, better: down, decimals: 1, baseline: {period: 2023, value: 9},"
    " targets: [{period: 2026, value: 7}, {period: 2028, value: 5}],"
    " values: {2024: 8, 2025: {value: 7.5, preliminary: true}, 2026: 7}, forecasts: {2028: 5.5}}",
    "indicators/within.yaml": "{name: W, goal: one, better: {min: 1, max: 3}, values: {2024: 2, 2025: 4}}",
    "indicators/single.yaml": "{name: Single, goal: one, better: up, values: {2025: 4}}",
    "indicators/worded.yaml": "{name: Worded, goal: one, type: text, values: {2024: yes, 2025: no}}",
}


@cache
def sample() -> Strategy:
    return loading.load(source.from_folder(ROOT / "strategy_data", versioned=False)).strategy


def report(of: Strategy) -> ProgressReport:
    basis = Basis(of, ON)
    return progress_report(basis, cards(basis))


@cache
def page(language: str) -> Element:
    text = formatted("html", made("progress", Basis(sample(), ON)), None, Messages(language))
    found: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    for one in found.iter():
        one.tag = str(one.tag).rpartition("}")[2]  # the space of names that drawings are in
    return found


def small(markup: str) -> str:
    return formatted(markup, made("progress", Basis(strategy(SMALL), ON)), None, Messages("en"))


def drawings(root: Element) -> list[Element]:
    return [one for one in root.iter("svg") if one.attrib.get("aria-hidden") != "true"]


def outermost(root: Element) -> list[Element]:
    """Drop the drawings within drawings."""
    within = {id(inner) for one in drawings(root) for inner in one.iter("svg") if inner is not one}
    return [one for one in drawings(root) if id(one) not in within]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_drawing_is_an_image_with_a_title(language: str) -> None:
    found = outermost(page(language))
    assert len(found) > 60
    for one in found:
        assert one.attrib["role"] == "img"
        first = next(iter(one))
        assert first.tag == "title"
        assert (first.text or "").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_named_and_described_by_words_of_its_own(language: str) -> None:
    root = page(language)
    ids = {one.attrib["id"]: one for one in root.iter() if "id" in one.attrib}
    assert [i for i, n in Counter(one.attrib["id"] for one in root.iter() if "id" in one.attrib).items() if n > 1] == []
    charts = [one for one in outermost(root) if one.attrib.get("class") == "chart"]
    assert len(charts) > 20
    for chart in charts:
        title, desc = (ids[name] for name in chart.attrib["aria-labelledby"].split())
        assert (title.tag, desc.tag) == ("title", "desc")
        assert len("".join(desc.itertext())) > 20


def test_every_chart_stands_beside_a_table_of_its_figures() -> None:
    figures = [one for one in page("fi").iter("figure") if one.find(".//svg") is not None]
    assert len(figures) > 20
    for figure in figures:
        assert figure.find(".//table") is not None
        assert figure.find(".//table/caption") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_is_painted_without_the_style_sheet(language: str) -> None:
    def unpainted(one: Element, *, painted: bool) -> list[str]:
        painted = painted or bool(PAINT & set(one.attrib))
        own = [f"{one.tag} {one.attrib}"] if one.tag in DRAWN and not painted else []
        return [*own, *(found for child in one for found in unpainted(child, painted=painted))]

    assert [mark for one in page(language).iter("svg") for mark in unpainted(one, painted=False)] == []


def test_no_drawing_has_a_figure_of_the_reader_s_language_among_its_coordinates() -> None:
    numbers = {"d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "viewBox", "transform"}
    for drawing in page("fi").iter("svg"):
        for one in drawing.iter():
            for name in numbers & set(one.attrib):
                assert re.fullmatch(r"[-\d. MLHVCalhvcmz%()trnse]*", one.attrib[name]), one.attrib[name]


def test_an_indicator_has_a_trend_when_two_numbers_are_known() -> None:
    rows = {row.id: row for row in report(strategy(SMALL)).goals[0].goals[0].indicators}
    assert {name for name, row in rows.items() if row.trend} == {"i", "within"}
    trend = rows["i"].trend
    assert trend is not None
    assert [(str(r.period), r.actual and str(r.actual), r.note, r.target and str(r.target)) for r in trend.rows] == [
        ("2023", "9", "baseline", None),
        ("2024", "8", None, None),
        ("2025", "7.5", "preliminary", None),
        ("2026", None, None, "7"),
        ("2028", None, None, "5"),
    ]
    assert (trend.forecast and str(trend.forecast.value), trend.continuation) == ("5.5", None)
    assert trend.chart.path.count("L") == 2


def test_a_value_after_the_day_is_not_drawn() -> None:
    [one] = [row.trend for row in report(strategy(SMALL)).goals[0].goals[0].indicators if row.id == "i"]
    assert one is not None
    assert str(one.last.period) == "2025"


def test_what_each_sector_does_is_counted_for_each_goal() -> None:
    part = heat_part(Basis(strategy(SMALL), ON))
    assert part is not None
    assert [named.name for named in part.table.columns] == [
        strategy(SMALL).units["a"].name,
        strategy(SMALL).units["b"].name,
    ]
    assert [(row.of.id, [count for count, _ in row.cells], row.of.carriers) for row in part.table.rows] == [
        ("one", [1, 1], 2),
        ("two", [0, 0], 0),
    ]
    assert (part.alone, part.nobody) == (0, 1)


def test_the_map_joins_aims_goals_and_programmes() -> None:
    part = report(strategy(SMALL)).map
    assert part is not None
    assert part.chart is not None
    assert [[box.id for box in column.boxes] for column in part.chart.columns] == [
        ["goal-aim"],
        ["goal-one", "goal-two"],
        ["programme-p"],
    ]
    assert part.chart.links.count("M") == 3
    assert [(row.id, row.projects, len(row.programmes)) for row in part.rows] == [("one", 3, 0), ("two", 1, 1)]


def test_a_map_of_very_many_goals_is_a_table_alone() -> None:
    many = {f"goals/g{n:03}.yaml": f"{{name: G{n}, parent: aim}}" for n in range(70)}
    part = report(strategy({**SMALL, **many})).map
    assert part is not None
    assert part.chart is None
    assert len(part.rows) == 72


def test_projects_are_drawn_in_time_under_their_sectors() -> None:
    part = report(strategy(SMALL)).timeline
    assert part is not None
    assert [[(row.card.id, row.kind, row.bar.goes_on) for row in group.rows] for group in part.groups] == [
        [("x", "running", True)],
        [("z", "planned", False), ("y", "cancelled", False)],
    ]
    assert part.kinds == ("running", "planned", "cancelled")
    [mark] = part.groups[1].rows[0].bar.marks
    assert mark.state == "late"


def test_a_strategy_without_goals_or_projects_has_no_charts() -> None:
    empty = report(strategy({"strategy.yaml": "{title: S, languages: [en]}"}))
    assert (empty.map, empty.heat, empty.timeline) == (None, None, None)


def test_markdown_tells_the_same_in_rows() -> None:
    text = small("md")
    assert "| 1.1 One | 1 | 1 | 2 |" in text
    assert "- I: 2023: 9,0 (baseline); 2024: 8,0; 2025: 7,5 (preliminary)" in text
    assert "svg" not in text
