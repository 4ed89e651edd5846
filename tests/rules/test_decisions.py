"""Decisions: who is asked for one, how a case's chain hangs together, and what the minutes call it."""

from datetime import date
from pathlib import Path

import pytest
from folders import Files
from hypothesis import given
from hypothesis import strategies as st
from making import day
from telling import found, told

from strategy_cli import loading, source
from strategy_cli.messages import Messages
from strategy_cli.rules.decisions.force import no_strategy_in_force, several_in_force
from strategy_cli.rules.decisions.form import section

BODIES = """
- {id: council, name: Council, kind: council}
- {id: city-board, name: City board, kind: board, reports_to: council}
- {id: board, name: Technical board, kind: board, reports_to: city-board}
- {id: audit, name: Audit committee, kind: audit}
- {id: youth, name: Youth council, kind: influence}
- {id: group, name: Management group, kind: management}
- {id: unsaid, name: A body}
"""
IN_FORCE = "title: S\nstatus: in-force\ndecision: adopted\nperiod: {from: 2026-01-01, until: 2029-12-31}\n"
ADOPTED = "id: adopted, title: Strategy, body: council, date: 2025-12-15"


def decisions(*lines: str, **more: str) -> Files:
    """Make decisions, a line each, among bodies; other files by path with ``__`` for the slash."""
    files = {path.replace("__", "/") + ".yaml": text for path, text in more.items()}
    return {"bodies/all.yaml": BODIES, "decisions/all.yaml": "".join(f"- {{{line}}}\n" for line in lines), **files}


def decision(keys: str) -> str:
    return f"title: D, body: city-board, date: 2026-03-02, {keys}"


def one(keys: str) -> Files:
    return decisions("id: d, " + decision(keys))


@pytest.mark.parametrize(
    ("about", "adopted", "goal", "problem"),
    [
        (IN_FORCE, ADOPTED, "binding: true", None),
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-01", None),  # with the strategy's period
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-02", ""),
        (IN_FORCE, ADOPTED, "level: aim, from: 2026-01-02", ""),
        (IN_FORCE, ADOPTED, "from: 2026-01-02", None),  # neither an aim nor binding
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-07-01", None),  # not yet
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-02, until: 2026-06-29", None),  # no more
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-02, decision: own", None),
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-02, parent: up", None),  # the parent's decision
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-02, parent: it", ""),  # a circle
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-02, decision: draft", "only-prepared"),
        (IN_FORCE, ADOPTED, "binding: true, from: 2026-01-02, decision: unknown", None),  # told already
        (IN_FORCE, ADOPTED + ", concerns: [goal/other]", "binding: true", ""),
        (IN_FORCE, ADOPTED + ", concerns: [goal/other, strategy/strategy]", "binding: true", None),
        (IN_FORCE, ADOPTED + ", concerns: [goal/it]", "binding: true", None),
        (IN_FORCE, ADOPTED + ", concerns: [project/p]", "binding: true", None),  # says nothing of goals
        (IN_FORCE, "id: other, title: O, body: council, date: 2025-01-01", "binding: true, from: 2026-05-01", None),
        ("title: S\nstatus: draft\n", ADOPTED, "binding: true, from: 2026-01-02", None),
    ],
)
def test_an_aim_or_a_binding_goal_rests_on_a_decision(about: str, adopted: str, goal: str, problem: str | None) -> None:
    own, draft = f"id: own, {decision('kind: approved')}", f"id: draft, {decision('kind: proposed')}"
    files = decisions(adopted, own, draft, strategy=about, goals__it=f"{{name: It, {goal}}}")
    files = {**files, "goals/up.yaml": "{name: Up, decision: own, from: 2026-02-01}"}
    wanted = [] if problem is None else [f"goals/it.yaml:1 {problem}".strip()]
    assert told("goal-without-decision", files) == wanted


def test_a_later_review_covers_the_goals_that_had_begun_by_then() -> None:
    about = IN_FORCE + "reviewed: [review]\n"
    review = "id: review, title: Review, body: council, date: 2026-06-15"
    goal = "{name: It, binding: true, from: 2026-05-01}"
    assert told("goal-without-decision", decisions(ADOPTED, review, strategy=about, goals__it=goal)) == []


