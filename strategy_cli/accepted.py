"""Accepted: the differences that somebody accepted, from ``accepted.yaml``, each with a reason, a post and an end."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, ClassVar, NamedTuple

from pydantic import AfterValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticKnownError

from strategy_cli import nearest
from strategy_cli.document import Document, parse
from strategy_cli.finding import Edit, Finding
from strategy_cli.loading.faults import finding
from strategy_cli.model.entity import OwnerId
from strategy_cli.model.fields import Date, Node, Words
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.owner import Owner
from strategy_cli.ref import Ref
from strategy_cli.source import ACCEPTED_FILE, Source
from strategy_cli.span import Span
from strategy_cli.strategy import Place, Strategy


class Approval(NamedTuple):
    """A difference that somebody accepted: its mark, why, who (a post's id) and the last day that it holds.

    ``span`` is where it is written.
    """

    mark: str
    reason: str
    who: str
    until: date
    span: Span


@dataclass(frozen=True, slots=True)
class Accepted:
    """The approvals of a file in order, and the faults of those that do not count."""

    approvals: tuple[Approval, ...] = ()
    faults: tuple[Finding, ...] = ()


def _said(words: str) -> str:
    if words.strip():
        return words.strip()
    raise PydanticKnownError("missing")


Said = Annotated[Words, AfterValidator(_said)]


class Acceptance(Node):
    """An entry of the file; ``what`` says in free words which change it is."""

    kind: ClassVar[str] = "acceptance"

    change: Said
    reason: Said
    who: OwnerId
    until: Date
    what: Words | None = None


def accepted(source: Source, strategy: Strategy) -> Accepted:
    """Read the file that a version has, if it has one."""
    content = source.files.get(ACCEPTED_FILE)
    return Accepted() if content is None else understood(source.shown(ACCEPTED_FILE), content, strategy)


def understood(path: str, content: bytes, strategy: Strategy) -> Accepted:
    """Read entries, told to be of a path; an entry with a fault does not count."""
    document = parse(path, content)
    if document.faults or document.data is None:
        return Accepted((), tuple(document.faults))
    if not isinstance(document.data, list):
        return Accepted((), (Finding("invalid-value", document.span(), args={"key": ACCEPTED_FILE}, problem="list"),))
    approvals: dict[str, Approval] = {}
    faults: list[Finding] = []
    for number in range(len(document.data)):
        found = _entry(document, number, strategy)
        who = document.span((number, "who"))
        wrong = found if isinstance(found, list) else [*_wrong(found, approvals, strategy, who)]
        if isinstance(found, Approval) and not wrong:
            approvals[found.mark] = found
        faults += wrong
    return Accepted(tuple(approvals.values()), tuple(faults))


def _entry(document: Document, number: int, strategy: Strategy) -> Approval | list[Finding]:
    data = document.data[number] if isinstance(document.data, list) else None
    if not isinstance(data, dict):
        return [Finding("invalid-value", document.span((number,)), problem="map")]
    place = Place(document, (number,))
    try:
        one = Acceptance.model_validate(data)
    except ValidationError as error:
        who = document.span((number, "who"))
        return [_fault(detail, data, place, who, strategy) for detail in error.errors(include_url=False)]
    return Approval(one.change, one.reason, one.who, one.until, document.span((number, "change")))


def _wrong(one: Approval, before: Container[str], strategy: Strategy, who: Span) -> Iterator[Finding]:
    """Tell of a change that was accepted already, and of a post that is not there."""
    if one.mark in before:
        yield Finding("accepted-faulty", one.span, key=("change",), args={"mark": one.mark})
    if one.who not in strategy.owners and Ref(Owner.kind, one.who) not in strategy.broken:
        yield _no_post(one.who, who, strategy)


def _fault(detail: ErrorDetails, data: Mapping[str, object], place: Place, who: Span, strategy: Strategy) -> Finding:
    given = data.get("who")
    if detail["loc"] == ("who",) and isinstance(given, str) and given.strip():
        return _no_post(given, who, strategy)
    one = finding(Acceptance, detail, place, Ref(Acceptance.kind, str(place.prefix[0])))
    return replace(one, subject=None)  # it is no thing of the strategy


def _no_post(given: str, span: Span, strategy: Strategy) -> Finding:
    """Say that the id of a post is wanted, with the nearest."""
    close = nearest.name(given, strategy.owners) or nearest.called(strategy, Owner.kind, given)
    args = {"id": given, "nearest": close, "folder": FOLDER_OF[Owner.kind]}
    edit = Edit(span, close, sure=False) if close else None
    return Finding(
        "accepted-faulty", span, key=("who",), args=args, problem="post-near" if close else "post", edit=edit
    )
