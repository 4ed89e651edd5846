"""The lint command's options."""

from datetime import date
from typing import Annotated

import typer

from strategy_cli.cli.lint_options import (
    Baseline,
    Fix,
    FixDiff,
    Formats,
    Ignore,
    Select,
    Statistics,
    Watch,
    WriteBaseline,
)
from strategy_cli.cli.options import AsOf, Color, ColorOption, Data, FailLevel, Lang, Profile, Revision


def lint(
    data: Data = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
    formats: Formats = None,
    profile: Annotated[Profile | None, typer.Option("--profile", help="How much is asked of the strategy.")] = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
    *,
    statistics: Statistics = False,
    watch: Watch = False,
    fix: Fix = False,
    diff: FixDiff = False,
    fail_level: Annotated[FailLevel, typer.Option("--fail-level", help="Exit with 1 from this level up.")] = (
        FailLevel.ERROR
    ),
    color: ColorOption = Color.AUTO,
) -> int:
    """Check the strategy: readable, linked, owned. Exit 1 when something is wrong."""
    from strategy_cli.commands.lint import Options
    from strategy_cli.commands.lint import lint as run
    from strategy_cli.terminal import terminal

    return run(
        Options(
            data=data,
            revision=revision,
            on=as_of or date.today(),
            language=lang and lang.value,
            formats=formats or (),
            profile=profile and profile.value,
            select=select or (),
            ignore=ignore or (),
            baseline=baseline,
            write_baseline=write_baseline,
            statistics=statistics,
            watch=watch,
            fix=fix,
            diff=diff,
            fail_level=fail_level.value,
            terminal=terminal(color.value),
        )
    )
