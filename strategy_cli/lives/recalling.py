"""Recalling: the record of a strategy's past, over the time that is asked about."""

from datetime import date

from strategy_cli import source
from strategy_cli.errors import StrategyError
from strategy_cli.lives.gathering import recorded
from strategy_cli.lives.record import Record
from strategy_cli.past import Past, past_of
from strategy_cli.replay import Stage, steps, uncommitted, versions
from strategy_cli.source import Source


def recall(here: Source, *, since: str | None = None, until: date | None = None, folder_too: bool = False) -> Record:
    """Go through the versions committed on this branch, from a revision or a day and up to a day if they are given.

    ``folder_too`` adds what stands in the folder only. Raises StrategyError when there is nothing to tell of.
    """
    past = past_of(here)
    stages = tuple(versions(past)) if past else ()
    if past is None or not stages:
        raise StrategyError("no-past", folder=here.version.place)
    told = _until(_since(stages, since, past), until, past, since)
    found = list(steps(told))
    if folder_too and until is None:
        found += uncommitted(here, found[-1].new)
    return recorded(found, cut=past.cut and told[0] is stages[0])


def is_dirty(record: Record, here: Source) -> bool:
    """Tell whether the folder holds something that the record does not."""
    return bool(uncommitted(here, record.now))


def _since(stages: tuple[Stage, ...], since: str | None, past: Past) -> tuple[Stage, ...]:
    """Begin from the version that stood at a revision, or at the end of a day."""
    if since is None:
        return stages
    asked = past_of(source.from_revision(past.folder, _as_revision(since)))
    known = {one.commit.hash for one in asked.steps} if asked else set()
    held = [number for number, stage in enumerate(stages) if stage.commit.hash in known]
    if not held:
        raise StrategyError("not-on-branch", revision=since)
    return stages[held[-1] :]


def as_day(since: str) -> date | None:
    """Read the day that something is asked from; None of a revision."""
    try:
        return date.fromisoformat(since.removeprefix("@"))
    except ValueError:
        return None


def _as_revision(since: str) -> str:
    day = as_day(since)
    return f"@{day.isoformat()}" if day else since


def _until(stages: tuple[Stage, ...], until: date | None, past: Past, since: str | None) -> tuple[Stage, ...]:
    if until is None:
        return stages
    held = tuple(stage for stage in stages if stage.commit.day <= until)
    if not held and since:
        raise StrategyError("nothing-after", since=as_day(since) or since, on=until)
    if not held:
        begins = stages[0].commit.day
        raise StrategyError("no-commit-by", repository=past.repository.name, begins=begins, revision=until)
    return held
