"""Ratchet: a check held against a baseline, so that what is known may stay but nothing new may come."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from strategy_cli.checking import baseline
from strategy_cli.checking.checked import Checked
from strategy_cli.checking.fingerprint import Identity
from strategy_cli.checking.suppress import looked_for
from strategy_cli.config import Settings
from strategy_cli.errors import StrategyError
from strategy_cli.formats.findings_text import of_baseline
from strategy_cli.formats.outputs import write
from strategy_cli.messages import Messages


class Again(NamedTuple):
    """What of a check must be said again for its baseline to be shrunk, and which one is known and which written."""

    data: Path | None
    profile: str | None
    known: Path | None
    to_write: Path | None

    def shrinking(self, file: Path) -> str:
        """Give the command that takes from a baseline what is mended, and adds nothing."""
        return self._command({"--baseline": file, "--write-baseline": file})

    def showing(self, file: Path) -> str:
        """Give the command that shows what is new to a baseline."""
        return self._command({"--baseline": file})

    def _command(self, options: dict[str, Path]) -> str:
        given = {"--data": self.data, "--profile": self.profile, **options}
        words = (word for option, value in given.items() if value for word in (option, str(value)))
        return shlex.join(("strategy", "lint", *words))


def held_against(
    checked: Checked, settings: Settings, messages: Messages, again: Again
) -> tuple[Checked, tuple[str, ...]]:
    """Hold a check against the baseline that is known, and write one where asked; gives what is to be said of it too.

    To write one where none is known takes in everything; where one is known, it can only shrink.
    Raises StrategyError when one that is there would grow without being known.
    """
    known, to_write = again.known, again.to_write
    held = baseline.held(checked.told, checked.prefix) if known is None else baseline.read(known)
    parted = baseline.parted(checked.told, held, checked.prefix, lambda rule: looked_for(rule, settings))
    done = checked._replace(told=parted.new, known=parted.known, gone=parted.gone)
    if to_write is None:
        return done, tuple(of_baseline(done, messages, again.shrinking(known) if known else ""))
    before = _before(to_write)
    if known is None and before is not None:
        _no_growth(checked, before, to_write, again)
    left = {i: n - parted.gone.get(i, 0) for i, n in held.items() if n > parted.gone.get(i, 0)}
    write(baseline.written(left), str(to_write))
    return done._replace(gone={}), (messages.say("lint.written", file=str(to_write), count=sum(left.values())),)


def _before(file: Path) -> Mapping[Identity, int] | None:
    """Read the baseline that is to be written over; raises StrategyError when the file is something else."""
    if not file.is_file() or not file.stat().st_size:
        return None
    try:
        return baseline.read(file)
    except StrategyError:
        raise StrategyError("not-a-baseline", file=str(file)) from None


def _no_growth(checked: Checked, before: Mapping[Identity, int], file: Path, again: Again) -> None:
    """Refuse to let into a baseline, unseen, what came after it was written."""
    if new := baseline.parted(checked.told, before, checked.prefix, lambda _: False).new:
        show, shrink = again.showing(file), again.shrinking(file)
        raise StrategyError("baseline-would-grow", file=str(file), count=len(new), show=show, shrink=shrink)
