"""Failure: every way in which a run can end early, as one sentence in the user's language and an exit code."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategy_cli.errors import StrategyError

if TYPE_CHECKING:
    from strategy_cli.messages import Messages
from strategy_cli.terminal import flowed

COULD_NOT = 2
INTERRUPTED = 130


def ended(error: BaseException, arguments: Sequence[str]) -> int:
    """Say why the run ended, unless nobody needs to be told, and give the exit code."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if _reader_left(error):
        _silence()
        return 0
    if isinstance(error, SystemExit) and isinstance(error.code, int):  # a shell's question was answered
        return error.code
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        error = StrategyError("cannot-write", file=error.filename or "stdout", reason=error)
    elif not isinstance(error, StrategyError) and not _of_usage(error):
        if os.environ.get("STRATEGY_DEBUG"):
            raise error
        error = StrategyError("internal", kind=type(error).__name__, reason=str(error))
    with suppress(OSError):
        sys.stderr.write(flowed(f"strategy: {_sentence(error, arguments)}", sys.stderr) + "\n")
    return COULD_NOT


def _of_usage(error: BaseException) -> bool:
    """Tell whether the command line was mistyped; typer brings its own click."""
    return hasattr(error, "format_message")


def _reader_left(error: BaseException) -> bool:
    """Tell whether whoever read the output, as ``head`` does, has had enough; typer makes an exit of it."""
    cause = error.__context__ if isinstance(error, SystemExit) else error
    return isinstance(cause, BrokenPipeError)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            os.dup2(nowhere, stream.fileno())


def _sentence(error: BaseException, arguments: Sequence[str]) -> str:
    from strategy_cli.formats.controls import visible
    from strategy_cli.messages import Messages

    messages = Messages(_language(error, arguments))
    if isinstance(error, StrategyError):
        said = messages.say(f"errors.{error.key}", **error.message_args)
    else:
        said = _of_command_line(error, messages)
    return visible(" ".join(said.split()))


def _of_command_line(error: Any, messages: "Messages") -> str:
    """Say what was mistyped; in typer's own English where another version of it holds other things."""
    from strategy_cli.failing.usage import sentence

    with suppress(Exception):
        return sentence(error, messages)
    return str(error.format_message())


def _language(error: BaseException, arguments: Sequence[str]) -> str:
    """Settle the language as commands do: the one asked for, else the strategy's first, else the user's own."""
    if main := getattr(error, "message_args", {}).get("main"):  # the strategy that is in the way
        with suppress(Exception):
            return _first_language(Path(str(main)).parent)
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang"):
            asked = argument.partition("=")[2] or (*arguments[place + 1 : place + 2], "en")[0]
            if asked in ("fi", "sv", "en"):
                return asked
    with suppress(Exception):
        return _first_language(_root(arguments))
    told = (os.environ.get(name, "")[:2] for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((code for code in told if code in ("fi", "sv", "en")), "fi" if arguments[:1] == ["init"] else "en")


def _root(arguments: Sequence[str]) -> Path:
    from strategy_cli.source import MAIN_FILE, find_root

    named = (Path(argument.rpartition("=")[2]) for argument in reversed(arguments))
    return next((folder for folder in named if (folder / MAIN_FILE).is_file()), None) or find_root(None)


def _first_language(root: Path) -> str:
    from strategy_cli import loading
    from strategy_cli.source import MAIN_FILE, Source, Version

    read = Source("", Version(""), {MAIN_FILE: (root / MAIN_FILE).read_bytes()})
    return loading.load(read).strategy.about.languages[0]