@pytest.mark.parametrize(
    ("project", "problem"),
    [
        ("status: started", ""),
        ("status: approved", ""),
        ("status: paused", ""),
        ("status: idea", None),
        ("status: proposed", None),
        ("status: closed", None),
        ("status: in-practice", None),
        ("status: started, decisions: [approved]", None),
        ("status: started, decisions: [kindless]", None),
        ("status: started, decisions: [noted]", "only-prepared"),
        ("status: started, decisions: [noted, approved]", None),
        ("status: started, decisions: [unknown]", None),
        ("status: started, decisions: []", ""),
    ],
)
def test_a_project_under_way_rests_on_a_decision(project: str, problem: str | None) -> None:
    lines = [f"id: {kind}, {decision(f'kind: {kind}')}" for kind in ("approved", "noted")]
    files = decisions(*lines, f"id: kindless, {decision('section: § 1')}", projects__p=f"{{name: P, {project}}}")
    wanted = [] if problem is None else [f"projects/p.yaml:1 {problem}".strip()]
    assert told("project-without-decision", files) == wanted


@pytest.mark.parametrize("status", ["approved", "started", "paused"])
@pytest.mark.parametrize("lines", [(), ("id: d, " + decision("kind: noted, concerns: [project/p]"),)])
def test_a_project_is_told_of_by_its_own_status(status: str, lines: tuple[str, ...]) -> None:
    files = decisions(*lines, projects__p=f"{{name: P, status: {status}}}")
    (finding,) = found("project-without-decision", files)
    assert Messages("fi").finding(finding).startswith(f"P (status: {status}): ")


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("kind: approved", []),
        ("kind: guided", ["projects/p.yaml:1 only-prepared"]),
        ("section: § 2", ["projects/p.yaml:1 only-prepared"]),  # its kind is not said
    ],
)
def test_a_decision_that_concerns_a_project_need_not_be_named_in_it(keys: str, wanted: list[str]) -> None:
    line = f"id: d, {decision(f'{keys}, concerns: [project/p]')}"
    assert told("project-without-decision", decisions(line, projects__p="{name: P, status: started}")) == wanted


@pytest.mark.parametrize(
    ("programme", "told_of"),
    [
        ("period: {from: 2026-01-01}", True),
        ("period: {from: 2026-07-01}", False),
        ("period: {until: 2026-06-29}", False),
        ("decision: d", False),
    ],
)
def test_a_programme_that_has_begun_rests_on_a_decision(programme: str, *, told_of: bool) -> None:
    files = decisions(f"id: d, {decision('kind: decided')}", programmes__p=f"{{name: P, {programme}}}")
    assert bool(told("programme-without-decision", files)) is told_of


COUNCIL = "id: c, title: C, body: council, date: 2026-04-01, kind: decided"
NUMBER = "case_number: 1/00.01.02/2026"


@pytest.mark.parametrize(
    ("council", "before", "problem"),
    [
        (COUNCIL, "body: city-board", ""),
        (f"{COUNCIL}, previous: b", "body: city-board", None),
        (f"{COUNCIL}, previous: b", "body: board", "others"),  # a board under the city board
        (f"{COUNCIL}, previous: b", "body: audit", None),  # prepares its own matters
        (f"{COUNCIL}, previous: b", "body: youth", "others"),
        (f"{COUNCIL}, previous: b", "body: unsaid", None),
        (f"{COUNCIL}, previous: b", "body: board, previous: unknown", None),  # told already
        (f"{COUNCIL}, previous: b", "body: board, previous: c", "others"),  # a circle
        (f"{COUNCIL}, {NUMBER}", f"body: city-board, {NUMBER}", None),
        (f"{COUNCIL}, {NUMBER}", "body: city-board, case_number: 2/00.01.02/2026", ""),
        (COUNCIL.replace("decided", "noted"), "body: city-board", None),
        (COUNCIL.replace("council", "unsaid"), "body: city-board", None),
    ],
)
def test_the_board_prepares_what_the_council_decides(council: str, before: str, problem: str | None) -> None:
    files = decisions(council, f"id: b, title: B, date: 2026-03-02, {before}")
    wanted = [] if problem is None else [f"decisions/all.yaml:1 {problem}".strip()]
    assert told("council-without-board", files) == wanted


