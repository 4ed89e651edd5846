"""Mending: what --fix and --diff do around fixing: files written or a diff shown, and what was done told."""

import sys
from pathlib import Path

from strategy_cli.commands.fixing import Check, Found, Mended, changed, mend
from strategy_cli.editing import files
from strategy_cli.errors import StrategyError
from strategy_cli.formats import fixes_text, unified
from strategy_cli.formats.outputs import STDOUT, write
from strategy_cli.messages import Messages
from strategy_cli.source import Source
from strategy_cli.terminal import Terminal


def mended(
    root: Path, source: Source, check: Check, found: Found, messages: Messages, *, preview: Terminal | None
) -> Source:
    """Fix what is sure, and give what the files then hold; a ``preview`` shows a diff and leaves everything alone.

    Raises StrategyError when a file cannot be written, and for a git revision, which nothing can change.
    """
    if source.version.revision and not preview:
        raise StrategyError("fix-revision", revision=source.version.revision)
    done = mend(source, check, found)
    if preview:
        write(_diff(source, done, preview), STDOUT)
    else:
        for path, (_, new) in changed(source, done.source).items():
            files.replace(root / path, new.encoded())
    sys.stderr.write(_told(source, done, messages, preview=preview is not None))
    return source if preview else done.source


def _diff(source: Source, done: Mended, terminal: Terminal) -> str:
    changes = changed(source, done.source).items()
    text = "".join(unified.diff(source.shown(path), old.marked, new.marked) for path, (old, new) in changes)
    return unified.on_a_terminal(text, color=terminal.color) if text and terminal.grouped else text


def _told(source: Source, done: Mended, messages: Messages, *, preview: bool) -> str:
    said = {
        messages.say("fixing.would" if preview else "fixing.fixed"): done.made,
        messages.say("fixing.offered"): done.offered,
        messages.say("fixing.taken-back"): done.taken_back,
    }
    counts = {
        "made": len(done.made),
        "files": len(changed(source, done.source)),
        "offered": len(done.offered),
        "back": len(done.taken_back),
    }
    told = "".join(fixes_text.lines(fixes, words) for words, fixes in said.items())
    return told + fixes_text.summary(messages, preview=preview, **counts)
