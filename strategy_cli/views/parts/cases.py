"""Cases: the decisions behind what a report shows, each case's in the order in which they were made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from strategy_cli.model.decision import Decision
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.named import Named, named
from strategy_cli.views.frame.provenance import DecisionLine, cited
from strategy_cli.views.parts.trace import Trace, trace


@dataclass(frozen=True, slots=True)
class Cited:
    """A decision as it is cited beside what it is behind."""

    id: str
    line: DecisionLine


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One decision of a case; ``concerns`` has the kind of each thing beside its name."""

    id: str
    line: DecisionLine
    title: Text
    sort: str | None
    presenter: Text | str | None
    proposal: Text | None
    text: Text | None
    concerns: tuple[tuple[str, Named], ...]
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its number, None where none was given, and its decisions from the first to the last."""

    number: str | None
    steps: tuple[CaseStep, ...]


def behind(basis: Basis, ref: Ref, *named_in: str | None) -> tuple[Cited, ...]:
    """Cite the decisions behind a thing: those that it names itself, and those that say they concern it.

    Only those made by the report's day, in order of time.
    """
    decisions = basis.strategy.decisions
    found = {one: decisions[one] for one in named_in if one and one in decisions}
    found |= {d.id: decisions[d.id] for d in basis.strategy.users(ref, "decision", "concerns")}
    made = (d for d in found.values() if d.date <= basis.on)
    return tuple(Cited(d.id, cited(basis.strategy, d)) for d in sorted(made, key=_in_time(basis)))


def cases(basis: Basis, shown: Iterable[str]) -> tuple[Case, ...]:
    """Lay out the whole cases that decisions belong to, the oldest case first."""
    held: dict[str, list[Decision]] = {}
    for one in sorted(basis.strategy.decisions.values(), key=_in_time(basis)):
        if one.date <= basis.on:
            held.setdefault(_case_of(basis, one), []).append(one)
    wanted = {_case_of(basis, basis.strategy.decisions[one]) for one in shown}
    return tuple(_case(basis, steps) for name, steps in held.items() if name in wanted)


def _case_of(basis: Basis, decision: Decision) -> str:
    """Name a decision's case: by its number or that of the one before it, else by the first one of the chain."""
    chain = _chain(basis, decision)
    return next((one.case_number for one in chain if one.case_number), chain[-1].id)


def _chain(basis: Basis, decision: Decision) -> tuple[Decision, ...]:
    """List a decision and those before it, latest first; a circle (an error of its own) ends where it began."""
    found = {decision.id: decision}
    one: Decision | None = decision
    while one and (one := basis.strategy.decisions.get(one.previous or "")) and one.id not in found:
        found[one.id] = one
    return tuple(found.values())


def _in_time(basis: Basis) -> Callable[[Decision], tuple[date, int, str]]:
    """Order decisions by day; those of one day by their places in the chain."""
    return lambda decision: (decision.date, len(_chain(basis, decision)), decision.id)


def _case(basis: Basis, decisions: list[Decision]) -> Case:
    number = next((one.case_number for one in decisions if one.case_number), None)
    return Case(number, tuple(_step(basis, one) for one in decisions))


def _step(basis: Basis, one: Decision) -> CaseStep:
    refs = [Ref(*target.split("/", 1)) for target in one.concerns]
    return CaseStep(
        id=one.id,
        line=cited(basis.strategy, one),
        title=one.title,
        sort=one.sort,
        presenter=basis.name("owner", one.presenter),
        proposal=one.proposal,
        text=one.text,
        concerns=tuple((ref.kind, named(basis, *ref)) for ref in refs),
        trace=trace(basis, one.ref),
    )
