"""Approvals: which accepted differences hold on a day for the changes of a comparison, and which are idle."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from strategy_cli import nearest
from strategy_cli.accepted import Accepted, Approval
from strategy_cli.finding import Finding

_LONGEST = timedelta(days=2 * 366)  # a council's budget and the one after it: what waits for longer was decided
_ALIKE = 0.9  # of two marks of twelve digits: one of them is wrong, left out or added


class Standing(NamedTuple):
    """The approvals that hold, by the mark of their change, and what is to be said of the file."""

    holding: Mapping[str, Approval]
    remarks: tuple[Finding, ...]


def standing(accepted: Accepted, settled: Mapping[str, bool], on: date) -> Standing:
    """Part the approvals by a day: what has run out does not count, what matches no change is told.

    ``settled`` holds the marks of all changes, and whether a decision has settled each.
    """
    holding = {one.mark: one for one in accepted.approvals if one.until >= on}
    remarks = sorted((*accepted.faults, *_idle(accepted, settled, on)), key=lambda one: one.span)
    return Standing(holding, tuple(remarks))


def _idle(accepted: Accepted, settled: Mapping[str, bool], on: date) -> Iterator[Finding]:
    named = {one.mark for one in accepted.approvals}
    for one in accepted.approvals:
        args: dict[str, Any] = {"mark": one.mark, "until": one.until, "who": one.who}
        close = nearest.name(one.mark, settled.keys() - named, _ALIKE) if one.mark not in settled else None
        if problem := _problem(one, settled, on, close):
            args |= {"nearest": close} if close else {}
            yield Finding("accepted-idle", one.span, key=("change",), args=args, problem=problem)


def _problem(one: Approval, settled: Mapping[str, bool], on: date, close: str | None) -> str | None:
    """Say what makes an approval idle, or that it holds for too long to be one for a time."""
    if one.until < on:
        return "expired"
    if one.mark not in settled:
        return "near" if close else "stale"
    if settled[one.mark]:
        return "settled"
    return "far" if one.until - on > _LONGEST else None
