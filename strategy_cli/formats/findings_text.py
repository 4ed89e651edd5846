"""Findings as text: one line each for grep and editors, grouped by file on a terminal."""

from collections.abc import Sequence
from io import StringIO
from itertools import groupby
from textwrap import fill
from typing import TYPE_CHECKING

from strategy_cli.checking.checked import Checked
from strategy_cli.checking.suppress import Told
from strategy_cli.finding import Level
from strategy_cli.formats.controls import visible
from strategy_cli.messages import Messages

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "blue"}

_MOST_GONE = 20


def lines(findings: Sequence[Told], messages: Messages) -> str:
    """Write ``path:line:column: level rule message (help)``, one finding a line.

    The level is English in every language, since scripts and editors read these lines.
    """
    return "".join(f"{_line(one, messages)}\n" for one in findings)


def _line(one: Told, messages: Messages) -> str:
    finding = one.finding
    advice = messages.help(finding)
    said = messages.finding(finding) + (f" {advice}" if advice else "")
    return visible(" ".join(f"{finding.span}: {one.level.label} {finding.rule} {said}".split()))


def grouped(findings: Sequence[Told], messages: Messages, width: int, *, color: bool) -> str:
    """Write the findings under their files, what is wrong and what to write instead beneath each other."""
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=color, no_color=not color, width=width, highlight=False, soft_wrap=True)
    for path, group in groupby(findings, key=lambda one: one.finding.span.path):
        console.print(Text(visible(path), "bold underline"))
        for one in group:
            console.print(_head(one, messages))
            console.print(Text(_block(messages.finding(one.finding), width)))
            if advice := messages.help(one.finding):
                console.print(Text(_block("→ " + advice, width), "green"))
        console.print()
    return out.getvalue()


def _block(text: str, width: int) -> str:
    """Break a sentence into indented lines, but no word of it: paths and commands are copied from the screen."""
    indent = " " * 4
    return fill(
        visible(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _head(one: Told, messages: Messages) -> "Text":
    from rich.text import Text

    place = f"{one.finding.span.line}:{one.finding.span.column}"
    level = messages.say(f"lint.levels.{one.level.label}")
    return Text.assemble((f"  {place:<8}", "dim"), (level, STYLES[one.level]), "  ", (one.finding.rule, "cyan"))


def summary(checked: Checked, messages: Messages) -> str:
    """Count the findings by level and the files that were checked, in one line."""
    counts = {level.label: sum(one.level is level for one in checked.told) for level in Level if level}
    clean = "lint.nothing-new" if checked.known else "lint.clean"
    key = "lint.summary" if checked.told else clean
    return messages.say(key, files=checked.files, known=len(checked.known), **counts)


def of_baseline(checked: Checked, messages: Messages, command: str) -> list[str]:
    """Say what the baseline keeps quiet, what of it is no longer there, and with what ``command`` to shrink it."""
    if checked.gone is None:
        return []
    said = [messages.say("lint.known", count=len(checked.known))] if checked.told else []
    if checked.gone:
        said.append(messages.say("lint.gone", count=sum(checked.gone.values())))
        said.append(messages.say("lint.shrink", command=command))
        rows = [f"  {' '.join(filter(None, one))} ({count})" for one, count in checked.gone.items()]
        said += [visible(row) for row in rows[:_MOST_GONE]] + (["  …"] if rows[_MOST_GONE:] else [])
    return said
