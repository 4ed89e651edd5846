"""The report for an audit: every figure with what it rests on, and from git who changed it and when."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from folders import ENVIRONMENT, Files, Repository
from making import day, strategy

from strategy_cli import loading, source
from strategy_cli.blame import history_of
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text
from strategy_cli.render import Renderer
from strategy_cli.strategy import Strategy
from strategy_cli.views.audit import AuditReport
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.parts.trace import Trace
from strategy_cli.views.reports import Report, made

INDICATOR = """\
name: I
goal: g
better: up
baseline: {period: 2024, value: 0}
targets:
  - {period: 2027, value: 20}
  - period: 2026
    value: 10
values:
  2025: 4
  2024:
    value: 1
    note: Corrected
    preliminary: true
  2026-10: 9
forecasts: {2027: 18}
source: Register
"""
FILES = {
    "goals/g.yaml": "name: G\ndecision: council-1\njudgements:\n- {period: 2025, class: partly, reason: R, by: o}\n",
    "indicators/i.yaml": INDICATOR,
    "projects/p.yaml": "name: P\ngoals: [g]\nstatus: started\nmoney:\n- {year: 2026, granted: 5}\n"
    "milestones:\n- {name: M, due: 2026-05-01}\nupdates:\n- {period: 2026-T1, status: on-track, by: o}\n",
    "owners/o.yaml": "title: Director",
    "bodies/b.yaml": "[{id: council, name: Council}, {id: board, name: Board}]",
    "decisions/d.yaml": """\
