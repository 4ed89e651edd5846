"""Roll-up: how a goal stands, from its indicators and sub-goals, by the way the city has chosen for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from strategy_cli.measuring.indicator import Measured, Rules, measure
from strategy_cli.measuring.standing import FINAL, Assessment, Reason, Standing, cannot, of_rank, rank
from strategy_cli.model.goal import Goal, Judgement, RollUp
from strategy_cli.strategy import Strategy

DEFAULT: RollUp = "all"
_HALF = Fraction(1, 2)
_JUDGEMENT_LASTS = 366
_ATTAINED, _PARTLY, _NOT = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Mean:
    """A weighted mean of progress, and of the progress expected, over the ``n`` parts of ``of`` that have any."""

    value: Fraction
    expected: Fraction
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class MeasuredGoal:
    """A goal's class, the way it was rolled up, and the parts that it was rolled up from.

    ``ended`` tells that its last day has passed: it is shown, but counts neither by itself nor as a part.
    ``mean`` is there whatever the way, for the reader; it decides the class only when the way is mean.
    """

    goal: Goal
    way: RollUp
    assessment: Assessment
    mean: Mean | None
    indicators: tuple[Measured, ...]
    goals: tuple["MeasuredGoal", ...]
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """All figures of a strategy as of a day: indicators and goals by id, and the goals at the top."""

    on: date
    indicators: dict[str, Measured]
    goals: dict[str, MeasuredGoal]
    top: tuple[MeasuredGoal, ...]


def measures(strategy: Strategy, on: date) -> Measures:
    """Measure every indicator and roll up every goal."""
    rules = Rules.of(strategy.about, on)
    indicators = {i.id: measure(i, rules) for i in strategy.indicators.values()}
    roller = _Roller(strategy, rules, indicators)
    done = {identity: roller.roll(goal) for identity, goal in strategy.goals.items()}
    held = {child.goal.id for one in done.values() for child in one.goals}
    top = (one for one in done.values() if one.goal.id not in held)
    return Measures(on, indicators, done, tuple(sorted(top, key=lambda m: order(m.goal))))


def counted(goals: Iterable[MeasuredGoal]) -> tuple[MeasuredGoal, ...]:
    """Choose the goals that counts are over: goals proper, or the aims where there is nothing else.

    A goal that has ended is not counted.
    """
    every = tuple(goals)
    level = _level(g.goal for g in every)
    return tuple(g for g in every if g.goal.level == level and not g.ended)


def countable(goals: Iterable[Goal], on: date) -> tuple[Goal, ...]:
    """Choose, before they are measured, the goals that counts are over."""
    every = tuple(goals)
    level = _level(every)
    return tuple(g for g in every if g.level == level and not ended(g, on))


def ended(goal: Goal, on: date) -> bool:
    """Tell whether a goal's own last day has passed."""
    return goal.until is not None and goal.until < on


def _level(goals: Iterable[Goal]) -> Literal["aim", "goal"]:
    return "goal" if any(g.level == "goal" for g in goals) else "aim"


def order(goal: Goal) -> tuple[tuple[int, ...], str, str]:
    """Order goals by their display number, part by part (``2`` before ``10``), then by id."""
    parts = tuple(int(p) if p.isdecimal() else 0 for p in (goal.number or "").split("."))
    return (parts if goal.number else (10**9,)), goal.number or "", goal.id


class _Roller:
    """Rolls goals up, each once; a circle of parents (an error of its own) does not hang it."""

    def __init__(self, strategy: Strategy, rules: Rules, indicators: dict[str, Measured]) -> None:
        self.rules = rules
        self.default = strategy.about.defaults.roll_up or DEFAULT
        self.children: dict[str, list[Goal]] = {}
        self.measured: dict[str, list[Measured]] = {}
        self.done: dict[str, MeasuredGoal] = {}
        self.under_way: set[str] = set()
        for goal in sorted(strategy.goals.values(), key=order):
            self.children.setdefault(goal.parent or "", []).append(goal)
        for indicator in indicators.values():
            for served in dict.fromkeys(indicator.indicator.serves):
                self.measured.setdefault(served, []).append(indicator)

    def roll(self, goal: Goal) -> MeasuredGoal:
        if goal.id in self.done:
            return self.done[goal.id]
        self.under_way.add(goal.id)
        children = [c for c in self.children.get(goal.id, ()) if c.id not in self.under_way]
        goals = tuple(self.roll(child) for child in children)
        indicators = tuple(self.measured.get(goal.id, ()))
        way = goal.roll_up or self.default
        counted = tuple(one for one in goals if not one.ended)
        mean = _mean(indicators, counted)
        assessment = _judged(goal, way, self.rules) or _rolled(way, indicators, counted, mean, self.rules)
        self.under_way.discard(goal.id)
        self.done[goal.id] = MeasuredGoal(goal, way, assessment, mean, indicators, goals, ended(goal, self.rules.on))
        return self.done[goal.id]


