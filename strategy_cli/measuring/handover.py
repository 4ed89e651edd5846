"""Handover: what a post with a last day leaves behind, and to whom."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.owner import Owner
from strategy_cli.model.programme import Programme
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy
from strategy_cli.terms import ends, is_over

Owned = Goal | Indicator | Programme | Project
KINDS = ("goal", "programme", "project", "indicator")


@dataclass(frozen=True, slots=True)
class Left:
    """A thing that goes on after the post that owns it: its own last day if it has one, and the post to take it over.

    ``heir`` is the post's successor if there is one, else the project's deputy, else the post's own deputy.
    """

    thing: Ref
    ends: date | None
    heir: str | None


def owned(strategy: Strategy, post: Owner, on: date) -> tuple[Owned, ...]:
    """List what a post owns and what still asks for something: goals, programmes, projects and indicators."""
    found = [cast("Owned", e) for kind in KINDS for e in strategy.users(post.ref, kind, "owner")]
    return tuple(one for one in found if not is_over(one, strategy, on))


def outliving(strategy: Strategy, post: Owner, on: date) -> tuple[Left, ...]:
    """List what a post owns that goes on after its last day, or has no end of its own; nothing if the post has none."""
    if post.until is None:
        return ()
    heir = successor(strategy, post)
    last = post.until
    left = ((one, ends(one, strategy)) for one in owned(strategy, post, on))
    return tuple(
        Left(one.ref, end, heir or _deputy(one) or post.deputy) for one, end in left if end is None or end > last
    )


def successor(strategy: Strategy, post: Owner) -> str | None:
    """Find the post that says it continues this one."""
    return next((other.id for other in strategy.owners.values() if post.id in other.continues), None)


def _deputy(thing: Entity) -> str | None:
    return thing.deputy if isinstance(thing, Project) else None
