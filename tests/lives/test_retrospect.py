"""What can be learnt from a strategy's life: each question on one past with what years bring."""

from datetime import date

import pytest
from stages import life, record

from strategy_cli.lives.retrospect import Retrospect, retrospect

MEASURE = "name: I\ngoal: %s\nbetter: up\nowner: o\nbaseline: {period: 2020, value: 0}\n"
COUNCIL = "- {id: council, name: Council, kind: council}\n"
P = "name: P\nowner: o\ngoals: [health]\nstatus: %s\nperiod: {from: 2025-03-01, until: %s}\n"
MADE = record(
    (
        "2025-01-10",
        {
            "owners/all.yaml": "- {id: o, title: O}\n- {id: other, title: Other}\n",
            "bodies/all.yaml": COUNCIL,
            "goals/health.yaml": "name: Health\nowner: o\n",
            "goals/bare.yaml": "name: Bare\n",
            "goals/lost.yaml": "name: Lost\nowner: o\n",
            "goals/one.yaml": "name: One\nowner: other\n",
            "indicators/good.yaml": MEASURE % "health" + "targets: [{period: 2024, value: 5}]\nvalues: {2024: 5}\n",
            "indicators/bad.yaml": MEASURE % "lost" + "targets: [{period: 2028, value: 9}]\nvalues: {2023: 1}\n",
            "indicators/vague.yaml": "name: V\ngoal: one\n",
            "projects/slow.yaml": P % ("started", "2025-12-31"),
            "projects/never.yaml": P % ("approved", "2025-12-31"),
            "projects/later.yaml": P.replace("2025-03-01", "2028-01-01") % ("approved", "2028-12-31"),
            "projects/dropped.yaml": P % ("proposed", "2025-12-31"),
        },
    ),
    (
        "2025-04-01",
        {
            "indicators/bad.yaml": MEASURE % "lost" + "targets: [{period: 2028, value: 8}]\nvalues: {2023: 1}\n",
            "goals/health.yaml": "name: Health\nowner: other\n",
            "projects/slow.yaml": P % ("started", "2026-06-30"),
            "projects/dropped.yaml": P % ("cancelled", "2025-12-31"),
        },
    ),
    (
        "2025-09-01",
        {
            "indicators/bad.yaml": MEASURE % "lost" + "targets: [{period: 2028, value: 7}]\nvalues: {2023: 1}\n",
            "decisions/d.yaml": "title: D\nbody: council\ndate: 2025-08-20\nkind: decided\nconcerns: [indicator/bad]\n",
            "goals/health.yaml": "name: Health\nowner: o\n",
            "indicators/good.yaml": MEASURE % "health" + "targets: [{period: 2024, value: 5}]\nvalues: {2024: 6}\n",
            "projects/slow.yaml": P % ("started", "2026-12-31"),
        },
    ),
    (
        "2026-03-01",
        {
            "goals/one.yaml": None,
            "goals/two.yaml": "name: Two\nowner: other\ncontinues: [one]\n",
            "indicators/vague.yaml": "name: V\ngoal: two\n",
            "owners/all.yaml": "- {id: o, title: O, until: 2026-04-30}\n- {id: other, title: Other}\n",
        },
    ),
    ("2026-06-01", {"goals/health.yaml": "name: Health\nowner: other\n"}),
)
FOUND = retrospect(MADE, date(2026, 12, 31))


def test_attained_and_never_assessed() -> None:
    assert [one.life.ref.id for one in FOUND.attainment.goals if one.until] == ["one"]
    told = {one.life.ref.id: (str(one.assessment.standing), one.ever) for one in FOUND.attainment.indicators}
    assert told == {"good": ("cannot", True), "bad": ("cannot", True), "vague": ("cannot", False)}
    goals = {one.life.ref.id: (str(one.assessment.standing), one.ever) for one in FOUND.attainment.goals}
    assert goals == {
        "health": ("cannot", True),
        "bare": ("cannot", False),
        "lost": ("cannot", True),
        "one": ("cannot", False),
        "two": ("cannot", False),
    }


def test_what_was_attained_is_so_as_of_the_day_asked_for() -> None:
    found = retrospect(MADE, date(2025, 1, 31)).attainment
    assert {one.life.ref.id: str(one.assessment.standing) for one in found.goals}["health"] == "attained"


WALKED = "name: W\ngoal: g\nbetter: up\nbaseline: {period: 2020, value: 0}\ntargets: [{period: 2024, value: 5}]\n"


