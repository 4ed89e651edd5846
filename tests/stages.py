"""Stages: a strategy's past without git, from what each commit wrote, and the record of it."""

from collections.abc import Mapping
from datetime import date

from folders import contents

from strategy_cli.git import Commit
from strategy_cli.lives.gathering import recorded
from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.ref import Ref
from strategy_cli.replay import Stage, steps
from strategy_cli.replay.carried_over import loaded_after
from strategy_cli.source import Source, Version

Written = Mapping[str, str | None]
ABOUT = "title: Strategy\nlanguages: [en, fi]\nperiod: {from: 2020-01-01, until: 2029-12-31}\n"


def stages(*commits: tuple[str, Written]) -> list[Stage]:
    """Make a version of each day and what was written on it; None where a file was removed."""
    files: dict[str, str | None] = {"strategy.yaml": ABOUT}
    made: list[Stage] = []
    for number, (day, written) in enumerate(commits, 1):
        files |= written
        there = {path: text for path, text in files.items() if text is not None}
        commit = Commit(f"{number:040x}", date.fromisoformat(day), f"Commit {number}")
        version = Version("made", commit.hash, commit.hash, commit.day)
        strategy, faults = loaded_after(Source("", version, contents(there)), made[-1].strategy if made else None)
        made.append(Stage(commit, strategy, faults))
    return made


def record(*commits: tuple[str, Written]) -> Record:
    """Gather the record of what was written on each day."""
    return recorded(steps(stages(*commits)))


def life(made: Record, kind: str, name: str) -> Life:
    """Find a life."""
    return made.named[Ref(kind, name)]
