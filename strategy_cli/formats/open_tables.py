"""Open tables: the rows of a report's open data, a table a kind of thing, each cell a plain value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strategy_cli.measuring.coverage import coverage
from strategy_cli.measuring.indicator import Measured
from strategy_cli.messages import Messages
from strategy_cli.model.indicator import Dated
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.reports import Report

Cell = str | Decimal | Fraction | date | bool | int | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the name and the type of each column (of Frictionless Table Schema), what names a row, and the rows."""

    columns: dict[str, str]
    key: tuple[str, ...]
    rows: tuple[Row, ...]


class Tables:
    """Lays out what a report's scope holds; names are in the output language, posts as the report names them."""

    def __init__(self, report: Report, messages: Messages) -> None:
        self.report, self.messages = report, messages
        self.basis = report.basis
        self.strategy = report.basis.strategy

    def goals(self) -> Iterator[Row]:
        """Go through the goals: what they are, who answers for them, and how they stand."""
        for one in self.basis.goals:
            goal, found = one.goal, one.assessment
            yield (
                goal.id,
                goal.number,
                self.text(goal.name),
                goal.level,
                goal.parent,
                goal.binding,
                *self.post(goal.owner),
                *self.named("body", goal.body),
                goal.from_,
                goal.until,
                one.ended,
                one.way,
                found.standing.value,
                self.messages.say(f"report.class.{found.standing}"),
                found.reason and found.reason.value,
                found.judged is not None,
                one.mean.value if one.mean else None,
            )

    def indicators(self) -> Iterator[Row]:
        """Go through the indicators: what they measure, whence, and how they stand."""
        for one in self.basis.indicators:
            indicator, found = one.indicator, one.assessment
            yield (
                indicator.id,
                self.text(indicator.name),
                " ".join(indicator.serves),
                indicator.purpose,
                indicator.type,
                self.text(indicator.unit),
                *self.post(indicator.owner),
                self.text(indicator.source.name) if indicator.source else None,
                indicator.source.url if indicator.source else None,
                one.progress.value,
                one.progress.reason and one.progress.reason.value,
                one.reached,
                found.standing.value,
                self.messages.say(f"report.class.{found.standing}"),
                found.reason and found.reason.value,
            )

    def values(self) -> Iterator[Row]:
        """Go through every figure of the indicators in the long form: the actuals that are known on the day."""
        for one in self.basis.indicators:
            indicator = one.indicator
            name = indicator.id, self.text(indicator.name)
            if indicator.baseline:
                yield (*name, *_dated(indicator.baseline), "baseline", *[None] * 4)
            for period, seen in sorted(indicator.values.items(), key=lambda item: item[0].order):
                if period.last <= self.basis.day:
                    source = seen.source or (self.text(indicator.source.name) if indicator.source else None)
                    told = (None, seen.preliminary, source, self.text(seen.note))
                    yield (*name, *_at(period, seen.value), "actual", *told)
            for target in sorted(indicator.targets, key=lambda target: target.period.order):
                yield (*name, *_dated(target), "target", *[None] * 4)
            for period, value, how in _forecasts(one):
                yield (*name, *_at(period, value), "forecast", how, *[None] * 3)

    def projects(self) -> Iterator[Row]:
        """Go through the projects: what they serve, whose they are, and how far they have come."""
        for card, project in zip(self.report.cards, self.basis.projects, strict=True):
            yield (
                project.id,
                self.text(project.name),
                " ".join(project.goals),
                *self.named("unit", project.unit),
                *self.named("body", project.body),
                *self.named("programme", project.programme),
                *self.post(project.owner),
                card.phase,
                card.update.status if card.update else None,
                str(card.update.period) if card.update else None,
                project.period.from_,
                project.period.until,
            )

    def milestones(self) -> Iterator[Row]:
        """Go through the projects' milestones."""
        for card in self.report.cards:
            for step in card.steps:
                found = step.milestone
                yield card.id, self.text(card.name), self.text(found.name), found.due, found.done, step.state

    def money(self) -> Iterator[Row]:
        """Go through the projects' money, a row a project and year."""
        for card in self.report.cards:
            for year, sums in card.money.items():
                yield card.id, self.text(card.name), year, sums.asked, sums.granted, sums.used, sums.external

    def coverage(self) -> Iterator[Row]:
        """Go through the goals by the sectors that have a part in them."""
        shown = coverage(self.strategy, self.basis.day, (g.goal.id for g in self.basis.counted))
        for (goal, sector), cell in sorted(shown.cells.items()):
            counts = len(cell.projects), len(cell.indicators), len(cell.joint)
            yield (*self.named("goal", goal), *self.named("unit", sector), *counts, cell.owner, cell.participates)

    def decisions(self) -> Iterator[Row]:
        """Go through the decisions made by the day; of a part of the strategy those that are about it."""
        for one in sorted(self.strategy.decisions.values(), key=lambda decision: (decision.date, decision.id)):
            if one.date <= self.basis.on and (not self._part or self._is_about(one.ref)):
                body = self.named("body", one.body)
                yield one.id, self.text(one.title), one.date, *body, one.section, one.case_number, one.sort

    @property
    def _part(self) -> bool:
        return bool(self.basis.filters or self.basis.subject)

    def _is_about(self, decision: Ref) -> bool:
        citing = (link.source for link in self.strategy.linked_from.get(decision, ()))
        concerned = (link.target for link in self.strategy.links.get(decision, ()) if link.key[0] == "concerns")
        return any(self.basis.scope.holds(ref) for ref in (*citing, *concerned))

    def named(self, kind: str, identity: str | None) -> tuple[str | None, str | None]:
        """Give a thing's id and name; nothing and nothing of none."""
        return identity, self.text(self.basis.name(kind, identity))

    def post(self, identity: str | None) -> tuple[str | None, str | None]:
        """Give a post's id and name as far as readers may know them."""
        return self.basis.posts.id(identity), self.text(self.basis.name("owner", identity))

    def text(self, value: Text | str | None) -> str | None:
        """Write a text in the output language."""
        return None if value is None else self.messages.write(value)


def _dated(dated: Dated) -> Row:
    return _at(dated.period, dated.value)


def _at(period: Period, value: Decimal | str) -> Row:
    """Give a period with its days, and a value as a number or as words."""
    figure = isinstance(value, Decimal)
    return str(period), period.first, period.last, value if figure else None, None if figure else str(value)


def _forecasts(one: Measured) -> Iterator[tuple[Period, Decimal | str, str]]:
    """Go through the forecasts: persons' own, and the one computed from the trend."""
    for period, value in sorted(one.indicator.forecasts.items(), key=lambda item: item[0].order):
        yield period, value, "person"
    if one.forecast and one.forecast.how == "trend":
        yield one.forecast.period, one.forecast.value, one.forecast.how
