"""Lint: check a strategy and tell what is wrong, where, and what to write instead."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategy_cli import loading, rules, source, suppress
from strategy_cli.config import settings
from strategy_cli.finding import Level
from strategy_cli.formats import findings_github, findings_json, findings_text
from strategy_cli.formats.outputs import STDOUT, Output, outputs, write
from strategy_cli.loading.loader import PEOPLE_FILE
from strategy_cli.messages import Messages
from strategy_cli.suppress import Told
from strategy_cli.terminal import Terminal

FORMATS = ("text", "json", "github")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    data: Path | None
    revision: str | None
    on: date
    language: str | None
    formats: Sequence[str]
    profile: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    fail_level: str
    terminal: Terminal


def lint(options: Options) -> int:
    """Check the strategy; 1 when there is a finding at or above the fail level, else 0."""
    wanted = outputs(options.formats, FORMATS, (Output("text", STDOUT),))
    root = source.find_root(options.data)
    read = (
        source.from_revision(root, options.revision) if options.revision else source.from_folder(root, versioned=False)
    )
    loaded = loading.load(read)
    strategy = loaded.strategy
    messages = Messages(options.language or strategy.about.languages[0])
    chosen = settings(
        strategy.about,
        profile=options.profile,
        select=suppress.rules_asked(options.select),
        ignore=suppress.rules_asked(options.ignore),
    )
    found = rules.check(strategy, chosen, options.on, read)
    told = suppress.told(strategy, loaded.findings, found, chosen)
    files = len(read.files.keys() - {PEOPLE_FILE})
    for output in wanted:
        write(_formatted(output, told, files, messages, options.terminal), output.file)
    sys.stderr.write(findings_text.summary(told, files, messages) + "\n")
    return int(any(one.level >= Level[options.fail_level.upper()] for one in told))


def _formatted(output: Output, told: Sequence[Told], files: int, messages: Messages, terminal: Terminal) -> str:
    if output.format == "json":
        return findings_json.report(told, files, messages)
    if output.format == "github":
        return findings_github.annotations(told, messages)
    if output.file in (None, STDOUT) and terminal.grouped:
        return findings_text.grouped(told, messages, terminal.width, color=terminal.color)
    return findings_text.lines(told, messages)
