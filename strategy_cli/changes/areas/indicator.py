"""Indicator: what can happen to an indicator; what it counts and how is a decision, since the series breaks."""

from strategy_cli.changes.areas.weights import DECISION, DUE, NOTICE, PROGRESS, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, existence, members, named, row, value

_TARGET = {"targets.value": "changed", "targets.period": "changed"}
_VALUE = {"values.value": "revised", "values.preliminary": "confirmed"}
_LATER = "the same level is promised later"

ROWS: tuple[Row, ...] = (
    *existence(NOTICE, NOTICE, taken_back="nothing tells any more whether the goal is reached"),
    *named(NOTICE, DECISION),
    row("definition", Aspect.MEASUREMENT, "description", added=NOTICE, removed=DECISION, changed=DECISION),
    members("goal-link", Aspect.ALIGNMENT, DECISION, "goals").weakening(removed="the goal is no longer measured by it"),
    value("kind", Aspect.MEASUREMENT, DECISION),
    always("type", Aspect.MEASUREMENT, DECISION),
    value("unit", Aspect.MEASUREMENT, DECISION),
    value("decimals", Aspect.WORDING, WORDING),
    row(
        "better",
        Aspect.MEASUREMENT,
        added=DECISION,
        removed=DECISION,
        changed=DECISION,
        widened=DECISION,
        narrowed=DECISION,
    ).weakening(
        removed="no target can be held against values",
        widened="values pass that were out of range",
        changed="what was worse may pass as better",
    ),
    value("baseline", Aspect.MEASUREMENT, DECISION, None, "period", "value"),
    row(
        "target",
        Aspect.COMMITMENT,
        "targets",
        _TARGET,
        added=NOTICE,
        removed=DECISION,
        raised=NOTICE,
        loosened=DECISION,
        changed=DECISION,
        **DUE,
    ).weakening(
        removed="no level is promised for that time",
        loosened="less is promised",
        changed="it cannot be told that no less is promised",
        postponed=_LATER,
        postponed_to_later_year=_LATER,
    ),
    row(
        "value",
        Aspect.HISTORY,
        "values",
        _VALUE,
        added=PROGRESS,
        removed=NOTICE,
        revised=NOTICE,
        confirmed=PROGRESS,
        unconfirmed=NOTICE,
    ),
    value("value-note", Aspect.WORDING, WORDING, "values.note"),
    value("value-source", Aspect.HISTORY, NOTICE, "values.source"),
    value("forecast", Aspect.PROGRESS, PROGRESS, "forecasts"),
    value("frequency", Aspect.MEASUREMENT, NOTICE),
    value("lag", Aspect.MEASUREMENT, NOTICE),
    value("why", Aspect.WORDING, WORDING),
    value("owner", Aspect.ACCOUNTABILITY, NOTICE).weakening(removed="no post answers for its values"),
    value("source", Aspect.MEASUREMENT, DECISION, None, "name", "system", "table", "codes"),
    value("source-address", Aspect.MEASUREMENT, NOTICE, "source.url"),
    always("cumulative", Aspect.MEASUREMENT, DECISION),
)
