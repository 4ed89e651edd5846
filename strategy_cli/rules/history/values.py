"""Rule of past values: a value of a time that is over is not changed or taken out without a word."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from strategy_cli.finding import Finding, Level
from strategy_cli.git import Commit
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.model.period import Period
from strategy_cli.past import past_of
from strategy_cli.rules.history.spells import Spell, Spells, Written, spells
from strategy_cli.rules.registry import rule
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy

_SHORT = 10
_KEYS = frozenset(field.alias or name for name, field in Indicator.model_fields.items())


@rule(Level.WARNING, "audited")
def past_value_changed(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """A value of a period that had ended was changed or taken out, and no note says why.

    An audit asks on what a result is based: a figure that the council has seen in the accounts must not become another
    without a word (figures not ready when the accounts close: Espoo audit committee 2019). The value is compared with
    the first one that git has of it from after the period's end. One that was preliminary, one put right on the same
    day and one whose ``note`` was written or changed with it are not told; a note that stood there before explains
    nothing. The past is the branch's own: a merge counts as one change.

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
    found = spells(past.versions(source.shown(FOLDER_OF["indicator"] + "/"), now))
    for indicator in strategy.indicators.values() if found else ():
        stood = _stood(found, (indicator.id, *indicator.formerly))
        if stood:
            file = strategy.places[indicator.ref].document.path
            yield from _changed(strategy, indicator, stood, past.left_by(file, now[file]))
            yield from _removed(strategy, indicator, stood)


def _stood(found: Spells, names: tuple[str, ...]) -> Mapping[str, list[Spell]]:
    """Give an indicator's spells by period, under all the ids that it has had, the oldest first."""
    stood: dict[str, list[Spell]] = {}
    for name in names:
        for period, held in found.get(name, {}).items():
            stood.setdefault(period, []).extend(held)
    return {period: sorted(held, key=lambda spell: spell.turn) for period, held in stood.items()}


def _changed(
    strategy: Strategy, indicator: Indicator, stood: Mapping[str, list[Spell]], left_by: Commit | None
) -> Iterator[Finding]:
    """Tell of an indicator's values that are not what they first were; ``left_by`` is its file's latest commit."""
    for period, seen in indicator.values.items():
        before = stood.get(str(period), [])
        valued = [spell for spell in before if spell.written.value is not None]
        first = _first(before, period)
        if first is None or first.written.value == seen.value or seen.preliminary:
            continue
        others = [spell for spell in valued if spell.written.value != seen.value]
        note = frozenset(words for _, words in seen.note.words) if seen.note else frozenset()
        if note <= others[-1].written.note:
            last = valued[-1]
            now = last if last.written.value == seen.value else Spell(last.turn + 1, left_by, Written(seen.value))
            yield _finding(strategy, indicator, period, first, now)


def _removed(strategy: Strategy, indicator: Indicator, stood: Mapping[str, list[Spell]]) -> Iterator[Finding]:
    """Tell at once of all the values of times that are over that are nowhere in the indicator any more."""
    gone = stood.keys() - {str(period) for period in indicator.values}
    lost: dict[Period, Spell] = {}
    for text in gone - _written(strategy, indicator) if gone else ():
        period = _period(text)
        if period and _first(stood[text], period):
            lost[period] = [spell for spell in stood[text] if spell.written.value is not None][-1]
    if lost:
        periods = tuple(sorted(lost))
        was = tuple(lost[period].written.value for period in periods)
        args = {"name": indicator.name, "periods": periods, "was": was}
        args |= _told(max(lost.values(), key=lambda spell: spell.turn), "first", "since")
        span = strategy.where(indicator.ref, "values", on_key=True)
        yield Finding("past-value-changed", span, indicator.ref, ("values",), args, "removed")


def _written(strategy: Strategy, indicator: Indicator) -> frozenset[str]:
    """Give the periods that have a value as written: one that is faulty, or under a mistyped key, is there."""
    place = strategy.places[indicator.ref]
    data = place.document.data
    one = data[place.prefix[0]] if isinstance(data, list) and isinstance(place.prefix[0], int) else data
    named = one.items() if isinstance(one, dict) else ()
    maps = [held for key, held in named if isinstance(held, dict) and (key == "values" or key not in _KEYS)]
    return frozenset(str(key) for held in maps for key in held)


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None


def _first(spells: list[Spell], period: Period) -> Spell | None:
    """Find the first value that stood for more than a day after the period's end and was not preliminary."""
    for spell, after in zip_longest(spells, spells[1:]):
        stood = spell.written.value is not None and (after is None or after.day != spell.day)
        if stood and not spell.written.preliminary and spell.day is not None and spell.day > period.last:
            return spell
    return None


def _finding(strategy: Strategy, indicator: Indicator, period: Period, was: Spell, now: Spell) -> Finding:
    key = ("values", str(period))
    args: dict[str, object] = {"name": indicator.name, "period": period}
    args |= {"was": was.written.value, "now": now.written.value}
    args |= _told(was, "first", "since")
    problem = None if now.commit else "uncommitted"
    if now.commit:
        args |= _told(now, "commit", "day")
    return Finding("past-value-changed", strategy.where(indicator.ref, *key), indicator.ref, key, args, problem)


def _told(spell: Spell, commit: str, day: str) -> dict[str, object]:
    return {commit: spell.commit.hash[:_SHORT], day: spell.commit.day} if spell.commit else {}
