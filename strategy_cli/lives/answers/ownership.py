"""Ownership: what nobody ever owned, whose owner changed, and which posts ended before their work."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.record import Record
from strategy_cli.measuring.handover import KINDS, outliving
from strategy_cli.model.owner import Owner
from strategy_cli.ref import Ref


class Reowned(NamedTuple):
    """A thing whose owner was changed or taken away, and each time that it was."""

    life: Life
    changes: tuple[Event, ...]


class Left(NamedTuple):
    """A thing that went on after its owner's post: the day on which it got another owner, None while it has none."""

    life: Life
    handed_over: date | None


class Ended(NamedTuple):
    """A post with its last day and what it left behind."""

    post: Life
    until: date
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class Ownership:
    """What never had an owner and whose owner changed, of all that can have one; the posts that ended first, of all."""

    never: tuple[Life, ...]
    changed: tuple[Reowned, ...]
    all_owned: int
    ended: tuple[Ended, ...]
    all_posts: int


def ownership(record: Record, on: date) -> Ownership:
    """Look through the lives of what is owned and of the posts."""
    owned, posts = tuple(record.of(*KINDS)), tuple(record.of(Owner.kind))
    never = tuple(life for life in owned if not any(getattr(one.entity, "owner", None) for one in life.versions))
    changed = [Reowned(life, _handed(life)) for life in owned]
    often = sorted((one for one in changed if one.changes), key=lambda one: -len(one.changes))
    ended = [found for post in posts if (found := _ended(record, post, on))]
    return Ownership(never, tuple(often), len(owned), tuple(sorted(ended, key=lambda one: one.until)), len(posts))


def _handed(life: Life) -> tuple[Event, ...]:
    kind = life.ref.kind
    return tuple(life.named(f"{kind}-owner-changed", f"{kind}-owner-removed"))


def _ended(record: Record, post: Life, on: date) -> Ended | None:
    """Find what a post owned still on its last day and that went on after it."""
    owner = post.entity
    until = owner.until if isinstance(owner, Owner) else None
    if until is None or until >= on:
        return None
    strategy = record.by(until) or record.first
    there = next((strategy.owners[name] for name in sorted(post.ids) if name in strategy.owners), None)
    left = outliving(strategy, there.model_copy(update={"until": until}), until) if there else ()
    found = tuple(Left(life, _taken_over(life, until)) for one in left if (life := record.named.get(one.thing)))
    return Ended(post, until, found) if found else None


def _taken_over(life: Life, after: date) -> date | None:
    found = (event for event in life.events if event.change.field == "owner" and isinstance(event.change.after, Ref))
    return next((event.day for event in found if event.day and event.day > after), None)
