"""Rules of a year's figures: asked, granted, used and external agree with one another and with the project's time."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.rules.money.rows import answered_for, finding, rows
from strategy_cli.rules.money.thousands import in_thousands
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy


@rule(Level.INFO, "managed", audited=Level.WARNING)
def granted_without_asked(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project was granted money that nobody asked for.

    Sectors treat their own projects in budget preparation (Kemi city board 25.9.2023 § 292): what the budget grants
    was proposed there. A ``note`` on the year says how it came otherwise. Every year of a project that goes on is
    looked at; of one that is over only this year and the one before, whose accounts may still be open: what lies
    further back nobody answers for any more.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, granted: 350000}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 400000, granted: 350000}
    """
    for project, number, row in answered_for(strategy, on):
        if row.granted and row.asked is None and row.note is None:
            yield finding(strategy, "granted-without-asked", project, number, "granted", granted=row.granted)


@rule(Level.WARNING, "managed")
def used_without_granted(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project has used money of its own city that nobody has granted it, or that nobody even asked for.

    The budget must be kept to (Local Government Act 410/2015, 110 §). What comes from outside in full needs no
    grant; a ``note`` on the year says what else was used. Every year of a project that goes on is looked at; of one
    that is over only this year and the one before, whose accounts may still be open.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 40000, used: 12000}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 40000, granted: 40000, used: 12000}
    """
    for project, number, row in answered_for(strategy, on):
        if row.used and row.granted is None and row.used > (row.external or 0) and row.note is None:
            problem = "unasked" if row.asked is None else None
            yield finding(strategy, "used-without-granted", project, number, "used", problem, used=row.used)


@rule(Level.WARNING, "managed")
def used_over_granted(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A project has used more than it was granted, and nobody has said why.

    The budget must be kept to (Local Government Act 410/2015, 110 §). Where the grant was raised, ``granted`` has the
    raised sum; else a ``note`` on the year says why. Every year of a project that goes on is looked at; of one that is
    over only this year and the one before, whose accounts may still be open.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 40000, granted: 40000, used: 43500}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 40000, granted: 45000, used: 43500}
    """
    for project, number, row in answered_for(strategy, on):
        granted, used = row.granted, row.used
        if granted is not None and used and used > granted and row.note is None and in_thousands(row) is None:
            over = used - granted
            rule = "used-over-granted"
            yield finding(strategy, rule, project, number, "used", used=used, granted=granted, over=over)


@rule(Level.WARNING, "managed")
def external_over_costs(strategy: Strategy) -> Iterator[Finding]:
    """More of a year's money comes from outside than there are costs.

    ``asked``, ``granted`` and ``used`` are the whole costs, and ``external`` the part of them that others pay: so
    own shares can be told in the budget and in the accounts. A ``note`` on the year says what else it is.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 40000, granted: 40000, external: 90000}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            money:
                - {year: 2026, asked: 130000, granted: 130000, external: 90000}
    """
    for project, number, row in rows(strategy):
        if row.external and row.note is None:
            costs = max((one for one in (row.asked, row.granted, row.used) if one is not None), default=None)
            if costs is not None and row.external > costs:
                rule = "external-over-costs"
                yield finding(strategy, rule, project, number, "external", external=row.external, costs=costs)


@rule(Level.WARNING, "managed")
def spending_outside_period(strategy: Strategy) -> Iterator[Finding]:
    """A project has money for a year in which it is not under way.

    Either the year is a slip of the keys, or the project lasts longer than its ``period`` says. A ``note`` on the
    year says what it is for, such as planning beforehand or a last invoice.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2025-01-01, until: 2026-10-31}
            money:
                - {year: 2027, asked: 40000}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: started
            period: {from: 2025-01-01, until: 2027-10-31}
            money:
                - {year: 2027, asked: 40000}
    """
    for project, number, row in rows(strategy):
        first, last = project.period.from_, project.period.until
        before, after = first is not None and row.year < first.year, last is not None and row.year > last.year
        if (before or after) and row.note is None and (row.asked or row.granted or row.used):
            problem, limit = ("before", first) if before else ("after", last)
            yield finding(strategy, "spending-outside-period", project, number, "year", problem, limit=limit)
