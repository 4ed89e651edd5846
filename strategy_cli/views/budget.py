"""The report before budget preparation: goals, projects and money by body, and what the year's budget must decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.since import last_report_day
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.frame.provenance import DecisionLine, decision_line
from strategy_cli.views.parts.agenda import Agenda, agenda
from strategy_cli.views.parts.appropriations import Appropriations, Change, appropriations, changes
from strategy_cli.views.parts.binding import BindingGoal, binding_goal
from strategy_cli.views.parts.boards import Boards, Known, boards, is_company
from strategy_cli.views.parts.goals import GoalPart, flat, part
from strategy_cli.views.parts.handlings import Handlings, handlings
from strategy_cli.views.parts.indicators import IndicatorRow, row
from strategy_cli.views.parts.news import News, news
from strategy_cli.views.parts.projects import ProjectCard
from strategy_cli.views.parts.sharing import Sharing, sharing
from strategy_cli.views.parts.silence import Silence, silence
from strategy_cli.views.parts.unassessed import Unassessed, unassessed


@dataclass(frozen=True, slots=True)
class Ground:
    """What the report stands on: the strategy's decision, its reviews by the day, and the day of the last report.

    ``outside`` tells that the strategy is not in force in the whole of the budget year.
    """

    decision: DecisionLine | None
    reviews: tuple[DecisionLine, ...]
    last_report: date | None
    outside: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What must be decided, in numbers: deviating binding goals, how many of them nobody has reacted to, projects."""

    deviating: int
    unreacted: int
    needing: int


@dataclass(frozen=True, slots=True)
class BudgetReport:
    """Everything the report before budget preparation shows.

    ``loose_indicators`` measure no goal, ``outside_indicators`` only goals that are not shown; ``ownership`` are the
    goals on group companies.
    """

    year: int
    ground: Ground
    summary: Summary
    boards: Boards
    loose_indicators: tuple[IndicatorRow, ...]
    outside_indicators: tuple[IndicatorRow, ...]
    binding: tuple[BindingGoal, ...]
    appropriations: Appropriations
    unassessed: tuple[Unassessed, ...]
    handlings: Handlings
    sharing: Sharing | None
    ownership: tuple[Named, ...]
    news: News | None
    agenda: Agenda
    silence: Silence


def budget_report(basis: Basis, cards: tuple[ProjectCard, ...]) -> BudgetReport:
    """Make the contents of the report before budget preparation.

    Of what is shown it holds what a board reads before it prepares a budget: what the report stands on, each body's
    goals and projects, binding goals in full, appropriations, what cannot be told, the bodies' views, goals that
    sectors share, group companies, what is new, what must be decided, and who has not answered.
    """
    parts = tuple(flat(tuple(part(basis, one, drawn=False) for one in basis.top)))
    since = last_report_day(basis.strategy.about, basis.on)
    known = changes(basis)
    decide = agenda(basis, known)
    held = boards(basis, parts, cards, _known(decide, known))
    binding = tuple(binding_goal(basis, one) for one in parts if one.binding and not one.measured.ended)
    alone = [m for m in basis.indicators if not any(g in basis.scope.goals for g in m.indicator.serves)]
    return BudgetReport(
        year=basis.year,
        ground=_ground(basis, since),
        summary=_summary(binding, held),
        boards=held,
        loose_indicators=tuple(row(basis, m, drawn=False) for m in alone if not _has_goal(basis, m)),
        outside_indicators=tuple(row(basis, m, drawn=False) for m in alone if _has_goal(basis, m)),
        binding=binding,
        appropriations=appropriations(basis, known),
        unassessed=unassessed(basis),
        handlings=handlings(basis, since),
        sharing=sharing(basis),
        ownership=_ownership(basis, parts),
        news=news(basis, since),
        agenda=decide,
        silence=silence(basis),
    )


def _has_goal(basis: Basis, measured: Measured) -> bool:
    return any(goal in basis.strategy.goals for goal in measured.indicator.serves)


def _ground(basis: Basis, since: date | None) -> Ground:
    about, decisions = basis.strategy.about, basis.strategy.decisions
    named_there = (d for d in (about.decision, *about.reviewed) if d)
    known = [d for d in named_there if d in decisions and decisions[d].date <= basis.on]
    lines = {d: line for d in known if (line := decision_line(basis.strategy, d))}
    term = about.period
    return Ground(
        decision=lines.get(about.decision or ""),
        reviews=tuple(lines[d] for d in about.reviewed if d in lines),
        last_report=since,
        outside=(term.from_ is not None and term.from_ > date(basis.year, 1, 1))
        or (term.until is not None and term.until < date(basis.year, 12, 31)),
    )


def _summary(binding: tuple[BindingGoal, ...], held: Boards) -> Summary:
    lines = (line for part in (*held.boards, *held.companies) for line in part.projects)
    return Summary(
        deviating=sum(one.deviates for one in binding),
        unreacted=sum(one.open for one in binding),
        needing=sum(bool(line.needs) for line in lines),
    )


def _known(decide: Agenda, found: Mapping[str, Change]) -> Known:
    return Known(
        frozenset(one.id for one in decide.goals_without_project),
        frozenset(one.project.id for one in decide.unfunded.items),
        found,
    )


def _ownership(basis: Basis, parts: tuple[GoalPart, ...]) -> tuple[Named, ...]:
    """Name the goals that steer the group: on ownership by the 37 § areas or by theme, and not a company's own."""
    found = (
        one
        for one in parts
        if not one.aim
        and ("ownership" in one.measured.goal.covers or "ownership" in one.measured.goal.themes)
        and not is_company(basis.strategy, one.measured.goal.body)
    )
    return tuple(named(basis, "goal", one.id) for one in found)
