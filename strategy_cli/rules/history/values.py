"""Rule of past values: a value of a time that is over is not changed without a word."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from strategy_cli.document import Data, parse
from strategy_cli.finding import Finding, Level
from strategy_cli.git import Commit
from strategy_cli.model.fields import number
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.period import Period
from strategy_cli.past import Recorded, past_of
from strategy_cli.rules.registry import rule
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy

_SHORT = 10


class _Spell(NamedTuple):
    """A value as it stood from a commit on; ``turn`` orders the commits, oldest first."""

    turn: int
    commit: Commit | None
    value: Decimal | str
    preliminary: bool

    @property
    def day(self) -> date | None:
        return self.commit.day if self.commit else None


_Spells = dict[tuple[str, str], list[_Spell]]


@rule(Level.WARNING, "audited")
def past_value_changed(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """A value of a period that had ended was changed, and no note says why.

    An audit asks on what a result is based: a figure that the council has seen in the accounts must not become another
    without a word (figures not ready when the accounts close: Espoo audit committee 2019). The value is compared with
    the first one that git has of it from after the period's end. One that was preliminary, one put right on the same
    day and one that has a ``note`` now are not told. The past is the branch's own: a merge counts as one change.

    Bad:
        indicators/co2.yaml (2025-03-31):
            name: CO2 emissions
            goal: everyday-life
            values: {2024: 47}
        indicators/co2.yaml:
            name: CO2 emissions
            goal: everyday-life
            values: {2024: 45}  # here

    Good:
        indicators/co2.yaml (2025-03-31):
            name: CO2 emissions
            goal: everyday-life
            values: {2024: 47}
        indicators/co2.yaml:
            name: CO2 emissions
            goal: everyday-life
            values: {2024: {value: 45, note: The national series was revised in May 2025.}}
    """
    past = past_of(source)
    if past is None:
        return
    now = {source.shown(path): content for path, content in source.files.items()}
    spells = _spells(past.versions(source.shown(FOLDER_OF["indicator"] + "/"), now))
    changed = {identity for identity, _ in spells}
    for indicator in strategy.indicators.values() if spells else ():
        names = (indicator.id, *indicator.formerly)
        if not changed.isdisjoint(names):
            file = strategy.places[indicator.ref].document.path
            left_by = past.left_by(file, now[file])
            found = {p: [s for name in names for s in spells.get((name, str(p)), ())] for p in indicator.values}
            yield from _of(strategy, indicator, found, left_by)


def _of(
    strategy: Strategy, indicator: Indicator, spells: Mapping[Period, list[_Spell]], left_by: Commit | None
) -> Iterator[Finding]:
    """Tell of an indicator's values that are not what they first were; ``left_by`` is its file's latest commit."""
    for period, seen in indicator.values.items():
        before = sorted(spells[period], key=lambda s: s.turn)
        if not before or seen.note or seen.preliminary:
            continue
        if before[-1].value != seen.value:
            before.append(_Spell(before[-1].turn + 1, left_by, seen.value, preliminary=False))
        first = _first(before, period)
        if first is not None and first.value != seen.value:
            yield _finding(strategy, indicator, period, first, before[-1])


def _first(spells: list[_Spell], period: Period) -> _Spell | None:
    """Find the first value that stood for more than a day after the period's end and was not preliminary."""
    for spell, after in zip_longest(spells, spells[1:]):
        stood = after is None or after.day != spell.day
        if stood and not spell.preliminary and spell.day is not None and spell.day > period.last:
            return spell
    return None


def _finding(strategy: Strategy, indicator: Indicator, period: Period, was: _Spell, now: _Spell) -> Finding:
    key = ("values", str(period))
    args: dict[str, object] = {"name": indicator.name, "period": period, "was": was.value, "now": now.value}
    args |= _told(was, "first", "since")
    problem = None if now.commit else "uncommitted"
    if now.commit:
        args |= _told(now, "commit", "day")
    return Finding("past-value-changed", strategy.where(indicator.ref, *key), indicator.ref, key, args, problem)


def _told(spell: _Spell, commit: str, day: str) -> dict[str, object]:
    return {commit: spell.commit.hash[:_SHORT], day: spell.commit.day} if spell.commit else {}


def _spells(versions: Iterable[Recorded]) -> _Spells:
    """Gather how long each value stood, by indicator and period; a content met again is not read again."""
    found: _Spells = {}
    read: dict[bytes, dict[tuple[str, str], tuple[Decimal | str, bool]]] = {}
    for turn, one in enumerate(versions):
        if one.content is None:
            continue
        if one.content not in read:
            read[one.content] = dict(_values(one.path, one.content))
        for key, (value, preliminary) in read[one.content].items():
            held = found.setdefault(key, [])
            if not held or (held[-1].value, held[-1].preliminary) != (value, preliminary):
                held.append(_Spell(turn, one.commit, value, preliminary))
    return found


def _values(path: str, content: bytes) -> Iterator[tuple[tuple[str, str], tuple[Decimal | str, bool]]]:
    """Read the values of a file of indicators by id and period, as far as it can be read: it may be old or faulty."""
    data = parse(path, content).data
    stem = path.rpartition("/")[2].rpartition(".")[0]
    for one in data if isinstance(data, list) else [data]:
        values = one.get("values") if isinstance(one, dict) else None
        identity = one.get("id", stem) if isinstance(one, dict) else None
        if isinstance(values, dict) and isinstance(identity, str):
            for period, told in values.items():
                value, preliminary = _value(told)
                if isinstance(value, str):
                    figure = number(value)
                    yield (identity, str(period)), (value if figure is None else figure, preliminary)


def _value(told: Data) -> tuple[Data, bool]:
    return (told.get("value"), told.get("preliminary") == "true") if isinstance(told, dict) else (told, False)
