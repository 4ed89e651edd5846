"""Lint: check a strategy and tell what is wrong, where, and what to write instead."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_cli import loading, rules, source
from strategy_cli.checking import suppress
from strategy_cli.checking.checked import Checked
from strategy_cli.config import Settings, settings
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.formats.findings import FORMATS, formatted
from strategy_cli.formats.findings_text import summary
from strategy_cli.formats.outputs import STDOUT, Output, outputs, write
from strategy_cli.loading import Loaded
from strategy_cli.loading.loader import PEOPLE_FILE
from strategy_cli.messages import Messages
from strategy_cli.source import Source
from strategy_cli.terminal import Terminal


class Options(NamedTuple):
    """What was asked for on the command line."""

    data: Path | None
    revision: str | None
    on: date
    language: str | None
    formats: Sequence[str]
    profile: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    baseline: Path | None
    write_baseline: Path | None
    statistics: bool
    watch: bool
    fix: bool
    diff: bool
    fail_level: str
    terminal: Terminal


class _Looked(NamedTuple):
    """What a look at the files found: faults of reading too, and what is said beside it of the baseline."""

    checked: Checked
    faults: Sequence[Finding]
    messages: Messages
    said: tuple[str, ...] = ()


class _Run(NamedTuple):
    """A check that was told: whether it fails, and the messages that it spoke with."""

    fails: bool
    messages: Messages


def lint(options: Options) -> int:
    """Check the strategy; 1 when there is a finding at or above the fail level, else 0."""
    wanted = outputs(options.formats, FORMATS, () if options.diff else (Output("text", STDOUT),))
    root = source.find_root(options.data)
    if not options.watch:
        return int(_run(options, wanted, root).fails)
    from strategy_cli.commands.watching import watch

    alone = {"--revision": options.revision, "--write-baseline": options.write_baseline}
    for option, value in (alone | {"--fix": options.fix, "--diff": options.diff}).items():
        if value:
            raise StrategyError("watch-alone", option=option)
    return watch(root, lambda: _run(options, wanted, root).messages, options.terminal, options.language or "fi")


def _run(options: Options, wanted: Sequence[Output], root: Path) -> _Run:
    read = (
        source.from_revision(root, options.revision) if options.revision else source.from_folder(root, versioned=False)
    )
    looked = _mended(options, root, read) if options.fix or options.diff else _look(options, read)
    checked, messages = looked.checked, looked.messages
    for output in wanted:
        write(formatted(output, checked, messages, options.terminal, statistics=options.statistics), output.file)
    sys.stderr.writelines(f"{line}\n" for line in (summary(checked, messages), *looked.said))
    return _Run(checked.fails, messages)


def _mended(options: Options, root: Path, read: Source) -> _Looked:
    """Fix what is sure, or show how; what is left is what the files then hold."""
    from strategy_cli.commands.fixing import Found
    from strategy_cli.commands.mending import mended

    def check(files: Source) -> Found:
        found = _look(options._replace(write_baseline=None), files)
        return Found(found.faults, found.checked.told)

    looked = _look(options._replace(write_baseline=None), read)
    found = Found(looked.faults, looked.checked.told)
    after = mended(root, read, check, found, looked.messages, preview=options.terminal if options.diff else None)
    return _look(options, after)


def _look(options: Options, read: Source) -> _Looked:
    loaded = loading.load(read)
    messages = Messages(options.language or loaded.strategy.about.languages[0])
    own = [one.id for one in loaded.strategy.about.lint.require]
    chosen = settings(
        loaded.strategy.about,
        profile=options.profile,
        select=suppress.rules_asked(options.select, own),
        ignore=suppress.rules_asked(options.ignore, own),
    )
    checked = _checked(options, read, loaded, chosen)
    if not (options.baseline or options.write_baseline):
        return _Looked(checked, loaded.findings, messages)
    from strategy_cli.commands import ratchet

    again = ratchet.Again(options.data, options.profile, options.baseline, options.write_baseline)
    checked, said = ratchet.held_against(checked, chosen, messages, again)
    return _Looked(checked, loaded.findings, messages, said)


def _checked(options: Options, read: Source, loaded: Loaded, chosen: Settings) -> Checked:
    found = rules.check(loaded.strategy, chosen, options.on, read)
    settled = suppress.settle(loaded.strategy, loaded.findings, found, chosen)
    files = len(read.files.keys() - {PEOPLE_FILE})
    level = Level[options.fail_level.upper()]
    return Checked(settled.told, files, read.prefix, settled.ignored, fail_level=level)
