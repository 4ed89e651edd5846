"""Standing: which accepted differences hold on a day for the changes of a comparison, and which are idle."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from strategy_cli.accepted import Accepted, Approval
from strategy_cli.finding import Finding


class Standing(NamedTuple):
    """The approvals that hold, by the mark of their change, and what is to be said of the file."""

    holding: Mapping[str, Approval]
    remarks: tuple[Finding, ...]


def standing(accepted: Accepted, marks: Collection[str], on: date) -> Standing:
    """Part the approvals by a day: what has run out does not count, what matches no change is told."""
    holding = {one.mark: one for one in accepted.approvals if one.until >= on}
    remarks = sorted((*accepted.faults, *_idle(accepted, marks, on)), key=lambda one: one.span)
    return Standing(holding, tuple(remarks))


def _idle(accepted: Accepted, marks: Collection[str], on: date) -> Iterator[Finding]:
    for one in accepted.approvals:
        problem = "expired" if one.until < on else "stale" if one.mark not in marks else None
        if problem:
            args = {"mark": one.mark, "until": one.until, "who": one.who}
            yield Finding("accepted-idle", one.span, key=("change",), args=args, problem=problem)
