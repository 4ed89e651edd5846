"""Differences: two strategies → the changes between them, named by the taxonomy, gravest first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from strategy_cli.changes import commitment, lineage, measurement, wording
from strategy_cli.changes.areas import OWN
from strategy_cli.changes.change import Change, Weight
from strategy_cli.changes.compare import Fact, facts
from strategy_cli.changes.comparison import Comparison
from strategy_cli.changes.hints import hints
from strategy_cli.changes.identity import Pairing, paired
from strategy_cli.changes.layout import layout
from strategy_cli.changes.lineage import Lineage, lineages
from strategy_cli.changes.tallies import kept, tallies
from strategy_cli.changes.taxonomy import FIELDS, weight_of
from strategy_cli.changes.wording import reworded, translations
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

_ACTIONS: Mapping[str, Callable[[Fact], str]] = {**commitment.ACTIONS, **measurement.ACTIONS, **wording.ACTIONS}
_KINDS = (About.kind, *FOLDER_OF)


def compared(old: Strategy, new: Strategy) -> Comparison:
    """Compare two versions: by weight, then by entity, each entity's changes in the order of its keys.

    Beside the changes: hints of renames, layout, tallies, and what was kept of the strategy's own values and texts.
    """
    pairing = paired(old, new)
    lines = lineages(pairing)
    found = tuple(_changes(old, new, pairing, lines))
    changes = sorted((*found, *(lineage.change(line, old, new, pairing) for line in lines)), key=_order)
    touched = {c.subject for c in found} | {c.args["formerly"] for c in found if "formerly" in c.args}
    return Comparison(
        old,
        new,
        tuple(changes),
        hints(pairing, {ref for line in lines for ref in (*line.old, *line.new)}),
        layout(old, new, touched),
        tallies(old, new),
        kept(old, new),
    )


def changes_between(old: Strategy, new: Strategy) -> tuple[Change, ...]:
    """Give only the changes, in the same order: quick where the versions share most of their entities."""
    pairing = paired(old, new)
    lines = lineages(pairing)
    found = _changes(old, new, pairing, lines)
    return tuple(sorted((*found, *(lineage.change(line, old, new, pairing) for line in lines)), key=_order))


def _order(change: Change) -> tuple[int, int, str]:
    return -weight_of(change.id), _KINDS.index(change.subject.kind), change.subject.id


def _changes(old: Strategy, new: Strategy, pairing: Pairing, lines: Iterable[Lineage]) -> Iterator[Change]:
    """Give the changes of single things; what things were made from is told whole."""
    firsts = old.about.languages[0], new.about.languages[0]
    declared = {one for line in lines for one in line.declared}
    for before, after in pairing.pairs:
        if before is None and after is not None:
            yield _came(after, new)
        elif before is not None and after is None:
            yield _went(before, old)
        elif before is not None and after is not None and before is not after and before != after:
            if before.id != after.id:
                yield _renamed(before, after, old, new)
            for fact in facts(before, after, pairing):
                if fact.field == "continues" and _declaration(fact) in declared:
                    continue
                change = _change(fact, old, new)
                yield from _told(fact, change, firsts) if _is_text(fact) else (change,)


def _declaration(fact: Fact) -> tuple[Ref, Ref]:
    """Give which thing says that it continues which."""
    before, after = fact.sides
    return (before.ref, fact.before) if fact.after is None else (after.ref, fact.after)


def _came(entity: Entity, new: Strategy) -> Change:
    return Change(f"{entity.kind}-added", entity.ref, spans=(None, new.where(entity.ref)))


def _went(entity: Entity, old: Strategy) -> Change:
    return Change(f"{entity.kind}-removed", entity.ref, spans=(old.where(entity.ref), None))


def _renamed(before: Entity, after: Entity, old: Strategy, new: Strategy) -> Change:
    spans = old.where(before.ref, "id"), new.where(after.ref, "formerly")
    return Change("id-renamed", after.ref, "id", ("id",), before.id, after.id, spans)


def _change(fact: Fact, old: Strategy, new: Strategy) -> Change:
    before, after = fact.sides
    name, part = FIELDS.get(f"{after.kind}.{fact.field}") or (_own(fact, old, new), None)
    special = _ACTIONS.get(f"{after.kind}.{fact.field}")
    action = special(fact) if special else part or fact.action
    spans = old.where(before.ref, *fact.places[0]), new.where(after.ref, *fact.places[1])
    args: dict[str, object] = {} if fact.item is None else {"item": fact.item}
    if before.ref != after.ref:
        args["formerly"] = before.ref
    return Change(f"{name}-{action}", after.ref, fact.field, fact.key, fact.before, fact.after, spans, args)


def _own(fact: Fact, old: Strategy, new: Strategy) -> str:
    """Name the change of a field of the city's own, by the graver of the weights that the versions give to it.

    Else a weight that is lowered in the same edit would let the change through.
    """
    kind = fact.sides[1].kind
    declared = (*new.about.fields.of(kind).items(), *old.about.fields.of(kind).items())
    weight = max((Weight[field.weight.upper()] for name, field in declared if name == fact.field))
    return f"{kind}-{OWN[weight.label].name}"


def _is_text(fact: Fact) -> bool:
    return isinstance(fact.before, Text) and isinstance(fact.after, Text)


def _told(fact: Fact, change: Change, firsts: tuple[str, str]) -> Iterator[Change]:
    """Tell of a text: that it says something else, or else only which translations differ."""
    if reworded(fact.before, fact.after, firsts):
        yield change
        return
    for one in translations(fact.before, fact.after):
        args = {**change.args, "language": one.language}
        name = f"{change.subject.kind}-translation-{one.action}"
        key = (*fact.key, one.language)
        yield replace(change, id=name, key=key, before=one.before, after=one.after, args=args)
