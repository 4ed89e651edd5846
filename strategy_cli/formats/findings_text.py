"""Findings as text: one line each for grep and editors, grouped by file on a terminal."""

from collections.abc import Sequence
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from strategy_cli.checked import Checked
from strategy_cli.finding import Level
from strategy_cli.formats.controls import visible
from strategy_cli.messages import Messages
from strategy_cli.suppress import Told

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "blue"}

_MOST_GONE = 20


def lines(findings: Sequence[Told], messages: Messages) -> str:
    """Write ``path:line:column: level rule message (help)``, one finding a line."""
    return "".join(f"{_line(one, messages)}\n" for one in findings)


def _line(one: Told, messages: Messages) -> str:
    finding = one.finding
    advice = messages.help(finding)
    said = messages.finding(finding) + (f" {advice}" if advice else "")
    return visible(" ".join(f"{finding.span}: {one.level.label} {finding.rule} {said}".split()))


def grouped(findings: Sequence[Told], messages: Messages, width: int, *, color: bool) -> str:
    """Write the findings under their files, what is wrong and what to write instead beneath each other."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=color, no_color=not color, width=width, highlight=False)
    for path, group in groupby(findings, key=lambda one: one.finding.span.path):
        console.print(Text(visible(path), "bold underline"))
        for one in group:
            console.print(Padding(_head(one), (0, 0, 0, 2)))
            console.print(Padding(Text(visible(messages.finding(one.finding))), (0, 0, 0, 4)))
            if advice := messages.help(one.finding):
                console.print(Padding(Text("→ " + visible(advice), "green"), (0, 0, 0, 4)))
        console.print()
    return out.getvalue()


def _head(one: Told) -> "Text":
    from rich.text import Text

    place = f"{one.finding.span.line}:{one.finding.span.column}"
    return Text.assemble((f"{place:<8}", "dim"), (one.level.label, STYLES[one.level]), "  ", (one.finding.rule, "cyan"))


def summary(findings: Sequence[Told], files: int, messages: Messages) -> str:
    """Count the findings by level and the files that were checked, in one line."""
    counts = {level.label: sum(one.level is level for one in findings) for level in Level if level}
    key = "lint.clean" if not findings else "lint.summary"
    return messages.say(key, files=files, **counts)


def of_baseline(checked: Checked, messages: Messages) -> list[str]:
    """Say how many findings the baseline keeps quiet, and which of those that it holds are no longer there."""
    if checked.gone is None:
        return []
    said = [messages.say("lint.known", count=len(checked.known))]
    if checked.gone:
        said.append(messages.say("lint.gone", count=sum(checked.gone.values())))
        rows = [f"  {' '.join(filter(None, one))} ({count})" for one, count in checked.gone.items()]
        said += [visible(row) for row in rows[:_MOST_GONE]] + (["  …"] if rows[_MOST_GONE:] else [])
    return said