@pytest.mark.parametrize(
    ("goal", "until", "goals"),
    [
        ({"goals/g.yaml": None}, "2025-06-01", ["attained"]),
        ({"goals/g.yaml": "name: G\nuntil: 2025-03-31\n"}, "2025-03-31", ["attained"]),
        ({"goals/g.yaml": "name: G\nuntil: 2027-03-31\n"}, None, ["cannot"]),
        ({"goals/g.yaml": "name: G\nlevel: aim\n", "goals/h.yaml": "name: H\n"}, None, ["cannot"]),
    ],
)
def test_what_is_gone_or_over_is_told_as_of_its_last_day(
    goal: dict[str, str | None], until: str | None, goals: list[str]
) -> None:
    begin = {"goals/g.yaml": "name: G\n", "indicators/w.yaml": WALKED + "values: {2024: 5}\n"}
    after = goal if until != "2025-06-01" else {**goal, "indicators/w.yaml": None}
    found = retrospect(record(("2025-01-10", begin), ("2025-06-01", after)), date(2026, 12, 31)).attainment
    assert [(str(one.assessment.standing), one.until and str(one.until)) for one in found.goals] == [
        (standing, until) for standing in goals
    ]
    (indicator,) = found.indicators
    is_gone = until == "2025-06-01"
    assert str(indicator.assessment.standing) == ("attained" if is_gone else "cannot")
    assert (str(indicator.until) == until) is is_gone


def test_what_was_removed_and_never_assessable_is_counted() -> None:
    begin: dict[str, str | None] = {f"goals/{name}.yaml": "name: G\n" for name in "abc"}
    begin["indicators/i.yaml"] = "name: I\ngoal: a\n"
    made = record(("2025-01-10", begin), ("2025-06-01", {"goals/a.yaml": None, "indicators/i.yaml": None}))
    found = retrospect(made, date(2026, 12, 31))
    assert (found.counts["goals"], found.counts["indicators"]) == ((3, 3), (1, 1))


def test_projects_that_were_removed() -> None:
    project = "name: P\nstatus: started\n"
    made = record(
        ("2025-01-10", {"projects/p.yaml": project, "projects/q.yaml": project, "bodies/all.yaml": COUNCIL}),
        ("2025-05-01", {"projects/q.yaml": None, "projects/r.yaml": project + "continues: [q]\n"}),
        (
            "2025-06-01",
            {
                "projects/p.yaml": None,
                "decisions/d.yaml": "title: D\nbody: council\ndate: 2025-05-20\nkind: decided\nconcerns: [project/p]\n",
            },
        ),
    )
    found = retrospect(made, date(2026, 12, 31))
    told = [(one.life.ref.id, [into.ref.id for into in one.into], len(one.decisions)) for one in found.removed]
    assert told == [("q", ["r"], 0), ("p", [], 1)]
    assert found.counts["removed"] == (2, 3)


def test_never_updated() -> None:
    assert [one.life.ref.id for one in FOUND.unattended.indicators] == ["bad", "vague"]
    assert [one.latest for one in FOUND.unattended.indicators] == ["2023", None]
    assert [one.life.ref.id for one in FOUND.unattended.projects] == ["never", "slow"]


def test_owners() -> None:
    owned = FOUND.ownership
    assert [str(one.ref) for one in owned.never] == ["goal/bare", "indicator/vague"]
    assert [(one.life.ref.id, len(one.changes)) for one in owned.changed] == [("health", 3)]
    (post,) = owned.ended
    assert (post.post.ref.id, str(post.until)) == ("o", "2026-04-30")
    left = {one.life.ref.id: one.handed_over and str(one.handed_over) for one in post.left}
    assert left == {"health": "2026-06-01", "lost": None, "bad": None, "later": None, "slow": None}


def test_targets_loosened_and_dates_postponed() -> None:
    told = [
        (one.life.ref.id, str(one.event.change.before), str(one.event.change.after), [d.id for d in one.decisions])
        for one in FOUND.promises.loosened
    ]
    assert told == [("bad", "9", "8", []), ("bad", "8", "7", ["d"])]
    (postponed,) = FOUND.promises.postponed
    assert (postponed.life.ref.id, postponed.what, len(postponed.moves)) == ("slow", "period", 2)
    assert postponed.days == (date(2026, 12, 31) - date(2025, 12, 31)).days


def test_goals_that_are_gone() -> None:
    (gone,) = FOUND.departed
    assert (gone.life.ref.id, [one.ref.id for one in gone.into], gone.decisions) == ("one", ["two"], ())
    assert str(gone.event.day) == "2026-03-01"


def test_projects_that_never_began() -> None:
    assert [(one.life.ref.id, one.status) for one in FOUND.stalled.unstarted] == [("never", "approved")]
    (cancelled,) = FOUND.stalled.cancelled
    assert (cancelled.life.ref.id, cancelled.began) == ("dropped", False)
    assert str(cancelled.event and cancelled.event.day) == "2025-04-01"


