"""Carried over: what cannot be read in a commit is as it was before, so that nothing looks removed and added again."""

from collections.abc import Mapping
from importlib import import_module

import pytest
from folders import Repository

from strategy_cli import source
from strategy_cli.past import past_of
from strategy_cli.replay import Stage, Step, steps, versions

GOOD = {"goals/a.yaml": "name: A\nowner: x\nbinding: true\n"}
LISTED = {"units/all.yaml": "- {id: one, name: One}\n- {id: two, name: Two}\n"}
SWEDISH = {"strategy.yaml": "title: T\nlanguages: [sv, fi]\nfields: {goal: {cost: {type: number}}}\n"}

Files = Mapping[str, str | None]


def committed(repository: Repository, *commits: Files) -> list[Step]:
    """Commit one change of files after another, None deletes; gives what each commit changed."""
    for files in commits:
        for path in (path for path, text in files.items() if text is None):
            (repository.data / path).unlink()
        before = repository.data / "strategy.yaml"
        kept = {"strategy.yaml": before.read_text("utf-8")} if before.exists() else {}
        repository.write({**kept, **{path: text for path, text in files.items() if text is not None}})
        repository.commit()
    return list(steps(stages(repository)))


def stages(repository: Repository) -> list[Stage]:
    past = past_of(source.from_folder(repository.data, versioned=False))
    assert past is not None
    return list(versions(past))


def told(found: list[Step]) -> list[tuple[list[str], int]]:
    return [(sorted(f"{c.id} {c.subject.id}" for c in step.changes), len(step.faults)) for step in found[1:]]


@pytest.mark.parametrize(
    ("commits", "expected"),
    [
        # a file that cannot be read, and is mended
        ((GOOD, {"goals/a.yaml": "name: 'A\n"}, GOOD), [([], 1), ([], 0)]),
        # what the mending changed is told where it is readable
        (
            (GOOD, {"goals/a.yaml": "name: 'A\n"}, {"goals/a.yaml": "name: B\nowner: x\nbinding: true\n"}),
            [([], 1), (["goal-name-changed a"], 0)],
        ),
        # other files of the same commit are read
        ((GOOD, {"goals/a.yaml": "'", "goals/b.yaml": "name: B"}, GOOD), [(["goal-added b"], 1), ([], 0)]),
        # one that was broken and then deleted is gone when it is deleted
        ((GOOD, {"goals/a.yaml": "'"}, {"goals/a.yaml": None}), [([], 1), (["goal-removed a"], 0)]),
        # one that was broken from the beginning comes when it can be read
        (({}, {"goals/a.yaml": "'"}, GOOD), [([], 1), (["goal-added a"], 0)]),
        # one that was moved while broken
        ((GOOD, {"goals/a.yaml": None, "goals/deep/a.yaml": "'"}), [([], 1)]),
        # one that was broken when it was renamed by declaration
        ((GOOD, {"goals/a.yaml": None, "goals/b.yaml": "formerly: [a]\nname: 'A\n"}), [([], 1)]),
        # a list that cannot be read, with or without the ids in it
        ((LISTED, {"units/all.yaml": "- {id: one, name: 'One}"}, LISTED), [([], 1), ([], 0)]),
        # a list of which one item's id is none
        (
            (LISTED, {"units/all.yaml": "- {id: one, name: 1st}\n- {id: Two!, name: Two}\n"}, LISTED),
            [(["unit-name-changed one"], 1), (["unit-name-changed one"], 0)],
        ),
        # a removal from a list is one, though another item has a faulty field
        (
            (LISTED, {"units/all.yaml": "- {id: one, name: One, until: never}\n"}),
            [(["unit-removed two"], 1)],
        ),
        # a faulty field keeps what it held, and the others are read
        (
            (GOOD, {"goals/a.yaml": "name: B\nowner: X Y\nbinding: true\n"}, GOOD),
            [(["goal-name-changed a"], 1), (["goal-name-changed a"], 0)],
        ),
        # a mistyped key keeps what the key that was meant held
        ((GOOD, {"goals/a.yaml": "name: A\nownr: x\nbinding: true\n"}, GOOD), [([], 1), ([], 0)]),
        # a required key that is gone
        ((GOOD, {"goals/a.yaml": "owner: x\nbinding: true\n"}, GOOD), [([], 1), ([], 0)]),
        # the strategy's own file cannot be read: languages and fields of the city's own stay known
        (
            ({**SWEDISH, "goals/a.yaml": "name: {sv: Å}\ncost: 5\n"}, {"strategy.yaml": "title: '"}, SWEDISH),
            [([], 1), ([], 0)],
        ),
        # and what it declares of themes is faulty
        (
            (
                {"strategy.yaml": "title: T\nthemes: [{id: a, name: A}]\n"},
                {"strategy.yaml": "title: T2\nthemes: [{id: A!, name: A}]\n"},
            ),
            [(["strategy-title-changed strategy"], 1)],
        ),
        # no strategy at all for a while
        ((GOOD, {"strategy.yaml": None}, {"strategy.yaml": "title: Strategy\nlanguages: [fi, sv, en]\n"}), [([], 0)]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_as_it_was(
    repository: Repository, commits: tuple[Files, ...], expected: list[tuple[list[str], int]]
) -> None:
    if any(files.get("strategy.yaml", "") is None for files in commits):
        found = without_for_a_while(repository, commits)
    else:
        found = committed(repository, *commits)
    assert told(found) == expected


def without_for_a_while(repository: Repository, commits: tuple[Files, ...]) -> list[Step]:
    repository.write(commits[0])  # type: ignore[arg-type]
    repository.commit()
    (repository.data / "strategy.yaml").unlink()
    repository.commit()
    repository.write(commits[2])  # type: ignore[arg-type]
    repository.commit()
    return list(steps(stages(repository)))


def test_a_link_and_a_file_that_is_too_large_are_not_read(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("strategy_cli.replay.versions"), "LARGEST_FILE", 100)
    found = committed(
        repository, GOOD, {"goals/a.yaml": "name: A\n" + "#" * 100}, {"goals/a.yaml": "name: A\nbinding: true\n"}
    )
    assert told(found) == [([], 1), (["goal-owner-removed a"], 0)]
    assert [fault.rule for fault in found[1].faults] == ["too-large"]


def test_what_is_kept_points_to_where_it_stood(repository: Repository) -> None:
    *_, last = committed(repository, GOOD, {"goals/a.yaml": "\nname: 'A\n"})
    (goal,) = last.new.goals.values()
    assert str(last.new.where(goal.ref, "owner")) == "strategy_data/goals/a.yaml:2:8"


def test_files_that_are_nothing_of_the_strategy_make_a_version_and_change_nothing(repository: Repository) -> None:
    files = {"people.yaml": "x: Y", "accepted.yaml": "- mark: a", "_draft.yaml": "'", "theme/logo.svg": "<svg/>"}
    assert told(committed(repository, GOOD, files)) == [([], 0)]
