"""Tellable: the changes since an earlier version that a report may tell: of what it shows, without hidden posts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from strategy_cli.changes import Change, Comparison
from strategy_cli.errors import StrategyError
from strategy_cli.measuring.scope import Scope, known_thing, scope
from strategy_cli.model.fields import Node
from strategy_cli.model.kinds import link_at
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis


def told(comparison: Comparison, basis: Basis) -> Comparison:
    """Keep the changes that a report may tell; nothing of files, nor guesses, which may be of hidden posts."""
    return replace(comparison, changes=tuple(_told(comparison, basis)), hints=(), layout=())


def _told(comparison: Comparison, basis: Basis) -> Iterator[Change]:
    about = _asked(basis)
    then = _scope_then(comparison.old, basis) if about else None
    for change in comparison.changes:
        here = not about or change.subject in about or basis.scope.holds(change.subject)
        if not (here or (then and then.holds(change.subject))):
            continue
        if _tells_of_a_person(change) and basis.names != "full":
            continue
        if basis.posts.told:
            yield change
        elif not _tells_of_a_post(change):
            yield _without_posts(change)


def _asked(basis: Basis) -> tuple[Ref, ...]:
    subject = (Ref(basis.about, basis.subject),) if basis.about and basis.subject else ()
    return (*basis.filters.refs(), *subject)


def _scope_then(old: Strategy, basis: Basis) -> Scope:
    """Find what would have been shown of the earlier version, for what has gone since; nothing where it cannot be."""
    subject = Ref(basis.about, basis.subject) if basis.about and basis.subject else None
    try:
        if subject:
            known_thing(old, subject)
        return scope(old, basis.filters, basis.on, subject)
    except StrategyError:
        return Scope(frozenset(), frozenset(), frozenset())


def _tells_of_a_person(change: Change) -> bool:
    """Tell whether a change is of who holds a post: a key of the private file, which may well be a name."""
    return change.field == "holder"


def _tells_of_a_post(change: Change) -> bool:
    values = (change.before, change.after)
    return change.subject.kind == "owner" or any(isinstance(v, Ref) and v.kind == "owner" for v in values)


def _without_posts(change: Change) -> Change:
    blank = replace(change, before=_blank(change.before), after=_blank(change.after))
    return replace(blank, args={key: _blank(value) for key, value in change.args.items()})


def _blank(value: Any) -> Any:
    """Take the posts out of an item of a list, such as who judged or reported."""
    if not isinstance(value, Node):
        return value
    posts = (name for name in type(value).model_fields if link_at(type(value), (name,)) == "owner")
    return value.model_copy(update=dict.fromkeys(posts))
