"""What readers see of the summary: in the page and in the Markdown."""

import re

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

MARKUPS = ("html", "md")
ABOUT = {"strategy.yaml": "{title: S, languages: [en], reporting: {grace_days: 365}}"}
BEHIND = "better: up, baseline: {period: 2024, value: 0}, targets: [{period: 2025, value: 10}], values: {2025: 1}"


def shown(files: Files, markup: str, since: Files | None = None) -> str:
    """Make a summary, its white space folded and its tags taken off."""
    read = strategy({**ABOUT, **files})
    comparison = compared(strategy({**ABOUT, **since}), read) if since is not None else None
    report = made("summary", Basis(read, day("2026-06-30"), year=2026))
    text = formatted(markup, report, comparison, Messages("en"))
    body = text.rpartition("</head>")[2].replace("&nbsp;", " ")
    return re.sub(r"[\s\u00a0]+", " ", re.sub(r"<[^>]+>", " ", body))


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_binding_goal_that_a_mean_hides_is_named_and_so_is_the_mean(markup: str) -> None:
    files = {
        "goals/a.yaml": "{name: Aim, level: aim, roll_up: mean}",
        "goals/b.yaml": "{name: Hidden, parent: a, binding: true}",
        "goals/c.yaml": "{name: C, parent: a}",
        "indicators/i.yaml": f"{{name: I, goal: b, {BEHIND}}}",
        "indicators/j.yaml": f"{{name: J, goal: c, {BEHIND.replace('2025: 1}', '2025: 30}')}}}",
    }
    found = shown(files, markup).replace("*", "")
    messages = Messages("en")
    assert f"{messages.say('report.behind')}: Hidden" in found
    assert f"{messages.say('report.way')}: mean" in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_goals_are_not_called_aims_where_there_are_none(markup: str) -> None:
    found = shown({"goals/g.yaml": "name: G"}, markup)
    assert "Aims" not in found
    assert re.search("(## )?Goals (- )?G", found.replace("*", ""))


@pytest.mark.parametrize("markup", MARKUPS)
def test_three_of_the_projects_that_wait_are_named_and_the_rest_counted(markup: str) -> None:
    files = {f"projects/p{n}.yaml": f"{{name: P{n}, status: proposed, owner: o}}" for n in range(5)}
    found = shown({**files, "owners/o.yaml": "title: O"}, markup)
    assert re.search(r"Projects to be approved: 5 \(?P0; P1; P2 and 2 more", found)


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_there_is_no_room_for_is_counted_by_its_sort(markup: str) -> None:
    files = {f"goals/g{n}.yaml": "{name: G}" for n in range(7)}
    files |= {f"indicators/i{n}.yaml": f"{{name: I, goal: g{n}, {BEHIND}}}" for n in range(7)}
    assert "In addition: goals that are off track (2)." in shown(files, markup)


@pytest.mark.parametrize("markup", MARKUPS)
def test_changes_are_counted_in_one_line_and_not_listed(markup: str) -> None:
    found = shown({"goals/g.yaml": "name: Newcomer", "goals/a.yaml": "{name: A, level: aim}"}, markup, since={})
    assert re.search(r"Changes: for decision 2\W", found)
    assert found.count("Newcomer") == 0
    assert "The progress report lists the changes." in found
