"""Due: the binding goals of last year's accounts whose figures should be out, but which may not be assessable."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from strategy_cli.measuring.actual import add_months, comparable
from strategy_cli.measuring.indicator import Rules
from strategy_cli.measuring.rollup import DEFAULT, countable
from strategy_cli.measuring.target import baseline, number
from strategy_cli.measuring.tree import below, indicators_of
from strategy_cli.measuring.yearly import year_target
from strategy_cli.model.goal import Goal
from strategy_cli.model.indicator import Indicator, Range
from strategy_cli.strategy import Strategy
from strategy_cli.terms import work_begins

_ACCOUNTS = 3  # months: the city board draws up the accounts by the end of March (410/2015, 113 §)
_QUARTER = 92  # days; longer than until the accounts are due
_FIRST_YEAR, _LAST_YEAR = 1000, 2999  # of periods


def in_doubt(strategy: Strategy, closing: date, on: date) -> Iterator[str]:
    """Go through the goals to be measured as the year's accounts do: all others are known at a glance."""
    for goal in _in_accounts(strategy, closing):
        if not any(one.period.last.year == closing.year for one in goal.judgements):
            parts = {name: tuple(indicators_of(strategy, name)) for name in below(strategy, goal.id)}
            every = [one for held in parts.values() for one in held]
            out = _are_out(strategy, every, closing, on) and not _is_clear(strategy, parts, closing)
            if out and (goal.judgements or any(_had_target(one, closing.year) for one in every)):
                yield goal.id


def _in_accounts(strategy: Strategy, closing: date) -> Iterator[Goal]:
    """Go through the binding goals that the year's accounts count, unless the strategy was not in force that year."""
    last = strategy.about.period.until
    outside = not _FIRST_YEAR <= closing.year <= _LAST_YEAR or (last is not None and last.year < closing.year)
    if outside or strategy.about.status == "replaced":
        return
    known = (goal for goal in strategy.goals.values() if goal.from_ is None or goal.from_ <= closing)
    for goal in countable(known, closing):
        begin = work_begins(goal, strategy)
        if goal.binding and (begin is None or begin <= closing):
            yield goal


def _are_out(strategy: Strategy, indicators: Sequence[Indicator], closing: date, on: date) -> bool:
    """Tell whether the year's figures should be out, the slowest with its lag and the days of grace."""
    lag = min(_ACCOUNTS, max((one.lag or 0 for one in indicators), default=0))
    grace = timedelta(days=min(Rules.of(strategy.about, on).grace_days, _QUARTER))
    return on > min(add_months(closing, lag) + grace, add_months(closing, _ACCOUNTS))


def _had_target(indicator: Indicator, year: int) -> bool:
    return isinstance(indicator.better, Range) or year_target(indicator, year) is not None


def _is_clear(strategy: Strategy, parts: dict[str, tuple[Indicator, ...]], closing: date) -> bool:
    """Tell at a glance that a goal can be assessed: each goal there has indicators, all of them with the year's value.

    Of a mean or a judgement that cannot be told so easily.
    """
    default = strategy.about.defaults.roll_up or DEFAULT
    ways = {(goal.roll_up if (goal := strategy.goals.get(name)) else None) or default for name in parts}
    return ways <= {"all", "worst"} and all(
        held and all(_is_known(one, closing) for one in held) for held in parts.values()
    )


def _is_known(indicator: Indicator, closing: date) -> bool:
    """Tell that an indicator has a direction, and a baseline, a target and a value of the year that are figures."""
    targets = [one for one in indicator.targets if comparable(indicator, one.period)]
    directed = indicator.better in ("up", "down") and indicator.type in ("quantity", "rank")
    if not directed or all(one.period.last != closing for one in targets):
        return False
    if any(number(one) is None for one in (baseline(indicator), *targets)):
        return False
    known = [p for p in indicator.values if p.last == closing and comparable(indicator, p)]
    return bool(known) and all(isinstance(indicator.values[period].value, Decimal) for period in known)
