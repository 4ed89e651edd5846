"""Rules of dates: what comes first is written first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from strategy_cli.document import Key
from strategy_cli.editing.edits import at, editable
from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.indicator import Indicator, Range
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import begins


@rule(Level.ERROR)
def dates_out_of_order(strategy: Strategy) -> Iterator[Finding]:
    """A thing ends before it begins, a target comes before its baseline, or a decision before the one it follows.

    Everything counted from them, such as progress and the time left, would be wrong without anybody noticing.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: approved
            period: {from: 2027-01-01, until: 2026-12-31}  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            owner: library-director
            status: approved
            period: {from: 2026-01-01, until: 2026-12-31}
    """
    for entity in strategy.all():
        for key, first, last in _terms(entity):
            if first and last and first > last:
                told = _finding(strategy, entity, key, "term", first=first, last=last)
                yield replace(told, edit=_swapped(strategy, entity, key, (last, first)))
    for indicator in strategy.indicators.values():
        yield from _of_indicator(strategy, indicator)
    for decision in strategy.decisions.values():
        before = strategy.decisions.get(decision.previous or "")
        if before and before.date > decision.date:
            yield _finding(strategy, decision, ("previous",), "decision", first=before.date, last=decision.date)


def _terms(entity: Entity) -> Iterator[tuple[Key, date | None, date | None]]:
    if isinstance(entity, About):
        yield ("period", "until"), entity.period.from_, entity.period.until
        yield ("council_term", "until"), entity.council_term.from_, entity.council_term.until
    elif isinstance(entity, Project | Programme):
        yield ("period", "until"), entity.period.from_, entity.period.until
    elif first := begins(entity):
        yield ("until",), first, getattr(entity, "until", None)


def _swapped(strategy: Strategy, entity: Entity, key: Key, term: tuple[date, date]) -> Edit | None:
    """Swap the first and the last day; surely only when that makes whole months within the strategy's period."""
    one, two = sorted((strategy.where(entity.ref, *key[:-1], "from"), strategy.where(entity.ref, *key)))
    if (one.end_line, one.end_column) > (two.line, two.column):
        return None  # both stand where an alias points to
    text = strategy.places[entity.ref].document.text
    if not (editable(text, one) and editable(text, two)):
        return None
    between = replace(one, line=one.end_line, column=one.end_column, end_line=two.line, end_column=two.column)
    span = replace(one, end_line=two.end_line, end_column=two.end_column)
    period = strategy.about.period
    within = None not in (period.from_, period.until) and not isinstance(entity, About)
    fits = within and period.from_ <= term[0] and term[1] <= period.until  # type: ignore[operator]
    months = term[0].day == 1 and (term[1] + timedelta(days=1)).day == 1
    return Edit(span, at(text, two) + at(text, between) + at(text, one), sure=fits and months)


def _of_indicator(strategy: Strategy, indicator: Indicator) -> Iterator[Finding]:
    limits = indicator.better
    if isinstance(limits, Range) and limits.min > limits.max:
        yield _finding(strategy, indicator, ("better", "min"), "range", first=limits.min, last=limits.max)
    seen = set()
    for number, target in enumerate(indicator.targets):
        key = ("targets", number, "period")
        if target.period.last in seen:
            yield _finding(strategy, indicator, key, "same-target", first=str(target.period))
        seen.add(target.period.last)
        if indicator.baseline and target.period.last <= indicator.baseline.period.last:
            first, last = str(indicator.baseline.period), str(target.period)
            yield _finding(strategy, indicator, key, "target", first=first, last=last)


def _finding(strategy: Strategy, entity: Entity, key: Key, problem: str, **args: object) -> Finding:
    span = strategy.where(entity.ref, *key)
    more = {"name": strategy.name(entity.ref), **args}
    return Finding("dates-out-of-order", span, entity.ref, key, more, problem)
