"""History: tell the life of one thing: every change, and what was recorded then beside what is known now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategy_cli import source
from strategy_cli.changes import Weight
from strategy_cli.commands import filing, kinds
from strategy_cli.commands.versions import whole
from strategy_cli.formats.lives import markdown, text
from strategy_cli.formats.lives.history_account import account
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.formats.outputs import STDOUT, Output
from strategy_cli.lives import history as lived
from strategy_cli.lives.asked import asked
from strategy_cli.lives.history import History
from strategy_cli.lives.recalling import recall
from strategy_cli.messages import Messages
from strategy_cli.source import Source
from strategy_cli.terminal import Terminal

FORMATS = ("text", "md", "json", "html")
_HEADS = ("history.day", "diff.change", "diff.was", "diff.becomes", "history.why")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line.

    ``thing`` has its kind in any language; ``on`` is the day to look back to, ``today`` the one to look from.
    """

    thing: str | None
    data: Path | None
    since: date | None
    on: date | None
    today: date
    weight: str
    language: str | None
    formats: Sequence[str]
    terminal: Terminal


def history(options: Options) -> int:
    """Tell a thing's life; 0."""
    wanted = filing.asked(options.formats, FORMATS)
    here = whole(source.find_root(options.data))
    record = recall(here, folder_too=True)
    telling = Telling(record, Messages(options.language or record.now.about.languages[0]))
    life = asked(record, _by_kind(options.thing or ""))
    floor = Weight[options.weight.upper()]
    told = lived.history(record, life, options.today, on=options.on, floor=floor, since=options.since)
    wanted = filing.named(wanted, "history", *life.ref, options.on or options.today, telling.other_language)
    filing.written(wanted, lambda output: _formatted(output, told, telling, options.terminal, here))
    return 0


def _by_kind(thing: str) -> str:
    """Call the kind of a thing as files do; raises StrategyError when there is no such kind."""
    kind, _, name = thing.rpartition("/")
    return f"{kinds.called(kind)}/{name}" if kind else thing


def _formatted(output: Output, told: History, telling: Telling, terminal: Terminal, here: Source) -> str:
    if output.format == "html":
        from strategy_cli.commands.pages import dressed, remembered

        return remembered(told, telling, dressed(here, telling.record.now, telling.messages))
    if output.format == "json":
        from strategy_cli.formats.lives import history_json

        return history_json.written(told, telling)
    if output.format == "md":
        return markdown.written(account(told, telling), tuple(map(telling.say, _HEADS)))
    color = terminal.color and output.file in (None, STDOUT)
    return text.written(account(told, telling), telling.weights(), terminal.width, color=color)
