"""Head: what stands at the top of every report, whatever its kind."""

from dataclasses import dataclass
from fractions import Fraction

from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.where import told
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.frame.accent import usable
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.organisation import Changed, changed
from strategy_cli.views.frame.provenance import Provenance, provenance
from strategy_cli.views.frame.publication import Publication
from strategy_cli.views.frame.result import Result, result
from strategy_cli.views.parts.projects import ProjectCard


@dataclass(frozen=True, slots=True)
class Filtered:
    """A choice of what is shown: the kind and the name of the thing that it was chosen by."""

    kind: str
    name: Text | str | None


@dataclass(frozen=True, slots=True)
class Head:
    """A report's kind, whom or what it is about, what it is based on, the part shown and the result in counts.

    ``accent`` is the city's colour, if it can be used; ``tolerance`` a share of the whole way.
    ``organisation`` tells of units and bodies that are not there. A public report has a ``publication``.
    """

    kind: str
    subject: Text | str | None
    year: int | None
    provenance: Provenance
    filters: tuple[Filtered, ...]
    accent: str | None
    tolerance: Fraction
    result: Result
    organisation: tuple[Changed, ...]
    publication: Publication | None


def head(kind: str, about: str | None, basis: Basis, cards: tuple[ProjectCard, ...], *, dated: bool = False) -> Head:
    """Make a report's head; ``about`` is the kind of its subject, ``dated`` tells that it is of a year."""
    strategy = basis.strategy
    return Head(
        kind=kind,
        subject=basis.name(about, basis.subject) if about else None,
        year=basis.year if dated else None,
        provenance=provenance(strategy, basis.on, basis.faults),
        filters=tuple(Filtered(ref.kind, _name(basis, ref)) for ref in basis.filters.refs()),
        accent=usable(strategy.about.report.accent),
        tolerance=Rules.of(strategy.about, basis.on).tolerance,
        result=result(basis, cards),
        organisation=changed(basis),
        publication=basis.publication,
    )


def _name(basis: Basis, ref: Ref) -> Text | str | None:
    if ref.kind == "theme":
        return next((t.name for t in basis.strategy.about.themes if t.id == ref.id), ref.id)
    return told(basis.strategy, ref.id) if ref.kind == "where" else basis.name(ref.kind, ref.id)
