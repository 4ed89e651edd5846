"""Checked: everything that a check of a strategy gives to be shown."""

from collections.abc import Mapping
from typing import NamedTuple

from strategy_cli.checking.fingerprint import Identity, fingerprints
from strategy_cli.checking.suppress import Ignored, Told, in_order
from strategy_cli.finding import Level
from strategy_cli.source import MAIN_FILE


class Checked(NamedTuple):
    """What is told, in order of place, of so many ``files``, and what is kept quiet.

    ``ignored`` has comments of its own, ``known`` is in the baseline, which holds what is ``gone`` in vain
    (None: no baseline was asked for). ``fail_level`` is the level from which the check fails.
    """

    told: tuple[Told, ...]
    files: int
    prefix: str = ""
    ignored: tuple[Ignored, ...] = ()
    known: tuple[Told, ...] = ()
    gone: Mapping[Identity, int] | None = None
    fail_level: Level = Level.ERROR

    @property
    def fails(self) -> bool:
        """Tell whether something told is grave enough to fail."""
        return any(one.level >= self.fail_level for one in self.told)

    def marked(self) -> tuple[tuple[str, Told], ...]:
        """Give what is told, each with its fingerprint, which the findings of the baseline have a part in."""
        marks = dict(zip(map(id, both := self._both()), self._fingerprints(both), strict=True))
        return tuple((marks[id(one)], one) for one in self.told)

    def all_marked(self) -> tuple[tuple[str, Told], ...]:
        """Give what is told and what the baseline knows, each with its fingerprint, in order of place."""
        both = self._both()
        return tuple(zip(self._fingerprints(both), both, strict=True))

    def _both(self) -> list[Told]:
        return sorted((*self.told, *self.known), key=in_order(self.prefix + MAIN_FILE))

    def _fingerprints(self, both: list[Told]) -> list[str]:
        return list(fingerprints((one.finding for one in both), self.prefix))
