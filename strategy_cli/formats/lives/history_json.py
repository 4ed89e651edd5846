"""A thing's life as JSON, versioned; the schema is ``schemas/history-1.json``."""

from collections.abc import Mapping
from typing import Any

from strategy_cli.changes import Weight
from strategy_cli.formats.changes.pieces_json import Json, value
from strategy_cli.formats.lives import plain
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives.as_of import Seen
from strategy_cli.lives.history import History
from strategy_cli.lives.summary import Summary
from strategy_cli.lives.vintages import figures
from strategy_cli.measuring.updates import latest
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.project import Project

VERSION = "1.0"


def written(history: History, telling: Telling) -> str:
    """Write a life and what was asked of it."""
    life, record = history.life, telling.record
    told: Json = {
        "thing": plain.thing(life),
        "came": plain.step(life.came),
        "gone": plain.step(life.gone),
        "formerly": [{"id": one.ref.id, "until": plain.commit(one.step.commit)} for one in life.formerly],
        "continues": [plain.thing(one) for one in record.origins(life)],
        "continued_by": [plain.thing(one) for one in record.successors(life)],
        "counts": {weight.label: history.counts[weight] for weight in reversed(Weight)},
        "hidden": history.hidden,
        "summary": _summary(history.summary),
        "as_of": value(history.on),
        "then": history.then and _seen(history.then),
        "now": history.now and _seen(history.now),
        "figures": [plain.figures(one) for one in figures(life)],
        "changes": [plain.event(one.event, one.decisions, telling) for one in history.changes],
    }
    return plain.document("strategy-history", VERSION, telling, told)


def _summary(found: Summary) -> Json:
    changed = {"target_changes": found.targets, "values_altered": found.altered}
    return {"changes": found.changes, **changed, "undecided": found.undecided}


def _seen(seen: Seen) -> Json:
    measured = seen.indicator or seen.goal
    return {
        "owner": getattr(seen.entity, "owner", None),
        "assessment": plain.assessment(measured.assessment) if measured else None,
        **_indicator(seen),
        **_project(seen),
    }


def _indicator(seen: Seen) -> Json:
    measured, entity = seen.indicator, seen.entity
    if measured is None or not isinstance(entity, Indicator):
        return {}
    dated: Mapping[str, Any] = {
        "actual": measured.actual,
        "target": measured.current,
        "final_target": measured.target,
        "baseline": entity.baseline,
    }
    return {name: one and {"period": value(one.period), "value": value(one.value)} for name, one in dated.items()}


def _project(seen: Seen) -> Json:
    project = seen.entity
    if not isinstance(project, Project):
        return {}
    update = latest(project, seen.on)
    return {
        "status": project.status,
        "until": value(project.period.until),
        "update": update and {"period": value(update.period), "status": update.status},
        "money": [{k: value(getattr(row, k)) for k in ("year", "asked", "granted", "used")} for row in project.money],
    }
