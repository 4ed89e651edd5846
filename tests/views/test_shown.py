"""What a report shows to its readers: in the page and in the Markdown, in words."""

import re
from dataclasses import replace

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.source import Version
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.progress import progress_report
from strategy_cli.views.reports import made

MARKUPS = ("html", "md")
WAY = "better: up, baseline: {period: 2024, value: 0}"


def shown(files: Files, markup: str, language: str = "en", since: Files | None = None, on: str = "2026-09-30") -> str:
    """Make a report, its white space folded and in HTML without the head."""
    about = {"strategy.yaml": f"{{title: S, languages: [{language}]}}"}
    read = strategy({**about, **files})
    comparison = compared(strategy({**about, **since}), read) if since else None
    text = formatted(markup, made("progress", Basis(read, day(on))), comparison, Messages(language))
    return re.sub(r"[\s\u00a0]+", " ", text.rpartition("</head>")[2])


def words(markup: str) -> str:
    """Strip the tags of HTML."""
    return re.sub(r" +", " ", re.sub(r"<[^>]+>", "", markup))


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_interim_value_stands_beside_the_years_and_has_no_percentage(markup: str) -> None:
    keys = "cumulative: true, values: {2025: 90, 2026-T1: 34}, targets: [{period: 2026, value: 100}]"
    found = words(shown({"indicators/i.yaml": f"{{name: I, better: up, {keys}}}"}, markup, "fi"))
    assert "tammi–huhtikuu 2026: 34" in found
    assert ("90 (2025)" if markup == "md" else "90 2025") in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_the_source_is_the_values_own_else_the_indicators(markup: str) -> None:
    keys = "source: The register, values: {2024: 1, 2025: {value: 2, source: A survey}}"
    files = {"indicators/i.yaml": f"{{name: I, {keys}}}"}
    assert "A survey" in shown(files, markup)
    assert "The register" not in shown(files, markup)
    assert "The register" in shown(files, markup, on="2025-06-30")


@pytest.mark.parametrize("markup", MARKUPS)
def test_targets_on_the_way_and_the_forecast_stand_beside_the_final_target(markup: str) -> None:
    targets = (
        "[{period: 2025, value: 5}, {period: 2026-T2, value: 7}, {period: 2027, value: 8}, {period: 2029, value: 9}]"
    )
    keys = f"{WAY}, targets: {targets}, values: {{2026-08: 6}}, forecasts: {{2029: 9.5}}"
    found = words(shown({"indicators/i.yaml": f"{{name: I, {keys}}}"}, markup, "fi"))
    assert "Välitavoite tammi–elokuu 2026: 7, ei saavutettu" in found
    assert "Välitavoite 2027: 8" in found
    assert "Ennuste 2029: 9,5, vastuuhenkilön arvio" in found
    assert "Välitavoite 2025" not in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_every_indicator_counted_as_reached_says_so(markup: str) -> None:
    keys = f"{WAY}, values: {{2025: 9}}"
    files = {
        "indicators/on-the-way.yaml": f"{{name: A, {keys}, targets: [{{period: 2029, value: 9}}]}}",
        "indicators/at-date.yaml": f"{{name: B, {keys}, targets: [{{period: 2025, value: 9}}]}}",
        "indicators/range.yaml": "{name: C, better: {min: 5, max: 9}, values: {2025: 7}}",
    }
    found = words(shown(files, markup))
    assert found.count("The final target level has been reached") == 2
    assert found.count("The value is within the target range") == 1
    assert "5–9" in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_goal_says_how_it_was_rolled_up_and_what_that_hides(markup: str) -> None:
    behind = f"{WAY}, targets: [{{period: 2025, value: 10}}]"
    files = {
        "goals/top.yaml": "{name: Top, roll_up: mean}",
        "goals/good.yaml": "{name: Good, parent: top, weight: 9}",
        "goals/bad.yaml": "{name: Bad, parent: top, binding: true}",
        "indicators/good.yaml": f"{{name: I, goal: good, {behind}, values: {{2025: 10}}}}",
        "indicators/bad.yaml": f"{{name: I, goal: bad, {behind}, values: {{2025: 1}}}}",
    }
    found = words(shown(files, markup, "fi"))
    assert found.count("Kokoamistapa: keskiarvo") == 1
    assert found.count("Sitova alatavoite jäljessä: Bad") == 1
    worst = words(shown({**files, "goals/top.yaml": "{name: Top, roll_up: worst}"}, markup, "fi"))
    assert "Sitova alatavoite jäljessä" not in worst


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_goal_that_has_ended_is_marked_and_not_counted(markup: str) -> None:
    files = {"goals/g.yaml": "{name: G, binding: true, until: 2026-06-30}", "goals/h.yaml": "name: H"}
    found = words(shown(files, markup, "fi"))
    assert "päättynyt 30.6.2026" in found
    assert "Tavoitteita 1:" in found
    assert "Sitovia" not in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_the_overview_names_every_goal_with_its_class_and_owner(markup: str) -> None:
    files = {
        "goals/a.yaml": '{name: Harbour, number: "2.1", owner: o}',
        "goals/b.yaml": '{name: Centre, number: "1.1"}',
        "goals/c.yaml": "{name: Aim, level: aim}",
        "goals/d.yaml": "{name: Gone, until: 2026-01-01}",
        "owners/o.yaml": "title: Mayor",
    }
    view = progress_report(Basis(strategy(files), day("2026-09-30")), ())
    assert [g.id for g in view.overview] == ["b", "a"]
    found = shown(files, markup)
    if markup == "md":
        assert "| 2.1 | Harbour | ○ cannot be assessed | Mayor |" in found
    else:
        assert re.search(r'>2\.1</td><th [^>]+><a href="#goal-a">Harbour</a></th>.+?<td role="cell">Mayor</td>', found)


