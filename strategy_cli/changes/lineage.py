"""Lineage: what things were made from, as ``continues`` declares it: merged, split, continued, regrouped."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from strategy_cli.changes.change import Change
from strategy_cli.changes.identity import Pairing
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

_OLD, _NEW = 0, 1
_Node = tuple[int, Ref]


class Tie(NamedTuple):
    """One declaration: the old thing and the new one, and which of them says that it continues which."""

    old: Ref
    new: Ref
    by: Ref
    of: Ref


class Lineage(NamedTuple):
    """Old things and the new things made of them, all that hang together, and the declarations that say so.

    What went on as itself, such as the goal that others were merged into, is among both.
    """

    old: tuple[Ref, ...]
    new: tuple[Ref, ...]
    declared: frozenset[tuple[Ref, Ref]]

    @property
    def action(self) -> str:
        """What was done to the things."""
        if len(self.new) == 1:
            return "continued" if len(self.old) == 1 else "merged"
        return "split" if len(self.old) == 1 else "regrouped"


def lineages(pairing: Pairing) -> tuple[Lineage, ...]:
    """Find what one version declares, and not the other, to be made of things of the other.

    Where all of them are there in both versions, nothing was made of anything: only a key was edited.
    """
    if not any(entity and entity.continues for pair in pairing.pairs for entity in pair):
        return ()
    ties = tuple(_ties(pairing))
    return tuple(one for nodes in _components(_edges(ties, pairing)) if (one := _lineage(nodes, ties, pairing)))


def change(lineage: Lineage, old: Strategy, new: Strategy, pairing: Pairing) -> Change:
    """Tell a lineage as one change: of what it came to, a split of what was split."""
    then, now = (None, lineage.new[0]) if lineage.action != "split" else (lineage.old[0], None)
    then, now = then or (now and pairing.origin.get(now)), now or (then and pairing.stayed.get(then))
    subject = now or lineage.old[0]
    spans = then and old.where(then, "continues"), now and new.where(now, "continues")
    args = {"formerly": then} if then and then != subject else {}
    name = f"{subject.kind}-{lineage.action}"
    return Change(name, subject, "continues", ("continues",), lineage.old, lineage.new, spans, args)


def _lineage(nodes: Collection[_Node], ties: Iterable[Tie], pairing: Pairing) -> Lineage | None:
    old, new = (tuple(sorted(ref for side, ref in nodes if side == here)) for here in (_OLD, _NEW))
    if {pairing.stayed.get(ref) for ref in old} == set(new):
        return None
    return Lineage(old, new, frozenset((tie.by, tie.of) for tie in ties if tie.old in old))


def _ties(pairing: Pairing) -> Iterator[Tie]:
    before = {then.ref for then, _ in pairing.pairs if then}
    after = {now.ref for _, now in pairing.pairs if now}
    for then, now in pairing.pairs:
        if now:
            yield from (Tie(ref, now.ref, now.ref, ref) for ref in _continued(now, then, before))
        if then:
            yield from (Tie(then.ref, ref, then.ref, ref) for ref in _continued(then, now, after))


def _continued(entity: Entity, other: Entity | None, there: Collection[Ref]) -> Iterator[Ref]:
    """Give what one version says that a thing continues, of what is in the other, unless that says the same."""
    if isinstance(entity, About):
        return
    for name in entity.continues:
        ref = Ref(entity.kind, name)
        if ref in there and not (other and name in (*other.continues, other.id)):
            yield ref


def _edges(ties: Iterable[Tie], pairing: Pairing) -> Mapping[_Node, Collection[_Node]]:
    """Tie things to what is declared of them, and to themselves in the other version."""
    edges: dict[_Node, list[_Node]] = {}
    for tie in ties:
        for one, two in (
            (tie.old, tie.new),
            (tie.old, pairing.stayed.get(tie.old)),
            (pairing.origin.get(tie.new), tie.new),
        ):
            if one and two:
                edges.setdefault((_OLD, one), []).append((_NEW, two))
                edges.setdefault((_NEW, two), []).append((_OLD, one))
    return edges


def _components(edges: Mapping[_Node, Collection[_Node]]) -> Iterator[Collection[_Node]]:
    seen: set[_Node] = set()
    for start in edges:
        found: set[_Node] = set()
        waiting = [start] if start not in seen else []
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting.extend(edges[node])
        seen |= found
        if found:
            yield found
