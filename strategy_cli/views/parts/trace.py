"""Trace: who last changed a thing that was written down, when and in which commit, as far as the reader may know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.frame.basis import Basis

_SHORT = 10


@dataclass(frozen=True, slots=True)
class Trace:
    """The last change of something: its day, its commit's hash in short, and who made it.

    ``commit`` and ``day`` are None while it has not been committed. ``cut`` tells that the history at hand begins with
    that commit, so that the thing may be older.
    """

    commit: str | None = None
    day: date | None = None
    who: Text | str | None = None
    cut: bool = False


def trace(basis: Basis, ref: Ref, *key: str | int) -> Trace | None:
    """Trace the value at a key of an entity, all of its lines; None outside git."""
    if basis.history is None:
        return None
    found = basis.history.last(*basis.strategy.lines(ref, *key))
    if found is None:
        return Trace()
    return Trace(found.commit[:_SHORT], found.day, basis.posts.author(found.author, found.mail), found.cut)


def read_history(basis: Basis, refs: Iterable[Ref]) -> None:
    """Read the history of the files that things stand in, many at a time."""
    if basis.history is not None:
        basis.history.read(basis.strategy.places[ref].document.path for ref in refs if ref in basis.strategy.places)
