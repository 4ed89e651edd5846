"""Once: three hundred commits of five hundred files are gone through in one pass, each distinct content read once."""

from collections.abc import Iterator

import pytest
from counting import Counting
from folders import Repository
from long_history import LongHistory, make

from strategy_cli import source
from strategy_cli.loading import load
from strategy_cli.past import past_of
from strategy_cli.replay import Stage, Step, between, steps, versions


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> LongHistory:
    return make(tmp_path_factory.mktemp("long"))


def stages(repository: Repository) -> Iterator[Stage]:
    past = past_of(source.from_folder(repository.data, versioned=False))
    assert past is not None
    return versions(past)


@pytest.fixture(scope="module")
def gone_through(history: LongHistory) -> tuple[Counting, list[Step]]:
    with pytest.MonkeyPatch.context() as patch:
        counting = Counting(patch)
        return counting, list(steps(stages(history.repository)))


def test_three_hundred_commits_of_five_hundred_files_read_every_content_once(
    history: LongHistory, gone_through: tuple[Counting, list[Step]]
) -> None:
    counting, found = gone_through
    assert len(history.commits) == 300
    assert len(list(found[0].new.all())) >= 500
    assert counting.calls == 1
    assert set(counting.blobs.values()) == set(counting.parsed.values()) == {1}
    assert len(counting.parsed) == len(counting.blobs) == history.blobs


def test_every_commit_that_changed_the_strategy_is_a_step(
    history: LongHistory, gone_through: tuple[Counting, list[Step]]
) -> None:
    _, found = gone_through
    made = [step.commit.hash for step in found if step.commit]
    listed = history.repository.git("rev-list", "--first-parent", "--reverse", "HEAD", "--", "strategy_data")
    assert made == listed.split()


def test_what_is_the_same_in_two_versions_is_one_thing(gone_through: tuple[Counting, list[Step]]) -> None:
    _, (first, *later) = gone_through
    for step in (later[0], later[-1]):
        assert step.old is not None
        old = {id(entity) for entity in step.old.all()}
        changed = [entity.ref for entity in step.new.all() if id(entity) not in old]
        assert 0 < len(changed) < 20
        assert {change.subject for change in step.changes} <= {*changed, *(e.ref for e in step.old.all())}
    assert any(entity is first.new.find(entity.ref) for entity in later[-1].new.all())


def test_a_commit_that_does_not_load_changes_nothing_and_its_mending_neither_more_than_it_says(
    history: LongHistory, gone_through: tuple[Counting, list[Step]]
) -> None:
    _, found = gone_through
    (broken,) = [step for step in found if step.faults]
    assert (broken.commit and broken.commit.hash, broken.changes) == (history.broken, ())
    mending = found[found.index(broken) + 1]
    assert not any(change.id.endswith(("-added", "-removed")) for change in mending.changes if not change.key)


def test_a_version_is_what_its_commit_alone_holds(
    history: LongHistory, gone_through: tuple[Counting, list[Step]]
) -> None:
    _, found = gone_through
    for step in (one for one in found[::50] if not one.faults):
        assert step.commit is not None
        alone = load(source.from_revision(history.repository.data, step.commit.hash)).strategy
        assert (step.new.about, step.new.entities) == (alone.about, alone.entities)
        assert step.new.version == alone.version
        assert {ref: place.document.path for ref, place in step.new.places.items()} == {
            ref: place.document.path for ref, place in alone.places.items()
        }


@pytest.mark.parametrize("steps_back", [5, 60])
def test_the_way_from_an_older_version_ends_where_the_newer_is(history: LongHistory, steps_back: int) -> None:
    old, new = (source.from_revision(history.repository.data, f"HEAD~{back}") for back in (steps_back, 1))
    course = between(old, new)
    assert course is not None
    assert course.steps[0].old is not None
    assert course.steps[0].old.entities == load(old).strategy.entities
    assert course.steps[-1].new.entities == load(new).strategy.entities


@pytest.mark.parametrize("about", ["languages: [fi, sv, en, se]", "fields: {goal: {cost: {type: number}}}"])
def test_other_languages_and_fields_of_the_citys_own_read_no_file_again(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, about: str
) -> None:
    repository.write({f"goals/g{number}.yaml": f"name: G{number}\n" for number in range(5)})
    repository.commit()
    repository.write({"strategy.yaml": f"title: T\n{about}\n"})
    repository.commit()
    counting = Counting(monkeypatch)
    first, second = stages(repository)
    assert (first.faults, second.faults) == ((), ())
    assert sorted(counting.parsed.values()) == [1] * 7


def test_a_file_that_was_moved_is_not_read_again(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write({"goals/a.yaml": "name: A\nowner: x\n", "goals/b.yaml": "name: 'open\n"})
    repository.commit()
    (repository.data / "goals/deep").mkdir()
    repository.git("mv", "strategy_data/goals/a.yaml", "strategy_data/goals/b.yaml", "strategy_data/goals/deep")
    repository.commit()
    counting = Counting(monkeypatch)
    old, new = stages(repository)
    assert sorted(counting.parsed.values()) == [1] * 3
    for stage, folder in ((old, "goals/"), (new, "goals/deep/")):
        (goal,) = stage.strategy.goals.values()
        assert str(stage.strategy.where(goal.ref, "owner")) == f"strategy_data/{folder}a.yaml:2:8"
        assert [str(fault.span) for fault in stage.faults] == [f"strategy_data/{folder}b.yaml:1:7"]
