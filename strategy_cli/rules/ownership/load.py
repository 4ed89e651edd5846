"""Rules of load: a post has no more than it can carry."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.load import load
from strategy_cli.model.owner import Owner
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


@rule(Level.INFO, "managed", audited=Level.WARNING)
def overloaded_post(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A post answers for more goals, indicators and projects than the city's limit.

    Rovaniemi's strategy was short of resources, and its roles unclear (2025): what one post answers for beyond a dozen
    is followed up by nobody. The limit is the city's own, ``lint.limits.owned``; what is over is not counted.

    Bad:
        strategy.yaml:
            title: Strategy
            lint: {limits: {owned: 2}}
        indicators/loans.yaml:
            - {id: loans, name: Loans, goal: everyday-life, owner: city-manager}
            - {id: visits, name: Visits, goal: everyday-life, owner: city-manager}
            - {id: members, name: Members, goal: everyday-life, owner: city-manager}
        owners/city-manager.yaml:
            title: City manager  # here

    Good:
        strategy.yaml:
            title: Strategy
            lint: {limits: {owned: 2}}
        indicators/loans.yaml:
            - {id: loans, name: Loans, goal: everyday-life, owner: city-manager}
            - {id: visits, name: Visits, goal: everyday-life, owner: city-manager}
            - {id: members, name: Members, goal: everyday-life, owner: library-director}
        owners/city-manager.yaml:
            title: City manager
    """
    limit = strategy.about.lint.limits.owned
    many = [post for post in strategy.owners.values() if _owns_more(strategy, post, limit)]
    loads = load(strategy, on) if many else {}
    for post in many:
        held = loads[post.id]
        if held.total > limit and not is_over(post, strategy, on):
            counts = {"goals": len(held.goals), "indicators": len(held.indicators), "projects": len(held.projects)}
            args = {"post": post.title, "total": held.total, "limit": limit, **counts}
            yield Finding("overloaded-post", strategy.where(post.ref), post.ref, (), args)


def _owns_more(strategy: Strategy, post: Owner, limit: int) -> bool:
    """Settle cheaply whether a post may have too much: by all that it owns, what is over too."""
    held = strategy.linked_from.get(post.ref, ())
    return len(held) > limit and sum(link.key == ("owner",) for link in held) > limit
