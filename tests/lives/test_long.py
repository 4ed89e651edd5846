"""A long history: the retrospect of years of commits tells what happened, and reads every content once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import pytest
from counting import Counting
from long_history import LongHistory, make

from strategy_cli.lives.recalling import recall
from strategy_cli.lives.retrospect import Retrospect, retrospect
from strategy_cli.source import from_folder


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> LongHistory:
    return make(tmp_path_factory.mktemp("long"), commits=80, files=100)


@pytest.fixture(scope="module")
def found(history: LongHistory) -> tuple[Retrospect, Counting]:
    """Look back, and count what is parsed and what is read of git."""
    with pytest.MonkeyPatch.context() as patch:
        counting = Counting(patch)
        record = recall(from_folder(history.repository.data))
        return retrospect(record, date(2025, 12, 31)), counting


def test_every_content_is_read_and_parsed_once(found: tuple[Retrospect, Counting]) -> None:
    looked, counting = found
    assert looked.commits > 60
    assert set(counting.parsed.values()) == set(counting.blobs.values()) == {1}


def test_every_thing_that_is_there_has_one_life_that_ends_in_it(
    found: tuple[Retrospect, Counting],
) -> None:
    record = found[0].record
    there = {life.ref: life.entity for life in record.lives if life.gone is None}
    assert there == {entity.ref: entity for entity in record.now.all()}
    assert all(record.now.find(life.ref) is None for life in record.lives if life.gone)
    for life in record.lives:
        days = [version.commit.day for version in life.versions if version.commit]
        assert days == sorted(days)
        assert {event.change.subject.kind for event in life.events} <= {life.ref.kind}
        assert set(map(id, life.events)) <= set(map(id, life.told))


def test_what_happened_is_told(history: LongHistory, found: tuple[Retrospect, Counting]) -> None:
    looked, _ = found
    happened = history.happened
    assert Counter(ids(looked.promises.loosened)) == Counter(happened["loosened"])
    assert sum(bool(one.decisions) for one in looked.promises.loosened) >= len(happened["loosened by decision"])
    assert {one.life.ref.id for one in looked.ownership.changed} == set(happened["owner changed"])
    assert {one.life.ref.id for one in looked.promises.postponed} == set(happened["postponed"])
    assert {one.life.ref.id for one in looked.revised} == set(happened["revised"])
    assert len(looked.record.faulty) == 1


def ids(changes: Iterable[object]) -> Iterator[str]:
    return (one.life.ref.id for one in changes)  # type: ignore[attr-defined]
