"""Basis: what every report is made from: a strategy, the day, its figures then, and the part that is shown."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.rollup import MeasuredGoal, Measures, counted, measures, order
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.posts import Posts
from strategy_cli.views.scope import Filters, Scope, scope


@dataclass(frozen=True)
class Basis:
    """A strategy as a report looks at it.

    ``subject`` is the id of the body, unit, post or goal that a report is about, ``year`` the budget or accounting
    year; ``faults`` how many errors there were in reading the strategy.
    """

    strategy: Strategy
    on: date
    faults: int = 0
    filters: Filters = field(default_factory=Filters)
    names: str = "role"
    subject: str | None = None
    year: int = 0

    @cached_property
    def measures(self) -> Measures:
        """All figures of the whole strategy, whatever is shown of it."""
        return measures(self.strategy, self.on)

    @cached_property
    def scope(self) -> Scope:
        """What the filters leave; raises StrategyError when there is no such thing."""
        return scope(self.strategy, self.filters)

    @cached_property
    def posts(self) -> Posts:
        """How posts are named."""
        return Posts(self.strategy, self.names)

    @cached_property
    def goals(self) -> tuple[MeasuredGoal, ...]:
        """The goals shown, by display number."""
        shown = (g for i, g in self.measures.goals.items() if i in self.scope.goals)
        return tuple(sorted(shown, key=lambda one: order(one.goal)))

    @cached_property
    def top(self) -> tuple[MeasuredGoal, ...]:
        """The goals shown that are within no other goal shown."""
        within = {child.goal.id for one in self.goals for child in one.goals}
        return tuple(one for one in self.goals if one.goal.id not in within)

    @cached_property
    def counted(self) -> tuple[MeasuredGoal, ...]:
        """The goals that counts are over: goals proper, or aims where there is nothing else; none that has ended."""
        return counted(self.goals)

    @cached_property
    def indicators(self) -> tuple[Measured, ...]:
        """The indicators shown."""
        return tuple(m for i, m in self.measures.indicators.items() if i in self.scope.indicators)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The projects shown."""
        return tuple(p for i, p in self.strategy.projects.items() if i in self.scope.projects)

    def name(self, kind: str, identity: str | None) -> Text | str | None:
        """Give what people call a thing, a post as the reader is to see it; None of nothing."""
        if identity is None:
            return None
        return self.posts.name(identity) if kind == "owner" else self.strategy.name(Ref(kind, identity))
