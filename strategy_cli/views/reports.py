"""Reports: the kinds there are, what each is about, and how one is made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from strategy_cli.errors import StrategyError
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.basis import Basis
from strategy_cli.views.head import Head, head
from strategy_cli.views.progress import progress_report
from strategy_cli.views.projects import ProjectCard, cards
from strategy_cli.views.scope import known_thing


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report.

    ``about`` is the kind of entity it is asked for by id, ``optional`` when it may also be about everything;
    ``default_year`` gives the budget or accounting year of a report that is of one. Its template has the kind's name.
    """

    name: str
    make: Callable[[Basis, tuple[ProjectCard, ...]], object]
    about: str | None = None
    optional: bool = False
    default_year: Callable[[date], int] | None = None

    @property
    def dated(self) -> bool:
        """Tell whether it is of a budget or accounting year."""
        return self.default_year is not None

    def year(self, on: date) -> int:
        """Give the year it is of unless another is asked for."""
        return self.default_year(on) if self.default_year else on.year


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


REPORTS = _named((Kind("progress", progress_report),))


def made(name: str, basis: Basis) -> Report:
    """Make a report of a kind; raises StrategyError when what it is about does not exist."""
    kind = REPORTS[name]
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
        known = ", ".join(strategy.entities.get(kind.about, {})) or "–"
        raise StrategyError("report-about", kind=kind.name, about=kind.about.upper(), known=known)
    return given
