"""Watching: a check that runs again whenever a file of the strategy changes, until it is stopped."""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from strategy_cli.errors import StrategyError
from strategy_cli.formats.controls import visible
from strategy_cli.loading import forget
from strategy_cli.messages import Messages
from strategy_cli.terminal import Terminal

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_REMEMBERED = 100  # changes; what a file held before them is forgotten with all else, and what is there read again


def watch(root: Path, check: Callable[[], Messages], terminal: Terminal, language: str) -> int:
    """Check, and check again at every change below ``root``; 0 when the user stops it with Ctrl+C.

    ``check`` gives the messages that it spoke with; ``language`` is that of what is said before it could.
    Raises StrategyError when the library that watches is not installed.
    """
    try:
        from watchfiles import watch as changes
    except ModuleNotFoundError:
        raise StrategyError("no-watchfiles") from None
    gc.enable()  # a single run never needs it, one that stays does
    messages = _checked(check, terminal, root, Messages(language))
    try:
        for number, _ in enumerate(changes(root, watch_filter=_is_ours, raise_interrupt=True), 1):
            if number % _REMEMBERED == 0:
                forget()
            messages = _checked(check, terminal, root, messages)
    except KeyboardInterrupt:
        return 0
    return 0


def _checked(check: Callable[[], Messages], terminal: Terminal, root: Path, messages: Messages) -> Messages:
    """Check once; what keeps it from being done, such as a checkout half-way through, is said and waited on."""
    if terminal.grouped:
        sys.stdout.write(_CLEAR)
    try:
        messages = check()
    except StrategyError as error:
        said = messages.say(f"errors.{error.key}", **error.message_args)
        sys.stderr.write(visible(f"strategy: {said}\n"))
    sys.stderr.write(messages.say("lint.watching", folder=str(root), time=time.strftime("%H:%M:%S")) + "\n")
    sys.stdout.flush()
    sys.stderr.flush()
    return messages


def _is_ours(_: object, path: str) -> bool:
    name = Path(path).name
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith((".", "_"))
