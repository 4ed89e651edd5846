"""Diff: compare two versions of a strategy and tell what changed in meaning, gravest first."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from strategy_cli import source
from strategy_cli.changes import Weight, compared
from strategy_cli.commands.versions import readable, whole
from strategy_cli.errors import StrategyError
from strategy_cli.formats.changes import as_json, markdown, text
from strategy_cli.formats.outputs import STDOUT, Output, outputs, write
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Review
from strategy_cli.reviewing.reviewed import Wanted, reviewed
from strategy_cli.source import Source
from strategy_cli.terminal import Terminal

FORMATS = ("text", "json", "md")
_NOT_THERE = ("no-revision", "no-repository", "no-commits")
_SEPARATORS = {"/", os.sep}


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line; ``new`` is None for the working tree."""

    old: str
    new: str | None
    data: Path | None
    language: str | None
    formats: Sequence[str]
    weight: str
    fail_on: str | None
    terminal: Terminal


def diff(options: Options) -> int:
    """Compare the versions; 1 when there is a change of the weight to fail on or graver, else 0."""
    wanted = outputs(options.formats, FORMATS, (Output("text", STDOUT),))
    old, new = (readable(one) for one in _sources(options))
    messages = Messages(options.language or new.about.languages[0])
    review = reviewed(compared(old, new), Wanted(Weight[options.weight.upper()]))
    for output in wanted:
        write(_formatted(output, review, messages, options.terminal), output.file)
    told = "" if options.terminal.grouped else text.header(review, messages)
    sys.stderr.write(f"{told}{text.summary(review, messages)}\n")
    return int(_fails(review, options.fail_on))


def _fails(review: Review, fail_on: str | None) -> bool:
    return fail_on is not None and any(entry.weight >= Weight[fail_on.upper()] for entry in review.selected)


def _sources(options: Options) -> tuple[Source, Source]:
    """Read both sides; a data root is looked for only when a side needs it."""
    sides = (options.old, options.new)
    folders = [Path(side).resolve() if side and _is_strategy(side) else None for side in sides]
    root = Path() if None not in folders else source.find_root(options.data)
    old, new = (_source(root, side, folder) for side, folder in zip(sides, folders, strict=True))
    return old, new


def _source(root: Path, side: str | None, folder: Path | None) -> Source:
    if folder or side is None:
        return whole(folder or root.resolve())
    try:
        return source.from_revision(root, side)
    except StrategyError as error:
        if error.key in _NOT_THERE:
            raise _neither(side, error) from None
        raise


def _neither(side: str, error: StrategyError) -> StrategyError:
    """Say what is wrong with a side that names a place rather than a revision; else what git could not find."""
    if Path(side).is_dir():
        return StrategyError("no-strategy", folder=side)
    if Path(side).is_file():
        return StrategyError("data-is-file", file=side, folder=str(Path(side).parent))
    return StrategyError("neither", side=side) if _SEPARATORS & set(side) or side.startswith(".") else error


def _is_strategy(side: str) -> bool:
    return (Path(side) / source.MAIN_FILE).is_file()


def _formatted(output: Output, review: Review, messages: Messages, terminal: Terminal) -> str:
    if output.format == "json":
        return as_json.report(review, messages)
    if output.format == "md":
        return markdown.report(review, messages)
    if output.file in (None, STDOUT) and terminal.grouped:
        return text.grouped(review, messages, terminal.width, color=terminal.color)
    return text.lines(review, messages)
