"""Options: what several commands can be told on the command line, and how each is read."""

import contextlib
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from strategy_cli.failing.misfit import Misfit


class Language(StrEnum):
    """The languages of messages and reports."""

    FI = "fi"
    SV = "sv"
    EN = "en"


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FailLevel(StrEnum):
    """The gravity that makes lint fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Profile(StrEnum):
    """The ladder of what is checked."""

    MINIMUM = "minimum"
    MANAGED = "managed"
    AUDITED = "audited"


class Weight(StrEnum):
    """The weights of changes, gravest first."""

    DECISION = "decision"
    NOTICE = "notice"
    PROGRESS = "progress"
    WORDING = "wording"


def day(text: str) -> date:
    """Read a day as it is written; raises Misfit."""
    with contextlib.suppress(ValueError):
        found = date.fromisoformat(text)
        if found.isoformat() == text:
            return found
    from strategy_cli import nearest

    close = nearest.as_date(text)
    raise Misfit("date-near" if close else "date", value=text, nearest=close)


def given(text: str) -> str:
    """Take words as they are; raises Misfit when there are none."""
    if not text.strip():
        raise Misfit("empty")
    return text


def year(text: str | int) -> int:
    """Read a year; raises Misfit."""
    written = str(text)
    if not (written.isascii() and written.isdigit() and 1900 <= int(written[:5]) <= 2200):  # noqa: PLR2004
        raise Misfit("year", value=written)
    return int(written)


def folder(text: str | Path) -> Path:
    """Read the name of a folder."""
    return Path(given(str(text)))


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        "-d",
        parser=folder,
        metavar="FOLDER",
        help="The strategy's folder [default: nearest strategy.yaml, else ./strategy_data].",
    ),
]
Revision = Annotated[
    str | None,
    typer.Option("--revision", parser=given, metavar="REVISION", help="Read this git revision, not the folder."),
]
AsOf = Annotated[
    date | None, typer.Option("--as-of", parser=day, metavar="DATE", help="The day to look from [default: today].")
]
Lang = Annotated[Language | None, typer.Option("--lang", help="Language of the output [default: the strategy's].")]
ColorOption = Annotated[Color, typer.Option("--color", help="Colour on a terminal.")]
