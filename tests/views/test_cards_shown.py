"""What readers see of a board's packet and of the cards of a unit and of an owner: in the page and in the Markdown."""

import re
from pathlib import Path

import pytest
import snapshots
from folders import Files
from making import day, strategy

from strategy_cli import loading, source
from strategy_cli.changes import compared
from strategy_cli.commands.report import formatted
from strategy_cli.messages import Messages
from strategy_cli.source import Version
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.tellable import told
from strategy_cli.views.reports import made

SAMPLE = Path(__file__).parents[2] / "strategy_data"
ON = day("2026-09-30")
MARKUPS = ("html", "md")
SUBJECTS = {"board": "technical-board", "unit": "streets-and-parks", "owner": "street-engineer"}
POST = {
    "owners/o.yaml": "{title: Captain, unit: u, until: 2026-12-31, deputy: d}",
    "owners/d.yaml": "{title: Mate, unit: u}",
    "units/u.yaml": "{name: Harbour, head: o, body: b}",
    "bodies/b.yaml": "name: Board",
}


@pytest.fixture(scope="module")
def sample() -> Strategy:
    """Read the sample, as if outside git."""
    read = source.from_folder(SAMPLE)
    return loading.load(source.Source(read.prefix, Version(""), read.files)).strategy


def shown(files: Files, kind: str, subject: str, markup: str, names: str = "role") -> str:
    """Make a report in English, its white space folded and its tags taken off."""
    read = strategy({"strategy.yaml": "{title: S, languages: [en]}", **files})
    text = formatted(markup, made(kind, Basis(read, ON, subject=subject, names=names)), None, Messages("en"))
    return re.sub(r"[\s\u00a0]+", " ", re.sub(r"<[^>]+>", " ", text.rpartition("</head>")[2]))


@pytest.mark.parametrize("kind", SUBJECTS)
def test_the_samples_reports_in_finnish(sample: Strategy, kind: str) -> None:
    made_ = made(kind, Basis(sample, ON, subject=SUBJECTS[kind]))
    snapshots.matches(formatted("md", made_, None, Messages("fi")), f"{kind}-fi.md")


