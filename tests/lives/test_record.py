"""The record: the life of every thing through renames, merges and broken files, in one pass over the steps."""

from stages import life, record

GOAL = "name: Health\nowner: o\n"
OWNER = "title: Owner\n"


def ids(events: object) -> list[str]:
    return [event.change.id for event in events]  # type: ignore[attr-defined]


def test_what_is_there_from_the_first_has_not_come() -> None:
    made = record(("2025-01-01", {"goals/a.yaml": GOAL}), ("2025-02-01", {"goals/b.yaml": GOAL}))
    a, b = life(made, "goal", "a"), life(made, "goal", "b")
    assert a.came is None
    assert b.came is made.steps[1]
    assert (str(a.since), str(b.since)) == ("2025-01-01", "2025-02-01")
    assert ids(b.events) == ["goal-added"]
    assert str(made.begins) == "2025-01-01"
    assert made.by(a.versions[0].commit.day) is made.first  # type: ignore[union-attr]


def test_a_life_goes_on_under_another_id() -> None:
    made = record(
        ("2025-01-01", {"goals/a.yaml": GOAL}),
        ("2025-02-01", {"goals/a.yaml": None, "goals/b.yaml": GOAL + "formerly: [a]\n"}),
        ("2025-03-01", {"goals/b.yaml": GOAL + "formerly: [a]\nbinding: true\n"}),
    )
    b = life(made, "goal", "b")
    assert life(made, "goal", "a") is b
    assert ids(b.events) == ["id-renamed", "goal-binding-added"]
    assert [(one.ref.id, one.step) for one in b.formerly] == [("a", made.steps[1])]
    assert b.ids == {"a", "b"}
    assert (b.came, b.gone) == (None, None)
    assert [version.entity.id for version in b.versions] == ["a", "b", "b"]


def test_a_thing_that_is_gone_is_known_as_it_last_was() -> None:
    made = record(("2025-01-01", {"goals/a.yaml": GOAL}), ("2025-02-01", {"goals/a.yaml": None}))
    a = life(made, "goal", "a")
    assert a.gone is made.steps[1]
    assert a.last is made.first
    assert a.entity.id == "a"
    assert a.by(made.steps[0].commit.day) == a.versions[0]  # type: ignore[union-attr]
    assert a.by(made.steps[1].commit.day) is None  # type: ignore[union-attr]


def test_a_thing_may_come_back() -> None:
    made = record(
        ("2025-01-01", {"goals/a.yaml": GOAL}),
        ("2025-02-01", {"goals/a.yaml": None}),
        ("2025-03-01", {"goals/a.yaml": GOAL + "binding: true\n"}),
    )
    a = life(made, "goal", "a")
    assert ids(a.events) == ["goal-removed", "goal-added"]
    assert a.gone is None
    assert len(a.versions) == 2


def test_a_broken_file_is_no_end() -> None:
    made = record(
        ("2025-01-01", {"goals/a.yaml": GOAL}),
        ("2025-02-01", {"goals/a.yaml": "name: [\n"}),
        ("2025-03-01", {"goals/a.yaml": GOAL + "binding: true\n"}),
    )
    a = life(made, "goal", "a")
    assert ids(a.events) == ["goal-binding-added"]
    assert made.faulty == (made.steps[1],)
    assert made.faulty_of(a) == (made.steps[1],)
    assert made.faulty_of(life(made, "strategy", "strategy")) == ()


def test_what_a_thing_continues_and_what_continues_it() -> None:
    made = record(
        ("2025-01-01", {"goals/a.yaml": GOAL, "goals/b.yaml": GOAL}),
        ("2025-02-01", {"goals/a.yaml": None, "goals/b.yaml": None, "goals/c.yaml": GOAL + "continues: [a, b]\n"}),
    )
    a, b, c = (life(made, "goal", name) for name in "abc")
    assert made.origins(c) == (a, b)
    assert made.successors(a) == made.successors(b) == (c,)
    assert made.successors(c) == made.origins(a) == ()


def test_changes_of_others_that_are_about_a_thing_are_told() -> None:
    indicator = "name: I\nowner: o\ngoal: a\nbetter: up\ntargets: [{period: 2029, value: %d}]\n"
    made = record(
        ("2025-01-01", {"goals/a.yaml": GOAL, "owners/o.yaml": OWNER, "indicators/i.yaml": indicator % 9}),
        ("2025-02-01", {"projects/p.yaml": "name: P\ngoals: [a]\n"}),
        ("2025-03-01", {"projects/p.yaml": "name: P\n"}),
        ("2025-04-01", {"indicators/i.yaml": indicator % 8}),
        ("2025-05-01", {"owners/o.yaml": OWNER + "until: 2025-12-31\n"}),
        ("2025-06-01", {"goals/a.yaml": GOAL + "binding: true\n"}),
    )
    a = life(made, "goal", "a")
    assert ids(a.told) == [
        "project-added",
        "project-goal-link-removed",
        "indicator-target-loosened",
        "owner-end-added",
        "goal-binding-added",
    ]
    assert ids(a.events) == ["goal-binding-added"]
    assert ids(life(made, "owner", "o").told) == ["owner-end-added"]