- {id: council-1, title: Strategy, body: council, date: 2025-12-15, case_number: 1/2025, previous: board-2}
- {id: board-2, title: Proposal, body: board, date: 2025-12-15, case_number: 1/2025, kind: proposed}
- {id: board-1, title: Guidance, body: board, date: 2025-09-01, case_number: 1/2025, concerns: [indicator/i]}
- {id: board-9, title: Later, body: board, date: 2027-01-01, case_number: 1/2025, concerns: [goal/g]}
- {id: other, title: Of something else, body: board, date: 2025-01-01, case_number: 2/2025}
""",
}


def read(repository: Repository, revision: str | None = None) -> Basis:
    held = source.from_revision(repository.data, revision) if revision else source.from_folder(repository.data)
    return basis(loading.load(held).strategy, history=history_of(repository.data, held))


def basis(held: Strategy, **more: object) -> Basis:
    return replace(Basis(held, day("2026-09-30"), year=2026), **more)  # type: ignore[arg-type]


def audit(made_from: Basis) -> AuditReport:
    view = made("audit", made_from).view
    assert isinstance(view, AuditReport)
    return view


def figures(view: AuditReport) -> dict[str, Trace | None]:
    return {f"{one.sort} {one.period}": one.trace for one in view.goals[0].indicators[0].figures}


def test_each_figure_is_traced_to_the_commit_that_last_changed_it(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(FILES)
    first = repository.commit()[:10]
    monkeypatch.setitem(ENVIRONMENT, "GIT_COMMITTER_DATE", "2026-04-01T08:00:00+0300")
    changed = INDICATOR.replace("value: 1\n", "value: 2\n").replace("preliminary: true", "preliminary: false")
    repository.write({"indicators/i.yaml": changed})
    second = repository.commit()[:10]
    noted = changed.replace("note: Corrected", "note: Put right")
    repository.write({"indicators/i.yaml": noted})
    repository.commit()
    repository.write({"indicators/i.yaml": noted.replace("18", "19")})
    found = {name: one and one.commit for name, one in figures(audit(read(repository))).items()}
    assert found == {
        "baseline 2024": first,
        "target 2026": first,
        "target 2027": first,
        "actual 2024": second,
        "actual 2025": first,
        "actual 2026-10": first,
        "forecast 2027": None,
    }


def test_judgements_money_milestones_updates_and_phases_are_traced_too(repository: Repository) -> None:
    repository.write(FILES)
    first = Trace(repository.commit()[:10], day("2026-03-31"))
    view = audit(read(repository))
    (project,) = view.projects
    traced = [view.goals[0].judgements[0].trace, project.phase_trace, project.money[0][1]]
    traced += [project.milestones[0][1], project.updates[0][2], view.cases[0].steps[0].trace]
    assert traced == [first] * 6


def test_at_a_revision_later_changes_are_not_known(repository: Repository) -> None:
    repository.write(FILES)
    first = repository.commit()[:10]
    repository.git("tag", "decided")
    repository.write({"indicators/i.yaml": INDICATOR.replace("2025: 4", "2025: 5")})
    repository.commit()
    found = figures(audit(read(repository, "decided")))
    assert {one and one.commit for one in found.values()} == {first}


def test_a_faulty_item_before_it_does_not_shift_a_figures_lines(repository: Repository) -> None:
    repository.write(FILES)
    first = repository.commit()[:10]
    faulty = INDICATOR.replace("targets:\n", "targets:\n  - {period: never, value: 1}\n")
    repository.write({"indicators/i.yaml": faulty})
    repository.commit()
    found = figures(audit(read(repository)))
    assert [one and one.commit for name, one in found.items() if name.startswith("target")] == [first, first]


@pytest.mark.parametrize(("names", "who"), [("none", None), ("role", None), ("full", "Coordinator")])
def test_persons_are_named_only_when_asked_for(repository: Repository, names: str, who: str | None) -> None:
    repository.write(FILES)
    repository.commit()
    made_from = replace(read(repository), names=names)
    found = figures(audit(made_from))["actual 2025"]
    assert found is not None
    assert found.who == who
    for markup in ("html", "md"):
        assert ("Coordinator" in written(made("audit", made_from), markup)) is (who is not None)


@pytest.mark.parametrize("markup", ["html", "md"])
def test_outside_git_that_is_said_once_and_there_is_no_column_for_it(markup: str) -> None:
    made_from = basis(strategy(FILES))
    assert not audit(made_from).versioned
    text = written(made("audit", made_from), markup)
    assert text.count("not under version control") == 1
    assert "Changed" not in text


def test_a_shallow_clone_says_that_things_may_be_older(repository: Repository, tmp_path: Path) -> None:
    repository.write(FILES)
    repository.commit()
    repository.write({"goals/h.yaml": "name: H"})
    repository.commit()
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(tmp_path / "clone"))
    view = audit(read(Repository(tmp_path / "clone", tmp_path / "clone/strategy_data")))
    assert view.cut
    assert all(one and one.cut for one in figures(view).values())


def test_what_the_class_rests_on_is_marked_and_so_is_what_does_not_count() -> None:
    found = {f"{one.sort} {one.period}": one for one in audit(basis(strategy(FILES))).goals[0].indicators[0].figures}
    assert [name for name, one in found.items() if one.used] == ["target 2027", "actual 2025"]
    assert [name for name, one in found.items() if one.later] == ["actual 2026-10"]
    assert [name for name, one in found.items() if one.preliminary and one.note] == ["actual 2024"]
    assert not any(one.aged for one in found.values())
    old = audit(replace(basis(strategy(FILES)), on=day("2028-01-01"))).goals[0].indicators[0].figures
    assert [str(one.period) for one in old if one.aged] == ["2026-10"]


def test_targets_rest_on_what_was_decided_and_actuals_on_a_source() -> None:
    (evidence,) = audit(basis(strategy(FILES))).goals[0].indicators
    rests = {(one.sort, tuple(d.id for d in one.decisions), said(one.source)) for one in evidence.figures}
    assert rests == {
        ("baseline", ("council-1",), None),
        ("target", ("council-1",), None),
        ("actual", (), "Register"),
        ("forecast", (), None),
    }
    assert [one.id for one in evidence.decisions] == ["board-1"]


def test_a_cases_decisions_stand_in_the_order_they_were_made_up_to_the_day() -> None:
    (case,) = audit(basis(strategy(FILES))).cases
    assert case.number == "1/2025"
    assert [one.id for one in case.steps] == ["board-1", "board-2", "council-1"]


def test_decisions_in_a_circle_are_still_told() -> None:
    ring = {
        "decisions/d.yaml": "- {id: a, title: A, body: council, date: 2025-01-01, previous: b, concerns: [goal/g]}\n"
        "- {id: b, title: B, body: council, date: 2025-02-01, previous: a}\n"
    }
    files: Files = {"goals/g.yaml": "name: G", "bodies/b.yaml": "[{id: council, name: Council}]", **ring}
    assert [one.id for case in audit(basis(strategy(files))).cases for one in case.steps]


def test_about_a_goal_it_has_that_goal_and_what_it_holds() -> None:
    files = {
        **FILES,
        "goals/sub.yaml": "{name: Sub, parent: g}",
        "goals/h.yaml": "name: H",
        "indicators/j.yaml": "{name: J, goals: [h, sub]}",
        "projects/q.yaml": "{name: Q, goals: [h]}",
    }
    view = audit(basis(strategy(files), subject="g"))
    assert {one.measured.goal.id for one in view.goals} == {"g", "sub"}
    assert {i.id for one in view.goals for i in one.indicators} == {"i", "j"}
    assert [one.id for one in view.projects] == ["p"]


def test_every_link_leads_somewhere_and_every_id_is_its_own() -> None:
    files = {**FILES, "goals/h.yaml": "name: H", "indicators/j.yaml": "{name: J, goals: [h, g]}"}
    page = written(made("audit", basis(strategy(files))), "html")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def said(words: Text | str | None) -> str | None:
    return words.words[0][1] if isinstance(words, Text) else words


def written(report: Report, markup: str) -> str:
    context = {"head": report.head, "view": report.view, "changes": None, "sentences": ("S",), "version": "V"}
    text = Renderer(markup, Messages("en")).render("audit", **context)
    return text.rpartition("</head>")[2]