def test_each_class_has_a_shape_of_its_own_but_for_the_two_that_fell_short() -> None:
    marks = Messages("en")
    legend = {name: marks.say(f"report.class.{name}") for name in ("attained", "partly", "on-track", "at-risk")}
    judged = "{{name: G, judgements: [{{period: 2025, class: {}, reason: R, by: o}}]}}"
    files = {f"goals/{c}.yaml": judged.format(c) for c in ("attained", "partly")} | {"owners/o.yaml": "title: O"}
    way = f"{WAY}, targets: [{{period: 2028, value: 100}}]"
    for name, value in (("on-track", 100), ("at-risk", 18)):
        files |= {
            f"goals/{name}.yaml": "name: G",
            f"indicators/{name}.yaml": f"{{name: I, goal: {name}, {way}, values: {{2025: {value}}}}}",
        }
    found = shown(files, "md")
    assert all(f"{shape} {legend[name]}" in found for shape, name in zip("■◐●◆", legend, strict=True))


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_falls_back_to_another_language_is_marked_in_provenance_and_changes_too(markup: str) -> None:
    about = "{title: S, languages: [fi, sv], decision: d}"
    files = {
        "strategy.yaml": about,
        "bodies/b.yaml": "name: Valtuusto",
        "decisions/d.yaml": "{title: P, body: b, date: 2025-12-15, section: § 87}",
        "goals/g.yaml": "{name: Tavoite, number: '1'}",
        "indicators/i.yaml": "{name: Mittari, goal: g, unit: '%', values: {2025: 1}}",
    }
    found = words(shown(files, markup, "sv", since={**files, "goals/g.yaml": "{name: Tavoite, number: '2'}"}))
    assert "Valtuusto (fi) 15.12.2025 § 87" in found
    assert "% (fi)" not in found
    assert found.count("Tavoite (fi)") >= 4  # overview, heading, caption or part, changes


@pytest.mark.parametrize("markup", MARKUPS)
def test_changes_stand_in_a_table_with_what_was_and_what_it_becomes(markup: str) -> None:
    before = {"goals/g.yaml": "{name: Old}", "projects/p.yaml": "{name: P, status: idea}"}
    after = {"goals/g.yaml": "{name: New}", "projects/p.yaml": "{name: P, status: started}"}
    found = shown(after, markup, since=before)
    if markup == "html":
        assert '<a href="#goal-g">New</a>' in found
        assert '<a href="#project-p">P</a>' in found
        assert ">Old</td>" in found
    else:
        assert re.search(r"\| [^|]+: New \| [^|]+ \| Old \| New \|", found)


def test_a_project_that_is_gone_is_named_without_a_link() -> None:
    found = shown({}, "html", since={"projects/p.yaml": "name: P"})
    assert "#project-p" not in found
    assert "</span> P</th>" in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_money_has_a_sum_cents_in_a_whole_column_and_says_that_the_cancelled_are_in_it(markup: str) -> None:
    files = {
        "projects/p.yaml": "{name: P, owner: o, money: [{year: 2026, asked: 10, used: 1.5}, {year: 2027, asked: 5}]}",
        "projects/q.yaml": "{name: Q, owner: o, status: cancelled, money: [{year: 2027, used: 2}]}",
        "owners/o.yaml": "title: O",
    }
    found = words(shown(files, markup, "fi").replace("**", ""))
    table = found[found.rindex("Yhteensä") :]
    assert table.index("15 €") < table.index("3,50 €")
    assert "2,00 €" in found
    assert "Mukana on myös peruttujen projektien rahoitus (projekteja 1)." in found


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(("keys", "said"), [("", "No phase given"), (", status: idea", "idea")])
def test_a_phase_that_nobody_gave_is_not_made_up(keys: str, said: str, markup: str) -> None:
    files = {"goals/g.yaml": "name: G", "projects/p.yaml": f"{{name: P, goals: [g]{keys}}}"}
    found = words(shown(files, markup))
    assert said in found
    assert ("idea" in found) is (said == "idea")


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(("begins", "told"), [("2026-09-30", False), ("2026-10-01", True)])
def test_a_strategy_that_has_not_begun_says_so(markup: str, begins: str, *, told: bool) -> None:
    found = shown({"strategy.yaml": f"{{title: S, languages: [en], period: {{from: {begins}}}}}"}, markup)
    assert ("The strategy's period begins only on 1 Oct 2026" in found.replace("&#39;", "'")) == told


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(("on", "told"), [("2026-06-30", False), ("2026-03-30", True)])
def test_files_of_much_later_than_the_reports_day_are_said_to_be(markup: str, on: str, told: bool) -> None:  # noqa: FBT001
    version = Version("made", commit="a" * 40, day=day("2026-09-30"), clean=True)
    read = replace(strategy({"goals/g.yaml": "name: G"}), version=version)
    page = formatted(markup, made("progress", Basis(read, day(on))), None, Messages("en"))
    assert ("The files are of 30 Sept 2026" in page.replace("\u00a0", " ")) is told
