"""Manual of rules as text: a list by family, or the page of each rule."""

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from strategy_cli.finding import Level
from strategy_cli.formats.findings_text import STYLES
from strategy_cli.formats.manual_words import Page, families, files_of, level_word, page
from strategy_cli.messages import Messages
from strategy_cli.rules.manual import Example
from strategy_cli.rules.registry import Rule

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_INDENT = (0, 0, 0, 2)
_DEEP = (0, 0, 0, 4)


def listed(rules: Mapping[str, Rule], messages: Messages, width: int, *, color: bool) -> str:
    """List the rules by family: the level in each profile, and what each finds."""
    from rich.text import Text

    out, console = _console(width, color=color)
    for family, held in families(rules).items():
        console.print(Text.assemble((messages.say(f"families.{family}"), "bold underline"), "  ", (family, "dim")))
        console.print(_table([page(rule, messages) for rule in held], messages))
        console.print()
    console.print(Text(messages.say("manual.more"), "dim"))
    return _plain(out)


def _table(pages: Sequence[Page], messages: Messages) -> "RenderableType":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 1), header_style="dim", pad_edge=False, show_edge=False)
    table.add_column("", no_wrap=True)
    for profile in pages[0].levels:
        table.add_column(profile, no_wrap=True)
    table.add_column("")
    for one in pages:
        row = [Text(_dash(level, messages), STYLES.get(level, "dim")) for level in one.levels.values()]
        table.add_row(Text("  " + one.rule.id, "cyan"), *row, Text(_once(one.manual.summary)))
    return table


def _once(text: str) -> str:
    """Write what is code in the manual between single marks, as nothing sets it apart here."""
    return text.replace("``", "`")


def _dash(level: Level, messages: Messages) -> str:
    return level_word(level, messages) if level else "–"


def pages(rules: Sequence[Rule], messages: Messages, width: int, *, color: bool) -> str:
    """Write the page of each rule."""
    out, console = _console(width, color=color)
    for rule in rules:
        _page(console, page(rule, messages), messages)
    return _plain(out)


def _page(console: "Console", one: Page, messages: Messages) -> None:
    from rich.padding import Padding
    from rich.text import Text

    def block(text: "Text | str", indent: tuple[int, int, int, int] = _INDENT) -> None:
        console.print(Padding(text if isinstance(text, Text) else Text(text), indent))

    console.print(Text(one.rule.id, "bold cyan"))
    block(Text(_once(one.manual.summary), "bold"))
    for paragraph in filter(None, one.manual.reason.split("\n\n")):
        console.print()
        block(_once(" ".join(paragraph.split())))
    console.print()
    family = messages.say(f"families.{one.rule.family}")
    block(f"{messages.say('manual.family')}: {family} ({one.rule.family})")
    block(_levels(one, messages))
    _heading(console, messages.say("manual.says"))
    for said in one.said:
        block(said.message, _DEEP)
        if said.help:
            block(Text("→ " + said.help, "green"), _DEEP)
    for name, example in (("bad", one.manual.bad), ("good", one.manual.good)):
        if example:
            _heading(console, messages.say(f"manual.{name}"))
            for line in _example(example, marked=name == "bad"):
                block(line, _DEEP)
    console.print()
    block(Text(messages.say("manual.ignore", id=one.rule.id), "dim"))
    console.print()


def _levels(one: Page, messages: Messages) -> "Text":
    from rich.text import Text

    parts = [f"{messages.say('manual.level')}: "]
    styled: list[tuple[str, str]] = []
    for profile, level in one.levels.items():
        styled += [
            (", " if styled else "", ""),
            (f"{profile} ", "dim"),
            (level_word(level, messages), STYLES.get(level, "dim")),
        ]
    return Text.assemble(*parts, *styled)


def _heading(console: "Console", words: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print()
    console.print(Padding(Text(words, "underline"), _INDENT))


def _example(example: Example, *, marked: bool) -> Iterator["Text"]:
    from rich.text import Text

    for file in files_of(example):
        yield Text(f"# {file.path}" + (f" ({file.encoding})" if file.encoding else ""), "dim")
        for number, row in enumerate(file.text.splitlines(), 1):
            here = marked and (file.path, number) == (example.path, example.line)
            yield Text(row + ("   ←" if here else ""), "red" if here else "")


def _console(width: int, *, color: bool) -> "tuple[StringIO, Console]":
    from rich.console import Console

    out = StringIO()
    return out, Console(file=out, force_terminal=color, no_color=not color, width=width, highlight=False)


def _plain(out: StringIO) -> str:
    return "".join(f"{row.rstrip()}\n" for row in out.getvalue().splitlines())
