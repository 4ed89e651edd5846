"""As-of rows: what was known of a thing on a day beside what is known of it now, a row a matter."""

from collections.abc import Callable, Mapping, Sequence

from strategy_cli.changes import Change
from strategy_cli.formats.changes.values import Values
from strategy_cli.formats.lives.telling import NOTHING, Telling
from strategy_cli.lives.as_of import Seen
from strategy_cli.lives.life import Life
from strategy_cli.lives.vintages import figures
from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.standing import Standing
from strategy_cli.measuring.updates import latest
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.project import Project
from strategy_cli.terms import ends

Row = tuple[str, str, str]
_Written = Callable[[Seen, Telling], str]


def as_of_rows(then: Seen | None, now: Seen | None, life: Life, telling: Telling) -> tuple[Row, ...]:
    """Write the matters that anything was or is known of."""
    found: list[Row] = []
    for key, write in _MATTERS.get(life.ref.kind, {}).items():
        sides = [write(side, telling) if side else NOTHING for side in (then, now)]
        if set(sides) != {NOTHING}:
            found.append((telling.say(f"history.matters.{key}"), sides[0], sides[1]))
    return (*_revised(then, life, telling), *_named(then, now, telling, alone=not found), *found)


def class_cells(
    rows: Sequence[Row], then: Seen | None, now: Seen | None, telling: Telling
) -> Mapping[tuple[int, int], Standing]:
    """Give the classes that rows tell, by row and column."""
    label = telling.say("history.matters.class")
    measured = [(column, side and (side.indicator or side.goal)) for column, side in enumerate((then, now), 1)]
    place = next((number for number, row in enumerate(rows) if row[0] == label), 0)
    return {(place, column): found.assessment.standing for column, found in measured if found}


def _named(then: Seen | None, now: Seen | None, telling: Telling, *, alone: bool) -> tuple[Row, ...]:
    """Tell what the thing was called, where that is not the same or nothing else is told."""
    was, becomes = (telling.write(side.entity.label or side.entity.id) if side else NOTHING for side in (then, now))
    return ((telling.say("history.matters.name"), was, becomes),) if alone or (then and now and was != becomes) else ()


def _revised(then: Seen | None, life: Life, telling: Telling) -> tuple[Row, ...]:
    """Tell first what the very figure that was shown then is known to be now, where it is not the same."""
    actual = then.indicator.actual if then and then.indicator else None
    if then is None or actual is None or not isinstance(life.entity, Indicator):
        return ()
    one = next((f for f in figures(life) if f.sort == "value" and f.period == actual.period), None)
    known = one.by(then.on) if one else None
    if one is None or known is None or known.value == one.now.value:
        return ()
    label = telling.say("history.matters.same", period=actual.period)
    return ((label, telling.figure(known.value, life.entity), telling.figure(one.now.value, life.entity)),)


def _actual(seen: Seen, telling: Telling) -> str:
    found = seen.indicator and seen.indicator.actual
    return _dated(found.value, found.period, seen, telling) if found else NOTHING


def _target(seen: Seen, telling: Telling) -> str:
    found = seen.indicator and seen.indicator.current
    return _dated(found.value, found.period, seen, telling) if found else NOTHING


def _final(seen: Seen, telling: Telling) -> str:
    measured: Measured | None = seen.indicator
    if measured is None or measured.target is None or measured.target == measured.current:
        return NOTHING
    return _dated(measured.target.value, measured.target.period, seen, telling)


def _baseline(seen: Seen, telling: Telling) -> str:
    found = seen.entity.baseline if isinstance(seen.entity, Indicator) else None
    return _dated(found.value, found.period, seen, telling) if found else NOTHING


def _forecast(seen: Seen, telling: Telling) -> str:
    found = seen.indicator and seen.indicator.forecast
    if not found or found.how != "person":
        return NOTHING
    return _dated(found.value, found.period, seen, telling)


def _dated(value: object, period: object, seen: Seen, telling: Telling) -> str:
    assert isinstance(seen.entity, Indicator)  # noqa: S101 - only indicators have figures
    return f"{telling.figure(value, seen.entity)} ({telling.write(period)})"  # type: ignore[arg-type]


def _class(seen: Seen, telling: Telling) -> str:
    found = seen.indicator or seen.goal
    return telling.standing(found.assessment) if found else NOTHING


def _owner(seen: Seen, telling: Telling) -> str:
    return _said(seen, "owner", telling)


def _phase(seen: Seen, telling: Telling) -> str:
    return _said(seen, "status", telling)


def _last_day(seen: Seen, telling: Telling) -> str:
    return telling.write(None if isinstance(seen.entity, Indicator) else ends(seen.entity, seen.strategy))


def _update(seen: Seen, telling: Telling) -> str:
    found = latest(seen.entity, seen.on) if isinstance(seen.entity, Project) else None
    if found is None:
        return NOTHING
    return f"{telling.say(f'words.project.updates.status.{found.status}')} ({telling.write(found.period)})"


def _money(key: str) -> _Written:
    def written(seen: Seen, telling: Telling) -> str:
        rows = seen.entity.money if isinstance(seen.entity, Project) else ()
        given = [(row.year, getattr(row, key)) for row in rows if getattr(row, key) is not None]
        told = (f"{year}: {telling.say('diff.euros', amount=telling.write(amount))}" for year, amount in given)
        return "; ".join(told) or NOTHING

    return written


def _said(seen: Seen, field: str, telling: Telling) -> str:
    """Write a plain field as changes of it are written."""
    value = getattr(seen.entity, field, None)
    if value is None:
        return NOTHING
    if field == "owner":
        owner = seen.strategy.owners.get(value)
        return telling.write(owner.title if owner else value)
    return telling.write(Values(seen.strategy, telling.messages).write(Change("", seen.entity.ref, field), value))


_MATTERS: Mapping[str, Mapping[str, _Written]] = {
    "indicator": {
        "actual": _actual,
        "target": _target,
        "final": _final,
        "baseline": _baseline,
        "forecast": _forecast,
        "class": _class,
        "owner": _owner,
    },
    "goal": {"class": _class, "deadline": _last_day, "owner": _owner},
    "project": {
        "phase": _phase,
        "update": _update,
        "deadline": _last_day,
        "granted": _money("granted"),
        "used": _money("used"),
        "owner": _owner,
    },
    "programme": {"deadline": _last_day, "owner": _owner},
    "owner": {"deadline": _last_day},
    "unit": {"deadline": _last_day},
    "body": {"deadline": _last_day},
}