def _judged(goal: Goal, way: RollUp, rules: Rules) -> Assessment | None:
    """Let a person's judgement of the last year go before any sum; without one, ``judged`` cannot be told."""
    known = [j for j in goal.judgements if j.period.last <= rules.on]
    latest: Judgement | None = max(known, key=lambda j: j.period.order, default=None)
    if latest is None:
        return cannot(Reason.NO_JUDGEMENT) if way == "judged" else None
    if rules.on <= latest.period.last + timedelta(days=_JUDGEMENT_LASTS + rules.grace_days):
        reason = Reason.JUDGED if latest.class_ == "cannot" else None
        return Assessment(Standing(latest.class_), reason, latest)
    return cannot(Reason.AGED_JUDGEMENT) if way == "judged" else None


def _rolled(
    way: RollUp, indicators: Sequence[Measured], goals: Sequence[MeasuredGoal], mean: Mean | None, rules: Rules
) -> Assessment:
    parts = [m.assessment for m in indicators] + [g.assessment for g in goals]
    if not parts:
        return cannot(Reason.NO_INDICATORS)
    if way == "mean":
        return _by_mean(parts, mean, rules)
    return _by_parts(parts, all_or_nothing=way == "all")


def _why(parts: Sequence[Assessment]) -> Reason:
    """Give the reason that all the parts which cannot be assessed share; else that it lies in the parts."""
    reasons = {p.reason for p in parts if p.standing is Standing.CANNOT}
    only = reasons.pop() if len(reasons) == 1 else None
    return only or Reason.PARTS


def _by_parts(parts: Sequence[Assessment], *, all_or_nothing: bool) -> Assessment:
    """Take the worst part; a class is told only where the parts that cannot be assessed could not change it.

    By ``all``, at a target's date, a part that is only partly attained leaves the goal not attained
    (Helsinki's binding goals).
    """
    known = [p.standing for p in parts if p.standing is not Standing.CANNOT]
    if not known:
        return cannot(_why(parts))
    final = all(p in FINAL for p in known)
    worst = min(rank(p) for p in known)
    if all_or_nothing and final and worst == _PARTLY:
        worst = _NOT
    if len(known) < len(parts) and worst != _NOT:
        return cannot(_why(parts))
    return Assessment(of_rank(worst, final=final))


def _by_mean(parts: Sequence[Assessment], mean: Mean | None, rules: Rules) -> Assessment:
    """Hold the mean against the mean of what was expected: within the tolerance between dates, not at them.

    At a target's date a mean of some of the parts is no result: any of the others could turn it.
    """
    if mean is None:
        return cannot(_why(parts))
    known = [p.standing for p in parts if p.standing is not Standing.CANNOT]
    final = bool(known) and all(p in FINAL for p in known)
    if final and len(known) < len(parts):
        return cannot(_why(parts))
    if mean.value >= mean.expected - (0 if final else rules.tolerance):
        return Assessment(of_rank(_ATTAINED, final=final))
    return Assessment(of_rank(_PARTLY if mean.value >= mean.expected * _HALF else _NOT, final=final))


def _mean(indicators: Sequence[Measured], goals: Sequence[MeasuredGoal]) -> Mean | None:
    """Weigh the shares gone and expected; what cannot be assessed, an aged value too, does not count."""
    gone = [(_shares(m), Fraction(1)) for m in indicators]
    gone += [((g.mean.value, g.mean.expected) if g.mean else None, _weight(g.goal)) for g in goals]
    known = [(shares, weight) for shares, weight in gone if shares is not None]
    total = sum((weight for _, weight in known), Fraction(0))
    if not total:
        return None
    value, expected = (sum((shares[i] * weight for shares, weight in known), Fraction(0)) / total for i in (0, 1))
    return Mean(value, expected, len(known), len(gone))


def _shares(one: Measured) -> tuple[Fraction, Fraction] | None:
    """Give the shares of an indicator's way that have been gone and were expected."""
    start, end, expected = one.indicator.baseline, one.target, one.expected
    if one.assessment.standing is Standing.CANNOT or one.progress.value is None or expected is None:
        return None
    low, high = (Fraction(d.value) if d and isinstance(d.value, Decimal) else Fraction(0) for d in (start, end))
    return one.progress.value, (expected - low) / (high - low)


def _weight(goal: Goal) -> Fraction:
    return Fraction(1 if goal.weight is None else goal.weight)
