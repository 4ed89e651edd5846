"""The summary for the council: the whole strategy on one page."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from strategy_cli.measuring.counts import Counts, count
from strategy_cli.measuring.money import Sums, rows_of, sums
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Assessment
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.parts.appropriations import change_of
from strategy_cli.views.parts.attention import Attention, attention
from strategy_cli.views.parts.goals import behind
from strategy_cli.views.parts.pending import Need, decisions_of, needs
from strategy_cli.views.parts.projects import ProjectCard

_MOST = 5
_LINES = 8
_TOLD = (Need.APPROVE, Need.HANDLE, Need.RESUME, Need.OVERRUN, Need.EXTEND, Need.OWNER)


@dataclass(frozen=True, slots=True)
class AimLine:
    """An aim, or a goal where there are no aims: its class, and how many of the goals within it stand how.

    ``way`` is how its class came from those, ``judged`` when a person gave it; ``behind`` are the binding goals below
    that are behind though it is not.
    """

    number: str | None
    name: Text
    aim: bool
    binding: bool
    assessment: Assessment
    way: str
    behind: tuple[Named, ...]
    goals: Counts


@dataclass(frozen=True, slots=True)
class YearMoney:
    """The euros of all projects of a year; ``share`` is the used of the granted, None without either."""

    year: int
    sums: Sums
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What projects ask for a budget year and has not been granted: how many projects, and the euros."""

    year: int
    projects: int
    euros: Decimal


@dataclass(frozen=True, slots=True)
class SummaryReport:
    """What fits on one page; ``more`` counts what else needs attention, by its sort, and ``more_aims`` the other aims.

    ``waiting`` are the projects that wait for each decision; ``asked`` is None when no money is asked for.
    """

    aims: tuple[AimLine, ...]
    more_aims: int
    attention: Attention
    more: dict[str, int]
    money: YearMoney | None
    waiting: tuple[tuple[Need, tuple[Named, ...]], ...]
    asked: Asked | None


def summary_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> SummaryReport:
    """Make the contents of the summary."""
    aims = tuple(g for g in basis.goals if g.goal.level == "aim" and not g.ended) or basis.top
    found = attention(basis, cards)
    shown = found.first(_MOST)
    return SummaryReport(
        aims=tuple(_aim(basis, one) for one in aims[:_LINES]),
        more_aims=max(0, len(aims) - _LINES),
        attention=shown,
        more=found.after(shown),
        money=_money(basis),
        waiting=tuple(_waiting(basis)),
        asked=_asked(basis),
    )


def _aim(basis: Basis, measured: MeasuredGoal) -> AimLine:
    counted = {g.goal.id for g in basis.counted}
    within = (g for g in _below(measured) if g.goal.id in counted)
    goal, assessment = measured.goal, measured.assessment
    return AimLine(
        number=goal.number,
        name=goal.name,
        aim=goal.level == "aim",
        binding=goal.binding,
        assessment=assessment,
        way="judged" if assessment.judged else measured.way,
        behind=behind(basis, measured),
        goals=count(g.assessment for g in within),
    )


def _below(measured: MeasuredGoal) -> Iterator[MeasuredGoal]:
    for one in measured.goals:
        yield one
        yield from _below(one)


def _money(basis: Basis) -> YearMoney | None:
    held = sums(row for project in basis.projects for row in rows_of(project, basis.on.year))
    if held == Sums():
        return None
    share = Fraction(held.used) / Fraction(held.granted) if held.used is not None and held.granted else None
    return YearMoney(basis.on.year, held, share)


def _waiting(basis: Basis) -> Iterator[tuple[Need, tuple[Named, ...]]]:
    found: dict[Need, list[Named]] = {}
    for project in basis.projects:
        for need in needs(basis, project, decisions_of(basis, project)):
            found.setdefault(need, []).append(named(basis, "project", project.id))
    yield from ((need, tuple(found[need])) for need in _TOLD if need in found)


def _asked(basis: Basis) -> Asked | None:
    """Add up what is asked for the next year above what has been granted."""
    year = basis.on.year + 1
    pending = [one for project in basis.projects if (one := change_of(project, year).pending)]
    return Asked(year, len(pending), sum(pending, Decimal(0))) if pending else None
