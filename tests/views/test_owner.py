"""The owner's card: what a post answers for, what is late and due, its place, and what it hands over."""

import pytest
from folders import Files
from making import day, strategy

from strategy_cli.measuring.scope import Filters
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.owner import OwnerReport
from strategy_cli.views.reports import made

POSTS = {"owners/o.yaml": "title: O", "owners/p.yaml": "title: P"}


def card(files: Files, post: str = "o", names: str = "role", filters: Filters | None = None) -> OwnerReport:
    """Make a post's card as of 30.9.2026."""
    read = strategy({**POSTS, **files})
    basis = Basis(read, day("2026-09-30"), subject=post, names=names, filters=filters or Filters())
    view = made("owner", basis).view
    assert isinstance(view, OwnerReport)
    return view


def test_mine_is_what_the_post_owns_running_projects_first() -> None:
    files = {
        "goals/g.yaml": "{name: G, owner: o}",
        "goals/h.yaml": "{name: H, owner: p}",
        "indicators/i.yaml": "{name: I, owner: o, values: {2025: 1}}",
        "programmes/r.yaml": "{name: R, owner: o}",
        "projects/a.yaml": "{name: A, owner: o, status: closed}",
        "projects/b.yaml": "{name: B, owner: o, status: started, effort: 0.5}",
        "projects/c.yaml": "{name: C, owner: p, deputy: o, status: started}",
    }
    view = card(files)
    assert [g.id for g in view.goals] == ["g"]
    assert [p.id for p in view.programmes] == ["r"]
    assert [one.card.id for one in view.projects] == ["b", "a"]
    assert [(one.row.id, str(one.due)) for one in view.indicators] == [("i", "2027-01-30")]
    assert [p.id for p in view.deputy] == ["c"]
    assert (view.load.total, str(view.load.effort)) == (3, "0.5")


def test_indicators_of_its_goals_that_others_keep_stand_apart() -> None:
    files = {"goals/g.yaml": "{name: G, owner: o}", "indicators/i.yaml": "{name: I, goal: g, owner: p}"}
    view = card(files)
    assert (view.indicators, [row.id for row in view.others]) == ((), ["i"])


def test_late_and_due_are_the_posts_own_matters() -> None:
    keys = "status: approved, milestones: [{name: Late, due: 2026-09-29}, {name: Due, due: 2026-12-29}]"
    files = {"projects/a.yaml": f"{{name: A, owner: o, {keys}}}", "projects/b.yaml": f"{{name: B, owner: p, {keys}}}"}
    found = card(files).deadlines
    assert [(one.thing.id, str(one.day)) for one in found.late] == [("a", "2026-09-29")]
    assert [(one.thing.id, str(one.day)) for one in found.ahead] == [("a", "2026-12-29")]


def test_a_judgement_is_due_from_who_judges_though_another_owns_the_goal() -> None:
    judged = "judgements: [{period: 2025, class: attained, reason: R, by: o}]"
    files = {
        "strategy.yaml": "{title: S, reporting: {periods: [T1]}}",
        "goals/g.yaml": f"{{name: G, owner: p, roll_up: judged, {judged}}}",
    }
    assert [one.kind for one in card(files).deadlines.late] == ["judgement"]
    assert card(files, "p").deadlines.late == ()


def test_the_next_milestone_is_the_first_that_is_not_done() -> None:
    milestones = (
        "[{name: C, due: 2027-01-01}, {name: B, due: 2026-06-01}, {name: A, due: 2026-01-01, done: 2026-01-01}]"
    )
    [one] = card({"projects/p.yaml": f"{{name: P, owner: o, status: started, milestones: {milestones}}}"}).projects
    assert one.next
    assert (one.next.milestone.name.pick("fi")[0], one.next.state) == ("B", "late")


def test_the_place_of_the_post_is_told_by_what_still_is() -> None:
    files = {
        "owners/o.yaml": "{title: O, unit: u, reports_to: p, deputy: p}",
        "owners/q.yaml": "{title: Q, deputy: o}",
        "owners/gone.yaml": "{title: G, deputy: o, until: 2025-12-31}",
        "units/u.yaml": "{name: U, head: o}",
        "units/old.yaml": "{name: Old, head: o, until: 2025-12-31}",
        "bodies/b.yaml": "{name: B, members: [o, p]}",
        "goals/g.yaml": "{name: G, consulted: [o]}",
    }
    post = card(files).post
    found = (post.heads, post.groups, post.stands_in, post.consulted)
    assert [[one.id for one in things] for things in found] == [["u"], ["b"], ["q"], ["g"]]


@pytest.mark.parametrize(("until", "ended"), [("2026-09-29", True), ("2026-09-30", False)])
def test_what_outlives_the_post_is_handed_over(until: str, ended: bool) -> None:  # noqa: FBT001 - a column of the table
    files = {
        "owners/o.yaml": f"{{title: O, until: {until}, deputy: p}}",
        "projects/a.yaml": "{name: A, owner: o, status: started, period: {until: 2027-06-30}}",
    }
    view = card(files)
    [one] = view.handover
    assert (one.kind, one.thing.id, str(one.ends), view.post.ended) == ("project", "a", "2027-06-30", ended)
    assert [item.kind for item in (*view.deadlines.late, *view.deadlines.ahead)] == ["post"]


def test_filters_leave_only_what_was_asked_for() -> None:
    keys = "status: approved, milestones: [{name: Late, due: 2026-09-01}]"
    files = {
        "goals/g.yaml": "name: G",
        "projects/a.yaml": f"{{name: A, owner: o, goals: [g], {keys}}}",
        "projects/b.yaml": f"{{name: B, owner: o, {keys}}}",
    }
    view = card(files, filters=Filters(goals=("g",)))
    assert [one.card.id for one in view.projects] == ["a"]
    assert [one.thing.id for one in view.deadlines.late] == ["a"]


def test_a_post_without_anything_is_empty() -> None:
    assert card({}).empty
    assert not card({"projects/a.yaml": "{name: A, owner: p, deputy: o}"}).empty
