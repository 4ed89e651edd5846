"""Load: what each post answers for on a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from strategy_cli.measuring.rollup import ended
from strategy_cli.model.indicator import Indicator
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


@dataclass(frozen=True, slots=True)
class Load:
    """The ids of what a post owns, and of the projects it is deputy for.

    ``effort`` is the person-years of the projects under way that it owns; None where nobody has said any.
    """

    goals: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    deputy: tuple[str, ...] = ()
    effort: Decimal | None = None

    @property
    def total(self) -> int:
        """How many things the post owns; being a deputy is not owning."""
        return len(self.goals) + len(self.indicators) + len(self.projects)


def load(strategy: Strategy, on: date) -> dict[str, Load]:
    """Count what each post has, by the post's id, those of posts without anything too.

    Goals that have ended, the indicators of these alone, and projects that are over ask for nothing more.
    """
    goals, indicators, projects, deputies = (defaultdict[str, list[str]](list) for _ in range(4))
    effort: dict[str, Decimal] = {}
    for goal in strategy.goals.values():
        if goal.owner and not ended(goal, on):
            goals[goal.owner].append(goal.id)
    for indicator in strategy.indicators.values():
        if indicator.owner and asked(strategy, indicator, on):
            indicators[indicator.owner].append(indicator.id)
    for project in strategy.projects.values():
        if is_over(project, strategy, on):
            continue
        projects[project.owner or ""].append(project.id)
        deputies[project.deputy or ""].append(project.id)
        if project.owner and project.status == "started" and project.effort is not None:
            effort[project.owner] = effort.get(project.owner, Decimal(0)) + project.effort
    return {
        post: Load(
            tuple(goals.get(post, ())),
            tuple(indicators.get(post, ())),
            tuple(projects.get(post, ())),
            tuple(deputies.get(post, ())),
            effort.get(post),
        )
        for post in strategy.owners
    }


def asked(strategy: Strategy, indicator: Indicator, on: date) -> bool:
    """Tell whether an indicator is still followed: not when every goal that it measures has ended."""
    served = [strategy.goals[goal] for goal in indicator.serves if goal in strategy.goals]
    return not served or not all(ended(goal, on) for goal in served)
