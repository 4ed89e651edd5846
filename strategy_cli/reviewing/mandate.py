"""Mandate: which recorded decisions settled a change; nothing is claimed that the record does not show."""

from collections.abc import Collection, Iterator, Mapping

from strategy_cli.changes import TAXA, Change, Comparison, Weight
from strategy_cli.changes.identity import paired
from strategy_cli.changes.rows import Aspect
from strategy_cli.measuring import mandates
from strategy_cli.measuring.tree import above
from strategy_cli.model.about import About
from strategy_cli.model.decision import Decision
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.reviewing.causes import linked, parts
from strategy_cli.strategy import Strategy

# What no body decides: what was measured and reported, and how the program is told to treat it; so too what follows
# the plan, and translations.
_UNDECIDED = {Aspect.PROGRESS, Aspect.HISTORY, Aspect.SETTINGS}
_CONTENT = ("goal", "indicator", "project", "programme")


class Mandates:
    """The decisions that came between two versions, by what they settled."""

    def __init__(self, comparison: Comparison) -> None:
        """Take both versions and the changes between them."""
        self.old, self.new = comparison.old, comparison.new
        self.renames: Mapping[Ref, Ref] = paired(self.old, self.new).renames
        self._origin = {now: then for then, now in self.renames.items()}
        self._found: dict[Ref, tuple[Decision, ...]] = {}
        self.wholes = {part: change.subject for change in comparison.changes for part in parts(change)}

    def settling(self, change: Change) -> tuple[Decision, ...]:
        """List the decisions that settled a change, by date."""
        if change.subject.kind == Decision.kind or not _is_decided(change):
            return ()
        found = {d.id: d for ref in self._about(change) for d in self._of(ref)}
        return tuple(sorted(found.values(), key=lambda d: (d.date, d.id)))

    def _about(self, change: Change) -> Iterator[Ref]:
        """Name the things whose decisions count for a change."""
        yield change.subject
        yield from parts(change)
        away, _ = linked(change)
        gone = away and self.new.find(self.renames.get(away, away)) is None
        if away and away.kind in _CONTENT and (gone or change.subject.kind == Indicator.kind):
            yield away  # what led to it ends with it, and a goal's own decision may take an indicator from it

    def _of(self, ref: Ref) -> Iterator[Decision]:
        """Go through the decisions that settle what is done to a thing: its own, and those that cover it."""
        for one in dict.fromkeys((ref, *self._covering(ref))):
            yield from self._own(one)
            if one in self.wholes:
                yield from self._own(self.wholes[one])

    def _covering(self, ref: Ref) -> Iterator[Ref]:
        """Name what a thing is decided with: a goal with those above it and the strategy, a project by its programme.

        What is gone is covered as it was.
        """
        now = self.renames.get(ref, ref)
        strategy = self.new if self.new.find(now) else self.old
        match strategy.find(now if strategy is self.new else ref):
            case Goal(id=name):
                yield from self._goal(name, strategy)
            case Indicator(serves=goals):
                for name in goals:
                    yield from self._goal(name, strategy)
            case Project(programme=str(name)):
                yield Ref(Programme.kind, name)
            case Programme():
                yield self.new.about.ref

    def _goal(self, name: str, strategy: Strategy) -> Iterator[Ref]:
        yield from (Ref(Goal.kind, one) for one in above(strategy, name))
        yield self.new.about.ref

    def _own(self, ref: Ref) -> tuple[Decision, ...]:
        """List the decisions that settle what is done to a thing, and that did not in the old version already."""
        if ref not in self._found:
            now = self.renames.get(ref, ref)
            called = {ref, now, self._origin.get(now, now)}  # a decision keeps the ids of its day
            before = {self._today(d.id) for d in _settling(self.old, called)}
            self._found[ref] = tuple(d for d in _settling(self.new, called) if d.id not in before)
        return self._found[ref]

    def _today(self, decision: str) -> str:
        ref = Ref(Decision.kind, decision)
        return self.renames.get(ref, ref).id


def _is_decided(change: Change) -> bool:
    taxon = TAXA[change.id]
    return not (taxon.aspect in _UNDECIDED or taxon.weight is Weight.PROGRESS or "language" in change.args)


def _settling(strategy: Strategy, refs: Collection[Ref]) -> Iterator[Decision]:
    """Go through the decisions that settle a thing by any of its ids; what the strategy is, the council settles."""
    named = {one for ref in refs for one in _named(strategy, ref) if one in strategy.decisions}
    concerning = {d.id for ref in refs for d in strategy.users(ref, Decision.kind, "concerns")}
    whole = any(ref.kind == About.kind for ref in refs)
    for one in (strategy.decisions[name] for name in sorted(named | concerning)):
        if mandates.settles(one, named) and (not whole or mandates.of_council(strategy, one)):
            yield one


def _named(strategy: Strategy, ref: Ref) -> frozenset[str]:
    """Give the decisions that a thing itself rests on."""
    match strategy.find(ref):
        case About(decision=one, reviewed=reviewed):
            return frozenset(filter(None, (one, *reviewed)))
        case Goal(decision=one) | Programme(decision=one):
            return frozenset(filter(None, (one,)))
        case Project(decisions=several):
            return frozenset(several)
    return frozenset()