OTHER = "case_number: 2/00.01.02/2026"


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        (f"body: city-board, {NUMBER}", f"body: council, {NUMBER}, previous: a", None),
        (f"body: city-board, {NUMBER}", f"body: council, {OTHER}, previous: a", "case"),
        (f"body: city-board, {NUMBER}", "body: council, previous: a", None),
        ("body: city-board, concerns: [goal/g]", "body: council, concerns: [goal/h], previous: a", "concerns"),
        ("body: city-board, concerns: [goal/g]", "body: council, concerns: [goal/h, goal/g], previous: a", None),
        ("body: city-board, concerns: [strategy/strategy]", "body: council, concerns: [goal/h], previous: a", None),
        ("body: city-board, concerns: [goal/g]", "body: council, previous: a", None),
        (f"body: city-board, {NUMBER}", f"body: city-board, {NUMBER}", "loose"),
        (f"body: board, {NUMBER}", f"body: council, {NUMBER}", "loose"),
        (f"body: board, {NUMBER}", f"body: group, {NUMBER}", None),  # views given side by side
        (f"body: city-board, {NUMBER}", f"body: board, {NUMBER}", None),  # sent down for a view
        (f"body: city-board, {NUMBER}", f"body: city-board, {OTHER}", None),
        (f"body: city-board, {NUMBER}", f"body: council, {NUMBER}, previous: unknown", None),
    ],
)
def test_a_chain_follows_one_case(first: str, second: str, problem: str | None) -> None:
    files = decisions(f"id: a, title: A, date: 2026-03-02, {first}", f"id: b, title: B, date: 2026-04-01, {second}")
    assert told("broken-chain", files) == ([] if problem is None else [f"decisions/all.yaml:2 {problem}"])


def test_a_decision_dated_before_the_one_it_follows_is_told_by_its_dates_alone() -> None:
    files = decisions(
        f"id: a, title: A, date: 2026-05-02, body: city-board, {NUMBER}",
        f"id: b, title: B, date: 2026-04-01, body: city-board, {OTHER}, previous: a",
    )
    assert told("broken-chain", files) == []
    assert told("dates-out-of-order", files) != []


def test_of_a_case_that_is_loose_the_latest_decision_before_is_named() -> None:
    files = decisions(
        f"id: a, title: A, date: 2026-03-02, body: city-board, {NUMBER}",
        f"id: b, title: B, date: 2026-04-01, body: city-board, {NUMBER}, previous: a",
        f"id: c, title: C, date: 2026-05-01, body: council, {NUMBER}",
    )
    (finding,) = found("broken-chain", files)
    assert (finding.args["id"], finding.args["day"]) == ("b", day("2026-04-01"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("§ 292", None),
        ("§\u00a0292", None),
        ("§ 49–51", None),
        ("§ 49, 51–53", None),
        ("292", "§ 292"),
        ("292 §", "§ 292"),
        ("§292", "§ 292"),
        ("§ 292.", "§ 292"),
        ("§§ 49-51", "§ 49–51"),
        ("49 - 51 §", "§ 49–51"),
        ("Pykälä 292", "§ 292"),
        ("§ 0292", None),
        ("kohta B", ""),
        ("§", ""),
    ],
)
def test_a_section_is_written_as_in_the_minutes(written: str, meant: str | None) -> None:
    findings = found("malformed-section", one(f"section: '{written}'"))
    edits = [(f.edit.text, f.edit.sure) if f.edit else ("", True) for f in findings]
    assert edits == ([] if meant is None else [(meant, True)])


DRESSED = ["{}", "{} §", "§{}", "§ {}", "§§ {}.", "Pykälä {}", "pykälä {}", "paragraf {} §", " {} "]


@given(st.sampled_from(DRESSED), st.integers(1, 9999), st.none() | st.integers(1, 9999), st.sampled_from("-–—"))
def test_a_section_however_it_is_dressed_becomes_one_that_is_right(
    dress: str, first: int, last: int | None, dash: str
) -> None:
    meant = section(dress.format(first if last is None else f"{first}{dash}{last}"))
    assert meant == f"§ {first}" + ("" if last is None else f"–{last}")
    assert section(meant) == meant
    assert told("malformed-section", one(f"section: '{meant}'")) == []


