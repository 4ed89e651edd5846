"""Succession: who goes on with the work of a unit, a body or a post that ends."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from strategy_cli.model.body import Body
from strategy_cli.model.owner import Owner
from strategy_cli.model.unit import Unit
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

Holder = Unit | Body | Owner


@dataclass(frozen=True)
class Succession:
    """The units, bodies and posts of a strategy by what they go on from.

    A unit names its successors; any of them may say itself which ones it continues.
    """

    strategy: Strategy

    def next_to(self, holder: Holder) -> tuple[Holder, ...]:
        """List those that follow a holder directly, each once, whether there yet or ended already."""
        named = holder.successors if isinstance(holder, Unit) else ()
        units = [self.strategy.units[one] for one in named if one in self.strategy.units]
        return tuple({one.ref: one for one in [*units, *self._continuing.get(holder.ref, ())]}.values())

    def heirs(self, holder: Holder, on: date) -> tuple[Holder, ...]:
        """List those that have a holder's work on a day or will have: an ended follower is followed by its own."""
        found: dict[Ref, Holder] = {}
        waiting, seen = [holder], {holder.ref}
        while waiting:
            for one in self.next_to(waiting.pop(0)):
                if one.ref in seen:
                    continue
                seen.add(one.ref)
                if one.until is not None and one.until < on:
                    waiting.append(one)
                else:
                    found[one.ref] = one
        return tuple(found.values())

    @cached_property
    def _continuing(self) -> Mapping[Ref, list[Holder]]:
        found: dict[Ref, list[Holder]] = defaultdict(list)
        for one in holders(self.strategy):
            for before in one.continues:
                found[Ref(one.kind, before)].append(one)
        return found


def holders(strategy: Strategy) -> Iterator[Holder]:
    """Go through the units, bodies and posts: what work hangs on."""
    yield from strategy.units.values()
    yield from strategy.bodies.values()
    yield from strategy.owners.values()
