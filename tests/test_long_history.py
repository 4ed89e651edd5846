"""The long history is what it says it is: so long, with merges, and one commit that does not load."""

from pathlib import Path

from long_history import LongHistory, make

from strategy_cli import loading, source


def test_it_is_as_long_as_asked_for_and_the_same_every_time(tmp_path: Path) -> None:
    made, again = make(tmp_path / "one", 60, 60), make(tmp_path / "two", 60, 60)
    assert made.commits == again.commits
    assert len(set(made.commits)) == 60
    listed = made.repository.git("rev-list", "--first-parent", "--reverse", "HEAD").split()
    assert tuple(listed) == made.commits
    assert made.repository.git("rev-list", "--merges", "HEAD").split() == list(made.merges)
    assert len(made.side) == len(made.merges) == 1
    assert made.repository.git("status", "--porcelain") == ""


def test_all_of_it_loads_but_one_commit(tmp_path: Path) -> None:
    made = make(tmp_path, 60, 60)
    found = {one: rules(made, one) for one in (*made.commits[::10], made.broken, made.commits[-1])}
    assert {one: told for one, told in found.items() if told} == {made.broken: ["invalid-yaml"]}


def rules(made: LongHistory, commit: str) -> list[str]:
    loaded = loading.load(source.from_revision(made.repository.data, commit))
    return sorted({one.rule for one in loaded.findings})
