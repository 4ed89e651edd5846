"""Merged: what the commits behind a merge changed, gone through only for the merges that are asked about."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from strategy_cli import git
from strategy_cli.errors import StrategyError
from strategy_cli.git import Commit
from strategy_cli.past import Past
from strategy_cli.replay.carried_over import loaded_after
from strategy_cli.replay.steps import Step, steps
from strategy_cli.replay.versions import Folder, contents, stages
from strategy_cli.revision import Meant
from strategy_cli.source import Source, from_commit

_Line: TypeAlias = tuple[str, ...]
_MERGE = 2  # parents at the least


@dataclass(frozen=True)
class Merged:
    """The lines that were merged into a past, and the files that the past goes on from, if it goes on from any."""

    past: Past
    base: Source | None = None

    def behind(self, commit: Commit | None) -> tuple[Step, ...]:
        """Tell what the commits of the lines that a merge brought changed, oldest first; of any other commit nothing.

        Each line is gone through by itself, from where it parted; a line merged into it is one step there, which may be
        asked about in turn. What git cannot tell (as in a clone without contents) is not told.
        """
        if commit is None or all(len(step.parents) < _MERGE for step in self.past.steps):
            return ()
        try:
            return tuple(chain.from_iterable(map(self._steps, self._lines.get(commit.hash, ()))))
        except StrategyError:
            return ()

    @cached_property
    def _woven(self) -> Mapping[str, git.Logged]:
        """Every commit by its hash, those of the main line as the past tells of them."""
        past = self.past
        asked = git.woven(past.repository, past.steps[0].commit.hash, past.folders, past.since)
        found = {step.commit.hash: past.placed(step) for step in asked}
        return found | {step.commit.hash: step for step in past.steps}

    @cached_property
    def _lines(self) -> Mapping[str, tuple[_Line, ...]]:
        """List by merge the lines that it brought: their commits, oldest first, that no older merge brought."""
        seen: set[str] = set()
        lines: dict[str, tuple[_Line, ...]] = {}
        waiting = [*reversed(self._line(self.past.steps[0].commit.hash, seen))]
        while waiting:
            merge = waiting.pop()
            lines[merge] = tuple(self._line(parent, seen) for parent in self._woven[merge].parents[1:])
            waiting += [*chain.from_iterable(lines[merge])][::-1]
        return lines

    def _line(self, tip: str, seen: set[str]) -> _Line:
        found = []
        while tip in self._woven and tip not in seen:
            seen.add(tip)
            found.append(tip)
            tip = _before(self._woven[tip])
        return tuple(reversed(found))

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        return contents(self.past, self._woven.values())

    def _steps(self, line: _Line) -> tuple[Step, ...]:
        """Compare each version of a line with the one before it, the first with the one where the line parted."""
        if not line:
            return ()
        folder, parted = self._folder(_before(self._woven[line[0]]))
        begun = loaded_after(parted, None).strategy if parted else None
        told = (step for step in map(self._woven.__getitem__, line) if step.changes)
        return tuple(steps(stages(self.past, told, self._contents, folder, begun), begun))

    def _folder(self, commit: str) -> tuple[Folder, Source | None]:
        """Bring together the files that a commit left, and give what version they are."""
        way, outside = self._way(commit)
        begun = self._outside(outside)
        folder = Folder.of(begun)
        for step in reversed(way):
            folder.take(self.past, step, self._contents)
        return folder, folder.at(self.past, way[0].commit) if way else begun

    def _way(self, commit: str) -> tuple[list[git.Logged], str]:
        """Go back along first parents, and tell which commit comes next, which the past leaves out."""
        way = []
        while commit in self._woven:
            way.append(self._woven[commit])
            commit = _before(way[-1])
        return way, commit

    def _outside(self, commit: str) -> Source | None:
        """Read the files at a commit that the past leaves out; None where there was no strategy yet."""
        if not commit or commit == self._way(self.past.steps[-1].commit.hash)[1]:
            return self.base if commit else None
        for folder in self.past.folders:
            with suppress(StrategyError):
                at = git.commit(self.past.repository, commit)
                return from_commit(self.past.repository, Meant(at, folder), commit)
        return None


def _before(step: git.Logged) -> str:
    """Give the first parent; nothing where the history begins."""
    return step.parents[0] if step.parents else ""