@pytest.mark.parametrize(("kind", "things"), [("board", "bodies"), ("unit", "units"), ("owner", "owners")])
def test_of_everything_in_the_sample_there_is_a_page_whose_links_lead_somewhere(
    sample: Strategy, kind: str, things: str
) -> None:
    for identity in getattr(sample, things):
        page = formatted("html", made(kind, Basis(sample, ON, subject=identity)), None, Messages("sv"))
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids)), identity
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids), identity


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_body_without_anything_says_so_in_one_sentence(markup: str) -> None:
    found = shown({"bodies/b.yaml": "{name: Board}"}, "board", "b", markup)
    assert "The strategy gives this body no goals and no projects of its own." in found
    assert "Nothing" not in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_post_that_ends_hands_over_what_goes_on(markup: str) -> None:
    files = {**POST, "projects/p.yaml": "{name: Quay, owner: o, status: started, period: {until: 2027-06-30}}"}
    found = shown(files, "owner", "o", markup)
    assert "The post ends on 31 Dec 2026. What continues after that: 1." in found
    assert re.search(r"Project:? Quay [| ]*30 Jun 2027 [| ]*Mate", found)


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_post_that_ends_with_its_work_says_that_nothing_is_left(markup: str) -> None:
    found = shown(POST, "owner", "o", markup)
    assert "nothing that it is responsible for continues after that" in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_unit_that_has_ended_says_who_goes_on(markup: str) -> None:
    files = {**POST, "units/old.yaml": "{name: Old pier, until: 2025-12-31, successors: [u]}"}
    found = shown(files, "unit", "old", markup)
    assert re.search(r"The unit ended on 31 Dec 2025\.\W+The work continues in: Harbour\.", found)


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_nobody_has_explained_is_said_to_be_unexplained(markup: str) -> None:
    goal = "{name: G, number: '1.1', participants: [u]"
    found = shown({**POST, "goals/g.yaml": f"{goal}}}"}, "unit", "u", markup)
    assert "What these goals mean for us has not been written yet: 1.1" in found
    explained = shown({**POST, "goals/g.yaml": f"{goal}, meaning: {{u: Fewer trips}}}}"}, "unit", "u", markup)
    assert re.search(r"For us this means: +Fewer trips", explained)
    assert "Not yet written" not in explained


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(("kind", "subject"), [("board", "b"), ("unit", "u"), ("owner", "o")])
def test_without_names_no_post_is_told(markup: str, kind: str, subject: str) -> None:
    files = {
        **POST,
        "goals/g.yaml": "{name: G, body: b, owner: o, consulted: [o]}",
        "projects/p.yaml": "{name: P, body: b, unit: u, owner: o, status: started, review_by: 2026-01-01}",
        "indicators/i.yaml": "{name: I, goal: g, owner: o}",
    }
    assert "Captain" in shown(files, kind, subject, markup)
    found = shown(files, kind, subject, markup, names="none")
    assert "Captain" not in found
    assert "Mate" not in found


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_stands_in_the_files_is_inert(markup: str) -> None:
    bad = "<b>x</b>"
    step = f"{{name: '{bad}', due: 2026-10-01}}"
    files = {
        "owners/o.yaml": f"{{title: '{bad}', unit: u}}",
        "units/u.yaml": f"{{name: '{bad}', head: o, body: b}}",
        "bodies/b.yaml": f"{{name: '{bad}', task: '{bad}'}}",
        "goals/g.yaml": f"{{name: '{bad}', body: b, owner: o, participants: [u], meaning: {{u: '{bad}'}}}}",
        "projects/p.yaml": f"{{name: '{bad}', body: b, unit: u, owner: o, milestones: [{step}]}}",
        "decisions/d.yaml": f"{{title: '{bad}', body: b, date: 2026-01-01, section: '{bad}', case_number: '{bad}'}}",
    }
    read = strategy(files)
    for kind, subject in (("board", "b"), ("unit", "u"), ("owner", "o")):
        text = formatted(markup, made(kind, Basis(read, ON, subject=subject)), None, Messages("fi"))
        assert bad not in text


@pytest.mark.parametrize("kind", SUBJECTS)
def test_changes_link_only_to_what_the_page_has(sample: Strategy, kind: str) -> None:
    report = made(kind, Basis(sample, ON, subject=SUBJECTS[kind]))
    page = formatted("html", report, told(compared(strategy({}), sample), report.basis), Messages("fi"))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
    assert 'id="changes"' in page


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_post_in_no_place_has_no_part_about_it_and_nought_is_not_counted(markup: str) -> None:
    found = shown({"owners/o.yaml": "title: O", "goals/g.yaml": "{name: G, owner: o}"}, "owner", "o", markup)
    assert "Responsible for goals (1)." in found
    assert not re.search(r"projects \(|Late: 0|Due in the next 90 days: 0|(>|## )Post\b", found)


@pytest.mark.parametrize("markup", MARKUPS)
def test_spending_over_what_was_granted_is_told_to_the_projects_owner(markup: str) -> None:
    money = "money: [{year: 2026, granted: 100, used: 130}]"
    found = shown(
        {**POST, "projects/p.yaml": f"{{name: Quay, owner: o, status: started, {money}}}"}, "owner", "o", markup
    )
    assert re.search("Appropriation of 2026 exceeded: used €?130.*over by €?30", found)


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_unit_that_only_takes_part_in_others_projects_says_so(markup: str) -> None:
    files = {**POST, "units/v.yaml": "name: Other"}
    found = shown(
        {**files, "projects/p.yaml": "{name: Quay, unit: v, participants: [u], status: started}"}, "unit", "u", markup
    )
    assert "We take part in projects run by others (1)." in found
    assert "projects of our own (" not in found
