"""The report command's options."""

from datetime import date
from pathlib import Path

from strategy_cli.cli.options import AsOf, Data, Lang, Revision
from strategy_cli.cli.report_options import (
    Bodies,
    Folder,
    Formats,
    Goals,
    Kind,
    Naming,
    Owners,
    Programmes,
    Public,
    ReportKind,
    Since,
    Subject,
    Themes,
    Units,
    Where,
    Year,
)


def report(
    kind: Kind = ReportKind.PROGRESS,
    subject: Subject = None,
    year: Year = None,
    goals: Goals = None,
    bodies: Bodies = None,
    units: Units = None,
    programmes: Programmes = None,
    owners: Owners = None,
    themes: Themes = None,
    where: Where = None,
    names: Naming = None,
    *,
    public: Public = False,
    data: Data = None,
    revision: Revision = None,
    since: Since = None,
    as_of: AsOf = None,
    lang: Lang = None,
    formats: Formats = None,
    output: Folder = Path("reports"),
) -> int:
    """Report how the strategy stands on a day.

    Goals, indicators and projects, with every figure's date and source.
    """
    from strategy_cli.commands import report as command

    options = command.Options(
        kind=kind.value,
        subject=subject,
        year=year,
        filters=command.filters(goals, bodies, units, programmes, owners, themes, where),
        names=names and names.value,
        public=public,
        data=data,
        revision=revision,
        since=since,
        on=as_of or date.today(),
        language=lang and lang.value,
        formats=formats or (),
        folder=output,
    )
    return command.report(options)