def test_values_altered_afterwards() -> None:
    (revised,) = FOUND.revised
    assert (revised.life.ref.id, str(revised.figures.first.value), str(revised.figures.now.value)) == ("good", "5", "6")


def test_weakenings_without_a_decision() -> None:
    told = [(str(one.event.day), one.event.change.id, bool(one.decisions)) for one in FOUND.weakened]
    assert ("2025-04-01", "indicator-target-loosened", False) in told
    assert ("2025-09-01", "indicator-target-loosened", True) in told
    assert ("2025-04-01", "project-status-cancelled", False) in told
    assert ("2026-03-01", "goal-removed", False) in told
    assert {one.event.change.id for one in FOUND.undecided} < {one.event.change.id for one in FOUND.weakened} | {""}
    assert len(FOUND.undecided) == len(FOUND.weakened) - 1


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("goals", (3, 5)),
        ("indicators", (1, 3)),
        ("silent-indicators", (2, 3)),
        ("silent-projects", (2, 4)),
        ("ownerless", (2, 12)),
        ("owners", (1, 12)),
        ("posts", (1, 2)),
        ("loosened", (1, 3)),
        ("postponed", (1, 13)),
        ("departed", (1, 5)),
        ("unstarted", (1, 4)),
        ("cancelled", (1, 4)),
        ("removed", (0, 4)),
        ("revised", (1, 2)),
    ],
)
def test_every_answer_is_so_many_of_so_many(question: str, answer: tuple[int, int]) -> None:
    assert FOUND.counts[question] == answer


def test_a_strategy_without_a_past_answers_nothing() -> None:
    found = retrospect(record(("2025-01-01", {})), date(2025, 2, 1))
    assert set(found.counts.values()) == {(0, 0)} | {one for one in found.counts.values() if one[0] == 0}
    assert found.commits == 1


@pytest.mark.parametrize(
    ("day", "decided"),
    [("2025-05-01", True), ("2025-03-20", True), ("2025-01-15", False), ("2025-07-15", False)],
)
def test_a_decision_settles_what_was_changed_near_it(day: str, decided: bool) -> None:  # noqa: FBT001
    target = MEASURE % "health" + "targets: [{period: 2028, value: %d}]\n"
    begin = {"goals/health.yaml": "name: H\n", "bodies/all.yaml": COUNCIL, "indicators/i.yaml": target % 9}
    made = {"decisions/d.yaml": f"title: D\nbody: council\ndate: {day}\nkind: decided\nconcerns: [goal/health]\n"}
    change = ("2025-04-01", {"indicators/i.yaml": target % 8})
    found = _in_order(("2025-01-01", begin), change, (day, made))
    (one,) = found.promises.loosened
    assert bool(one.decisions) is decided
    assert str(life(found.record, "indicator", "i").ref) == "indicator/i"


def _in_order(*commits: tuple[str, dict[str, str]]) -> Retrospect:
    return retrospect(record(*sorted(commits)), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("file", "before", "after", "what", "days"),
    [
        ("goals/a.yaml", "name: A\nuntil: 2026-01-31\n", "name: A\nuntil: 2026-02-28\n", "until", 28),
        (
            "programmes/a.yaml",
            "name: A\nperiod: {until: 2026-01-31}\n",
            "name: A\nperiod: {until: 2026-02-01}\n",
            "period",
            1,
        ),
        (
            "projects/a.yaml",
            "name: A\nmilestones: [{name: M, due: 2026-01-31}, {name: N, due: 2026-05-31}]\n",
            "name: A\nmilestones: [{name: M, due: 2026-02-10}, {name: N, due: 2026-05-01}]\n",
            "milestones",
            10,
        ),
        (
            "indicators/a.yaml",
            "name: A\nbetter: up\ntargets: [{period: 2026, value: 5}]\n",
            "name: A\nbetter: up\ntargets: [{period: 2027, value: 5}]\n",
            "targets",
            365,
        ),
    ],
)
def test_every_kind_of_date_can_be_put_off(file: str, before: str, after: str, what: str, days: int) -> None:
    found = _in_order(("2025-01-01", {file: before}), ("2025-06-01", {file: after})).promises.postponed
    assert [(one.life.ref.id, one.what, one.days) for one in found] == [("a", what, days)]


def test_what_was_put_off_and_brought_back_counts_each_time() -> None:
    moves = [
        ("2025-01-01", "2026-01-31"),
        ("2025-02-01", "2026-02-28"),
        ("2025-03-01", "2026-01-31"),
        ("2025-04-01", "2026-02-28"),
    ]
    (one,) = _in_order(*((day, {"goals/a.yaml": f"name: A\nuntil: {end}\n"}) for day, end in moves)).promises.postponed
    assert (len(one.moves), one.days) == (2, 56)
