"""Reach: the things whose decisions count for a change: itself, its parts, and all that it is decided with."""

from collections.abc import Iterator, Sequence

from strategy_cli.changes import TAXA, Change, Weight
from strategy_cli.changes.rows import Aspect
from strategy_cli.measuring.mandates import decided_with
from strategy_cli.model.decision import Decision
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.programme import Programme
from strategy_cli.ref import Ref
from strategy_cli.reviewing.causes import linked, parts
from strategy_cli.reviewing.trail import renamed
from strategy_cli.strategy import Strategy

# What no body decides: what was measured and reported, and how the program is told to treat it; so too what follows
# the plan, and translations.
_UNDECIDED = {Aspect.PROGRESS, Aspect.HISTORY, Aspect.SETTINGS}
_CONTENT = ("goal", "indicator", "project", "programme")


class Reach:
    """What the changes of one step reach; things are named as in the new version, those that are gone as in the old."""

    def __init__(self, old: Strategy, new: Strategy, changes: Sequence[Change]) -> None:
        """Take the versions before and after the step, and its changes."""
        self.old, self.new = old, new
        self._renames = dict(renamed(changes))
        self._origin = {now: then for then, now in self._renames.items()}
        self._wholes = {part: change.subject for change in changes for part in parts(change)}

    def of(self, change: Change) -> tuple[Ref, ...]:
        """Name the things whose decisions count for a change."""
        found: dict[Ref, None] = {}
        for ref in self._about(change):
            for one in (ref, *self._above(ref)):
                found[one] = None
                if one in self._wholes:
                    found[self._wholes[one]] = None
        return tuple(found)

    def before(self, change: Change) -> tuple[Ref, ...]:
        """Name what a change is of by what it was called in the old version, where it was there."""
        called = (self._origin.get(ref, ref) for ref in (change.subject, *parts(change)))
        return tuple(ref for ref in called if self.old.find(ref))

    def _about(self, change: Change) -> Iterator[Ref]:
        yield change.subject
        yield from parts(change)
        away, _ = linked(change)
        gone = away and self.new.find(self._renames.get(away, away)) is None
        if away and away.kind in _CONTENT and (gone or change.subject.kind == Indicator.kind):
            yield away  # what led to it ends with it, and a goal's own decision may take an indicator from it

    def _above(self, ref: Ref) -> Iterator[Ref]:
        """Go up from a thing; what is gone is decided with what it stood under."""
        now = self._renames.get(ref, ref)
        strategy, start = (self.new, now) if self.new.find(now) else (self.old, ref)
        if ref.kind == Programme.kind:  # its projects are not the strategy's
            yield strategy.about.ref
        seen, waiting = {start}, [start]
        while waiting:
            for one in decided_with(strategy, waiting.pop()):
                if one not in seen:
                    seen.add(one)
                    waiting.append(one)
                    yield one


def is_decided(change: Change) -> bool:
    """Tell whether a change is of what bodies decide at all."""
    taxon = TAXA[change.id]
    undecided = taxon.aspect in _UNDECIDED or taxon.weight is Weight.PROGRESS or "language" in change.args
    return change.subject.kind != Decision.kind and not undecided


def uses_up(change: Change) -> bool:
    """Tell whether a decision that is recorded together with a change of a thing was made for that change.

    It was not when the thing was only put in other words, or linked to the decision.
    """
    to_decision = any(one is not None and one.kind == Decision.kind for one in linked(change))
    return is_decided(change) and not to_decision and TAXA[change.id].weight >= Weight.NOTICE
