"""Retrospect: tell what can be learnt from the strategy's whole life."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategy_cli import source
from strategy_cli.commands import filing
from strategy_cli.commands.versions import whole
from strategy_cli.errors import StrategyError
from strategy_cli.formats.lives import markdown, text
from strategy_cli.formats.lives.brief import brief
from strategy_cli.formats.lives.retrospect_account import account
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.formats.outputs import STDOUT, Output
from strategy_cli.lives.recalling import as_day, is_dirty, recall
from strategy_cli.lives.record import Record
from strategy_cli.lives.retrospect import Retrospect, retrospect
from strategy_cli.messages import Messages
from strategy_cli.source import Source
from strategy_cli.terminal import Terminal

FORMATS = ("text", "md", "json", "html")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line; ``until`` is the last day, if one is given, ``every`` cuts no list."""

    data: Path | None
    since: str | None
    until: date | None
    today: date
    language: str | None
    formats: Sequence[str]
    terminal: Terminal
    every: bool = False


def look_back(options: Options) -> int:
    """Tell what can be learnt; 0."""
    wanted = filing.asked(options.formats, FORMATS)
    here = whole(source.find_root(options.data))
    record = recall(here, since=options.since, until=options.until)
    telling = Telling(record, Messages(options.language or record.now.about.languages[0]))
    on = options.until or _last_day(record, options.today)
    _check(record, options.since, on)
    found = retrospect(record, on)
    wanted = filing.named(wanted, "retrospect", found.on, telling.other_language)
    filing.written(wanted, lambda output: _formatted(output, found, telling, options, here))
    if options.until is None and is_dirty(record, here):
        sys.stderr.write(f"{telling.say('retrospect.uncommitted')}\n")
    return 0


def _last_day(record: Record, today: date) -> date:
    """Look from the strategy's own last day once it has passed, by all that has been recorded since."""
    end = record.now.about.period.until
    return min(today, end) if end else today


def _check(record: Record, since: str | None, on: date) -> None:
    """Raise StrategyError when the time asked for begins after the day as of which everything is told."""
    begins = as_day(since) or record.begins if since else None
    if begins and begins > on:
        raise StrategyError("nothing-after", since=as_day(since or "") or since, on=on)


def _formatted(output: Output, found: Retrospect, telling: Telling, options: Options, here: Source) -> str:
    if output.format == "html":
        from strategy_cli.commands.pages import dressed, looked_back

        return looked_back(found, telling, dressed(here, telling.record.now, telling.messages))
    if output.format == "json":
        from strategy_cli.formats.lives import retrospect_json

        return retrospect_json.written(found, telling)
    if output.format == "md":
        return markdown.written(account(found, telling), ())
    color = options.terminal.color and output.file in (None, STDOUT)
    told = account(found, telling)
    told = told if options.every else brief(told, telling)
    return text.written(told, telling.weights(), options.terminal.width, color=color)
