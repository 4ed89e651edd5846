"""Rules of deputies: a post that is there for a time only has someone to stand in for it, and nobody oneself."""

from collections.abc import Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.measuring.handover import owned
from strategy_cli.measuring.succession import Succession
from strategy_cli.model.project import Project
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over


@rule(Level.WARNING, "managed")
def fixed_term_without_deputy(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A fixed-term post, or one with a last day, answers for work but has no deputy.

    Holders of such posts leave early: in Rovaniemi the work on the strategy stopped at changes of staff, and its
    coordinator's post was there until 31.12.2025 only. A deputy of each project will do, as will a post that
    continues this one.

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: project-planner
        owners/project-planner.yaml:
            title: Project planner  # here
            fixed_term: true

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: project-planner
        owners/project-planner.yaml:
            title: Project planner
            fixed_term: true
            deputy: library-director
    """
    succession = Succession(strategy)
    for post in strategy.owners.values():
        passing = post.fixed_term or post.until is not None
        if not passing or post.deputy or is_over(post, strategy, on) or succession.heirs(post, on):
            continue
        alone = [one for one in owned(strategy, post, on) if not (isinstance(one, Project) and one.deputy)]
        if alone:
            names = tuple(strategy.name(one.ref) for one in alone)
            args = {"post": post.title, "id": post.id, "until": post.until, "count": len(names), "things": names}
            words = {"last-day": not post.fixed_term, "projects": all(isinstance(one, Project) for one in alone)}
            problem = "-".join(word for word, so in words.items() if so) or None
            span = strategy.where(post.ref, "deputy", on_key=True)
            yield Finding("fixed-term-without-deputy", span, post.ref, ("deputy",), args, problem)


@rule(Level.WARNING)
def deputy_same_as_owner(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A post stands in for itself: it is its own deputy, or both the owner and the deputy of a project.

    A deputy is there for when the post is empty: in Rovaniemi the work on the strategy stopped at changes of staff
    (2025).

    Bad:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
            deputy: library-director  # here

    Good:
        projects/library.yaml:
            name: Library renewal
            goals: [everyday-life]
            status: started
            owner: library-director
            deputy: city-manager
    """
    for one in strategy.owners.values():
        if one.deputy == one.id and not is_over(one, strategy, on):
            yield _itself(strategy, one.ref, one.title)
    for project in strategy.projects.values():
        post = strategy.owners.get(project.owner or "")
        if post is not None and project.deputy == post.id and not is_over(project, strategy, on):
            yield _itself(strategy, project.ref, post.title, "project")


def _itself(strategy: Strategy, ref: Ref, post: object, problem: str | None = None) -> Finding:
    args = {"name": strategy.name(ref), "post": post}
    return Finding("deputy-same-as-owner", strategy.where(ref, "deputy"), ref, ("deputy",), args, problem)
