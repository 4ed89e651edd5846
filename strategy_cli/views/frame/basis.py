"""Basis: what every report is made from: a strategy, the day, its figures then, and the part that is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from strategy_cli.blame import History
from strategy_cli.measuring.accounts import year_measures
from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.organisation import passing
from strategy_cli.measuring.rollup import MeasuredGoal, Measures, counted, measures, order
from strategy_cli.measuring.scope import Filters, Scope, scope
from strategy_cli.measuring.yearly import year_end
from strategy_cli.model.project import Project
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.posts import Posts
from strategy_cli.views.frame.publication import Publication
from strategy_cli.views.frame.years import done_in


@dataclass(frozen=True)
class Basis:
    """A strategy as a report looks at it.

    ``subject`` is the id of the body, unit, post or goal (``about``) that a report is about, ``year`` the budget or
    accounting year; ``faults`` how many errors there were in reading the strategy; ``people`` the posts' holders, where
    they may be named. A report for the public has a ``publication``. ``yearly`` tells that the figures are those of the
    year's accounts; ``history`` who last changed what, None outside git.
    """

    strategy: Strategy
    on: date
    faults: int = 0
    filters: Filters = field(default_factory=Filters)
    names: str = "role"
    people: Mapping[str, str] = field(default_factory=dict)
    publication: Publication | None = None
    subject: str | None = None
    about: str | None = None
    year: int = 0
    yearly: bool = False
    history: History | None = None

    @property
    def day(self) -> date:
        """The day that the figures are of: the report's own, or the year's last once the accounts are of a year."""
        return min(self.on, year_end(self.year)) if self.yearly else self.on

    @cached_property
    def measures(self) -> Measures:
        """All figures of the whole strategy, whatever is shown of it."""
        return year_measures(self.strategy, self.year, self.on) if self.yearly else measures(self.strategy, self.on)

    @cached_property
    def scope(self) -> Scope:
        """What the filters leave of what the report is about; raises StrategyError when there is no such thing."""
        subject = Ref(self.about, self.subject) if self.about and self.subject else None
        found = scope(self.strategy, self.filters, self.on, subject)
        if self.yearly:
            return replace(found, projects=done_in(self.strategy, found.projects, self.year))
        return found

    @cached_property
    def posts(self) -> Posts:
        """How posts are named."""
        return Posts(self.strategy, self.names, self.people)

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

    @cached_property
    def passing(self) -> frozenset[Ref]:
        """The units and bodies that are not there for ever as of the day: mostly few, or none."""
        return passing(self.strategy, self.on)

    def name(self, kind: str, identity: str | None) -> Text | str | None:
        """Give what people call a thing, a post as the reader is to see it; None of nothing."""
        return None if identity is None else self.called(kind, identity)

    def called(self, kind: str, identity: str) -> Text | str:
        """Give what people call a thing that there is, a post as the reader is to see it."""
        found = self._called.get((kind, identity))
        if found is None:
            found = self.posts.name(identity) if kind == "owner" else self.strategy.name(Ref(kind, identity))
            self._called[kind, identity] = found
        return found

    @cached_property
    def _called(self) -> dict[tuple[str, str], Text | str]:
        """Remember names: a long report names the same few posts and bodies thousands of times."""
        return {}
