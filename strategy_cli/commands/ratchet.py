"""Ratchet: a check held against a baseline, so that what is known may stay but nothing new may come."""

from pathlib import Path

from strategy_cli import baseline
from strategy_cli.checked import Checked
from strategy_cli.config import Settings
from strategy_cli.errors import StrategyError
from strategy_cli.formats.findings_text import of_baseline
from strategy_cli.formats.outputs import write
from strategy_cli.messages import Messages
from strategy_cli.suppress import looked_for


def held_against(
    checked: Checked, settings: Settings, messages: Messages, known: Path | None, to_write: Path | None
) -> tuple[Checked, tuple[str, ...]]:
    """Hold a check against the baseline ``known``, and write one where asked; gives what is to be said of it too.

    To write one where none is known takes in everything; where one is known, it can only shrink.
    """
    held = baseline.held(checked.told, checked.prefix) if known is None else baseline.read(known)
    parted = baseline.parted(checked.told, held, checked.prefix, lambda rule: looked_for(rule, settings))
    done = checked._replace(told=parted.new, known=parted.known, gone=parted.gone)
    if to_write is None:
        return done, tuple(of_baseline(done, messages))
    left = {i: n - parted.gone.get(i, 0) for i, n in held.items() if n > parted.gone.get(i, 0)}
    _write(baseline.written(left), to_write)
    return done._replace(gone={}), (messages.say("lint.written", file=str(to_write), count=sum(left.values())),)


def _write(text: str, file: Path) -> None:
    """Write a baseline, but never over a file that is something else."""
    if file.is_file() and file.stat().st_size:
        try:
            baseline.read(file)
        except StrategyError:
            raise StrategyError("not-a-baseline", file=str(file)) from None
    write(text, str(file))
