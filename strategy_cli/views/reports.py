"""Reports: the kinds there are, what each is about, and how one is made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module

from strategy_cli.errors import StrategyError
from strategy_cli.measuring.scope import known_thing, some_are
from strategy_cli.model.entity import Term
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.head import Head, head
from strategy_cli.views.frame.years import accounting_year, budget_year
from strategy_cli.views.parts.projects import ProjectCard, cards


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report.

    ``about`` is the kind of entity it is asked for by id, ``optional`` when it may also be about everything;
    ``default_year`` gives the budget or accounting year of a report that is of one; ``yearly`` tells that its figures
    are those of the year's accounts. Its view and its template have the kind's name.
    """

    name: str
    about: str | None = None
    optional: bool = False
    default_year: Callable[[date, Term], int] | None = None
    yearly: bool = False

    def make(self, basis: Basis, cards: tuple[ProjectCard, ...]) -> object:
        """Make its contents; only the view of the kind that is asked for is loaded."""
        view = import_module(f"strategy_cli.views.{self.name}")
        return getattr(view, f"{self.name}_report")(basis, cards)

    @property
    def dated(self) -> bool:
        """Tell whether it is of a budget or accounting year."""
        return self.default_year is not None

    def year(self, on: date, period: Term) -> int:
        """Give the year it is of unless another is asked for; ``period`` is the strategy's."""
        return self.default_year(on, period) if self.default_year else on.year


@dataclass(frozen=True, slots=True)
class Report:
    """A report made: its head and its contents, the basis it was made from and the cards of the projects shown."""

    kind: Kind
    head: Head
    view: object
    basis: Basis
    cards: tuple[ProjectCard, ...]


def _named(kinds: Iterable[Kind]) -> dict[str, Kind]:
    return {kind.name: kind for kind in kinds}


REPORTS = _named(
    (
        Kind("progress"),
        Kind("budget", default_year=budget_year),
        Kind("deviation"),
        Kind("board", about="body"),
        Kind("unit", about="unit"),
        Kind("owner", about="owner"),
        Kind("year", default_year=accounting_year, yearly=True),
        Kind("summary"),
        Kind("audit", about="goal", optional=True),
    )
)


def made(name: str, basis: Basis) -> Report:
    """Make a report of a kind; raises StrategyError when what it is about does not exist."""
    kind = REPORTS[name]
    basis = replace(basis, about=kind.about, yearly=kind.yearly)
    shown = cards(basis)
    return Report(kind, head(name, kind.about, basis, shown, dated=kind.dated), kind.make(basis, shown), basis, shown)


def subject_of(kind: Kind, given: str | None, strategy: Strategy) -> str | None:
    """Settle what a report is about; raises StrategyError when it has to be said, cannot be, or does not exist."""
    if kind.about is None:
        if given is not None:
            raise StrategyError("report-about-nothing", kind=kind.name, given=given)
        return None
    if given is not None:
        known_thing(strategy, Ref(kind.about, given))
    elif not kind.optional:
        known = strategy.entities.get(kind.about, {})
        some_are(kind.about, known)
        raise StrategyError("report-about", kind=kind.name, about=kind.about.upper(), known=", ".join(known))
    return given


def year_of(kind: Kind, given: int | None, on: date, period: Term) -> int:
    """Settle the year of a report; raises StrategyError when one is given to a kind that is of none."""
    if given is not None and not kind.dated:
        dated = ", ".join(name for name, one in REPORTS.items() if one.dated)
        raise StrategyError("report-of-no-year", kind=kind.name, dated=dated, year=given)
    return given or kind.year(on, period)