@pytest.mark.parametrize(
    "number",
    [
        "691/00.01.02/2021",
        "KEMI/123/00.01.02/2021",
        "D/1234/00.01.01/2025",
        "TRE:4848/02.02.01/2020",
        "ROIDno-2021-4378",
        "HEL 2023-001234",
        "8524-2021",
        "691/2021",
        "14/02.05.00.01/2022",
    ],
)
def test_the_case_numbers_of_many_systems_are_known(number: str) -> None:
    assert told("malformed-case-number", one(f"case_number: '{number}'")) == []


@pytest.mark.parametrize(
    ("written", "meant", "sure"),
    [
        ("691 / 00.01.02 / 2021", "691/00.01.02/2021", True),
        ("Dnro 691/00.01.02/2021", "691/00.01.02/2021", True),
        ("Diaarinro:691/00.01.02/2021", "691/00.01.02/2021", True),
        ("Asianumero: 691/00.01.02/2021", "691/00.01.02/2021", True),
        ("691/00.01.02/21", "691/00.01.02/2021", False),
        ("691/OO.O1.O2/2O21", "691/00.01.02/2021", False),
        ("691", None, False),
        ("strategia", None, False),
    ],
)
def test_a_case_number_that_is_none_is_offered_what_was_meant(written: str, meant: str | None, *, sure: bool) -> None:
    (finding,) = found("malformed-case-number", one(f"case_number: '{written}'"))
    assert (finding.edit and (finding.edit.text, finding.edit.sure)) == (meant and (meant, sure))


@pytest.mark.parametrize(
    ("body", "keys", "problems", "number"),
    [
        ("council", ", kind: decided", ["nor-case-number"], 0),
        ("council", "", [], 0),  # an evening session
        ("board", f", {NUMBER}", [None], 0),
        ("audit", ", section: § 2", [], 1),
        ("city-board", f", section: § 2, {NUMBER}", [], 0),
        ("group", ", kind: guided", [], 0),
        ("youth", ", section: § 2", [], 0),
        ("unsaid", ", kind: decided", [], 0),
        ("unknown", ", kind: decided", [], 0),
    ],
)
def test_bodies_with_minutes_have_sections_and_case_numbers(
    body: str, keys: str, problems: list[str | None], number: int
) -> None:
    files = decisions(f"id: d, title: D, body: {body}, date: 2026-03-02{keys}")
    assert [f.problem for f in found("decision-without-section", files)] == problems
    assert len(found("decision-without-case-number", files)) == number


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        ("body: city-board, date: 2026-03-02, section: 6 §", ["decisions/all.yaml:2"]),
        ("body: city-board, date: 2026-03-02, section: § 7", []),
        ("body: city-board, date: 2026-03-03, section: § 6", ["decisions/all.yaml:2 same-year"]),
        ("body: city-board, date: 2026-12-31, section: 6 §", ["decisions/all.yaml:2 same-year"]),
        ("body: city-board, date: 2025-12-31, section: § 6", []),
        ("body: board, date: 2026-03-02, section: § 6", []),
        ("body: city-board, date: 2026-03-02", []),
    ],
)
def test_a_bodys_section_stands_once_in_a_year(other: str, wanted: list[str]) -> None:
    files = decisions(f"id: a, {decision('section: § 6')}", f"id: b, title: B, {other}")
    assert told("decision-recorded-twice", files) == wanted


@pytest.mark.parametrize(("on", "count"), [("2026-03-01", 1), ("2026-03-02", 0)])
def test_a_decision_is_not_of_the_future(on: str, count: int) -> None:
    assert len(found("decision-in-future", one("section: § 1"), day(on))) == count


@pytest.mark.parametrize(("begin", "count"), [("2026-03-02", 0), ("2026-03-03", 1)])
def test_a_body_decides_from_its_first_day_on(begin: str, count: int) -> None:
    files = {
        "bodies/new.yaml": f"{{name: New, from: {begin}}}",
        "decisions/d.yaml": "{title: D, body: new, date: 2026-03-02}",
    }
    assert len(found("decision-before-body", files)) == count


