"""Near misses: decisions that concern a weakening and do not settle it, and those that name what is not there."""

from collections.abc import Iterator

from strategy_cli import nearest
from strategy_cli.formats.changes.words import Words
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Entry, Review, Short


def of(entry: Entry, words: Words) -> Iterator[str]:
    """Say of each decision that concerns a weakening why it does not settle it."""
    return (_short(one, words) for one in entry.short)


def _short(one: Short, words: Words) -> str:
    decision = words.cited(one.decision)
    if one.why != "kind":
        return words.say(f"gate.short.{one.why}", decision=decision)
    if one.decision.sort is None:
        return words.say("gate.short.unsaid", decision=decision, id=one.decision.id)
    kind = words.say(f"words.decision.kind.{one.decision.sort}")
    return words.say("gate.short.kind", decision=decision, kind=kind, written=one.decision.sort)


def mistaken(review: Review, words: Words) -> Iterator[str]:
    """Say of each new decision that names what neither version has which of the things to be decided may be meant."""
    old, new = review.comparison.old, review.comparison.new
    wanted = {entry.change.subject.id: str(entry.change.subject) for entry in review.undecided}
    for decision in (one for name, one in new.decisions.items() if old.decisions.get(name) != one):
        for ref in (Ref(*one.split("/", 1)) for one in decision.concerns):
            close = nearest.name(ref.id, wanted) if new.find(ref) is None and old.find(ref) is None else None
            if close:
                told = {"decision": words.cited(decision), "id": decision.id, "thing": str(ref)}
                yield words.say("gate.mistaken", **told, nearest=wanted[close])
