"""Summary: the findings of loading once everything is read: told once what is one mistake, ids by what is called so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from strategy_cli import nearest
from strategy_cli.finding import Edit, Finding
from strategy_cli.given_names import is_person
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS, link_at
from strategy_cli.strategy import Strategy

_SURE = 0.8  # how like a name what was written must be, when it is no id at all


def told(strategy: Strategy, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Go through the findings: an unknown language once, with its count; names where ids should be with the id."""
    languages: dict[object, list[Finding]] = {}
    for finding in findings:
        if finding.rule == "invalid-value" and finding.problem == "language":
            languages.setdefault(finding.args["value"], []).append(finding)
        elif finding.rule == "invalid-value" and finding.problem in ("id", "id-unclear"):
            yield _called(strategy, finding)
        else:
            yield finding
    for first, *more in languages.values():
        args = {**first.args, "count": len(more) + 1}
        yield replace(first, args=args, problem="language-many") if more else first


def _called(strategy: Strategy, finding: Finding) -> Finding:
    """Give the id of the thing whose name was written where an id should be."""
    if finding.subject is None:
        return finding
    subject = strategy.find(finding.subject)
    model = type(subject) if subject else FOLDERS[FOLDER_OF[finding.subject.kind]]
    kind = link_at(model, finding.key)
    words = str(finding.args["value"])
    if finding.subject.kind == "owner" and finding.key == ("holder",):
        return _person(finding, "person-holder") if is_person(words) else finding
    if kind is None:
        return finding
    if finding.args["suggestion"] in strategy.entities.get(kind, {}):  # an id but for its marks and capitals
        return replace(finding, edit=Edit(finding.span, str(finding.args["suggestion"])))
    called = nearest.named(strategy, kind, words)
    found = called or nearest.called(strategy, kind, words, _SURE)
    if found is None:
        return _person(finding, "person") if kind == "owner" and is_person(words) else finding
    args = {**finding.args, "suggestion": found}
    return replace(finding, args=args, problem="called", edit=Edit(finding.span, found, called is not None))


def _person(finding: Finding, problem: str) -> Finding:
    """Tell that a name is a person's, with no id made of it: the id would be published."""
    return replace(finding, args={**finding.args, "suggestion": None}, problem=problem, edit=None)
