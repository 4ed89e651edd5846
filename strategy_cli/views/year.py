"""The year's report for the accounts: how each binding goal was attained, by body, then the other goals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from strategy_cli.measuring.counts import Counts, count
from strategy_cli.measuring.money import Sums, by_body, grouped
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import FINAL, Standing
from strategy_cli.measuring.yearly import year_end, year_target
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.goals import GoalPart, part
from strategy_cli.views.parts.projects import ProjectCard
from strategy_cli.views.parts.reactions import Reaction, corrected, deviates, reactions


@dataclass(frozen=True, slots=True)
class YearGoal:
    """A goal as the accounts tell of it.

    ``computed`` are the ids of its indicators whose target of the year nobody has set: it lies on the straight path
    between those that were. ``reactions`` are what the projects that serve a goal which fell short say of it;
    ``silent`` tells that nobody does anything about it.
    """

    part: GoalPart
    computed: frozenset[str]
    reactions: tuple[Reaction, ...]
    silent: bool


@dataclass(frozen=True, slots=True)
class BodyGoals:
    """The goals that one body answers for, and how many stand how; ``body`` is None for those of no body."""

    body: Named | None
    goals: tuple[YearGoal, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class GoalSet:
    """Goals by body and the counts of them all; ``columns`` are the classes worth a column."""

    bodies: tuple[BodyGoals, ...]
    total: Counts
    columns: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A body's projects' euros of the year; ``share`` is the used of the granted, None without either."""

    body: Named | None
    sums: Sums
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class YearReport:
    """Everything that the accounts tell; ``total`` is None where no project has money for the year.

    ``day`` is the one that the classes are of; ``begun`` and ``over`` tell how far the year has come by the report's,
    ``outside`` that it is no year of the strategy's period: then nobody is asked for reactions. ``cents`` tells that
    some of the money has any.
    """

    year: int
    end: date
    day: date
    begun: bool
    over: bool
    outside: bool
    binding: GoalSet
    other: GoalSet
    projects: tuple[ProjectCard, ...]
    money: tuple[MoneyRow, ...]
    total: MoneyRow | None
    cents: bool


def year_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> YearReport:
    """Make the contents of the year's report."""
    end = year_end(basis.year)
    over = end <= basis.on
    money = _money(basis)
    return YearReport(
        year=basis.year,
        end=end,
        day=basis.day,
        begun=basis.on >= date(basis.year, 1, 1),
        over=over,
        outside=_is_outside(basis),
        binding=_goal_set(basis, [g for g in basis.counted if g.goal.binding], over=over),
        other=_goal_set(basis, [g for g in basis.counted if not g.goal.binding], over=over),
        projects=tuple(replace(c, money={y: s for y, s in c.money.items() if y == basis.year}) for c in cards),
        money=money[:-1],
        total=money[-1] if money else None,
        cents=any(_has_cents(row.sums) for row in money),
    )


def _is_outside(basis: Basis) -> bool:
    term = basis.strategy.about.period
    first, last = term.from_, term.until
    return (first is not None and first.year > basis.year) or (last is not None and last.year < basis.year)


def _goal_set(basis: Basis, goals: Sequence[MeasuredGoal], *, over: bool) -> GoalSet:
    bodies: dict[str, list[MeasuredGoal]] = {}
    for one in goals:
        bodies.setdefault(one.goal.body or "", []).append(one)
    total = count(g.assessment for g in goals)
    always = {*FINAL, Standing.CANNOT} if over else {Standing.CANNOT}
    return GoalSet(
        tuple(_of_body(basis, body, held) for body, held in sorted(bodies.items(), key=_last_without_id)),
        total,
        tuple(one for one in Standing if one in always or total.by_standing[one]),
    )


def _last_without_id(item: tuple[str, object]) -> tuple[bool, str]:
    return not item[0], item[0]


def _of_body(basis: Basis, body: str, goals: Iterable[MeasuredGoal]) -> BodyGoals:
    goals = tuple(goals)
    return BodyGoals(
        named(basis, "body", body) if body else None,
        tuple(_goal(basis, one) for one in goals),
        count(g.assessment for g in goals),
    )


def _goal(basis: Basis, measured: MeasuredGoal) -> YearGoal:
    told = replace(part(basis, measured), goals=())
    short = deviates(measured) and measured.assessment.standing is not Standing.CANNOT
    said = reactions(basis, measured) if short else ()
    return YearGoal(
        told,
        frozenset(row.id for row in told.indicators if _is_computed(basis, row.id)),
        tuple(one for one in said if one.project),  # a judgement's stands with the judgement
        silent=short and not _is_outside(basis) and not corrected(measured, said),
    )


def _is_computed(basis: Basis, indicator: str) -> bool:
    held = year_target(basis.strategy.indicators[indicator], basis.year)
    return held is not None and held.computed


def _money(basis: Basis) -> tuple[MoneyRow, ...]:
    """Add up the year's money by body; all of it last."""
    held = grouped(basis.projects, by_body, basis.year)
    rows = [_money_row(named(basis, "body", body), group.sums) for body, group in held.groups.items()]
    rows += [_money_row(None, held.outside.sums), _money_row(None, held.total.sums)]
    return tuple(row for row in rows if row.sums != Sums())


def _money_row(body: Named | None, sums: Sums) -> MoneyRow:
    share = Fraction(sums.used) / Fraction(sums.granted) if sums.used is not None and sums.granted else None
    return MoneyRow(body, sums, share)


def _has_cents(sums: Sums) -> bool:
    return any(one is not None and one != one.to_integral_value() for one in (sums.granted, sums.used, sums.external))
