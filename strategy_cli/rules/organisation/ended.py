"""Rules of ends: nothing that goes on hangs on a unit, a body or a post that has ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.hanging import HISTORY, brought_down, hanging
from strategy_cli.measuring.succession import Holder, Succession
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity
from strategy_cli.model.goal import Goal
from strategy_cli.model.owner import Owner
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.succeeding import handing_over, names
from strategy_cli.strategy import LinkTo, Strategy
from strategy_cli.terms import is_over


@rule(Level.ERROR)
def unit_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing goes on in a unit that has ended, or ends before the thing does.

    When a sector leaves the municipality, everything that hung on it needs a new place or an end: Kemi updated its
    strategy because basic social services had gone to the wellbeing services county (city board 25.9.2023 § 292).
    What hangs on it by way of a unit below it or of a post there is named with that unit or post.

    Bad:
        projects/home-care.yaml:
            name: Home care
            goals: [everyday-life]
            owner: library-director
            status: started
            unit: social-services  # here
        units/social-services.yaml: {name: Social services, until: 2022-12-31}

    Good:
        projects/home-care.yaml:
            name: Home care
            goals: [everyday-life]
            owner: library-director
            status: closed
            unit: social-services
        units/social-services.yaml: {name: Social services, until: 2022-12-31}
    """
    succession = Succession(strategy)
    for unit in strategy.units.values():
        if unit.until is not None:
            held = list(hanging(strategy, unit, unit.until, on))
            told = {thing.ref for _, thing in held}
            for link, thing in held:
                more = brought_down(strategy, thing, unit.until, on)
                also = tuple(strategy.name(ref) for ref in more if ref not in told)
                yield _finding("unit-ended", succession, link, unit, on, also=also)


@rule(Level.ERROR)
def body_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing goes on under a body that has ended, or ends before the thing does; or it decided after its end.

    What belongs to a body that no longer meets is on nobody's agenda; a whole sector left Kemi in the middle of its
    strategy (city board 25.9.2023 § 292).

    Bad:
        goals/home-care.yaml:
            name: Home care
            body: social-board  # here
        bodies/social-board.yaml: {name: Social board, until: 2022-12-31}

    Good:
        goals/home-care.yaml:
            name: Home care
            until: 2022-12-31
            body: social-board
        bodies/social-board.yaml: {name: Social board, until: 2022-12-31}
    """
    succession = Succession(strategy)
    for body in strategy.bodies.values():
        if body.until is not None:
            for link, _ in hanging(strategy, body, body.until, on):
                yield _finding("body-ended", succession, link, body, on)


@rule(Level.WARNING)
def post_ended(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A post that has ended is still a deputy, a head, a superior or a member, is consulted, or spoke after its end.

    In Rovaniemi a post passed from one unit and superior to another and its duties moved with it (2025): a link left
    behind leads nowhere. What such a post answers for is told by ``owner-ended``.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
            deputy: project-planner  # here
        owners/project-planner.yaml: {title: Project planner, until: 2024-12-31}

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
            deputy: city-manager
        owners/project-planner.yaml: {title: Project planner, until: 2024-12-31}
    """
    succession = Succession(strategy)
    ended = {post.id: post for post in strategy.owners.values() if post.until is not None and post.until < on}
    for post in ended.values():
        for link in strategy.linked_from.get(post.ref, ()):
            if link.key != ("owner",) and link.key[0] not in HISTORY and _needs(strategy, link, post, on):
                yield _finding("post-ended", succession, link, post, on)
    for body in strategy.bodies.values() if ended else ():
        for number, member in enumerate(body.members):
            if member in ended and not is_over(body, strategy, on):
                link = LinkTo(body.ref, ("members", number), Ref("owner", member))
                yield _finding("post-ended", succession, link, ended[member], on)


def _needs(strategy: Strategy, link: LinkTo, post: Owner, on: date) -> bool:
    """Tell whether a link asks a post for something after its end; what it said while it was there is history."""
    thing, until = strategy.find(link.source), post.until or date.max
    if isinstance(thing, Decision):
        return thing.date > until
    said = _said(thing, link)
    if said is not None:
        return said > until
    return thing is not None and not is_over(thing, strategy, on)


def _said(thing: Entity | None, link: LinkTo) -> date | None:
    """Give the first day of the period that an update or a judgement is of; None for other links."""
    place = link.key[1] if len(link.key) > 1 else None
    if isinstance(thing, Project) and link.key[0] == "updates" and isinstance(place, int):
        return thing.updates[place].period.first
    if isinstance(thing, Goal) and link.key[0] == "judgements" and isinstance(place, int):
        return thing.judgements[place].period.first
    return None


def _finding(
    rule: str, succession: Succession, link: LinkTo, holder: Holder, on: date, *, also: tuple[object, ...] = ()
) -> Finding:
    """Say what hangs on ``holder``, who goes on with its work, and what else comes down with the thing."""
    strategy, last = succession.strategy, holder.until or date.max
    heirs = tuple(one for one in succession.heirs(holder, max(on, last)) if one.ref != link.source)
    span = strategy.where(link.source, *link.key)
    key = next(part for part in reversed(link.key) if isinstance(part, str))
    args: dict[str, object] = {
        "name": strategy.name(link.source),
        "holder": holder.label,
        "until": holder.until,
        "key": key,
    }
    args |= {"successors": names(heirs), "heirs": tuple(one.id for one in heirs), "also": also}
    found = Finding(rule, span, link.source, link.key, args, _problem(link, also, heirs))
    return replace(found, edit=handing_over(span, heirs, on)) if last < on else found


def _problem(link: LinkTo, also: tuple[object, ...], heirs: tuple[Holder, ...]) -> str | None:
    """Pick the words: a partner is lost, or more comes down with the thing; who goes on is known."""
    told = {"participant": link.key[0] == "participants", "carrying": also, "successors": heirs}
    return "-".join(word for word, so in told.items() if so) or None
