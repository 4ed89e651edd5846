"""Changed: a review written in the formats that were asked for, each where it belongs."""

from collections.abc import Iterable, Sequence
from datetime import date

from strategy_cli.commands import filing
from strategy_cli.commands.versions import Side
from strategy_cli.formats.changes import terminal as changes_terminal
from strategy_cli.formats.changes import text
from strategy_cli.formats.outputs import STDOUT, Output
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Review
from strategy_cli.terminal import Terminal

FORMATS = ("text", "json", "md", "html", "github")


def named(wanted: Iterable[Output], new: Side, on: date, language: str) -> tuple[Output, ...]:
    """Name the page that was given no file by the day of the new version, and by a language that is not its first."""
    day = new.source.version.day if new.source.version.revision is not None else on
    return filing.named(wanted, "diff", day or on, language if language != new.strategy.about.languages[0] else None)


def written(wanted: Sequence[Output], review: Review, messages: Messages, terminal: Terminal, new: Side) -> None:
    """Write every format that is wanted, and say where a page went."""
    filing.written(wanted, lambda output: _formatted(output, review, messages, terminal, new))


def _formatted(output: Output, review: Review, messages: Messages, terminal: Terminal, new: Side) -> str:
    match output.format:
        case "json":
            from strategy_cli.formats.changes import as_json

            return as_json.report(review, messages)
        case "md":
            from strategy_cli.formats.changes import markdown

            return markdown.report(review, messages)
        case "github":
            from strategy_cli.formats.changes import github

            return github.annotations(review, messages)
        case "html":
            from strategy_cli.commands import pages

            return pages.written(review, messages, pages.dressed(new.source, new.strategy, messages))
    if output.file in (None, STDOUT) and terminal.grouped:
        return changes_terminal.grouped(review, messages, terminal.width, color=terminal.color)
    return text.lines(review, messages)
