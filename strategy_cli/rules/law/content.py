"""Rules of content: what the Local Government Act asks that a strategy holds, and that it is public."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.rollup import ended
from strategy_cli.model.goal import Area
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

AREAS: tuple[str, ...] = get_args(Area)


@rule(Level.INFO, "managed", audited=Level.WARNING)
def law_not_named(strategy: Strategy) -> Iterator[Finding]:
    """The strategy does not say by which law it is checked, so nothing that the law asks was.

    Areas, basis, evaluation and review (Local Government Act 410/2015, 37 §) and the publishing (109 §) are asked only
    with ``law: fi``; whoever reads that nothing was found must know whether they were. ``law: none`` says that the act
    does not concern the strategy, as of a company. A strategy that has been replaced is not asked.

    Bad:
        strategy.yaml:
            title: Strategy  # here
            status: in-force

    Good:
        strategy.yaml:
            title: Strategy
            status: in-force
            law: none
    """
    about = strategy.about
    if about.law is None and about.status != "replaced" and not _written(strategy):
        yield Finding("law-not-named", strategy.where(about.ref, "law"), about.ref, ("law",), {"name": about.title})


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def area_not_covered(strategy: Strategy, on: date) -> Iterator[Finding]:
    """No goal covers one of the seven areas that the law asks a strategy to take into account.

    Local Government Act 410/2015, 37 § 1: residents' wellbeing; arranging and producing services; the service targets
    laid down in law; ownership policy; personnel policy; residents' participation; the living environment and the
    vitality of the area. Goals that have ended do not count. Asked when ``strategy.yaml`` says ``law: fi``.

    Bad:
        strategy.yaml:
            title: Strategy
            law: fi  # here
        goals/everyday-life.yaml:
            name: Everyday life
            covers: [wellbeing, services, statutory-services, ownership, personnel, participation]

    Good:
        strategy.yaml:
            title: Strategy
            law: fi
        goals/everyday-life.yaml:
            name: Everyday life
            covers: [wellbeing, services, statutory-services, ownership, personnel, participation]
        goals/living-harbour.yaml:
            name: A living harbour
            covers: [living-environment-and-vitality]
    """
    about = strategy.about
    if about.law != "fi" or about.status == "replaced" or not _known(strategy):
        return
    covered = {area for g in strategy.goals.values() if not ended(g, on) for area in g.covers}
    missing = [area for area in AREAS if area not in covered]
    told = ["none"] if not covered else missing
    for problem in told:
        span = strategy.where(about.ref, "law")
        yield Finding("area-not-covered", span, about.ref, ("law", problem), {"id": problem}, problem)


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def strategy_without_basis(strategy: Strategy) -> Iterator[Finding]:
    """The strategy does not say what assessment of the situation it rests on.

    A strategy must rest on an assessment of the municipality's present situation, of the changes to come in its
    environment and of their effects on its tasks (Local Government Act 410/2015, 37 § 2). A text or a link will do.
    Asked when ``strategy.yaml`` says ``law: fi``.

    Bad:
        strategy.yaml:
            title: Strategy  # here
            law: fi
        goals/everyday-life.yaml:
            name: Everyday life

    Good:
        strategy.yaml:
            title: Strategy
            law: fi
            basis: The population forecast, the final evaluation of the last strategy and the residents' survey of 2025.
        goals/everyday-life.yaml:
            name: Everyday life
    """
    if strategy.about.basis is None:
        yield from _lacks("strategy-without-basis", strategy, "basis")


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def strategy_without_evaluation(strategy: Strategy) -> Iterator[Finding]:
    """The strategy does not say how its attainment is evaluated and followed up.

    The strategy itself must lay this down (Local Government Act 410/2015, 37 § 2); the auditors and the council then
    know what to ask for. Asked when ``strategy.yaml`` says ``law: fi``.

    Bad:
        strategy.yaml:
            title: Strategy  # here
            law: fi
        goals/everyday-life.yaml:
            name: Everyday life

    Good:
        strategy.yaml:
            title: Strategy
            law: fi
            evaluation: In the interim reports of April and August and in the accounts; boards follow up their projects.
        goals/everyday-life.yaml:
            name: Everyday life
    """
    if strategy.about.evaluation is None:
        yield from _lacks("strategy-without-evaluation", strategy, "evaluation")


@rule(Level.WARNING, "audited")
def strategy_not_published(strategy: Strategy) -> Iterator[Finding]:
    """A strategy in force does not say where it is published.

    The strategy must be available to all on the public web (Local Government Act 410/2015, 109 §). Asked when
    ``strategy.yaml`` says ``law: fi``.

    Bad:
        strategy.yaml:
            title: Strategy  # here
            status: in-force
            law: fi

    Good:
        strategy.yaml:
            title: Strategy
            status: in-force
            law: fi
            published: https://example.org/strategy
    """
    if strategy.about.status == "in-force" and strategy.about.published is None:
        yield from _lacks("strategy-not-published", strategy, "published")


def _lacks(rule: str, strategy: Strategy, key: str) -> Iterator[Finding]:
    about = strategy.about
    if about.law == "fi" and about.status != "replaced":
        yield Finding(rule, strategy.where(about.ref, key), about.ref, (key,), {"name": about.title})


def _known(strategy: Strategy) -> bool:
    """Tell whether every goal's file could be read: what a faulty one covers is not known."""
    return not any(ref.kind == "goal" for ref in strategy.broken)


def _written(strategy: Strategy) -> bool:
    """Tell whether a law is named, if not one that there is: that is a fault of its own, as is a file unread."""
    data = strategy.places[strategy.about.ref].document.data
    return not isinstance(data, dict) or data.get("law") is not None
