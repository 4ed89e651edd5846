"""The lint command's options."""

from datetime import date

from strategy_cli.cli.lint_options import (
    Baseline,
    FailFrom,
    Fix,
    FixDiff,
    Formats,
    Ignore,
    Ladder,
    Select,
    Statistics,
    Watch,
    WriteBaseline,
)
from strategy_cli.cli.options import AsOf, Color, ColorOption, Data, FailLevel, Lang, Revision
from strategy_cli.terminal import terminal


def lint(
    data: Data = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
    formats: Formats = None,
    profile: Ladder = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
    *,
    statistics: Statistics = False,
    watch: Watch = False,
    fix: Fix = False,
    diff: FixDiff = False,
    fail_level: FailFrom = FailLevel.ERROR,
    color: ColorOption = Color.AUTO,
) -> int:
    """Check the strategy: readable, linked, owned. Exit 1 when something is wrong."""
    from strategy_cli.commands import lint as command

    options = command.Options(
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
    return command.lint(options)
