"""The load of posts as a report shows it: how much of what is shown each post answers for, the most first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from strategy_cli.measuring.load import Load, load
from strategy_cli.model.text import Text
from strategy_cli.views.frame.basis import Basis

AT_MOST = 15


@dataclass(frozen=True, slots=True)
class LoadRow:
    """How many goals, indicators and projects a post owns; ``effort`` is person-years of its projects under way."""

    name: Text | str
    goals: int
    indicators: int
    projects: int
    effort: Decimal | None

    @property
    def total(self) -> int:
        """How many things the post owns."""
        return self.goals + self.indicators + self.projects


@dataclass(frozen=True, slots=True)
class LoadTable:
    """The posts that answer for most; ``more`` is how many others answer for something."""

    rows: tuple[LoadRow, ...]
    more: int


def load_table(basis: Basis) -> LoadTable | None:
    """Make the table of the posts that answer for something shown; None without any, or if posts may not be told."""
    if not basis.posts.told:
        return None
    made = {post: _row(basis, post, one) for post, one in _loads(basis).items()}
    rows = [row for _, row in sorted(made.items(), key=lambda item: _order(*item)) if row.total]
    return LoadTable(tuple(rows[:AT_MOST]), max(0, len(rows) - AT_MOST)) if rows else None


def _loads(basis: Basis) -> Mapping[str, Load]:
    """Weigh the posts by the projects shown; whether an indicator is followed depends on goals not shown as well."""
    shown = {project.id: project for project in basis.projects}
    return load(replace(basis.strategy, entities={**basis.strategy.entities, "project": shown}), basis.day)


def _row(basis: Basis, post: str, one: Load) -> LoadRow:
    return LoadRow(
        basis.called("owner", post),
        sum(goal in basis.scope.goals for goal in one.goals),
        sum(indicator in basis.scope.indicators for indicator in one.indicators),
        len(one.projects),
        one.effort,
    )


def _order(post: str, row: LoadRow) -> tuple[int, str, str]:
    name = row.name if isinstance(row.name, str) else row.name.words[0][1]
    return -row.total, name.casefold(), post
