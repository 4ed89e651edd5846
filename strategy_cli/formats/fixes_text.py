"""Fixes as text: one line each, what was and what became of it, and a count."""

from collections.abc import Iterable, Iterator

from strategy_cli.editing.fix import Fix
from strategy_cli.formats.controls import visible
from strategy_cli.messages import Messages

_LONGEST = 60


def lines(fixes: Iterable[Fix], said: str) -> str:
    """Write ``path:line: said rule was → became``, one fix a line; ``said`` tells what was done with it."""
    return "".join(f"{line}\n" for line in _lines(fixes, said))


def _lines(fixes: Iterable[Fix], said: str) -> Iterator[str]:
    for fix in fixes:
        place = f"{fix.finding.span.path}:{fix.edit.span.line}"
        yield visible(f"{place}: {said}: {fix.finding.rule}: {_short(fix.was)} → {_short(fix.edit.text)}")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def summary(messages: Messages, *, preview: bool, **counts: int) -> str:
    """Count what was made, offered and taken back, in one line."""
    if not any(counts.values()):
        return messages.say("fixing.nothing") + "\n"
    return messages.say("fixing.preview" if preview else "fixing.summary", **counts) + "\n"