@pytest.mark.parametrize(
    ("about", "line", "problem"),
    [
        ("status: in-force", ADOPTED, ""),
        ("status: draft", ADOPTED, None),
        ("status: proposed", ADOPTED, None),
        ("status: in-force\ndecision: adopted", ADOPTED, None),
        ("status: in-force\ndecision: adopted", ADOPTED.replace("council", "unsaid"), None),
        ("status: in-force\ndecision: adopted", ADOPTED.replace("council", "city-board"), "other-body"),
        ("status: in-force\ndecision: adopted", ADOPTED + ", kind: noted", "only-prepared"),
        ("status: in-force\ndecision: unknown", ADOPTED, None),
        ("status: in-force", ADOPTED + ", kind: decided, concerns: [strategy/strategy]", None),
        ("status: in-force", ADOPTED + ", concerns: [strategy/strategy]", ""),  # an evening session
        ("status: in-force", ADOPTED + ", kind: returned, concerns: [strategy/strategy]", ""),
    ],
)
def test_a_strategy_is_in_force_by_the_councils_decision(about: str, line: str, problem: str | None) -> None:
    files = decisions(line, strategy=f"title: S\n{about}\n")
    problems = [f.problem or "" for f in found("strategy-without-council-decision", files)]
    assert problems == ([] if problem is None else [problem])


@pytest.mark.parametrize(
    ("begin", "status", "told_of"),
    [
        ("2025-12-14", "in-force", True),
        ("2025-12-15", "in-force", False),
        ("2025-12-14", "proposed", False),
    ],
)
def test_a_period_begins_on_the_day_of_the_decision_at_the_earliest(begin: str, status: str, *, told_of: bool) -> None:
    about = f"title: S\nstatus: {status}\ndecision: adopted\nperiod: {{from: {begin}}}\n"
    assert bool(told("period-before-decision", decisions(ADOPTED, strategy=about))) is told_of


@pytest.mark.parametrize(
    ("own", "other", "several", "none"),
    [
        ("in-force, 2022-01-01, 2025-12-31", None, 0, ["over"]),
        ("in-force, 2022-01-01, 2026-06-30", None, 0, []),
        ("replaced, 2022-01-01, 2025-12-31", None, 0, []),  # an archive
        ("replaced, 2022-01-01, 2025-12-31", "in-force, 2026-01-01, 2029-12-31", 0, []),
        ("replaced, 2022-01-01, 2025-12-31", "proposed, 2026-01-01, 2029-12-31", 0, ["replaced"]),
        ("in-force, 2022-01-01, 2025-12-31", "proposed, 2026-01-01, 2029-12-31", 0, ["over"]),
        ("in-force, 2022-01-01, 2025-12-31", "in-force, 2026-01-01, 2029-12-31", 0, []),
        ("in-force, 2022-01-01, 2025-12-31", "in-force, 2025-12-31, 2029-12-31", 1, []),
        ("in-force, 2022-01-01, 2025-12-31", "in-force, 2026-07-01, 2029-12-31", 0, ["over"]),  # a gap
        ("draft, 2022-01-01, 2025-12-31", "in-force, 2022-01-01, 2025-12-31", 0, []),
    ],
)
@pytest.mark.parametrize("git", [True, False])
def test_one_strategy_is_in_force_on_any_day(
    own: str, other: str | None, several: int, none: list[str], tmp_path: Path, *, git: bool
) -> None:
    if git:
        (tmp_path / ".git").mkdir()
    for folder, facts in (("own", own), ("other", other)):
        if facts:
            status, begin, until = facts.split(", ")
            (tmp_path / folder).mkdir()
            text = f"title: S\nstatus: {status}\nperiod: {{from: {begin}, until: {until}}}\n"
            (tmp_path / folder / "strategy.yaml").write_text(text, "utf-8")
    strategy = loading.load(source.from_folder(tmp_path / "own", versioned=False)).strategy
    assert len(list(several_in_force(strategy))) == several
    assert [f.problem for f in no_strategy_in_force(strategy, date(2026, 6, 30))] == none
